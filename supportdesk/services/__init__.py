"""The use cases: operations and their apply, queries, search, import and due work; no Qt, no widgets."""
