"""The options of every command, once: names, kinds, defaults, choices and limits.

Of these tables the engine makes its command line and the requests of its commands, and the plugin
the parameters of its algorithms. A new option is a row here, a field of the request, and a row in
the plugin, which adds what people read in QGIS. What goes together with what, such as an overlap
with a window, is for the request to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from .dates import ALIGNMENTS, STANDING
from .model_places import DEFAULT_ID
from .model_values import MAX_WINDOW_SIZE
from .products import PRODUCTS, UNFAMILIARITY

BANDS_ID = "bands"
"""Stands for no network at all: the bands of the raster, whichever they are."""

POINT_FIELD = "id"
"""Field of sample points that numbers them, from 1 on."""

REFERENCE_FIELD = "reference"
"""Field of sample points that a person fills with the class that is there in truth."""

STRATUM_FIELDS = ("stratum", "stratum_px", "stratum_m2", "total_px", "total_m2")
"""Fields of sample points: the class of the map that they were drawn from, its pixels and square
metres, and those of all such classes. Shapefiles have names of ten letters at most."""

OBJECT_FIELDS = ("class_id", "class_name", "share", "confidence", "pixels")
"""Fields of objects that got a class: its value and name, the percent of the object's pixels that
have it, their mean confidence, percent, and how many pixels of the object have any class."""

PLACE_FIELDS = ("rank", "reason", "value", "class_id", "class_name")
"""Fields of places to look at: the first to look at has rank 1; the product for which it was taken
and what that is there, percent; value and name of the class that the map has there."""

SMALLEST_WINDOW = 32
"""Edge of the smallest window that QGIS offers, pixels; the engine takes what the network takes."""

Kind = Literal[
    "text",
    "path",
    "choice",
    "whole",
    "number",
    "switch",
    "texts",
    "paths",
    "wholes",
    "numbers",
    "crs",  # a text that names one
    "mapping",  # a text by a name
    "groups",  # several names by the one that they get in common
]


@dataclass(frozen=True)
class Option:
    """What may be given to a command under one name.

    Attributes:
        name: of the argument, and of the field of the request.
        kind: what a value is.
        help: what the command line says of it.
        default: what is taken if nothing is given; None: the engine chooses.
        chosen: what that is, as the help says it: "the model's".
        choices: all values of a choice.
        minimum, maximum: limits of a number, or of each of several.
        above: what a number must exceed.
        unit: of a number, as sentences write it.
        count: how many values there are, where there are several; None: any number.
        is_required: whether it must be given.
        noun: what sentences call it, if not by its name: "the number of threads".
        flag: how the command line writes it, if not ``--name``: in capitals what is known by its
            place; None for what only a program gives.
        metavar: how the command line writes a value.
        group: under which heading the command line's help has it; empty for those of no group.
    """

    name: str
    kind: Kind
    help: str = ""
    default: Any = None
    chosen: str = ""
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    unit: str = ""
    count: int | None = None
    is_required: bool = False
    noun: str = ""
    flag: str | None = ""
    metavar: str | None = None
    group: str = ""


Options = dict[str, Option]


def _table(*options: Option) -> Options:
    return {option.name: option for option in options}


def _group(title: str, *options: Option) -> tuple[Option, ...]:
    return tuple(replace(option, group=title) for option in options)


def _choice(name: str, choices: tuple[str, ...], help: str, noun: str = "") -> Option:
    """Return a choice whose first value is the default."""
    return Option(name, "choice", help, default=choices[0], choices=choices, noun=noun)


def _switch(name: str, help: str) -> Option:
    return Option(name, "switch", help, default=False)


_MODEL = Option(
    "model",
    "text",
    "Model: id of an installed one, or a path.",
    default=DEFAULT_ID,
    chosen="the bundled one",
)
_ANY_MODEL = Option("model", "text", is_required=True, flag="MODEL")
_EXTENT = Option(
    "extent",
    "numbers",
    "Extent to segment, in the raster's CRS.",
    count=4,
    metavar="XMIN,YMIN,XMAX,YMAX",
)
_BANDS = Option("bands", "wholes", "Bands for the model, in its order, from 1.")
_GSD = Option(
    "gsd",
    "number",
    "Model pixel size, to which the imagery is resampled, metres.",
    above=0,
    unit="m",
    noun="GSD",
    metavar="M",
)
_STRETCH = Option("stretch", "text", "Stretch: none, MIN,MAX or P1%,P2%, as in segment.")
_NODATA = Option(
    "nodata",
    "text",
    "NoData values: V, LOW..HIGH, 2:V for band 2, with commas; or none.",
    chosen="the raster's",
    noun="nodata value",
    metavar="V[,…]",
)
_PIXEL_SIZE = Option(
    "pixel_size",
    "number",
    "Raster pixel size: what a pixel measures, metres, if the raster has no CRS.",
    above=0,
    unit="m",
    noun="pixel size",
    metavar="M",
)
_CRS = Option(
    "crs",
    "crs",
    "CRS of the raster, whatever its file says: EPSG:32636, WKT; none if it lies nowhere.",
    chosen="the raster's",
    noun="CRS",
    metavar="CRS",
)
# What a program knows of single rasters, by their paths; goes before what is said of all.
_DATES = (
    Option(
        "dates",
        "paths",
        "Other dates of the same place, each a raster, with its date before it where neither file "
        "nor name tells; may be given several times.",
        flag="--date",
        metavar="[DATE=]RASTER",
    ),
    _choice(
        "align",
        ALIGNMENTS,
        "Align rasters of other dates to the pixels of the first, by this resampling. none: all "
        "have to have the same pixels.",
    ),
)
_DATES_AS = _choice(
    "dates_as",
    STANDING,
    "Dates that stand for those that the model has learned: the same; others, in their order; or "
    "those of the same season.",
    "way in which dates stand for others",
)
_CRS_OF = Option("crs_of", "mapping", flag=None)
_NODATA_OF = Option("nodata_of", "mapping", flag=None)
_NAME_OF = Option("name_of", "mapping", flag=None)
_DEVICE = Option(
    "device", "text", "Device: auto, cpu, gpu:0, …; crossearth devices lists them.", default="auto"
)
_THREADS = Option(
    "threads",
    "whole",
    "Processor cores that the network may use.",
    chosen="all cores",
    minimum=1,
    maximum=1024,  # libraries end the process where a thread more does not start
    noun="number of threads",
)
_LOCAL_ONLY = _switch(
    "local_only",
    "Read nothing but the files given: for servers that take files of strangers.",
)
_LAYER = Option("layer", "text", "Layer of the vector file.", chosen="the first")
_SEED = Option("seed", "whole", "Seed of the random numbers.", default=0, minimum=0)

_TTA = _switch("tta", "Average over flips and rotations, eight in all; 8 times the time.")
# How much smaller or larger things may be shown to a network than they are.
_SCALES = Option(
    "scales",
    "numbers",
    "Scales: sizes to show the imagery in, of which the average is taken.",
    minimum=0.25,
    maximum=4,
    metavar="0.75,1,1.5",
)
_PRECISION = _choice(
    "precision",
    ("auto", "fp32", "bf16", "fp16", "int8"),
    "Precision of the network's numbers; auto is fp32, or what a trial on the processor "
    "found. Less is quicker, few labels change.",
)

_HOW_TO_SEGMENT = (
    *_group(
        "Raster",
        _BANDS,
        Option(
            "stretch",
            "text",
            "Stretch: values that become the ends of the model's range.",
            chosen="bytes as they are, 2%,98% of other types",
            metavar="none|MIN,MAX|P1%,P2%",
        ),
        _switch(
            "match",
            "Match to the training imagery: bands whose values have moved, on another date or with "
            "another sensor, are brought back.",
        ),
        _NODATA,
        _CRS,
        _PIXEL_SIZE,
        _EXTENT,
        Option("mask", "path", "Polygons, a vector file: only what lies in them is classified."),
    ),
    *_group(
        "Model",
        _MODEL,
        replace(_GSD, chosen="the model's"),
        Option(
            "window",
            "whole",
            "Window size: edge of what the network sees at once, pixels.",
            chosen="the model's, of several the quickest for the raster",
            minimum=1,
            maximum=MAX_WINDOW_SIZE,
            unit="pixels",
        ),
        Option("overlap", "whole", "Window overlap, pixels.", chosen="the model's", minimum=0),
        _choice(
            "join",
            ("taper", "average"),
            "Window blending: taper hides the joins, average is as published.",
        ),
        _TTA,
        _SCALES,
    ),
    *_group(
        "Post-processing",
        Option(
            "merge",
            "groups",
            "Merge and rename classes: one of several, or a new name; may be given several times.",
            metavar="NEW=OLD[,OLD…]",
        ),
        # The number of pixels of the largest window just fits in 16 bits.
        Option(
            "majority",
            "whole",
            "Majority filter: the class that most of N by N pixels have, N odd.",
            minimum=3,
            maximum=255,
            unit="pixels",
            noun="window of the majority",
            metavar="N",
        ),
        Option(
            "min_area",
            "number",
            "Minimum mapping unit: patches of less join their largest neighbour. Pixels without a "
            "CRS.",
            above=0,
            noun="smallest area",
            metavar="M2",
        ),
        Option(
            "simplify",
            "number",
            "Outline tolerance: a corner of a polygon goes if its triangle is smaller than M by M "
            "metres. Pixels without a CRS; 0 keeps the steps of pixels.",
            chosen="1.5 pixels, or half a pixel of the network",
            minimum=0,
            noun="tolerance of outlines",
            metavar="M",
        ),
        Option(
            "right_angles",
            "texts",
            "Right angles for classes whose polygons get them, such as buildings.",
            chosen="none",
            metavar="CLASS[,…]",
        ),
    ),
    *_group(
        "Computing",
        _DEVICE,
        _PRECISION,
        Option("batch", "whole", "Windows at once.", chosen="by device", minimum=1),
        _THREADS,
    ),
    *_group(
        "Run",
        _switch(
            "resume",
            "Resume an interrupted run of the same settings, if there was one, and leave what is "
            "done when this one is interrupted.",
        ),
        _switch(
            "keep_partial", "Keep the finished part on cancel (Ctrl-C): the rest has no class."
        ),
        _switch("strict", "Make no map that would be doubtful: its warnings become errors."),
        _LOCAL_ONLY,
    ),
    *_group(
        "Output",
        _choice(
            "grid",
            ("input", "model"),
            "Output resolution: that of the input, or of the model, a smaller map of fine imagery.",
        ),
    ),
)

LOOK = _table(
    Option("input", "path", is_required=True, flag="INPUT"),
    *_group("Raster", *_DATES, _DATES_AS),
    *_HOW_TO_SEGMENT,
)
"""What may be wrong with a run, without one."""

PREVIEW = _table(
    *(
        replace(option, flag=None)
        for option in (
            *LOOK.values(),
            Option("folder", "path", is_required=True),
            Option("known", "texts"),
        )
    )
)
"""What somebody looks at, mapped at once; for programs that show it."""

_CLUSTER = Option(
    "cluster",
    "text",
    "Compute on a cluster of dask: address or file of its scheduler, or local:N for N workers on "
    "this computer.",
    metavar="ADDRESS|FILE|local[:N]",
)
_WITHOUT_TLS = _switch(
    "without_tls",
    "Without TLS: talk to a cluster on other computers in the clear. Who reaches its ports "
    "can run anything there.",
)
_TLS = Option(
    "tls",
    "path",
    "Folder with the certificates for a cluster on other computers: authority.pem, cert.pem and "
    "key.pem.",
    chosen="those that dask's settings name",
    metavar="FOLDER",
)
_PLACES = Option(
    "places",
    "paths",
    "What the workers call a folder, where they call it otherwise; may be given several times.",
    flag="--place",
    metavar="FOLDER=THERE",
)

SEGMENT = _table(
    Option("input", "path", is_required=True, flag="INPUT"),
    Option("output", "path", is_required=True, flag="OUTPUT"),
    *_group("Raster", *_DATES, _DATES_AS),
    *_HOW_TO_SEGMENT,
    *_group(
        "Output",
        *(
            Option(product.name, "path", product.help, metavar="PATH")
            for product in PRODUCTS.values()
        ),
    ),
    *_group(
        "Many computers",
        Option(
            "part",
            "text",
            "Part K of N only, from 1/N: a process for each, on any computer that sees the files; "
            "then crossearth assemble.",
            metavar="K/N",
        ),
        Option(
            "plan",
            "path",
            "Plan that all parts read: options, and what is measured once. Without --part it is "
            "written.",
            chosen="the first part makes it",
            metavar="FILE",
        ),
        _CLUSTER,
        _TLS,
        _WITHOUT_TLS,
        _PLACES,
    ),
)
"""One raster."""

ASSEMBLE = _table(
    Option("output", "path", is_required=True, flag="OUTPUT"),
    # Where they lie, if not as the plan says.
    *(Option(name, "path", flag=None) for name in ("input", "model", "mask")),
    _LOCAL_ONLY,
)
"""A map that several processes have made the parts of."""

BATCH = _table(
    Option("inputs", "paths", is_required=True, flag="INPUT"),
    *_HOW_TO_SEGMENT,
    _CRS_OF,
    _NODATA_OF,
    _NAME_OF,
    *_group(
        "Raster",
        Option(
            "asset",
            "text",
            "Asset of STAC Items that is the raster, by its name.",
            chosen="the only one that is data",
            metavar="NAME",
        ),
    ),
    *_group(
        "Output",
        Option("out_dir", "path", "Folder of the maps.", is_required=True, metavar="DIR"),
        *(
            _switch(product.name, product.help)
            for product in PRODUCTS.values()
            if product.ending_in_batch
        ),
        Option("report", "path", "Report: a page on all maps (.html).", metavar="PATH"),
        Option(
            "mosaic",
            "path",
            "Mosaic: one virtual raster of all maps that are not doubtful (.vrt).",
            metavar="PATH",
        ),
        Option(
            "collection",
            "path",
            "Collection: a STAC Collection of the maps that are not doubtful (.json).",
            metavar="PATH",
        ),
    ),
    *_group(
        "Many computers",
        _switch(
            "share",
            "Share the rasters with other runs of the same line, on any computer that sees the "
            "files: each is mapped by one of them, and what is mapped already by none.",
        ),
        Option(
            "part",
            "text",
            "Part K of N of the rasters only, from 1/N: every N-th, from the K-th on.",
            metavar="K/N",
        ),
        _CLUSTER,
        _TLS,
        _WITHOUT_TLS,
        _PLACES,
    ),
)
"""Many rasters, with the same options."""

KMEANS = _table(
    *(SEGMENT[name] for name in ("input", "output")),
    *_group(
        "Groups",
        Option(
            "groups",
            "whole",
            "Number of groups.",
            default=12,
            minimum=3,
            maximum=30,
            noun="number of groups",
            metavar="N",
        ),
        _SEED,
    ),
    *(
        SEGMENT[name]
        for name in ("dates", "align", "dates_as", "bands", "stretch", "nodata", "crs")
    ),
    *(SEGMENT[name] for name in ("pixel_size", "extent", "mask")),
    *_group(
        "Model",
        replace(_MODEL, help="Model whose features are grouped: id or path, or 'bands'."),
        replace(_GSD, chosen="as in finetune"),
        Option(
            "out",
            "path",
            "Folder of a model of the groups, by which other rasters are mapped, too.",
            chosen="none is kept",
            metavar="DIR",
        ),
        Option(
            "name",
            "text",
            "Keep a model of the groups, called so; without out among the user's models.",
            chosen="none is kept",
        ),
    ),
    *(SEGMENT[name] for name in ("majority", "min_area", "device", "threads", "local_only")),
    *(SEGMENT[name] for name in ("polygons", "report")),
)
"""Groups of pixels that are alike, without samples."""

FINETUNE = _table(
    *_group(
        "Samples",
        Option(
            "rasters",
            "paths",
            "Raster; may be given several times.",
            is_required=True,
            flag="--raster",
        ),
        Option("polygons", "path", "Vector file: polygons or points, any CRS.", is_required=True),
        Option("field", "text", "Attribute that holds the class of each.", is_required=True),
        _switch(
            "numbers",
            "Numbers, not classes: the field holds amounts, such as heights or shares of cover.",
        ),
        _LAYER,
    ),
    *_group("Raster", *_DATES, _DATES_AS, _BANDS, _STRETCH, _NODATA, _CRS, _PIXEL_SIZE),
    *_group(
        "Model",
        replace(_MODEL, help="Model to start from: id or path, or 'bands'."),
        _GSD,
        Option(
            "out",
            "path",
            "Folder of the new model. A model that was adapted into it is kept as an earlier "
            "round.",
            chosen="in your models, by raster and day",
            metavar="DIR",
        ),
        Option("name", "text", "Name of the new model.", chosen="by its folder"),
    ),
    Option("colors", "mapping", flag=None),
    _CRS_OF,
    _NODATA_OF,
    *_group(
        "Training",
        _choice(
            "recipe",
            ("quick", "full"),
            "Recipe. quick: a small head, the network stays. full: adapters too, needs PyTorch.",
        ),
        Option("steps", "whole", "Training steps (full).", minimum=1, noun="number of steps"),
        _choice(
            "adapter",
            ("rein", "earth-adapter", "gate"),
            "Adapter: what learns in CrossEarth's backbone (full).",
        ),
        *(
            _choice(
                name,
                ("auto", "on", "off"),
                f"{what} (full). auto: for CrossEarth's networks.",
                f"option {name}",
            )
            for name, what in (
                ("style", "Earth-style injection"),
                ("masked", "Masked image modelling"),
            )
        ),
        _SEED,
        _switch("resume", "Resume an interrupted training (full)."),
        _LOCAL_ONLY,
    ),
    *_group("Computing", _DEVICE, _THREADS),
    *_group(
        "Many computers",
        _CLUSTER,
        _TLS,
        _WITHOUT_TLS,
        _PLACES,
        Option(
            "scratch",
            "path",
            "Folder for the cluster, which its workers see, too, for what they write meanwhile; "
            "nothing stays there.",
            chosen="that of the new model",
            metavar="FOLDER",
        ),
    ),
)
"""A model adapted to polygons."""

FEATURES = _table(
    *(
        replace(option, flag=None)
        for option in (
            *FINETUNE.values(),
            Option("windows", "texts", is_required=True),
            Option("written", "path", is_required=True),
            Option("pixel", "number"),
            _switch("looks_twice", ""),
        )
    )
)
"""What a network sees of windows, for an adaptation elsewhere; for programs."""

DISTILL = _table(
    Option("raster", "path", is_required=True, flag="RASTER"),
    Option("out", "path", is_required=True, flag="OUT_DIR"),
    *_group(
        "Teacher",
        Option(
            "teacher",
            "text",
            "Teacher: id or path of the model to learn from.",
            is_required=True,
            metavar="MODEL",
        ),
        _TTA,
        _SCALES,
    ),
    *_group(
        "Student",
        replace(_MODEL, name="student", help="Student: id or path of a compact ONNX model."),
        Option("name", "text", "Name of the new model.", chosen="by its folder"),
    ),
    *_group("Raster", _BANDS, _STRETCH, _NODATA, _CRS, _PIXEL_SIZE),
    *_group(
        "Training",
        Option(
            "windows",
            "whole",
            "Windows that the teacher looks at; every fifth of them is held out.",
            default=100,
            minimum=10,
            maximum=10_000,
            noun="number of windows",
        ),
        _SEED,
        _LOCAL_ONLY,
    ),
    *_group("Computing", _DEVICE, _PRECISION, _THREADS),
)
"""A compact model taught by a large one, for one raster."""

_CLASS_NAMES = Option(
    "classes",
    "texts",
    "Names of the classes of the map by value; the others keep theirs.",
    chosen="as the map says",
    metavar="VALUE=NAME[,…]",
)

EVALUATE = _table(
    *_group(
        "Map or model",
        Option("map", "path", "Class raster to judge; or --model with --raster."),
        replace(_MODEL, help="Model to judge: id or path.", default=None, chosen=""),
        Option("raster", "path", "Raster that the model maps."),
        _BANDS,
        _GSD,
        _STRETCH,
        replace(_NODATA, help="NoData values of the map or raster, as in segment."),
        replace(_CRS, help="CRS of the map or raster, whatever its file says."),
        _CLASS_NAMES,
        _PIXEL_SIZE,
        Option(
            "against",
            "path",
            "Another map: which of the two is better, by the same points.",
            metavar="MAP",
        ),
        replace(_NODATA, name="against_nodata", help="NoData values of that map."),
        replace(_CRS, name="against_crs", help="CRS of that map."),
        replace(_CLASS_NAMES, name="against_classes", help="Names of the classes of that map."),
    ),
    *_group(
        "Reference",
        Option(
            "reference",
            "path",
            "Polygons, points or class raster: the truth.",
            is_required=True,
        ),
        Option("field", "text", "Attribute of the reference that holds the class, or the number."),
        _switch(
            "numbers",
            "Numbers, not classes: map and field hold amounts, as maps of ours say themselves.",
        ),
        _LAYER,
        Option(
            "background",
            "text",
            "Class outside of the reference's polygons, or of a reference raster's classes; if the "
            "map has no such class, all classes that the reference does not name.",
            metavar="NAME",
        ),
        replace(_NODATA, name="reference_nodata", help="The same of a reference raster."),
        replace(_CRS, name="reference_crs", help="The same of a reference raster."),
        replace(
            _CLASS_NAMES,
            name="reference_classes",
            help="Names of the classes of a reference raster by value.",
            chosen="as it says",
        ),
    ),
    *_group(
        "Robustness",
        _switch(
            "corruptions",
            "Also on imagery that is spoiled, in twelve ways and five strengths: what is left of "
            "the accuracy.",
        ),
    ),
    *_group(
        "Output",
        Option("report", "path", "Report (.html), with JSON beside it.", metavar="PATH"),
    ),
    *_group("Computing", _DEVICE, _THREADS),
    *_group("Many computers", _CLUSTER, _TLS, _WITHOUT_TLS, _PLACES),
    *_group("Run", _LOCAL_ONLY),
    Option("shown", "mapping", flag=None),
)
"""How good a map or a model is."""

ZONAL = _table(
    *_group(
        "Objects",
        Option(
            "objects",
            "path",
            "Objects: a vector file of polygons, or points or lines.",
            is_required=True,
        ),
        _LAYER,
    ),
    *_group(
        "Map or model",
        Option("map", "path", "Class raster; or --model with --raster."),
        Option(
            "confidence",
            "path",
            "Confidence of the map, a raster of percent on its pixels.",
            chosen="that beside a map of ours",
            metavar="RASTER",
        ),
        replace(_MODEL, help="Model: id or path.", default=None, chosen=""),
        Option("raster", "path", "Raster that the model maps."),
        _BANDS,
        _GSD,
        _STRETCH,
        replace(_NODATA, help="NoData values of the map or raster, as in segment."),
        replace(_CRS, help="CRS of the map or raster, whatever its file says."),
        _CLASS_NAMES,
        _PIXEL_SIZE,
    ),
    *_group(
        "Output",
        Option(
            "out",
            "path",
            "Copy of the layer with the class of each object (.gpkg).",
            is_required=True,
            metavar="PATH",
        ),
    ),
    *_group("Computing", _DEVICE, _THREADS),
    *_group("Run", _LOCAL_ONLY),
)
"""One class for each object of a layer."""

REVIEW = _table(
    *_group(
        "Map or model",
        Option("map", "path", "Class raster of ours; or --model with --raster."),
        *(
            Option(
                name,
                "path",
                f"{what} of the map, a raster of percent on its pixels.",
                chosen="that beside the map",
                metavar="RASTER",
            )
            for name, what in (
                ("confidence", "Confidence"),
                ("lead", "Lead"),
                (UNFAMILIARITY, "Unfamiliarity"),
            )
        ),
        replace(_MODEL, help="Model: id or path.", default=None, chosen=""),
        Option("raster", "path", "Raster that the model maps."),
        replace(_EXTENT, help="Extent that the model maps, in the raster's CRS."),
        _BANDS,
        _GSD,
        _STRETCH,
        replace(_NODATA, help="NoData values of the map or raster, as in segment."),
        replace(_CRS, help="CRS of the map or raster, whatever its file says."),
        _CLASS_NAMES,
        _PIXEL_SIZE,
    ),
    *_group(
        "Places",
        _choice(
            "by",
            ("all", "confidence", "lead", UNFAMILIARITY),
            "Why to look at a place: little confidence, little lead over the next class, or unlike "
            "the training; all that are known of the map. Of a model all are the first two.",
            "reason",
        ),
        Option(
            "count",
            "whole",
            "Number of places.",
            default=20,
            minimum=1,
            maximum=1000,
            noun="number of places",
        ),
        Option(
            "distance",
            "number",
            "Least distance between two places, metres; pixels without a CRS.",
            chosen="as the area has room",
            above=0,
            unit="m",
            metavar="M",
        ),
    ),
    *_group(
        "Output",
        Option("out", "path", "Points to write (.gpkg).", is_required=True, metavar="PATH"),
    ),
    *_group("Computing", _DEVICE, _THREADS),
    *_group("Run", _LOCAL_ONLY),
)
"""The places of a map to look at next."""

SIMILAR = _table(
    Option("input", "path", is_required=True, flag="INPUT"),
    Option("objects", "path", is_required=True, flag="OBJECTS"),
    Option("output", "path", is_required=True, flag="OUTPUT"),
    *_group("Objects", _LAYER),
    *_group(
        "Candidates",
        Option(
            "candidates",
            "path",
            "Places that are similar enough, to write (.gpkg).",
            metavar="PATH",
        ),
        Option(
            "threshold",
            "number",
            "How similar they are at least, percent.",
            default=50.0,
            minimum=0,
            maximum=100,
            noun="threshold",
            metavar="PERCENT",
        ),
        _choice("form", ("outlines", "points"), "Write outlines of them, or a point in each."),
    ),
    *_group(
        "Model",
        replace(
            _MODEL,
            help="Whose features are compared: id or path, or bands for no network.",
            default=None,
            chosen="of an embedding its own vectors, else the bundled model",
        ),
        _GSD,
    ),
    *_group("Raster", _BANDS, _STRETCH, _NODATA, _CRS, _PIXEL_SIZE),
    *_group("Computing", _DEVICE, _THREADS),
    *_group("Run", _LOCAL_ONLY),
)
"""Where is what looks like a few objects."""

CHANGE = _table(
    Option("before", "path", is_required=True, flag="BEFORE"),
    Option("after", "path", is_required=True, flag="AFTER"),
    Option("output", "path", is_required=True, flag="OUTPUT"),
    *_group(
        "Maps",
        _choice(
            "align",
            ("none", "before", "after"),
            "Align to the grid of the map before or after: each pixel gets the class of the other "
            "map's nearest one. none: both have to have the same pixels.",
            "map to align to",
        ),
        replace(
            _CLASS_NAMES,
            help="Names of the classes by value, of both maps.",
            chosen="as the maps say",
        ),
        *(
            replace(
                _CLASS_NAMES,
                name=f"{when}_classes",
                help=f"Names of the classes {when}, where that map has others.",
                chosen="as --classes",
            )
            for when in ("before", "after")
        ),
        *(
            replace(option, name=f"{when}_{option.name}", help=f"{what} of the map {when}{more}")
            for when in ("before", "after")
            for option, what, more in (
                (_NODATA, "NoData values", ", as in segment."),
                (_CRS, "CRS", ", whatever its file says."),
            )
        ),
    ),
    *_group("Output", Option("report", "path", "Report (.html).", metavar="PATH")),
    *_group("Run", _LOCAL_ONLY),
)
"""What has changed between two maps."""

_LEAST_POINTS = Option(
    "least",
    "whole",
    "Least number of points of a class, where there are enough in all.",
    default=50,
    minimum=1,
    noun="least number of points",
)

SAMPLE_POINTS = _table(
    Option("map", "path", "Class raster.", is_required=True),
    Option("out", "path", "Points to write (.gpkg, .geojson).", is_required=True, metavar="PATH"),
    Option(
        "count",
        "whole",
        "Number of points in all.",
        default=500,
        minimum=1,
        noun="number of points",
    ),
    _LEAST_POINTS,
    replace(_NODATA, help="NoData values of the map, as in segment."),
    replace(_CRS, help="CRS of the map, whatever its file says."),
    _CLASS_NAMES,
    _SEED,
    _LOCAL_ONLY,
)
"""Random points on a map."""

PLAN_SAMPLE = _table(
    Option("map", "path", "Class raster.", is_required=True),
    Option(
        "margin",
        "number",
        "Margin of error of the overall accuracy (±): half of its 95 % interval.",
        default=0.05,
        above=0,
        maximum=0.5,
        noun="margin",
    ),
    Option(
        "class_margin",
        "number",
        "Margin of error of the user's accuracy of each class (±).",
        chosen="what the least points of a class give",
        above=0,
        maximum=0.5,
        noun="margin of a class",
    ),
    Option(
        "expected",
        "numbers",
        "Expected accuracy, 0 to 1: one for all classes, or one for each that the map has, with "
        "commas.",
        chosen="0.85",
        minimum=0,
        maximum=1,
        noun="expected accuracy",
        metavar="P[,…]",
    ),
    _LEAST_POINTS,
    replace(_NODATA, help="NoData values of the map, as in segment."),
    replace(_CRS, help="CRS of the map, whatever its file says."),
    _CLASS_NAMES,
    _LOCAL_ONLY,
)
"""How many points a sample needs."""

DESCRIBE_MODEL = _table(_ANY_MODEL)
"""What is known of a model."""

DOWNLOAD_MODEL = _table(
    replace(_ANY_MODEL, flag="ID"),
    Option(
        "address",
        "text",
        "Where the published files are.",
        chosen="$CROSSEARTH_MODELS_URL, else where they are published",
        flag="--from",
        metavar="URL|FOLDER",
    ),
    Option("proxy", "text", "HTTP proxy; '' for none.", chosen="the system's", metavar="URL"),
    replace(_switch("whole_file", "Keep all models of the file, not only this one."), flag="--all"),
)
"""A published model, brought here."""

IMPORT_MODEL = _table(
    Option("file", "path", is_required=True, flag="FILE"),
    Option("backbone", "path", "DINOv2 backbone, if FILE holds only the rest.", metavar="FILE"),
    Option("id", "text", "Id of the model.", chosen="by the name of FILE"),
    Option("name", "text", "Name of the model, for people."),
    Option("dataset", "text", "Dataset with its classes.", chosen="by FILE", metavar="NAME"),
    Option("classes", "texts", "Names of the classes, in the network's order."),
    Option("bands", "texts", "Names of the bands, in the network's order."),
    Option(
        "window",
        "whole",
        "Window size, pixels.",
        minimum=1,
        maximum=MAX_WINDOW_SIZE,
        unit="pixels",
    ),
    replace(_GSD, help="Model pixel size: that of its training, metres."),
    Option("mean", "numbers", "Mean of each band, which is subtracted from its pixels."),
    Option(
        "std",
        "numbers",
        "Standard deviation of each band, by which they are then divided.",
        above=0,
        noun="standard deviation",
    ),
    Option(
        "values",
        "text",
        "Values that the network takes, in which mean and std are, too.",
        chosen="by mean and std",
        metavar="bytes|reflectance|dB|MIN,MAX",
    ),
)
"""A model made of a file."""

EXPORT_MODEL = _table(
    _ANY_MODEL,
    Option("folder", "path", is_required=True, flag="OUT_DIR"),
    _switch("half", "Store weights in half precision: half the size."),
)
"""A model as ONNX."""
