"""What desk and hub say to each other: messages and their encoding; who says what when is sync's and the hub's."""
