"""Layers of QGIS in the form that the engine takes and gives: rasters, masks, samples, results."""
