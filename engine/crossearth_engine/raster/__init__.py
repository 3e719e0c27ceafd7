"""Rasters in windows: reading, joining, writing."""
