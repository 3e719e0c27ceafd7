"""Places that look like a few that somebody points at, without classes."""
