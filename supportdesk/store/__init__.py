"""The tables, units of work, search index and migrations; it keeps rows and decides nothing."""
