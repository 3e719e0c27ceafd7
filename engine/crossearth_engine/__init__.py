"""The inference and training engine of CrossEarth for QGIS.

Runs in its own process and environment; QGIS talks to it through `crossearth_engine.worker`, people
and scripts through the command ``crossearth``, Python code through `crossearth_engine.inference`.
"""

__version__ = "0.1.0"
