"""Connections as a remote tool's vendor counted them: the list, its piles, and what is decided on each."""
