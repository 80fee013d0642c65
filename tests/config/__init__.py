"""Tests of supportdesk.config."""
