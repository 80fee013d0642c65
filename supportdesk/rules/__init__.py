"""The pure engine: calendars, clocks, severity, stages, entitlement and policies; no database, no clock."""
