"""The desk's conversation with the hub: what is asked when, and how; what comes of it is the services'."""
