"""The acts on cases: logging, answering, handling, closing, linking and merging them, and the visits made for them."""
