"""SegmentationAlgorithm: what one raster and many have in common: the model and the options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
)

from .. import settings
from ..bridge.conversation import CANCEL_TIMEOUT_S
from ..models import catalog, published
from ..models.catalog import CatalogModel
from ..setup import engine_environment
from ..translation import translate
from .base import EngineAlgorithm
from .option_texts import parse_bands, parse_merge, parse_scales, parse_stretch

Polygons = tuple[list[QgsFeature], QgsCoordinateReferenceSystem]

# What the engine takes when nothing is said. Only what differs is sent.
_ENGINE_DEFAULTS = {
    "precision": "auto",
    "grid": "input",
    "tta": False,
    "resume": False,
    "keep_partial": False,
}


_COMPLETION_TIMEOUT_S = 600.0


def cancel_timeout_s(arguments: dict[str, Any]) -> float:
    """Return how long a run with these arguments may take to end when it is cancelled."""
    # A map that is to be kept has to be completed after the cancel.
    return _COMPLETION_TIMEOUT_S if "keep_partial" in arguments else CANCEL_TIMEOUT_S


class SegmentationAlgorithm(EngineAlgorithm):
    """An algorithm that segments with the options of `segmentation_parameters`."""

    group_id = "landcover"

    MODEL = "MODEL"
    BANDS = "BANDS"
    MASK = "MASK"
    MIN_AREA = "MIN_AREA"
    MERGE = "MERGE"
    WINDOW_SIZE = "WINDOW_SIZE"
    OVERLAP = "OVERLAP"
    JOIN = "JOIN"
    GSD = "GSD"
    GRID = "GRID"
    STRETCH = "STRETCH"
    NODATA = "NODATA"
    TTA = "TTA"
    SCALES = "SCALES"
    MAJORITY = "MAJORITY"
    PRECISION = "PRECISION"
    DEVICE = "DEVICE"
    RESUME = "RESUME"
    KEEP_PARTIAL = "KEEP_PARTIAL"
    REPORT = "REPORT"

    def tags(self) -> list[str]:
        words = translate(
            "CrossEarth",
            "segmentation,classification,land cover,land use,deep learning,ai,machine learning,"
            "semantic,imagery,aerial,satellite,drone,foundation model",
        )
        return words.split(",")

    def with_missing_reason(self, text: str) -> str:
        """Return the help, after why the algorithm cannot be executed, if it cannot."""
        if engine_environment.find() is None:
            return f"{engine_environment.missing_reason()}\n\n{text}"
        return text

    def model(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> CatalogModel | None:
        """Return the model, or None where only the engine can read it."""
        return catalog.find(self.parameterAsString(parameters, self.MODEL, context))

    def model_name(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what people call the model."""
        model = self.model(parameters, context)
        return (
            model.name
            if model
            else Path(self.parameterAsString(parameters, self.MODEL, context)).stem
        )

    def wanted_gsd_m(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> float | None:
        """Return the pixel size that is asked for, or the model's; None where neither is known."""
        asked = self.float_or_none(parameters, self.GSD, context)
        model = self.model(parameters, context)
        return asked if asked is not None or model is None else model.typical_gsd_m

    def option_arguments(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return the options as arguments of the engine's commands."""

        def switch(name: str) -> bool:
            return bool(self.parameterAsBool(parameters, name, context))

        more = {
            "precision": self.parameterAsEnumString(parameters, self.PRECISION, context),
            "grid": self.parameterAsEnumString(parameters, self.GRID, context),
            "nodata": self.float_or_none(parameters, self.NODATA, context),
            "tta": switch(self.TTA),
            # 0 is what a field shows that nobody has filled in.
            "min_area": self.float_or_none(parameters, self.MIN_AREA, context) or None,
            "majority": self.int_or_none(parameters, self.MAJORITY, context),
            "resume": switch(self.RESUME),
            "keep_partial": switch(self.KEEP_PARTIAL),
            **self._parsed(parameters, context),
        }
        return {
            "model": catalog.engine_name(self.parameterAsString(parameters, self.MODEL, context)),
            "window": self.int_or_none(parameters, self.WINDOW_SIZE, context),
            "overlap": self.int_or_none(parameters, self.OVERLAP, context),
            "join": self.parameterAsEnumString(parameters, self.JOIN, context),
            "gsd": self.float_or_none(parameters, self.GSD, context),
            "device": self.parameterAsString(parameters, self.DEVICE, context) or "auto",
            "threads": settings.threads() or None,
            **{name: value for name, value in more.items() if value != _ENGINE_DEFAULTS.get(name)},
        }

    def option_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with the model and the options, or an empty string."""
        model_id = self.parameterAsString(parameters, self.MODEL, context)
        model = self.model(parameters, context)
        if model is None and model_id in published.ids():
            return translate(
                "CrossEarth",
                "The model {model} has to be downloaded first: in the CrossEarth panel, or with "
                "the algorithm crossearth:downloadmodel.",
            ).format(model=model_id)
        if model is not None and model.needs_adapting:
            return translate(
                "CrossEarth", "The model {model} knows no classes yet; it has to be adapted first."
            ).format(model=model.name)
        if not catalog.is_there(model_id):
            return translate(
                "CrossEarth", "There is no model {model}. Known models: {known}."
            ).format(
                model=model_id or "?",
                known=", ".join(known.id for known in catalog.models()) or "?",
            )
        try:
            self._parsed(parameters, context)
            self.bands(parameters, context)
        except ValueError as error:
            return str(error)
        majority = self.int_or_none(parameters, self.MAJORITY, context)
        if majority is not None and majority % 2 == 0:
            return translate(
                "CrossEarth", "The majority filter needs an odd number of pixels, not {count}."
            ).format(count=majority)
        return self._window_problem(parameters, context, model)

    def bands(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[int] | None:
        """Return the bands for the model, or None where nobody has chosen and the engine does.

        Raises:
            ValueError: with a sentence, if the text is not understood.
        """
        value = parameters.get(self.BANDS)
        if isinstance(value, (list, tuple)):
            text = ",".join(map(str, value))
        elif value in (None, NULL):
            text = ""
        else:
            text = str(self.parameterAsString(parameters, self.BANDS, context))
        return parse_bands(text) if text.strip() else None

    def polygons(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Polygons | None:
        """Return the mask's features and CRS, or None without a mask.

        Call it on the main thread: the layer may be gone when the task gets its turn.
        """
        source = self.parameterAsSource(parameters, self.MASK, context)
        if source is None:
            return None
        features = source.getFeatures(
            QgsFeatureRequest().setSubsetOfAttributes([]),
            # Invalid polygons are repaired, whatever QGIS is set to do with them.
            QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks,
        )
        return list(features), source.sourceCrs()

    def int_or_none(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> int | None:
        """Return a whole number, or None where nothing is given."""
        value = parameters.get(name)
        return None if value in (None, "", NULL) else self.parameterAsInt(parameters, name, context)

    def float_or_none(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> float | None:
        """Return a number, or None where nothing is given."""
        value = parameters.get(name)
        return (
            None if value in (None, "", NULL) else self.parameterAsDouble(parameters, name, context)
        )

    def _parsed(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the options that are written as texts; raises ValueError with a sentence."""

        def text(name: str) -> str:
            return str(self.parameterAsString(parameters, name, context)).strip()

        stretch, scales, merge = text(self.STRETCH), text(self.SCALES), text(self.MERGE)
        return {
            "stretch": parse_stretch(stretch) if stretch else None,
            "scales": parse_scales(scales) if scales else None,
            "merge": parse_merge(merge) or None,
        }

    def _window_problem(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        model: CatalogModel | None,
    ) -> str:
        window_size = self.int_or_none(parameters, self.WINDOW_SIZE, context)
        overlap = self.int_or_none(parameters, self.OVERLAP, context)
        if model is not None and window_size is None:
            window_size = model.window_size
        # Without an overlap the engine takes the model's, or what fits into a smaller window.
        if window_size is not None and overlap is not None and overlap >= window_size:
            return translate(
                "CrossEarth",
                "The overlap of {overlap} pixels must be smaller than the window of {window}.",
            ).format(overlap=overlap, window=window_size)
        return ""
