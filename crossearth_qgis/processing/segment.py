"""crossearth:segment: a raster in, a map of classes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBand,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from .. import engine_environment, model_catalog, published_models, raster_source, settings
from ..errors import JobCanceled, UnsupportedLayer
from ..mask_source import write_mask
from ..model_catalog import CatalogModel
from ..raster_source import RasterSource
from ..translation import translate
from .base import EngineAlgorithm
from .parameters import advanced, device_parameter, model_parameter
from .report import report

_SMALLEST_WINDOW = 32


class SegmentAlgorithm(EngineAlgorithm):
    """Segments a raster into the classes of a model."""

    INPUT = "INPUT"
    MODEL = "MODEL"
    BANDS = "BANDS"
    EXTENT = "EXTENT"
    MASK = "MASK"
    WINDOW_SIZE = "WINDOW_SIZE"
    OVERLAP = "OVERLAP"
    JOIN = "JOIN"
    GSD = "GSD"
    DEVICE = "DEVICE"
    CONFIDENCE = "CONFIDENCE"
    OUTPUT = "OUTPUT"
    AREAS = "AREAS"
    WINDOWS = "WINDOWS"
    DURATION = "DURATION"

    JOINS = ("taper", "average")

    def __init__(self) -> None:
        super().__init__()
        self._raster: RasterSource | None = None
        self._mask: tuple[list[QgsFeature], QgsCoordinateReferenceSystem] | None = None
        self._arguments: dict[str, Any] = {}
        self._result_name = ""

    def name(self) -> str:
        return "segment"

    def displayName(self) -> str:
        return translate("CrossEarth", "Segment a raster")

    def group(self) -> str:
        return translate("CrossEarth", "Land cover")

    def groupId(self) -> str:
        return "landcover"

    def tags(self) -> list[str]:
        words = translate(
            "CrossEarth",
            "segmentation,classification,land cover,land use,deep learning,ai,machine learning,"
            "semantic,imagery,aerial,satellite,drone,foundation model",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Makes a map of classes from imagery with a trained model.")

    def shortHelpString(self) -> str:
        text = translate(
            "CrossEarth",
            "Looks at the imagery window by window with a trained model and writes a raster of "
            "classes, styled and with the area of each class. Everything is computed on this "
            "computer; the imagery is sent nowhere.\n\n"
            "The raster may be of any size. Limit the run to an extent or to polygons to try a "
            "model out. Pixels without data stay without a class.",
        )
        if engine_environment.find() is None:
            return f"{engine_environment.missing_reason()}\n\n{text}"
        return text

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        raster = QgsProcessingParameterRasterLayer(
            self.INPUT, translate("CrossEarth", "Raster layer")
        )
        raster.setHelp(
            translate(
                "CrossEarth",
                "The imagery, as a file: aerial, drone or satellite, 8 bits per band.",
            )
        )
        bands = QgsProcessingParameterBand(
            self.BANDS,
            translate("CrossEarth", "Bands for the model, in its order"),
            parentLayerParameterName=self.INPUT,
            optional=True,
            allowMultiple=True,
        )
        bands.setHelp(
            translate(
                "CrossEarth",
                "Which bands stand for the model's inputs, for instance red, green, blue. Empty: "
                "by the colours that the file names, else the first ones.",
            )
        )
        extent = QgsProcessingParameterExtent(
            self.EXTENT, translate("CrossEarth", "Extent"), optional=True
        )
        extent.setHelp(
            translate("CrossEarth", "Limits the run to a rectangle. Empty: the whole raster.")
        )
        mask = QgsProcessingParameterFeatureSource(
            self.MASK,
            translate("CrossEarth", "Polygons"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
        mask.setHelp(
            translate(
                "CrossEarth",
                "Limits the run to polygons: outside of them nothing is computed or written.",
            )
        )
        window_size = QgsProcessingParameterNumber(
            self.WINDOW_SIZE,
            translate("CrossEarth", "Window size (pixels)"),
            QgsProcessingParameterNumber.Type.Integer,
            optional=True,
            minValue=_SMALLEST_WINDOW,
        )
        window_size.setHelp(
            translate(
                "CrossEarth",
                "Edge of the square that the model sees at once. Empty: the model's own, which is "
                "best. Smaller windows need less memory.",
            )
        )
        overlap = QgsProcessingParameterNumber(
            self.OVERLAP,
            translate("CrossEarth", "Overlap (pixels)"),
            QgsProcessingParameterNumber.Type.Integer,
            optional=True,
            minValue=0,
        )
        overlap.setHelp(
            translate(
                "CrossEarth",
                "By how much neighbouring windows overlap. Empty: the model's own. More overlap "
                "hides joins better and takes longer.",
            )
        )
        join = QgsProcessingParameterEnum(
            self.JOIN,
            translate("CrossEarth", "Join of overlapping windows"),
            options=list(self.JOINS),
            defaultValue=self.JOINS[0],
            usesStaticStrings=True,
        )
        join.setHelp(
            translate(
                "CrossEarth",
                "taper: the middle of a window counts more than its edge, which hides joins. "
                "average: all count the same, as in the publication of CrossEarth.",
            )
        )
        gsd = QgsProcessingParameterNumber(
            self.GSD,
            translate("CrossEarth", "Pixel size that the model sees (metres)"),
            QgsProcessingParameterNumber.Type.Double,
            optional=True,
            minValue=0.0001,
        )
        gsd.setHelp(
            translate(
                "CrossEarth",
                "The imagery is resampled to it on the way into the model; the map keeps the "
                "raster's own pixels. Empty: the raster's pixel size where the model was trained "
                "for it, else the nearest that it was trained for.",
            )
        )
        confidence = QgsProcessingParameterRasterDestination(
            self.CONFIDENCE,
            translate("CrossEarth", "Confidence"),
            optional=True,
            createByDefault=False,
        )
        confidence.setHelp(
            translate("CrossEarth", "How sure the model is of each pixel's class, in percent.")
        )
        output = QgsProcessingParameterRasterDestination(
            self.OUTPUT, translate("CrossEarth", "Class raster")
        )
        output.setHelp(
            translate(
                "CrossEarth",
                "GeoTIFF of class numbers, with colours, class names and areas in the file and a "
                "style beside it.",
            )
        )
        for parameter in (
            raster,
            model_parameter(self.MODEL),
            bands,
            extent,
            mask,
            advanced(window_size),
            advanced(overlap),
            advanced(join),
            advanced(gsd),
            device_parameter(self.DEVICE),
            confidence,
            output,
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

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        problem = self._problem(parameters, context)
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
        self._sidecar_style = self.provider().sidecar_style
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, self.INPUT))
        try:
            raster = raster_source.resolve(layer)
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error
        model_id = self.parameterAsString(parameters, self.MODEL, context)
        model = model_catalog.find(model_id)
        extent = self.parameterAsExtent(parameters, self.EXTENT, context, raster.crs)
        self._raster = raster
        self._mask = self._polygons(parameters, context)
        model_name = model.name if model else Path(model_id).stem
        self._result_name = f"{raster.name} – {model_name}"
        self._arguments = {
            "input": raster.path,
            # The engine's working folder is the one of its start.
            "model": str(Path(model_id).absolute() if model is None else model.path),
            "bands": self._bands(parameters, context, layer, model),
            "window": self._int_or_none(parameters, self.WINDOW_SIZE, context),
            "overlap": self._int_or_none(parameters, self.OVERLAP, context),
            "join": self.parameterAsEnumString(parameters, self.JOIN, context),
            "gsd": self._float_or_none(parameters, self.GSD, context),
            "extent": None if extent.isNull() else raster.engine_bounds(extent),
            "device": self.parameterAsString(parameters, self.DEVICE, context) or "auto",
            "threads": settings.threads() or None,
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        confidence = self.parameterAsOutputLayer(parameters, self.CONFIDENCE, context) or None
        # The engine's working folder is the one of its start.
        files = [path and str(Path(path).absolute()) for path in (output, confidence)]
        try:
            mask = self._write_mask(context, feedback)
        except JobCanceled:
            return {}
        arguments = {
            **self._arguments,
            "output": files[0],
            "confidence": files[1],
            "mask": mask,
        }
        feedback.setProgressText(translate("CrossEarth", "Starting the engine…"))
        result = self.run_job("segment", arguments, list(filter(None, files)), feedback)
        if result is None:
            return {}
        report(result, feedback)
        self._name_result(output, context)
        return {
            self.OUTPUT: output,
            self.CONFIDENCE: confidence,
            self.AREAS: json.dumps(result["classes"]),
            self.WINDOWS: result["windows"],
            self.DURATION: result["wall_s"],
        }

    def _problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with the parameters together, or an empty string."""
        model_id = self.parameterAsString(parameters, self.MODEL, context)
        model = model_catalog.find(model_id)
        if model is None and model_id in published_models.ids():
            return translate(
                "CrossEarth",
                "The model {model} has to be downloaded first: in the CrossEarth panel, or with "
                "the algorithm crossearth:downloadmodel.",
            ).format(model=model_id)
        if model is None and not model_catalog.is_file_or_folder(model_id):
            return translate(
                "CrossEarth", "There is no model {model}. Known models: {known}."
            ).format(
                model=model_id or "?",
                known=", ".join(known.id for known in model_catalog.models()) or "?",
            )
        problem = self._window_problem(parameters, context, model)
        if problem:
            return problem
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None:
            return ""  # the base class says it better
        try:
            raster = raster_source.resolve(layer)
        except UnsupportedLayer as error:
            return str(error)
        return self._band_problem(parameters, context, layer, model) or self._output_problem(
            parameters, context, raster
        )

    def _window_problem(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        model: CatalogModel | None,
    ) -> str:
        window_size = self._int_or_none(parameters, self.WINDOW_SIZE, context)
        overlap = self._int_or_none(parameters, self.OVERLAP, context)
        if model is not None and window_size is None:
            window_size = model.window_size
        # Without an overlap the engine takes the model's, or what fits into a smaller window.
        if window_size is not None and overlap is not None and overlap >= window_size:
            return translate(
                "CrossEarth",
                "The overlap of {overlap} pixels must be smaller than the window of {window}.",
            ).format(overlap=overlap, window=window_size)
        return ""

    def _band_problem(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        layer: QgsRasterLayer,
        model: CatalogModel | None,
    ) -> str:
        bands = self._bands(parameters, context, layer, model)
        if bands is None or model is None:
            return ""
        if len(bands) != len(model.bands) or max(bands) > layer.bandCount():
            return translate(
                "CrossEarth",
                "The model {model} needs {needed} bands ({names}), but {given} were given; the "
                "layer has {available}. Choose which band stands for which input of the model.",
            ).format(
                model=model.name,
                needed=len(model.bands),
                names=", ".join(model.bands),
                given=len([band for band in bands if band <= layer.bandCount()]),
                available=layer.bandCount(),
            )
        return ""

    def _output_problem(
        self, parameters: dict[str, Any], context: QgsProcessingContext, raster: RasterSource
    ) -> str:
        taken: dict[Path, str] = {
            Path(raster.path): translate(
                "CrossEarth", "The output {path} is the input raster itself. Choose another file."
            )
        }
        for name in (self.OUTPUT, self.CONFIDENCE):
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
                "CrossEarth", "The class raster and the confidence need two files, not one: {path}"
            )
        return ""

    def _bands(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        layer: QgsRasterLayer,
        model: CatalogModel | None,
    ) -> list[int] | None:
        chosen = self.parameterAsInts(parameters, self.BANDS, context)
        if chosen:
            return list(chosen)
        # Of a bare ONNX file only the engine knows the inputs.
        return None if model is None else raster_source.default_bands(layer, model)

    def _int_or_none(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> int | None:
        value = parameters.get(name)
        return None if value in (None, "", NULL) else self.parameterAsInt(parameters, name, context)

    def _float_or_none(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> float | None:
        value = parameters.get(name)
        return (
            None if value in (None, "", NULL) else self.parameterAsDouble(parameters, name, context)
        )

    def _polygons(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[list[QgsFeature], QgsCoordinateReferenceSystem] | None:
        """Return the mask's features and CRS, or None without a mask.

        Taken here, on the main thread: the layer may be gone when the task gets its turn.
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

    def _write_mask(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> str | None:
        if self._mask is None or self._raster is None:
            return None
        features, crs = self._mask
        path = Path(QgsProcessingUtils.generateTempFilename("mask.geojson"))
        try:
            write_mask(
                features, crs, self._raster, context.transformContext(), path, feedback.isCanceled
            )
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error
        return str(path)

    def _name_result(self, output: str, context: QgsProcessingContext) -> None:
        if not context.willLoadLayerOnCompletion(output):
            return
        details = context.layerToLoadOnCompletionDetails(output)
        # A name that somebody chose, in a model or a script, stays.
        if details.name in ("", self.parameterDefinition(self.OUTPUT).description()):
            details.name = self._result_name
            if hasattr(details, "forceName"):
                details.forceName = True
        details.setPostProcessor(self._sidecar_style)
