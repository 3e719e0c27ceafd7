"""Opening a raster that a model is to see, be it of one date or of several."""

from __future__ import annotations

from crossearth_engine.errors import DatesMissing, DateUnknown
from crossearth_engine.raster.dates import date_of
from crossearth_engine.raster.opened import bands_of
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared.addresses import file_name
from crossearth_engine.shared.dates import dates_named, dates_of


def open_source(
    path: str,
    band_names: tuple[str, ...],
    bands: list[int] | None,
    nodata: str | None = None,
    crs: str | None = None,
) -> RasterSource:
    """Return a raster, opened, of one date or of several; see `RasterSource`.

    Raises:
        DatesMissing: if the model has learned dates that the raster is not of.
        InvalidRequest: if the model has learned none, and the raster is of several.
        EngineError: as `RasterSource`, and `DatedSource`.
    """
    dates, learned = dates_named(path), dates_of(band_names)
    if dates is not None:
        # What compares grids takes longer to load than a small map takes to make.
        from crossearth_engine.raster.dated_source import DatedSource

        return DatedSource(dates, band_names, bands)
    if learned and bands is None:
        # Somebody may have made a raster of all dates, with these very names.
        known = {band.name.lower() for band in bands_of(path)}
        lacked = [name for name in band_names if name.lower() not in known]
        if lacked:
            own = _date_of(path)
            missing = [date for date in dates_of(lacked) if date != own] or learned
            raise DatesMissing(
                learned=", ".join(learned), missing=", ".join(missing), given=file_name(path)
            )
    return RasterSource(path, band_names, bands, nodata, crs)


def _date_of(path: str) -> str:
    """Return of which date a raster is; '' where nothing tells."""
    try:
        return date_of(path)
    except DateUnknown:
        return ""
