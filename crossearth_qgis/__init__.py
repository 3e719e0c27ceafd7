"""CrossEarth for QGIS: land-cover maps from imagery with the CrossEarth foundation model."""


def classFactory(iface: object) -> object:
    """Return the plugin; QGIS calls this once when it loads the package."""
    from .plugin import CrossEarthPlugin

    return CrossEarthPlugin(iface)
