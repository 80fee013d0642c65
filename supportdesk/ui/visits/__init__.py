"""The engineer's day: visits in the order of the route, and the report of one, saved part by part; it draws no PDF."""
