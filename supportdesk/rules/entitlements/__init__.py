"""What a client may ask for: cover, codes, and the ledger of paid incidents."""
