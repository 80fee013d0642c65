"""What desk and hub do with each other's work: taken in, given out, rebased; how it travels is sync's and the hub's."""
