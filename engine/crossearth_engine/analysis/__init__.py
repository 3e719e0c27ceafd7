"""What finished maps tell: the change between two."""
