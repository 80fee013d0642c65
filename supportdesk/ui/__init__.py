"""What people see: Qt widgets, table models and delegates; no SQL, no network, no rules."""
