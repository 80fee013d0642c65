"""What a desk keeps beside its cases: people, staff, products and releases, knowledge, policy versions, saved views."""
