"""Support Desk: an offline-first desk for software vendors' support; the rooms are its sub-packages."""

__version__ = "0.1.0"
