"""The sample world: an invented vendor's clients and their cases under five policies, made from a seed."""
