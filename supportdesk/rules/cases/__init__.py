"""The life of a case under a policy: its stages, clocks, closing, and what is asked and done in it."""
