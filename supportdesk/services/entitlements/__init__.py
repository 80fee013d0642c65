"""The acts on what a client may ask for: contracts, paid incidents, chargeable work, and who may speak for it."""
