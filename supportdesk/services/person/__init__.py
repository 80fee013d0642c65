"""What belongs to whoever sits at the desk: where they work, drafts, marks and settings; none of it is an operation."""
