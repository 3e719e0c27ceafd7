"""The dock, its pages and the page in QGIS's options: they show state and run algorithms."""
