"""Business calendars: instants, hours, holidays and pauses; nothing of cases."""
