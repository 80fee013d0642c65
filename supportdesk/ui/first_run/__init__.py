"""The first start and the locked desk: what a desk is set up with is asked here, and acted on by the program."""
