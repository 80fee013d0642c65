"""Documents for clients as PDF, and whether one of them is what was signed; no widgets, no database, no network."""
