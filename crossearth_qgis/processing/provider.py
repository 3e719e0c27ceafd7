"""The Processing provider ``crossearth``."""

from __future__ import annotations

import logging

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..bridge.engine import Engine
from .change import ChangeAlgorithm
from .diagnostics import DiagnosticsAlgorithm
from .distill import DistillAlgorithm
from .downloadmodel import DownloadModelAlgorithm
from .evaluate import EvaluateAlgorithm
from .exportmodel import ExportModelAlgorithm
from .finetune import FinetuneAlgorithm
from .importmodel import ImportModelAlgorithm
from .kmeans import KmeansAlgorithm
from .plansample import PlanSampleAlgorithm
from .reviewplaces import ReviewPlacesAlgorithm
from .samplepoints import SamplePointsAlgorithm
from .segment import SegmentAlgorithm
from .segmentbatch import SegmentBatchAlgorithm
from .setup_engine import SetupEngineAlgorithm
from .similar import SimilarAlgorithm
from .zonal import ZonalAlgorithm

logger = logging.getLogger(__name__)

_ALGORITHMS = (
    SegmentAlgorithm,
    SegmentBatchAlgorithm,
    ChangeAlgorithm,
    ZonalAlgorithm,
    SimilarAlgorithm,
    KmeansAlgorithm,
    FinetuneAlgorithm,
    DistillAlgorithm,
    ReviewPlacesAlgorithm,
    EvaluateAlgorithm,
    PlanSampleAlgorithm,
    SamplePointsAlgorithm,
    DownloadModelAlgorithm,
    ImportModelAlgorithm,
    ExportModelAlgorithm,
    SetupEngineAlgorithm,
    DiagnosticsAlgorithm,
)


class CrossEarthProvider(QgsProcessingProvider):
    """Registers our algorithms and lends them the engine.

    Args:
        engine: runs the jobs; whoever made it stops it.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def id(self) -> str:
        return "crossearth"

    def name(self) -> str:
        return "CrossEarth"

    def icon(self) -> QIcon:
        return paths.icon("crossearth")

    def svgIconPath(self) -> str:
        return str(paths.icon_path("crossearth"))

    def loadAlgorithms(self) -> None:
        for algorithm in _ALGORITHMS:
            try:
                self.addAlgorithm(algorithm())
            except Exception:
                # The others shall still be there.
                logger.exception("The algorithm %s cannot be registered", algorithm.__name__)

    def supportsNonFileBasedOutput(self) -> bool:
        return False

    def defaultRasterFileExtension(self) -> str:
        return "tif"

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["tif", "tiff"]

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:  # noqa: N803 - QGIS's
        return "gpkg"

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        return ["gpkg"]
