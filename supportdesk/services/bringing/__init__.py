"""Rows that came about without operations – an import, a desk that worked alone – as operations that bring them."""
