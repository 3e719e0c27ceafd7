"""The Processing provider ``crossearth``."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider

from ..engine_client import Engine


class CrossEarthProvider(QgsProcessingProvider):
    """Registers our algorithms and lends them the engine."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine
