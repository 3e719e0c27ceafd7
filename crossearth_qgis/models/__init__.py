"""The models that QGIS can offer: those on disk and those to be downloaded."""
