"""What is asked of a distillation, and whether it makes sense before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.request import LookRequest
from crossearth_engine.shared.options import DISTILL, Options
from crossearth_engine.training.request import check_new_model


@dataclass(frozen=True)
class DistillRequest(Request):
    """Which model is to learn what a larger one makes of a raster. None: chosen by the engine.

    Attributes:
        raster: path of the image that is to be mapped.
        out: folder for the new model; its name is the model's id.
        teacher: id of an installed model, or path.
        tta, scales: how often the teacher looks, as in `SegmentationRequest`.
        student: id or path of the compact model that learns, an ONNX file.
        windows: that the teacher looks at, those held out among them.
        name: of the new model, for people.
        bands: band of the raster, from 1, for each band of teacher and student.
        stretch, nodata, crs, pixel_size: how the raster is read, as in `SegmentationRequest`.
        seed: fixes every random choice.
        device, precision: for the teacher, as in `SegmentationRequest`; the student computes on the
            processor.
        threads: for both.
        local_only: as in `SegmentationRequest`.
    """

    options: ClassVar[Options] = DISTILL

    raster: str
    out: str
    teacher: str
    tta: bool = DISTILL["tta"].default
    scales: list[float] | None = DISTILL["scales"].default
    student: str = DISTILL["student"].default
    windows: int = DISTILL["windows"].default
    name: str | None = DISTILL["name"].default
    bands: list[int] | None = DISTILL["bands"].default
    stretch: str | None = DISTILL["stretch"].default
    nodata: str | None = DISTILL["nodata"].default
    crs: str | None = DISTILL["crs"].default
    pixel_size: float | None = DISTILL["pixel_size"].default
    seed: int = DISTILL["seed"].default
    device: str = DISTILL["device"].default
    precision: str = DISTILL["precision"].default
    threads: int | None = DISTILL["threads"].default
    local_only: bool = DISTILL["local_only"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        self.seen_by(self.teacher).check()
        check_new_model(self.folder)

    @property
    def folder(self) -> Path:
        """Where the new model goes, absolute."""
        return Path(self.out).expanduser().absolute()

    @property
    def model_id(self) -> str:
        """Id of the new model: the name of its folder."""
        return self.folder.name

    def seen_by(self, model: str) -> LookRequest:
        """Return the raster as a map by a model would be asked for."""
        return LookRequest(
            self.raster,
            model=model,
            bands=self.bands,
            stretch=self.stretch,
            nodata=self.nodata,
            crs=self.crs,
            pixel_size=self.pixel_size,
        )

    def refuse_itself(self, teacher: str, student: str) -> None:
        """Raise InvalidRequest if a model is to learn from itself.

        Args:
            teacher: digest of its weights.
            student: likewise.
        """
        if teacher == student and not self.tta and self.scales is None:
            reason = (
                "Teacher and student are the same model: there is nothing to learn. Have the "
                "teacher look several times (--tta, --scales), or choose another one."
            )
            raise InvalidRequest(reason=reason)
