"""CrossEarthAlgorithm and EngineAlgorithm: what the algorithms, and those with an engine, share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)
from qgis.PyQt.QtGui import QIcon

from .. import paths, settings
from ..bridge.conversation import CANCEL_TIMEOUT_S
from ..bridge.engine import Engine
from ..errors import (
    CrossEarthError,
    EngineCrashed,
    JobCanceled,
    JobFailed,
    TorchNotAgreed,
    UnsupportedLayer,
)
from ..layers import raster_source
from ..layers.class_legend import said_classes
from ..layers.feature_copy import write_features
from ..layers.raster_source import RasterSource
from ..models import catalog, published
from ..quantities import significant_text, size_text
from ..setup import engine_environment, installation, packages
from ..shared import options as engine_options
from ..translation import translate
from .feedback_listener import FeedbackListener
from .leftovers import Leftovers
from .options import OptionRow, read
from .progress_texts import windows_text

# What QGIS takes for the end of numbers without one is larger.
_UNLIMITED = 1e9
_ALL_DIGITS = 12


class CrossEarthAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the plugin, in its group.

    Attributes:
        group_id: of the group that it is shown in; scripts hold it.
        help_page: of the documentation, as `paths.help_url` takes it.
    """

    group_id: str
    help_page: str

    def createInstance(self) -> CrossEarthAlgorithm:
        return type(self)()

    def group(self) -> str:
        # Looked up when asked: the classes are there before their language is.
        return {
            "accuracy": translate("CrossEarth", "Accuracy"),
            "landcover": translate("CrossEarth", "Land cover"),
            "models": translate("CrossEarth", "Models"),
            "setup": translate("CrossEarth", "Setup"),
        }[self.group_id]

    def groupId(self) -> str:
        return self.group_id

    def icon(self) -> QIcon:
        return paths.icon(self.name())

    def svgIconPath(self) -> str:
        return str(paths.icon_path(self.name()))

    def helpUrl(self) -> str:
        return paths.help_url(self.help_page)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # QGIS says of a number that is too large only that it is incorrect.
        for definition in self.parameterDefinitions():
            is_given = parameters.get(definition.name()) not in (None, "", NULL)
            if is_given and isinstance(definition, QgsProcessingParameterNumber):
                value = self.parameterAsDouble(parameters, definition.name(), context)
                if problem := _range_problem(definition, value):
                    return False, problem
        return super().checkParameterValues(parameters, context)


