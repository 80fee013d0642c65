"""The way to every list and page, with counts; it counts nothing itself."""
