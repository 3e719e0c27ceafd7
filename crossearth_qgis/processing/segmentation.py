"""SegmentationAlgorithm: what one raster and many have in common: the model and the options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
)

from ..models import catalog, published
from ..models.catalog import CatalogModel
from ..setup import engine_environment
from ..shared import options as engine_options
from ..translation import translate
from .base import EngineAlgorithm
from .cluster import at_cluster
from .option_texts import parse_bands
from .options import declare, read
from .parameters import (
    Polygons,
    device_arguments,
    device_parameter,
    mask_parameter,
    mask_polygons,
)
from .segmentation_options import majority_problem, option_rows


class SegmentationAlgorithm(EngineAlgorithm):
    """An algorithm that segments with the options of `segmentation_options`."""

    group_id = "landcover"

    MODEL = "MODEL"
    BANDS = "BANDS"
    MASK = "MASK"
    DEVICE = "DEVICE"
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
        asked = self.options(parameters, context).get("gsd")
        model = self.model(parameters, context)
        return asked if asked is not None or model is None else model.typical_gsd_m

    def option_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters for the options, the polygons that limit a run first."""
        return [
            mask_parameter(self.MASK),
            *(declare(row, engine_options.SEGMENT) for row in option_rows()),
            device_parameter(self.DEVICE),
        ]

    def options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the options that are not left as they are, by arguments of the engine's commands.

        Raises:
            ValueError: with a sentence, if a text is not understood.
        """
        return read(self, option_rows(), engine_options.SEGMENT, parameters, context)

    def option_arguments(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return model, bands, options and settings as arguments of the engine's commands.

        Raises:
            QgsProcessingException: if a text is not understood.
        """
        try:
            options = self.options(parameters, context)
            bands = self.bands(parameters, context)
        except ValueError as error:
            raise QgsProcessingException(str(error)) from error
        arguments = {
            "model": catalog.engine_name(self.parameterAsString(parameters, self.MODEL, context)),
            # The engine chooses where nobody has.
            "bands": bands,
            **device_arguments(self, self.DEVICE, parameters, context),
            **options,
        }
        return at_cluster(arguments, parameters.get(self.DEVICE))

    def option_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with the model and the options, or an empty string."""
        model_id = self.parameterAsString(parameters, self.MODEL, context)
        model = self.model(parameters, context)
        if model is None and model_id in published.ids():
            return published.download_first(model_id)
        if model is not None and model.needs_adapting:
            return translate(
                "CrossEarth",
                "The model “{model}” knows no classes yet; it has to be adapted first.",
            ).format(model=model.name)
        if not catalog.is_there(model_id):
            return translate(
                "CrossEarth", "There is no model “{model}”. Known models: {known}."
            ).format(
                model=model_id or "?",
                known=", ".join(known.id for known in catalog.models()) or "?",
            )
        try:
            options = self.options(parameters, context)
            self.bands(parameters, context)
        except ValueError as error:
            return str(error)
        return majority_problem(options) or _window_problem(options, model)

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
        """Return what `mask_polygons` does."""
        return mask_polygons(self, self.MASK, parameters, context)


def _window_problem(options: dict[str, Any], model: CatalogModel | None) -> str:
    window_size, overlap = options.get("window"), options.get("overlap")
    if model is not None and window_size is None:
        window_size = model.window_size
    # Without an overlap the engine takes the model's, or what fits into a smaller window.
    if window_size is not None and overlap is not None and overlap >= window_size:
        return translate(
            "CrossEarth",
            "The overlap of {overlap} pixels must be smaller than the window of {window}.",
        ).format(overlap=overlap, window=window_size)
    return ""
