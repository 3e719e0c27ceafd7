"""CrossEarthAlgorithm and EngineAlgorithm: what the algorithms, and those with an engine, share."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
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
from ..quantities import size_text
from ..setup import engine_environment, installation, packages
from ..translation import translate
from .feedback_listener import FeedbackListener
from .leftovers import Leftovers
from .progress_texts import windows_text


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


class EngineAlgorithm(CrossEarthAlgorithm):
    """An algorithm whose work is one job of the engine."""

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
        return True

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
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, name))
        try:
            source = raster_source.resolve_file(layer)
        except UnsupportedLayer as error:
            raise QgsProcessingException(str(error)) from error
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
            raise QgsProcessingException(str(error)) from error


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
