"""Between Qt's event loop and plain Python: the write lane, the read pool and the notifier; no decisions."""
