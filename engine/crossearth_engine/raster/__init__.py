"""Rasters and what lies over them, read in windows."""
