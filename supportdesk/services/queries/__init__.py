"""What screens ask: one case, lists of them, clients, knowledge, help while a case is taken in; nothing is changed."""
