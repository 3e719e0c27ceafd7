"""What a run of segmentation makes: the class raster, and what is made beside it if asked for.

A row for each. Its name is the field of a request, the option of the command line, the parameter in
QGIS (there in capitals), a name in the summary and an asset of the STAC Item. What the pixels of a
raster are is a function of the same name in the engine.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """What kind of file something is.

    Attributes:
        name: in a sentence: "must be a GeoTIFF".
        suffixes: that its files may have, in small letters; the usual one first.
        media_type: in a STAC Item.
        role: likewise.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    role: str


RASTER = Format(
    "GeoTIFF",
    (".tif", ".tiff"),
    media_type="image/tiff; application=geotiff; profile=cloud-optimized",
    role="data",
)
VECTOR = Format("GeoPackage", (".gpkg",), media_type="application/geopackage+sqlite3", role="data")
MOSAIC = Format("virtual raster", (".vrt",), media_type="application/x-gdal-vrt", role="data")
COLLECTION = Format("STAC Collection", (".json",), media_type="application/json", role="metadata")
PAGE = Format("page", (".html", ".htm"), media_type="text/html", role="metadata")


@dataclass(frozen=True)
class Product:
    """Something that a run makes.

    Attributes:
        name: see above.
        format: of its file.
        title: in a STAC Item.
        ending: what its file is called beside the map: scene_confidence.tif beside scene.tif.
        batch_ending: the same in a batch, where it is another.
        help: of its option, in English.
        band: what the band of a raster holds; empty where there is a band for each class, named
            after it.
        scale: by which what is stored becomes what it stands for, as GDAL applies it: percent are
            stored, shares are meant.
    """

    name: str
    format: Format
    title: str
    ending: str = ""
    batch_ending: str = ""
    help: str = ""
    band: str = ""
    scale: float = 1.0

    @property
    def is_raster(self) -> bool:
        """Whether it has a value for each pixel of the map."""
        return self.format is RASTER

    @property
    def ending_in_batch(self) -> str:
        """What its file is called beside each map of a batch; empty if it is not made of each.

        A batch has one page, on all its maps.
        """
        return "" if self.format is PAGE else self.batch_ending or self.ending

    def bands(self, classes: int) -> int:
        """Return how many bands the raster of a map of so many classes has; 0 if it is none."""
        if not self.is_raster:
            return 0
        return 1 if self.band else classes


UNFAMILIARITY = "unfamiliarity"
"""The product, and the output of a network that it is made of."""

UNFAMILIAR = 0.95
"""From which on imagery is unlike that of the training: so much of that is less unusual."""

PROCESSING_FIELD = "crossearth:processing"
"""What the STAC Item of a map says of its making; only those of ours have it."""

CLASSES = Product("classes", RASTER, title="Class per pixel", ending=".tif", band="class")

PRODUCTS = {
    product.name: product
    for product in (
        Product(
            "confidence",
            RASTER,
            title="Confidence per pixel, percent",
            ending="_confidence.tif",
            help="Confidence of each pixel's class, percent.",
            band="confidence",
            scale=0.01,
        ),
        Product(
            "probabilities",
            RASTER,
            title="Probability of each class, percent",
            ending="_probabilities.tif",
            help="Probabilities of all classes, percent.",
            scale=0.01,
        ),
        Product(
            "lead",
            RASTER,
            title="Lead of the class over the next, percent",
            ending="_lead.tif",
            help="Lead of each pixel's class over the next, percent.",
            band="lead",
            scale=0.01,
        ),
        Product(
            UNFAMILIARITY,
            RASTER,
            title="Share of imagery like that of the training that is less unusual, percent",
            ending="_unfamiliarity.tif",
            help="Unfamiliarity: how unlike the training imagery the raster is, percent.",
            band="unfamiliarity",
            scale=0.01,
        ),
        Product(
            "polygons",
            VECTOR,
            title="Classes as polygons",
            ending="_polygons.gpkg",
            batch_ending=".gpkg",
            help="Polygons of the classes (.gpkg).",
        ),
        Product(
            "report",
            PAGE,
            title="Report",
            ending="_report.html",
            help="Report: a page with map and areas (.html).",
        ),
    )
}
"""What is made beside the class raster, by name."""

OUTPUTS = {CLASSES.name: CLASSES, **PRODUCTS}
"""All that a run makes, by name, the class raster first."""
