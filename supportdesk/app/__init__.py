"""The composition root: commands, bootstrap and demo; it knows every room and no room knows it."""
