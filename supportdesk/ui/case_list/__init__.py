"""The list of cases: a window over a long list, its rows and its headings; it sorts and filters nothing itself."""
