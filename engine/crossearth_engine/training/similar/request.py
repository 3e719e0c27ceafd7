"""What is asked of a search for similar places, and whether it makes sense."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.options import SIMILAR, Options
from crossearth_engine.shared.products import VECTOR
from crossearth_engine.training.request import FinetuneRequest

RASTER_SUFFIXES = (".tif", ".tiff")


@dataclass(frozen=True)
class SimilarRequest(Request):
    """Where is what looks like these objects?

    Attributes:
        input: the raster.
        objects: vector file with points or polygons of what is sought.
        output: raster of similarity to write, percent.
        layer: of the vector file; its first one unless it is given.
        candidates: GeoPackage to write with the places that are similar enough, or None.
        threshold: how similar they are at least, percent.
        form: candidates are ``outlines`` or ``points``.
        model: id or path of the network whose features are compared; ``bands`` for none. None: of
            an embedding the vectors themselves, of other rasters the default model.
        bands, gsd, stretch, pixel_size, nodata, crs, device, threads: as in `FinetuneRequest`.
        local_only: as in `SegmentRequest`.
    """

    options: ClassVar[Options] = SIMILAR

    input: str
    objects: str
    output: str
    layer: str | None = SIMILAR["layer"].default
    candidates: str | None = SIMILAR["candidates"].default
    threshold: float = SIMILAR["threshold"].default
    form: str = SIMILAR["form"].default
    model: str | None = SIMILAR["model"].default
    bands: list[int] | None = SIMILAR["bands"].default
    gsd: float | None = SIMILAR["gsd"].default
    stretch: str | None = SIMILAR["stretch"].default
    pixel_size: float | None = SIMILAR["pixel_size"].default
    nodata: str | None = SIMILAR["nodata"].default
    crs: str | None = SIMILAR["crs"].default
    device: str = SIMILAR["device"].default
    threads: int | None = SIMILAR["threads"].default
    local_only: bool = SIMILAR["local_only"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if Path(self.output).suffix.lower() not in RASTER_SUFFIXES:
            raise InvalidRequest(reason=f"The output {self.output} must be a GeoTIFF (.tif).")
        if self.candidates and Path(self.candidates).suffix.lower() not in VECTOR.suffixes:
            reason = f"The candidates {self.candidates} must be a GeoPackage (.gpkg)."
            raise InvalidRequest(reason=reason)

    def seeing(self, model: str) -> FinetuneRequest:
        """Return how a network sees the raster, as the quick recipe has it."""
        return FinetuneRequest(
            rasters=(self.input,),
            polygons=self.objects,
            field="",
            model=model,
            bands=self.bands,
            gsd=self.gsd,
            stretch=self.stretch,
            pixel_size=self.pixel_size,
            nodata=self.nodata,
            crs=self.crs,
            device=self.device,
            threads=self.threads,
        )
