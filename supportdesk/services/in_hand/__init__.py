"""A case while an act works on it: its history and rules, its cover and charge, and what waits for a person."""
