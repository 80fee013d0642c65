"""Remote-session tools: which there are, where they lie, how a session begins; what is noted of it lives elsewhere."""
