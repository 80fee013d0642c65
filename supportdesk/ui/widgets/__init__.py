"""The pieces screens are made of: marks, texts, buttons, fields, popovers, messages; none knows a case or a service."""
