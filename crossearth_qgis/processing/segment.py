"""crossearth:segment: a raster in, a map of classes out."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..engine_paths import for_engine
from ..errors import JobCanceled, UnsupportedLayer
from ..layers import raster_source
from ..layers.drawn import hiding_advice
from ..layers.mask_source import write_mask
from ..layers.raster_source import RasterSource
from ..layers.rendering_plan import Rendering, plan_rendering
from ..models.catalog import CatalogModel
from ..shared import addresses, dates
from ..shared import options as engine_options
from ..translation import translate
from .base import summary_output
from .cluster import cancel_timeout_s
from .dates import DATES, dates_arguments, dates_parameters
from .leftovers import Leftovers
from .outputs import name_results, outputs
from .parameters import Polygons
from .rendered_input import region_of, rendered_file
from .result_log import log_result
from .segment_parameters import input_parameters, output_parameter
from .segmentation import SegmentationAlgorithm

# A look is taken here, whoever computes the map.
AT_CLUSTER = ("cluster", "tls", "places")
OF_FINISHED_MAPS = ("majority", "min_area", "simplify", "right_angles")


class SegmentAlgorithm(SegmentationAlgorithm):
    """Segments a raster into the classes of a model."""

    help_page = "dock"

    INPUT = "INPUT"
    EXTENT = "EXTENT"
    OUTPUT = "OUTPUT"
    AREAS = "AREAS"
    WINDOWS = "WINDOWS"
    DURATION = "DURATION"
    SUMMARY = "SUMMARY"

    def __init__(self) -> None:
        super().__init__()
        self._raster: RasterSource | None = None
        self._rendering: Rendering | None = None
        self._mask: Polygons | None = None
        self._sent_mask: Path | None = None
        self._arguments: dict[str, Any] = {}
        self._advice = ""
        self._result_name = ""

    def name(self) -> str:
        return "segment"

    def displayName(self) -> str:
        return translate("CrossEarth", "Segment a raster")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Makes a map of classes from imagery with a trained model.")

    def shortHelpString(self) -> str:
        text = translate(
            "CrossEarth",
            "Looks at the imagery window by window with a trained model and writes a raster of "
            "classes, styled and with the area of each class. Everything is computed on this "
            "computer, or on a cluster if you choose one; the imagery is sent nowhere.\n\n"
            "The raster may be of any size. Limit the run to an extent or to polygons to try a "
            "model out. Pixels without data stay without a class.",
        )
        return self.with_missing_reason(text)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            *input_parameters(),
            *dates_parameters(engine_options.SEGMENT),
            *self.option_parameters(),
            *(output.destination() for output in outputs()),
            output_parameter(),
        ):
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputString(
                self.AREAS, translate("CrossEarth", "Pixels and area per class (JSON)")
            )
        )
        self.addOutput(
            QgsProcessingOutputNumber(self.WINDOWS, translate("CrossEarth", "Number of windows"))
        )
        self.addOutput(
            QgsProcessingOutputNumber(self.DURATION, translate("CrossEarth", "Duration (s)"))
        )
        self.addOutput(summary_output(self.SUMMARY))

    def canceled_text(self) -> str:
        return kept_text() if "resume" in self._arguments else super().canceled_text()

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        problem = self.option_problem(parameters, context) or self._raster_problem(
            parameters, context
        )
        if problem:
            return False, problem
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, self.INPUT))
        try:
            raster = raster_source.resolve(layer)
            if not raster.path:
                self._rendering = self._plan(parameters, context, layer)
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error
        asked_crs = self.parameterAsCrs(parameters, "CRS", context)
        if asked_crs.isValid():
            raster = replace(raster, crs=asked_crs)
        self._advice = hiding_advice(layer)
        extent = self.parameterAsExtent(parameters, self.EXTENT, context, raster.crs)
        self._raster = raster
        self._mask = self.polygons(parameters, context)
        self._result_name = f"{raster.name} – {self.model_name(parameters, context)}"
        self._arguments = {
            "input": raster.path,
            "extent": None if extent.isNull() else raster_source.engine_bounds(extent),
            **raster.said,
            **self.option_arguments(parameters, context),
            **self._dates(parameters, context, layer),
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        results = {self.OUTPUT: self.parameterAsOutputLayer(parameters, self.OUTPUT, context)}
        for output in outputs():
            is_layer = bool(output.title)
            find = self.parameterAsOutputLayer if is_layer else self.parameterAsFileOutput
            results[output.name] = find(parameters, output.name, context) or None
        results = {name: path and addresses.gdal_name(path) for name, path in results.items()}
        files = {name.lower(): for_engine(path) for name, path in results.items() if path}
        warnings = [self._advice] if self._advice else []
        for text in warnings:
            feedback.pushWarning(text)
        try:
            mask = self._write_mask(context, feedback, self._mask_folder(files))
            arguments = {**self._arguments, **files, "mask": mask}
            if self._rendering is None:
                result = self._segment(arguments, list(files.values()), feedback)
            else:
                steps = QgsProcessingMultiStepFeedback(2, feedback)
                rendering, self._rendering = self._rendering, None
                with rendered_file(rendering, steps) as (path, holes):
                    warnings += holes
                    steps.setCurrentStep(1)
                    arguments["input"] = str(path)
                    result = self._segment(arguments, list(files.values()), steps)
        except JobCanceled:
            feedback.pushInfo(self.canceled_text())
            return {}
        except (UnsupportedLayer, OSError) as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            if self._sent_mask is not None:
                with contextlib.suppress(OSError):
                    self._sent_mask.unlink()
        if result is None:
            return {}
        log_result(result, feedback)
        result["warnings"] = [*warnings, *(result.get("warnings") or ())]
        name_results(self, results, self._result_name, context)
        return {
            **results,
            self.AREAS: json.dumps(result["classes"]),
            self.WINDOWS: result["windows"],
            self.DURATION: result["wall_s"],
            self.SUMMARY: json.dumps(result),
        }

    def look_arguments(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return what to ask the engine's command ``look`` before a run; nothing of no file.

        The polygons that limit a run are left out: they would have to be written first.
        """
        raster, arguments = self._asked(parameters, context)
        if raster is None:
            return {}
        extent = self.parameterAsExtent(parameters, self.EXTENT, context, raster.crs)
        if not extent.isNull():
            arguments["extent"] = raster_source.engine_bounds(extent)
        # What becomes of a finding, and on what is computed, changes none.
        unseen = ("device", "threads", "strict", "resume", "keep_partial", *AT_CLUSTER)
        return {name: value for name, value in arguments.items() if name not in unseen}

    def preview_arguments(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[RasterSource | None, dict[str, Any]]:
        """Return the raster and what the engine's command ``preview`` is told; nothing of no file.

        It is of no particular area, and what is done with a finished map is not done with it.
        """
        raster, arguments = self._asked(parameters, context)
        unseen = (*OF_FINISHED_MAPS, "strict", "resume", "keep_partial", *AT_CLUSTER)
        return raster, {name: value for name, value in arguments.items() if name not in unseen}

    def _asked(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[RasterSource | None, dict[str, Any]]:
        """Return the raster and how it is to be segmented; nothing if it is no file."""
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        try:
            raster = None if layer is None else raster_source.resolve(layer)
            if raster is None or not raster.path:
                return None, {}
            options = self.option_arguments(parameters, context)
            options.update(self._dates(parameters, context, layer))
        except (UnsupportedLayer, QgsProcessingException):
            return None, {}
        return raster, {"input": raster.path, **raster.said, **options}

    def _dates(
        self, parameters: dict[str, Any], context: QgsProcessingContext, layer: QgsRasterLayer
    ) -> dict[str, Any]:
        return dates_arguments(self, parameters, context, engine_options.SEGMENT, layer)

    def _segment(
        self, arguments: dict[str, Any], files: list[str], feedback: QgsProcessingFeedback
    ) -> dict[str, Any] | None:
        # What a run has left that may be resumed is not for us to remove.
        leftovers = Leftovers([] if "resume" in arguments else files)
        timeout_s = cancel_timeout_s(arguments)
        return self.run_job("segment", arguments, feedback, leftovers, cancel_timeout_s=timeout_s)

    def _raster_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None:
            return ""  # the base class says it better
        try:
            raster = raster_source.resolve(layer)
            if not raster.path:
                self._plan(parameters, context, layer)
        except UnsupportedLayer as error:
            return str(error)
        model = self.model(parameters, context)
        return self._band_problem(
            parameters, context, layer, model, raster
        ) or self._output_problem(parameters, context, raster)

    def _band_problem(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        layer: QgsRasterLayer,
        model: CatalogModel | None,
        raster: RasterSource,
    ) -> str:
        asked = self.bands(parameters, context)
        available = len(raster.band_names)
        missing = [str(band) for band in asked or () if band > available]
        if missing:
            return translate(
                "CrossEarth",
                "The layer “{layer}” has no band {bands}: its bands are numbered from 1 to "
                "{available}.",
            ).format(layer=raster.name, bands=", ".join(missing), available=available)
        # Of a bare ONNX file only the engine knows the inputs.
        if model is None:
            return ""
        # Of several dates it knows which raster has which.
        if parameters.get(DATES) or dates.dates_of(model.bands):
            return ""
        bands = asked or raster_source.default_bands(layer, model)
        if len(bands) != len(model.bands) or max(bands) > available:
            return translate(
                "CrossEarth",
                "The model “{model}” needs {needed} bands ({names}), but {given} were given; the "
                "layer has {available}. Choose which band stands for which input of the model.",
            ).format(
                model=model.name,
                needed=len(model.bands),
                names=", ".join(model.bands),
                given=len([band for band in bands if band <= available]),
                available=available,
            )
        return ""

    def _output_problem(
        self, parameters: dict[str, Any], context: QgsProcessingContext, raster: RasterSource
    ) -> str:
        taken: dict[Path, str] = {
            Path(raster.path): translate(
                "CrossEarth", "The output {path} is itself an input. Choose another file."
            )
        }
        for name in (self.OUTPUT, *(output.name for output in outputs())):
            destination = parameters.get(name)
            # QGIS asks this in its dialogs only.
            is_supported, problem = self.provider().isSupportedOutputValue(
                destination, self.parameterDefinition(name), context
            )
            if not is_supported:
                return str(problem)
            sink = getattr(destination, "sink", None)
            path = destination if sink is None else sink.staticValue()
            if not isinstance(path, str) or path in ("", QgsProcessing.TEMPORARY_OUTPUT):
                continue
            if Path(path) in taken:
                return taken[Path(path)].format(path=path)
            taken[Path(path)] = translate(
                "CrossEarth", "Two outputs need two files, not one: {path}"
            )
        return ""

    def _plan(
        self, parameters: dict[str, Any], context: QgsProcessingContext, layer: QgsRasterLayer
    ) -> Rendering:
        extent = self.parameterAsExtent(parameters, self.EXTENT, context, layer.crs())
        polygons = self.polygons(parameters, context)
        region = region_of(layer, extent, polygons, context.transformContext())
        gsd_m = self.wanted_gsd_m(parameters, context)
        return plan_rendering(layer, region, gsd_m, context.transformContext())

    def _mask_folder(self, files: dict[str, str]) -> Path | None:
        """Return where a cluster sees polygons; None: nobody but this computer has to."""
        return Path(files["output"]).parent if self._arguments.get("cluster") else None

    def _write_mask(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback, folder: Path | None
    ) -> str | None:
        if self._mask is None or self._raster is None:
            return None
        features, crs = self._mask
        path = Path(QgsProcessingUtils.generateTempFilename("mask.geojson"))
        if folder is not None:
            path = folder / f"{path.parent.name}.mask.geojson"
            self._sent_mask = path
        write_mask(
            features, crs, self._raster, context.transformContext(), path, feedback.isCanceled
        )
        return str(path)


def kept_text() -> str:
    """Return what a person wants to know of a canceled run that can be resumed."""
    return translate("CrossEarth", "Canceled; what is done is kept for the same run to go on from.")
