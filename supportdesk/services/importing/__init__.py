"""Bringing cases in from other help desks: read, guess a mapping, preview, write; no screen and no network."""
