"""The page of the dock where a map is made: raster, model, options, and the result."""
