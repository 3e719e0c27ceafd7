"""What is asked of a map of groups, and whether it makes sense before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from crossearth_engine.arguments import Request
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.shared.options import KMEANS, Options
from crossearth_engine.training.request import check_new_model, new_model_folder


@dataclass(frozen=True)
class KmeansRequest(Request):
    """Which raster to divide into groups, by what, and how. None means: chosen by the engine.

    Attributes:
        input: path of the raster.
        output: path of the map, a GeoTIFF.
        groups: how many.
        seed: fixes every random choice.
        model: id of an installed model, or path, whose features are grouped; or ``bands`` for none.
        out: folder that gets a model of the groups.
        name: of that model; without ``out`` it gets a folder among the user's models. Without both
            there is none but for this map.
        bands, gsd: as in `FinetuneRequest`.
        stretch, nodata, crs, pixel_size, extent, mask, majority, min_area, polygons, report,
            device, threads, local_only, dates, align, dates_as: as in `SegmentRequest`.
    """

    options: ClassVar[Options] = KMEANS

    input: str
    output: str
    groups: int = KMEANS["groups"].default
    seed: int = KMEANS["seed"].default
    model: str = KMEANS["model"].default
    out: str | None = KMEANS["out"].default
    name: str | None = KMEANS["name"].default
    bands: list[int] | None = KMEANS["bands"].default
    gsd: float | None = KMEANS["gsd"].default
    stretch: str | None = KMEANS["stretch"].default
    nodata: str | None = KMEANS["nodata"].default
    crs: str | None = KMEANS["crs"].default
    pixel_size: float | None = KMEANS["pixel_size"].default
    extent: tuple[float, float, float, float] | None = KMEANS["extent"].default
    mask: str | None = KMEANS["mask"].default
    majority: int | None = KMEANS["majority"].default
    min_area: float | None = KMEANS["min_area"].default
    polygons: str | None = KMEANS["polygons"].default
    report: str | None = KMEANS["report"].default
    device: str = KMEANS["device"].default
    threads: int | None = KMEANS["threads"].default
    local_only: bool = KMEANS["local_only"].default
    dates: list[str] | None = KMEANS["dates"].default
    align: str = KMEANS["align"].default
    dates_as: str = KMEANS["dates_as"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        self.mapping("").check()
        if self.folder is not None:
            check_new_model(self.folder, None if self.out else self.name)

    def mapping(self, model: str) -> SegmentRequest:
        """Return the request of the map by a model of the groups, given by its path."""
        return SegmentRequest(
            self.input,
            self.output,
            model=model,
            bands=self.bands,
            stretch=self.stretch,
            nodata=self.nodata,
            crs=self.crs,
            pixel_size=self.pixel_size,
            extent=self.extent,
            mask=self.mask,
            majority=self.majority,
            min_area=self.min_area,
            polygons=self.polygons,
            report=self.report,
            device=self.device,
            threads=self.threads,
            local_only=self.local_only,
        )

    @property
    def folder(self) -> Path | None:
        """Where a model of the groups goes, absolute, if there is to be one."""
        if self.out is None and self.name is None:
            return None
        return new_model_folder(self.out, self.name or "")

    @property
    def rasters(self) -> tuple[str, ...]:
        """The raster, as what has several takes it."""
        return (self.input,)

    def crs_at(self, path: str) -> str | None:
        """Return what is said of the CRS of the raster."""
        return self.crs

    def nodata_at(self, path: str) -> str | None:
        """Return what is said of the values of the raster that are no data."""
        return self.nodata
