"""What every act rests on: the desk, its policies, an operation and its one transaction, plain values and records."""
