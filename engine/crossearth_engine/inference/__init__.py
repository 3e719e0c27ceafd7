"""Running networks over rasters."""
