"""The central service: what desks ask over HTTP, accounts, and what is due by itself; no rules, no windows."""
