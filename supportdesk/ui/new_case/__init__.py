"""Taking in a case: what the client's policy asks, with help beside it; rules and logging are the services' matter."""
