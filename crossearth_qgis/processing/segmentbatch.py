"""crossearth:segmentbatch: many rasters in, a folder of maps and one report out."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..engine_paths import for_engine
from ..error_sentences import engine_sentence
from ..errors import JobCanceled, UnsupportedLayer
from ..layers import raster_source
from ..layers.mask_source import write_mask
from ..layers.raster_source import RasterSource
from ..translation import translate
from .cluster import cancel_timeout_s
from .leftovers import Leftovers, LeftoversIn
from .options import advanced
from .outputs import Output, outputs, page_parameter
from .parameters import Polygons, model_parameter
from .progress_texts import duration_text, percent_text
from .result_log import log_areas
from .segmentation import SegmentationAlgorithm


class SegmentBatchAlgorithm(SegmentationAlgorithm):
    """Segments many rasters in one job; one that fails does not stop the others."""

    help_page = "batch"

    INPUT = "INPUT"
    OUTPUT_FOLDER = "OUTPUT_FOLDER"
    MOSAIC = "MOSAIC"
    COLLECTION = "COLLECTION"
    SUMMARY = "SUMMARY"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}
        self._mask: Polygons | None = None
        self._sent_mask: Path | None = None

    def name(self) -> str:
        return "segmentbatch"

    def displayName(self) -> str:
        return translate("CrossEarth", "Segment many rasters")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Makes a folder of maps from many rasters, with one report.")

    def shortHelpString(self) -> str:
        text = translate(
            "CrossEarth",
            "Does for many rasters what crossearth:segment does for one. The model is loaded once; "
            "a raster that fails is reported and does not stop the others. Each map has the name "
            "of its raster; the report sums them up.",
        )
        return self.with_missing_reason(text)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        rasters = _RastersParameter(
            self.INPUT,
            translate("CrossEarth", "Raster layers"),
            QgsProcessing.SourceType.TypeRaster,
        )
        rasters.setHelp(translate("CrossEarth", "The imagery, as files, with the same bands each."))
        bands = QgsProcessingParameterString(
            self.BANDS, translate("CrossEarth", "Bands for the model, in its order"), optional=True
        )
        bands.setHelp(
            translate(
                "CrossEarth",
                "Numbers with commas between them, such as 3,2,1, for every raster. Empty: by the "
                "colours that each file names, else the first ones.",
            )
        )
        report = page_parameter(self.REPORT)
        report.setHelp(
            translate("CrossEarth", "A page with all maps, and with the areas of all together.")
        )
        folder = QgsProcessingParameterFolderDestination(
            self.OUTPUT_FOLDER, translate("CrossEarth", "Folder for the maps")
        )
        folder.setHelp(
            translate("CrossEarth", "Each map is named after its raster; the style lies beside it.")
        )
        for parameter in (
            rasters,
            model_parameter(self.MODEL),
            advanced(bands),
            *self.option_parameters(),
            *(output.switch() for output in _outputs_of_each()),
            report,
            *_parameters_of_all(self.MOSAIC, self.COLLECTION),
            folder,
        ):
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputString(
                self.SUMMARY, translate("CrossEarth", "All that is known of the runs (JSON)")
            )
        )

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        problem = self.option_problem(parameters, context)
        if not problem:
            try:
                self._inputs(parameters, context)
            except UnsupportedLayer as error:
                problem = str(error)
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
        try:
            sources = self._inputs(parameters, context)
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error
        self._mask = self.polygons(parameters, context)
        options = self.option_arguments(parameters, context)
        self._arguments = {
            "inputs": [source.path for source in sources],
            **raster_source.said_of(sources, but=options),
            **{
                output.product.name: True
                for output in _outputs_of_each()
                if self.parameterAsBool(parameters, output.name, context)
            },
            **options,
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        folder = self.parameterAsString(parameters, self.OUTPUT_FOLDER, context)
        out_dir = for_engine(folder)
        of_all = {
            name: self.parameterAsFileOutput(parameters, name, context) or None
            for name in (self.REPORT, self.MOSAIC, self.COLLECTION)
        }
        try:
            mask = self._write_mask(context, feedback, out_dir)
        except JobCanceled:
            return {}
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error
        arguments = {
            **self._arguments,
            "out_dir": out_dir,
            **{name.lower(): path and for_engine(path) for name, path in of_all.items()},
            "mask": mask,
        }
        # What a run has left that may be resumed is not for us to remove.
        leftovers = Leftovers() if "resume" in arguments else LeftoversIn(Path(out_dir))
        timeout_s = cancel_timeout_s(arguments)
        try:
            result = self.run_job(
                "segment-batch", arguments, feedback, leftovers, cancel_timeout_s=timeout_s
            )
        finally:
            if self._sent_mask is not None:
                with contextlib.suppress(OSError):
                    self._sent_mask.unlink()
        if result is None:
            return {}
        self._tell(result, feedback)
        return {
            self.OUTPUT_FOLDER: folder,
            **{name: path if result[name.lower()] else None for name, path in of_all.items()},
            self.SUMMARY: json.dumps(result),
        }

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        return percent_text(done, total, seconds_left)

    def canceled_text(self) -> str:
        return translate("CrossEarth", "Canceled; finished maps stay.")

    def _tell(self, result: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
        """Write to the log what became of the rasters, and what was not made of all of them.

        Raises:
            QgsProcessingException: if all have failed.
        """
        for row in result["rasters"]:
            if "error" in row:
                sentence = engine_sentence(row["code"], row["error"], row["details"])
                feedback.reportError(sentence)
            elif row["status"] == "doubtful":
                feedback.pushWarning(
                    translate(
                        "CrossEarth", "The map “{map}” is doubtful and left out of the sums."
                    ).format(map=row["output"])
                )
        if all("error" in row for row in result["rasters"]):
            raise QgsProcessingException(
                translate("CrossEarth", "No map was made: all rasters have failed or are doubtful.")
            )
        for error in result["unmade"].values():
            # The maps are there; of what was to be made of all of them something is not.
            sentence = engine_sentence(error["code"], error["error"], error["details"])
            feedback.reportError(sentence)
        log_areas(result["classes"], feedback)
        feedback.pushInfo(
            translate(
                "CrossEarth",
                "Maps made: {done}, there already: {skipped}, doubtful: {doubtful}, failed: "
                "{failed}. {time}",
            ).format(
                done=result["done"],
                skipped=result["skipped"],
                doubtful=result["doubtful"],
                failed=result["failed"],
                time=duration_text(result["wall_s"]),
            )
        )

    def _inputs(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[RasterSource]:
        """Return the rasters, also those that QGIS cannot load.

        Raises:
            UnsupportedLayer: if a layer is no file.
        """
        given = parameters.get(self.INPUT)
        sources = []
        # One by one: of several, QGIS does not tell which it could not load.
        for value in given if isinstance(given, (list, tuple)) else [given]:
            layers = self.parameterAsLayerList({self.INPUT: [value]}, self.INPUT, context)
            rasters = [layer for layer in layers if isinstance(layer, QgsRasterLayer)]
            if rasters or not isinstance(value, str):
                sources += [raster_source.resolve_file(layer) for layer in rasters]
            else:
                # The engine tells what is the matter with it, and goes on with the next one.
                # GDAL's prefixes, such as NETCDF:, stay in front.
                path = value if ":" in value[2:] else for_engine(value)
                nowhere = QgsCoordinateReferenceSystem()
                sources.append(RasterSource(path, "", nowhere, {}, ()))
        return sources

    def _write_mask(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback, out_dir: str
    ) -> str | None:
        if self._mask is None:
            return None
        features, crs = self._mask
        # Each raster may have another CRS: the polygons keep theirs, and the engine transforms.
        own = RasterSource("", "", crs, {}, ())
        path = Path(QgsProcessingUtils.generateTempFilename("mask.geojson"))
        if self._arguments.get("cluster"):
            # Its computers see the maps' folder, and not what is temporary here.
            path = self._sent_mask = Path(out_dir) / f"{path.parent.name}.mask.geojson"
            path.parent.mkdir(parents=True, exist_ok=True)
        write_mask(features, crs, own, context.transformContext(), path, feedback.isCanceled)
        return str(path)


def _outputs_of_each() -> list[Output]:
    """Return what can be made beside each map."""
    return [output for output in outputs() if output.product.ending_in_batch]


def _parameters_of_all(mosaic: str, collection: str) -> list[QgsProcessingParameterFileDestination]:
    """Return the parameters of what makes one of all maps."""
    rows = (
        (
            mosaic,
            translate("CrossEarth", "Mosaic"),
            translate("CrossEarth", "Virtual rasters (*.vrt)"),
            translate(
                "CrossEarth",
                "One virtual raster of all maps, without those that are doubtful. The maps have to "
                "be in one CRS and on one grid of pixels.",
            ),
        ),
        (
            collection,
            translate("CrossEarth", "STAC Collection"),
            translate("CrossEarth", "STAC Collections (*.json)"),
            translate(
                "CrossEarth",
                "The maps for a catalogue, without those that are doubtful: where and when they "
                "are of, and their classes.",
            ),
        ),
    )
    parameters = []
    for name, label, files, help_text in rows:
        parameter = QgsProcessingParameterFileDestination(
            name, label, files, optional=True, createByDefault=False
        )
        parameter.setHelp(help_text)
        parameters.append(parameter)
    return parameters


class _RastersParameter(QgsProcessingParameterMultipleLayers):
    """Takes files that QGIS cannot load, too."""

    def checkValueIsAcceptable(
        self, value: object, context: QgsProcessingContext | None = None
    ) -> bool:
        # Given the context, it would load each layer, and refuse all if it cannot load one.
        return bool(super().checkValueIsAcceptable(value))
