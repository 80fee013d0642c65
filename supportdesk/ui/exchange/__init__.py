"""How the window shows the desk's line to its hub: state, what waits, joining; it is made elsewhere."""
