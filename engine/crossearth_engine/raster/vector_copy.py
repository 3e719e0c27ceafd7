"""A copy of a layer of a vector file with more fields, made piece by piece."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.raster.local_only import check_vector
from crossearth_engine.raster.vector import LAYER_OPTION, check_path, crs_of, first_layer

# Fields whose values cannot be written again as they were read: lists, and bytes of anything.
_NOT_COPIED = ("List", "Binary")


@dataclass(frozen=True)
class Piece:
    """Some features of a layer.

    Attributes:
        wkb: (N,) geometries, as the file has them.
        columns: values (N,) by field.
        missing: (N,) whether a value is missing, by field.
    """

    wkb: NDArray[np.object_]
    columns: dict[str, NDArray[Any]]
    missing: dict[str, NDArray[np.bool_]]

    def geometries(self) -> NDArray[np.object_]:
        """Return them for computing, (N,); None where there is none, or it is damaged."""
        found = shapely.from_wkb(self.wkb, on_invalid="ignore")
        flat: NDArray[np.object_] = shapely.force_2d(found)
        return flat


@dataclass(frozen=True)
class VectorLayer:
    """A layer of a vector file, to be read piece by piece.

    Attributes:
        file, layer: where it is.
        crs: None where the file does not say.
        geometry_type: as GDAL calls it.
        fields: types of its fields by their names.
        left_out: names of fields that cannot be copied.
        count: of its features.
    """

    file: str
    layer: str
    crs: CRS | None
    geometry_type: str
    fields: dict[str, np.dtype[Any]]
    left_out: tuple[str, ...]
    count: int

    @classmethod
    def of(cls, path: str, layer: str | None = None) -> VectorLayer:
        """Return a layer.

        Args:
            path: any file that GDAL reads, with ``|layername=…`` for other than its first layer.
            layer: name of the layer, the same.

        Raises:
            NOT_VECTOR: one of them, if the file cannot be read, or has nothing that lies anywhere.
        """
        import pyogrio  # a large vector library

        file, _, named = path.partition(LAYER_OPTION)
        check_path(file)
        check_vector(file)
        layer = layer or named or first_layer(file)
        info = pyogrio.read_info(file, layer=layer or None, force_feature_count=True)
        if not layer or info["geometry_type"] is None:
            raise ValueError("it has no geometries")
        kinds = dict(zip(info["fields"].tolist(), info["ogr_types"], strict=True))
        left_out = tuple(name for name, kind in kinds.items() if kind.endswith(_NOT_COPIED))
        types = zip(info["fields"].tolist(), info["dtypes"].tolist(), strict=True)
        kind = info["geometry_type"]
        if info["driver"] == "ESRI Shapefile" and kind in ("Polygon", "LineString"):
            kind = f"Multi{kind}"  # of which there may be any there
        return cls(
            file,
            layer,
            crs_of(file, info),
            kind,
            {name: np.dtype(type_name) for name, type_name in types if name not in left_out},
            left_out,
            int(info["features"]),
        )

    def pieces(self, size: int) -> Iterator[Piece]:
        """Yield all features, so many at a time."""
        import pyogrio

        for start in range(0, self.count, size):
            meta, _, wkb, values = pyogrio.raw.read(
                self.file, layer=self.layer, columns=list(self.fields), skip_features=start,
                max_features=size,
            )  # fmt: skip
            columns, missing = {}, {}
            for name, found in zip(meta["fields"].tolist(), values, strict=True):
                columns[name], missing[name] = _as_was(found, self.fields[name])
            yield Piece(wkb, columns, missing)

    def append(
        self, piece: Piece, more: Mapping[str, NDArray[Any]], path: Path, layer: str
    ) -> None:
        """Write features of this layer, with more fields, to a GeoPackage that may be there.

        Args:
            piece: the features.
            more: values (N,) by field; a masked array where some are missing.
            path: of the file.
            layer: name of the layer in it.

        Raises:
            OSError: or another of pyogrio's, if it cannot be written.
        """
        import pyogrio

        columns = {**piece.columns, **{name: np.ma.getdata(v) for name, v in more.items()}}
        masks = {**piece.missing, **{name: np.ma.getmaskarray(v) for name, v in more.items()}}
        with warnings.catch_warnings():
            # Without a CRS the person is warned elsewhere.
            warnings.simplefilter("ignore", UserWarning)
            pyogrio.raw.write(
                path,
                piece.wkb,
                list(columns.values()),
                list(columns),
                field_mask=[masks[name] for name in columns],
                layer=layer,
                driver="GPKG",
                geometry_type=self.geometry_type,
                crs=None if self.crs is None else self.crs.to_wkt(),
                promote_to_multi=self.geometry_type.startswith("Multi"),
                append=path.exists(),
                # As our other GeoPackages, which QGIS 3.22 knows.
                dataset_options={"VERSION": "1.2"},
            )


def _as_was(values: NDArray[Any], kind: np.dtype[Any]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Return values (N,) of the type of their field, and which of them are missing."""
    if kind.kind in "iub":
        # Read as decimals where some are missing.
        missing = np.isnan(values) if values.dtype.kind == "f" else np.zeros(len(values), bool)
        return np.where(missing, 0, values).astype(kind), missing
    if values.dtype.kind == "M":
        return values, np.isnat(values)
    if values.dtype.kind == "f":
        return values, np.isnan(values)
    return values, np.array([value is None for value in values], bool)
