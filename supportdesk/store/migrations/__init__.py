"""The schema's way from revision to revision, each with the data in it; an empty database is made in one go instead."""