class EngineAlgorithm(CrossEarthAlgorithm):
    """An algorithm whose work is one job of the engine."""

    def __init__(self) -> None:
        super().__init__()
        # Copies of layers, and what the layers are called.
        self._copies: dict[str, str] = {}

    def canExecute(self) -> tuple[bool, str]:
        if engine_environment.find() is None:
            return False, engine_environment.missing_reason()
        return True, ""

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Here, on the main thread: when a task gets its turn the provider may be gone.
        self._engine = self.provider().engine
        # Names of layers, by the file that the engine gets a copy in.
        self._copies = {}
        return True

    def raster(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> RasterSource:
        """Return the file of a parameter's layer and what was set on it.

        Raises:
            QgsProcessingException: if there is no such layer, or it is no file.
        """
        source = self.raster_if_any(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, name))
        return source

    def raster_if_any(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> RasterSource | None:
        """Return what `raster` does; None without a layer.

        Raises:
            QgsProcessingException: if the layer is no file.
        """
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            return None
        try:
            return raster_source.resolve_file(layer)
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error

    def extent_arguments(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        raster: RasterSource,
    ) -> dict[str, Any]:
        """Return what the engine is told of the extent that limits a run; nothing without one."""
        extent = self.parameterAsExtent(parameters, name, context, raster.crs)
        return {} if extent.isNull() else {"extent": raster_source.engine_bounds(extent)}

    def read_options(
        self,
        rows: Iterable[OptionRow],
        options: engine_options.Options,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> dict[str, Any]:
        """Return what `options.read` does.

        Raises:
            QgsProcessingException: if a text is not understood.
        """
        try:
            return read(self, rows, options, parameters, context)
        except ValueError as error:
            raise QgsProcessingException(str(error)) from error

    def model_problem(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str:
        """Return that the model of a parameter is still to be downloaded, or an empty string."""
        model_id = self.parameterAsString(parameters, name, context)
        if model_id and not catalog.is_there(model_id) and model_id in published.ids():
            return published.download_first(model_id)
        return ""

    def write_objects(
        self,
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str | None:
        """Return a file of a layer's features for the engine; None if it was cancelled.

        Whatever the layer is, with what is selected, joined and computed in it.

        Raises:
            QgsProcessingException: if it cannot be written.
        """
        path = QgsProcessingUtils.generateTempFilename("objects.gpkg")
        try:
            write_features(source, Path(path), context.transformContext(), feedback.isCanceled)
        except JobCanceled:
            return None
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error
        self._copies[str(path)] = source.sourceName()
        return str(path)

    def map_arguments(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return what the engine is told of a map: its file, what its layer says, its legend.

        Args:
            parameters: of the algorithm.
            name: of the parameter.
            context: of the run; on the main thread.

        Raises:
            QgsProcessingException: if there is no such layer, or it is no file.
        """
        source = self.raster(parameters, name, context)
        layer = self.parameterAsRasterLayer(parameters, name, context)
        return {"map": source.path, **source.said, **said_classes(layer, source.path)}

    def further_map_arguments(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, argument: str
    ) -> dict[str, Any]:
        """Return what `map_arguments` does, where a command takes several maps.

        Args:
            parameters: of the algorithm, as for the next two.
            name: of the parameter.
            context: of the run.
            argument: what the command calls the map; what is said of it begins with that.
        """
        told = self.map_arguments(parameters, name, context)
        path = told.pop("map")
        return {argument: path, **{f"{argument}_{option}": said for option, said in told.items()}}

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        """Return one line for what is done and the time left."""
        return windows_text(done, total, seconds_left)

    def canceled_text(self) -> str:
        """Return what a person wants to know of a job that was cancelled."""
        return translate("CrossEarth", "Canceled; nothing was written.")

    def run_job(
        self,
        command: str,
        arguments: dict[str, Any],
        feedback: QgsProcessingFeedback,
        leftovers: Leftovers | None = None,
        *,
        engine: Engine | None = None,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
    ) -> dict[str, Any] | None:
        """Let the engine do a job and show its progress; call it in processAlgorithm.

        Args:
            command: name of the engine's command.
            arguments: its arguments.
            feedback: shows progress and says when to stop.
            leftovers: what a job that ends badly may leave; removed then.
            engine: does it; by default the one that all jobs wait for.
            cancel_timeout_s: how long a cancelled job may take to end by itself.

        Returns:
            The engine's result, or None if the job was cancelled.

        Raises:
            QgsProcessingException: with the sentence for the user; also if the engine was stopped
                from elsewhere.
        """
        engine = engine or self._engine
        leftovers = leftovers or Leftovers()

        def run() -> dict[str, Any]:
            listener = FeedbackListener(feedback, self.progress_text, leftovers)
            if engine.is_busy:
                text = translate("CrossEarth", "Waiting for another run to end…")
                feedback.setProgressText(text)
            return engine.run(command, arguments, listener, cancel_timeout_s)

        try:
            try:
                return run()
            except JobFailed as error:
                if not _lacks_torch(error):
                    raise
                leftovers.disclaim()
                _install_torch(feedback)
                return run()
        except JobCanceled:
            leftovers.remove()
            if not feedback.isCanceled():
                # An empty result would pass for a success in scripts and batches.
                raise QgsProcessingException(
                    translate("CrossEarth", "The engine was stopped. Nothing was written.")
                ) from None
            feedback.pushInfo(self.canceled_text())
            return None
        except CrossEarthError as error:
            if not leftovers.are_resumable():
                leftovers.remove()
            if isinstance(error, EngineCrashed) and error.stderr_tail:
                feedback.pushConsoleInfo(error.stderr_tail)
            raise QgsProcessingException(self._by_their_names(str(error))) from error

    def _by_their_names(self, sentence: str) -> str:
        """Return a sentence in which layers have their names, and not those of their copies."""
        for path, name in self._copies.items():
            sentence = sentence.replace(path, name)
        return sentence


def _range_problem(definition: QgsProcessingParameterNumber, value: float) -> str:
    """Return what numbers a parameter takes, if a value is none of them."""
    least, most = definition.minimum(), definition.maximum()
    if least <= value <= most:
        return ""
    if most > _UNLIMITED:
        text = translate("CrossEarth", "{name}: at least {least}, not {value}.")
    elif least < -_UNLIMITED:
        text = translate("CrossEarth", "{name}: at most {most}, not {value}.")
    else:
        text = translate("CrossEarth", "{name}: from {least} to {most}, not {value}.")
    return text.format(
        name=definition.name(),
        least=significant_text(least, _ALL_DIGITS),
        most=significant_text(most, _ALL_DIGITS),
        value=significant_text(value, _ALL_DIGITS),
    )


def summary_output(name: str) -> QgsProcessingOutputString:
    """Return the output for what the engine tells of a run."""
    return QgsProcessingOutputString(
        name, translate("CrossEarth", "All that is known of the run (JSON)")
    )


def _lacks_torch(error: JobFailed) -> bool:
    """Return whether a job lacked what PyTorch brings, in an environment that is ours to change."""
    environment = engine_environment.find()
    if environment is None or environment.origin != "installed" or error.code != "missing-package":
        return False
    missing = set(str(error.details.get("requirement", "")).split())
    return bool(missing) and missing <= engine_environment.LATER_PACKAGES


def _install_torch(feedback: QgsProcessingFeedback) -> None:
    name = installation.suitable_torch()
    if settings.torch_is_agreed():
        feedback.setProgressText(
            translate("CrossEarth", "Downloading {name}: {size}…").format(
                name=packages.title(name), size=size_text(packages.largest_download(name))
            )
        )
        installation.add_torch(feedback.pushInfo, feedback.isCanceled)
    else:
        raise TorchNotAgreed
