"""The page of the dock where a model is adapted to polygons."""
