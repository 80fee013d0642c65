"""Support Desk: an offline-first desk for software vendors' support; the rooms are its sub-packages."""
