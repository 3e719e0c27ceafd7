"""The inference and training engine of CrossEarth for QGIS.

Runs in its own process and environment; QGIS talks to it through `crossearth_engine.worker`, people
and scripts through the command ``crossearth``, Python code through `crossearth_engine.inference`.
"""

import os

__version__ = "0.1.0"

# Nothing leaves the computer. onnxruntime reports its use to its makers unless this is set before
# it is imported, and keeps the number of the device in the temporary folder.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
