"""The window that brings in another help desk's export: mapping, preview, run and report; it reads no file itself."""
