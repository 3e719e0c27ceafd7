"""Messages between QGIS and the engine, and their framing on a byte stream.

One JSON object per line, UTF-8, in both directions. Pixels never cross the pipe: requests carry
paths and options, replies carry progress and paths. The module knows nothing of rasters, models
or processes and imports the standard library only, because both sides read it: the engine as a
module of its package, the plugin by file location.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Union, get_args

PROTOCOL_VERSION = (1, 3)
"""Major, minor. The parent refuses an engine of another major; unknown fields are ignored."""

MAX_LINE_BYTES = 16 * 1024 * 1024
"""A longer line is garbage: the largest honest message, a mask of polygons, travels as a file."""


STAGES = (
    "windows",
    "features",
    "map",
    "majority",
    "sieve",
    "polygons",
    "files",
    "compare",
    "corruptions",
    "change",
    "objects",
    "places",
)
"""What may go on in a job that has stages; each has a word in QGIS, but for the first: the windows
are counted."""


class ProtocolError(ValueError):
    """A line is not a message: not JSON, of unknown type, or lacking a field."""


@dataclass(frozen=True)
class Hello:
    """Parent to engine, first message: who is asking, and the language that reports are to be in.

    ``language`` is a code as HTML has it; ``texts`` are those of `wording.Language`.
    """

    protocol_version: tuple[int, int]
    language: str = "en"
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Welcome:
    """Engine to parent, answer to `Hello`. ``engine_version`` is the plugin's version too."""

    protocol_version: tuple[int, int]
    engine_version: str
    pid: int


@dataclass(frozen=True)
class Run:
    """Parent to engine: do one job.

    ``command`` is the name of an engine command (``segment``, ``describe-model``, ``devices``);
    ``arguments`` its keyword arguments, with the names and units of the command line's options.
    """

    job_id: str
    command: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Cancel:
    """Parent to engine: stop the job. Answered by `Canceled`, or by what had ended it before."""

    job_id: str


@dataclass(frozen=True)
class Shutdown:
    """Parent to engine: end the process once the current job has ended."""


@dataclass(frozen=True)
class Progress:
    """Engine to parent: ``done`` of ``total`` in a stage of a job, windows where it is not said.

    ``share`` is how much of the whole job is done, from 0 to 1, and never shrinks. ``seconds_left``
    counts to the end of the job, None while unknown. ``stage`` is one of `STAGES`, or empty.
    """

    job_id: str
    done: int
    total: int
    share: float
    seconds_left: float | None = None
    stage: str = ""


@dataclass(frozen=True)
class Log:
    """Engine to parent: a sentence for the person who runs the job.

    ``level``: info, warning, or error, of a raster that failed among many: the job goes on.
    ``code`` and ``details`` are those of a finding, if it is one, for the plugin to translate.
    """

    job_id: str
    level: str
    text: str
    code: str = ""
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Measured:
    """Engine to parent: figures of a training at a step, such as ``loss`` or ``val_miou``."""

    job_id: str
    step: int
    values: dict[str, float]


@dataclass(frozen=True)
class Done:
    """Engine to parent: the job has ended well. ``result`` is the command's JSON object."""

    job_id: str
    result: dict[str, Any]


@dataclass(frozen=True)
class Failed:
    """Engine to parent: the job has ended badly and the engine is ready for the next one.

    ``code`` and ``details`` are stable, for the plugin to phrase and translate; ``message`` is the
    English sentence of the command line.
    """

    job_id: str
    code: str
    message: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Canceled:
    """Engine to parent: the job was stopped on request and has left nothing behind."""

    job_id: str


# Union and not |: the plugin reads this file on Python 3.9.
Message = Union[
    Hello, Welcome, Run, Cancel, Shutdown, Progress, Log, Measured, Done, Failed, Canceled
]

_TYPES: dict[str, type] = {cls.__name__.lower(): cls for cls in get_args(Message)}


def encode(message: Message) -> bytes:
    """Return the message as one line, newline included.

    Raises:
        ValueError: if it holds what JSON has no word for, such as NaN.
    """
    body = {"type": type(message).__name__.lower(), **dataclasses.asdict(message)}
    return json.dumps(body, allow_nan=False).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """Return the message in one line.

    Raises:
        ProtocolError: if the line is not a message. Fields that the type does not know are ignored.
    """
    try:
        body = json.loads(line)
        kind = body.pop("type")
        cls = _TYPES[kind]
        known = {item.name for item in dataclasses.fields(cls)}
        values = {name: value for name, value in body.items() if name in known}
        if "protocol_version" in values:
            major, minor = values["protocol_version"]
            values["protocol_version"] = (int(major), int(minor))
        for name, kind_of_value in (
            ("job_id", str),
            ("command", str),
            ("arguments", dict),
            ("language", str),
            ("texts", dict),
        ):
            if not isinstance(values.get(name, kind_of_value()), kind_of_value):
                raise TypeError(f"{name} must be of type {kind_of_value.__name__}")
        message: Message = cls(**values)
        return message
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        raise ProtocolError(f"Not a message of this protocol: {line[:200]!r}") from error


def write_message(stream: BinaryIO, message: Message) -> None:
    """Write one message and flush it.

    Raises:
        OSError: if the other side has gone.
    """
    stream.write(encode(message))
    stream.flush()


def read_message(stream: BinaryIO) -> Message | None:
    """Return the next message, or None at the end of the stream. Blocks until there is a line.

    Raises:
        ProtocolError: if the line is not a message, or has no end within `MAX_LINE_BYTES`.
    """
    line = stream.readline(MAX_LINE_BYTES)
    if not line:
        return None
    if not line.endswith(b"\n"):
        raise ProtocolError(f"Line without end: {line[:200]!r}")
    return decode(line)
