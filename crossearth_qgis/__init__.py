"""CrossEarth for QGIS: land-cover maps from imagery with the CrossEarth foundation model."""


def classFactory(iface):  # noqa: ANN001, ANN201 - the name and the shape that QGIS asks for
    """Return the plugin; QGIS calls this once when it loads the package."""
    from .plugin import CrossEarthPlugin

    return CrossEarthPlugin(iface)
