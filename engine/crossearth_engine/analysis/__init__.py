"""What finished maps tell: the change between two, and the class of each object of a layer."""
