"""Remote sessions on the screen: beginning one from a case, and saying afterwards how long it took."""
