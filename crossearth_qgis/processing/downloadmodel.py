"""crossearth:downloadmodel: a published checkpoint, brought here and made ready to run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from .. import settings
from ..errors import UnsupportedProxy
from ..models import published
from ..quantities import size_text
from ..setup.network_proxy import proxy_for
from ..shared import options as engine_options
from ..translation import translate
from .base import EngineAlgorithm
from .options import OptionRow, advanced, declare, read
from .progress_texts import duration_text


class DownloadModelAlgorithm(EngineAlgorithm):
    """Downloads a published model, verifies it and installs it."""

    group_id = "models"
    help_page = "models#how-to-get-one"

    MODEL = "MODEL"
    BASE_ADDRESS = "BASE_ADDRESS"
    ID = "ID"
    PATH = "PATH"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "downloadmodel"

    def displayName(self) -> str:
        return translate("CrossEarth", "Download a published model")

    def tags(self) -> list[str]:
        return translate("CrossEarth", "checkpoint,weights,hugging face,mirror,offline").split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Brings a published model to this computer.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Downloads a model that its authors published, checks it, and makes it ready to run: "
            "one of CrossEarth's, or one for clouds and their shadows, which comes in a Python "
            "package of which nothing is installed. Cancelling pauses: what has arrived is kept, "
            "and the next run goes on from there. QGIS's proxy is used.\n\n"
            "A computer without internet takes the files from a folder or a mirror: copy them "
            "there, with a file SHA256SUMS as sha256sum writes it, and name the place.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        ids = published.ids()
        model = QgsProcessingParameterEnum(
            self.MODEL,
            translate("CrossEarth", "Model"),
            options=ids,
            defaultValue=ids[0] if ids else None,
            usesStaticStrings=True,
        )
        model.setHelp(translate("CrossEarth", "The id of the model in the catalogue."))
        address = QgsProcessingParameterString(
            self.BASE_ADDRESS,
            translate("CrossEarth", "Web address or folder with the models"),
            optional=True,
        )
        address.setHelp(
            translate(
                "CrossEarth",
                "Holds the published files under their own names. Empty: the one in the options, "
                "else where the models are published; a package comes from the index that pip is "
                "set to.",
            )
        )
        self.addParameter(model)
        self.addParameter(advanced(address))
        self.addParameter(declare(whole_file_row(), engine_options.DOWNLOAD_MODEL))
        self.addOutput(QgsProcessingOutputString(self.ID, translate("CrossEarth", "Model")))
        self.addOutput(
            QgsProcessingOutputString(self.PATH, translate("CrossEarth", "Folder of the model"))
        )

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        address = self.parameterAsString(parameters, self.BASE_ADDRESS, context).strip()
        address = address or settings.models_address()
        model_id = self.parameterAsEnumString(parameters, self.MODEL, context)
        try:
            proxy = proxy_for(address or published.address(model_id))
        except UnsupportedProxy as error:
            raise QgsProcessingException(str(error)) from error
        except ValueError as error:
            # Such as a bracket that is never closed.
            raise QgsProcessingException(
                translate("CrossEarth", "{address} is not an address.").format(address=address)
            ) from error
        self._arguments = {
            "model": model_id,
            "address": address or None,
            "proxy": proxy,
            **read(self, [whole_file_row()], engine_options.DOWNLOAD_MODEL, parameters, context),
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        # Minutes of waiting for a network shall not keep anyone from making maps.
        with self._engine.sibling() as engine:
            result = self.run_job("download-model", self._arguments, feedback, engine=engine)
        if result is None:
            return {}
        return {self.ID: result["id"], self.PATH: str(Path(result["path"]).parent)}

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        if seconds_left is None:
            return translate("CrossEarth", "{done} of {total}").format(
                done=size_text(done), total=size_text(total)
            )
        return translate("CrossEarth", "{done} of {total}, {time} left").format(
            done=size_text(done), total=size_text(total), time=duration_text(seconds_left)
        )

    def canceled_text(self) -> str:
        return translate(
            "CrossEarth", "Paused; what has arrived is kept, and the next download goes on there."
        )


def whole_file_row() -> OptionRow:
    """Return whether all models are kept that come in one file."""
    return OptionRow(
        "WHOLE_FILE",
        "whole_file",
        translate("CrossEarth", "Keep all models of the file"),
        translate(
            "CrossEarth",
            "Some files hold several models, such as those for clouds: all of them are made ready "
            "to run, and not the chosen one alone.",
        ),
    )
