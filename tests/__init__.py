"""The tests of Support Desk: one folder a room, and stories, architecture and benchmarks; no product code."""
