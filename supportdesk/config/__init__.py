"""Settings declared once, paths and logging; it knows no other room."""
