"""Tests of supportdesk.app."""
