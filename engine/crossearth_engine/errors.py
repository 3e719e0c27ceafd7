"""Every exception the engine raises for a person to read, with its code on the wire.

A class holds the English sentence that the command line prints: what happened and what to do. The
plugin finds its translation by ``code`` and fills in the same ``details``.
"""

from __future__ import annotations

import json
from typing import Any

from crossearth_engine.shared.addresses import without_secrets
from crossearth_engine.shared.dates import shown
from crossearth_engine.shared.findings import Finding

# A path may be 64 kB, and a server's phrase as long as it likes: nobody reads on.
MOST_CHARACTERS = 1000


def _fit_to_tell(value: Any) -> Any:
    """Return a text without secrets; what is left of a long one: its beginning and its end."""
    if isinstance(value, (int, type(None))):
        return value
    if isinstance(value, dict):
        return {name: _fit_to_tell(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_fit_to_tell(item) for item in value]
    text = without_secrets(shown(str(value)))
    if len(text) <= MOST_CHARACTERS:
        return value if text == str(value) else text
    return f"{text[: MOST_CHARACTERS // 2]} … {text[-MOST_CHARACTERS // 4 :]}"


def _fit_detail(name: str, value: Any) -> Any:
    """Return a detail as `_fit_to_tell` does; of findings, which are JSON, each text."""
    if name in ("finding", "findings"):
        return json.dumps(_fit_to_tell(json.loads(value)))
    return _fit_to_tell(str(value) if isinstance(value, (dict, list)) else value)


def _findings_in(value: Any) -> list[Finding]:
    """Return the findings that a detail is, with what a person reads of each of their details."""
    found = [value] if isinstance(value, Finding) else value
    if not isinstance(found, list) or not all(isinstance(item, Finding) for item in found):
        return []
    return [
        Finding(item.code, {name: str(_fit_to_tell(text)) for name, text in item.details.items()})
        for item in found
    ]


class EngineError(Exception):
    """Root of everything the engine reports. ``details`` fill the sentence and travel with it.

    A detail that is a finding, or several, stands there as its sentence, and with its code in
    ``findings``, JSON, of which QGIS makes a sentence of its own.

    ``is_failure`` tells what went wrong here from what was wrong with the request or its input.
    """

    code = "internal"
    is_failure = True
    sentence = "The engine failed: {reason}"

    def __init__(self, **details: Any) -> None:
        self.details: dict[str, Any] = {}
        for name, value in details.items():
            if found := _findings_in(value):
                self.details[name] = " ".join(finding.sentence for finding in found)
                self.details["findings"] = json.dumps([finding.to_dict() for finding in found])
            else:
                self.details[name] = _fit_detail(name, value)
        super().__init__(self.sentence.format(**self.details))

    def plain_details(self) -> dict[str, Any]:
        """Return the details ready for JSON."""
        return {
            name: value if isinstance(value, (str, int, bool, type(None))) else str(value)
            for name, value in self.details.items()
        }

    def to_dict(self) -> dict[str, Any]:
        """Return what there is to know, ready for JSON; ``fault``: whether of input or computer."""
        return {
            "error": str(self),
            "code": self.code,
            "details": self.plain_details(),
            "fault": "computer" if self.is_failure else "input",
        }


class BadInput(EngineError):
    """What was asked, or what was given, cannot be worked with; the engine itself is well."""

    is_failure = False


class InvalidRequest(BadInput, ValueError):
    """An argument is out of range, or two do not go together."""

    code = "invalid-request"
    sentence = "{reason}"


class UnreadableRaster(BadInput, OSError):
    """The source cannot be opened or a window cannot be read."""

    code = "unreadable-raster"
    sentence = "The raster {path} cannot be read: {reason}"


class ConnectionLost(UnreadableRaster):
    """What a server sends of a raster does not come whole."""

    code = "connection-lost"
    is_failure = True
    sentence = (
        "The raster {path} did not arrive whole from its server ({reason}). Check the network and "
        "run it again; if it fails again, download the file: it may be damaged there."
    )


class InputChanged(BadInput, OSError):
    """A file was written or replaced while a run read it."""

    code = "input-changed"
    sentence = (
        "The file {path} was changed, replaced or removed while it was being read: the result "
        "would be of both. Nothing was written. Run it again when no other program writes to "
        "the file."
    )


class UnsupportedType(BadInput):
    """Pixels are of a type that no model input can be made of."""

    code = "unsupported-type"
    sentence = (
        "The raster {path} has pixels of type {dtype}, which no model knows. Make real numbers of "
        "them first, for instance their magnitude with the raster calculator."
    )


class WrongBandCount(BadInput):
    """The band mapping does not fit the raster or the model."""

    code = "wrong-band-count"
    sentence = (
        "The model needs {needed} bands ({names}), but the choice is {given}; the raster {path} "
        "has {available}. Say which band of the raster stands for which of the model, such as "
        "--bands {example}: one may stand for several, and what calls itself alpha is data when it "
        "is named."
    )


class NoIntersection(BadInput):
    """The asked extent or polygons lie outside the raster."""

    code = "no-intersection"
    sentence = "The {area} does not touch the raster {path}. Check its position and its CRS."


class NoValidPixels(BadInput):
    """Everything in the asked area is nodata."""

    code = "no-valid-pixels"
    sentence = (
        "The raster {path} has no valid pixels in the asked area: everything there is nodata, or "
        "no centre of a pixel lies in the polygons."
    )


class TooFewGroups(BadInput):
    """A raster has fewer different pixels than groups are asked for."""

    code = "too-few-groups"
    sentence = (
        "The raster {path} cannot be divided into {groups} groups: {pixels} of its pixels were "
        "looked at, and the number of different ones among them is {different}. Ask for fewer "
        "groups (3 at least), or take a larger area or other bands."
    )


class DoubtfulRaster(BadInput):
    """No map is asked of a raster that would give a doubtful one."""

    code = "doubtful-raster"
    sentence = "No map was made of {path}, for it would be doubtful. {doubts}"


class UnreadableMask(BadInput, OSError):
    """The mask file is no vector file with polygons."""

    code = "unreadable-mask"
    sentence = "The mask {path} cannot be used: {reason}"


class IncompatibleRaster(BadInput):
    """The raster can be read, but is no class raster, or does not lie over the other one."""

    code = "incompatible-raster"
    sentence = "The raster {path} cannot be used: {reason}"


class IncompatibleGrids(IncompatibleRaster):
    """The pixels of two maps are not the same."""

    code = "incompatible-grids"
    sentence = (
        "The maps {path} and {other} do not lie on one grid. {reason} Say on whose grid to compare "
        "them (--align before or --align after): each pixel then gets the class of the other map's "
        "nearest one."
    )


class DatesMissing(BadInput):
    """A model has learned several dates, and not all of them are given."""

    code = "dates-missing"
    sentence = (
        "The model has learned the dates {learned}; there is no raster of {missing} (given: "
        "{given}). Give one of each date (--date), or say which dates stand for others: --dates-as "
        "order takes one after the other, --dates-as season the same time of another year."
    )


class DateUnknown(BadInput):
    """Nothing tells when one of several dates is."""

    code = "date-unknown"
    sentence = (
        "Nothing tells of which date {path} is: neither a STAC Item beside it, nor its tags, nor "
        "its name. Write the date before it: 2021-05-12={path}"
    )


class DatesEqual(BadInput):
    """Two of several dates are one."""

    code = "dates-equal"
    sentence = (
        "{path} and {other} are both of {date}. Make one raster of those of one day, or write "
        "before each when it is of: {date}T10:30=…"
    )


class DatesApart(BadInput):
    """Rasters of several dates do not lie over each other."""

    code = "dates-apart"
    sentence = (
        "{path} and {other} do not lie over each other: several dates are of one place. Check "
        "which files are meant, and their CRS."
    )


class DatesOnTwoGrids(BadInput):
    """The pixels of rasters of several dates are not the same. ``finding`` says how, as JSON."""

    code = "dates-on-two-grids"
    sentence = (
        "{path} and {other} do not have the same pixels. {reason} Say how the one is to be brought "
        "to the pixels of the other, which is given first (--align nearest, bilinear, cubic or "
        "average)."
    )


class UnreadablePolygons(BadInput, OSError):
    """The file with samples or reference cannot be read, or has nothing usable in it."""

    code = "unreadable-polygons"
    sentence = "The layer {path} cannot be used: {reason}"


class OutputIsInput(BadInput):
    """Writing would destroy the source."""

    code = "output-is-input"
    sentence = "The output {path} is itself an input. Choose another file."


class OutputNotWritable(BadInput, OSError):
    """The folder is missing or read-only, or the existing file cannot be replaced."""

    code = "output-not-writable"
    sentence = "The output {path} cannot be written: {reason}"


class UploadFailed(EngineError, OSError):
    """A finished result could not be brought to where it belongs. ``folder``: where it is kept."""

    code = "upload-failed"
    sentence = (
        "The result could not be uploaded to {path}: {reason}. It is finished and kept in "
        "{folder}; the same run with --resume uploads it and computes nothing again."
    )


class DamagedOutput(EngineError, OSError):
    """What was written is not what is read back."""

    code = "damaged-output"
    sentence = (
        "The file {path} is not what was written to it: {reason}. What lay there before is as it "
        "was. The disk, or the connection to it, may be damaged: take another folder."
    )


class DiskFull(EngineError, OSError):
    """The device ran out of space in mid-run."""

    code = "disk-full"
    sentence = "The disk is full: {path} could not be completed. Free some space and run it again."


class ModelNotFound(BadInput, OSError):
    """No model of this id, or no file at this path."""

    code = "model-not-found"
    sentence = "There is no model {model}. Known models: {known}."


class UnreadableModel(BadInput):
    """The file is truncated, or is not a model."""

    code = "unreadable-model"
    sentence = "The model {path} cannot be loaded: {reason}"


class IncompatibleModel(BadInput):
    """The file is a model, but not one this engine can run, or its metadata contradicts it."""

    code = "incompatible-model"
    sentence = "The model {path} cannot be used: {reason}"


class NotAdapted(BadInput):
    """The network has no head for any classes."""

    code = "not-adapted"
    sentence = (
        "The model {model} knows no classes yet. Adapt it to polygons of your own first "
        "(crossearth finetune), then take the model that comes of it."
    )


class ChecksumMismatch(BadInput):
    """The file is not the one that its metadata describes."""

    code = "checksum-mismatch"
    sentence = "The file {path} is damaged: its SHA-256 is not the one in its metadata."


class NoConnection(EngineError, OSError):
    """The server that has a file cannot be reached, or not be trusted."""

    code = "no-connection"
    sentence = (
        "There is no connection to {host}: {reason}. Check the network and the proxy settings, or "
        "take the file from a folder."
    )


class NotOffered(BadInput, OSError):
    """A file is not where it was looked for."""

    code = "not-offered"
    sentence = "There is no {file} at {address}. Check the address."


class DownloadRefused(EngineError, OSError):
    """The server answers, but not with the file. ``status`` is its own word for that."""

    code = "download-refused"
    sentence = "{host} does not send {file} ({status}). Try later, or take it from another address."


class DownloadInterrupted(EngineError, OSError):
    """The connection broke off again and again."""

    code = "download-interrupted"
    sentence = (
        "The download of {file} broke off at {done} of {total}: {reason}. What has arrived is "
        "kept; download it again to go on from there."
    )


class DamagedDownload(EngineError):
    """What has arrived is not what was announced."""

    code = "damaged-download"
    sentence = (
        "What {host} sent as {file} is not what it announced: size or SHA-256 differ. It was "
        "removed; download it again, or from another address."
    )


class ChangedDownload(EngineError):
    """A file is another one than when it was downloaded earlier, and nobody states a digest."""

    code = "changed-download"
    sentence = (
        "What {host} has as {file} is another file than the one that was downloaded here earlier. "
        "If its authors have changed it, remove its line from {list}, and download it again."
    )


class UnexpectedSize(EngineError):
    """A file is of a size that it cannot have, and nobody states a digest."""

    code = "unexpected-size"
    sentence = (
        "What {host} has as {file} is of {size}; the published file is of {expected}. Nothing was "
        "downloaded: check the address, or put a SHA256SUMS beside the file."
    )


class FileRefused(EngineError, OSError):
    """The operating system does not do what is asked of a file; ``reason`` is in its words."""

    code = "file-refused"
    sentence = "A file cannot be read or written: {reason}."


class NotEnoughSpace(EngineError, OSError):
    """What is to be written does not fit on the disk; told before it is begun."""

    code = "not-enough-space"
    sentence = (
        "There is not enough space on the disk of {folder}: {needed} are needed, {free} are free."
    )


class MissingPackage(EngineError, ImportError):
    """An optional package is not in the engine's environment."""

    code = "missing-package"
    sentence = "This needs the package {package}. Install it with: pip install {requirement}"


class DeviceUnavailable(BadInput):
    """The asked device is not on this machine, or not usable by the installed packages."""

    code = "device-unavailable"
    sentence = "The device {device} is not available. Available: {available}."


class DeviceUnusable(DeviceUnavailable):
    """The asked device is there and cannot be used."""

    code = "device-unusable"
    sentence = "The device {device} cannot be used. {reason} Available: {available}."


class PrecisionUnavailable(BadInput):
    """The model cannot be computed in the asked precision on its device, or gains nothing by it."""

    code = "precision-unavailable"
    sentence = (
        "The precision {precision} is not available for this model on {device}. "
        "Available: {available}."
    )


class OutOfMemory(EngineError, MemoryError):
    """A single window does not fit in memory. ``options`` are those that need less, for people."""

    code = "out-of-memory"
    sentence = (
        "Not enough memory on {device} for one window of {window} pixels. End other programs that "
        "use it, or run it with options that need less: {options}."
    )


class ModelTooLarge(OutOfMemory):
    """The weights of a model do not fit in memory."""

    code = "model-too-large"
    sentence = (
        "Not enough memory on {device} to load {model}. End other programs that use it, or run it "
        "with options that need less: {options}."
    )


class TrainingTooLarge(OutOfMemory):
    """A training does not fit in memory, however few patches are looked at together."""

    code = "training-too-large"
    sentence = (
        "Not enough memory on {device} to train on a single patch of {window} pixels. End other "
        "programs that use it, or run it with options that need less: {options}."
    )


class NotEnoughMemory(OutOfMemory):
    """Memory is short somewhere, and nothing tells for what."""

    code = "not-enough-memory"
    sentence = (
        "There is not enough memory for this on the computer. End other programs that use it, or "
        "ask for less: smaller windows (--window 256), one thread (--threads 1), a smaller model."
    )


class DeviceLost(EngineError):
    """A device does not answer this process any more; to a new one it may."""

    code = "device-lost"
    sentence = (
        "The device {device} has failed and cannot be used any more by the engine, which starts "
        "anew for the next run: {reason}. Run it again; if it fails again, update the driver of "
        "the card, or run it with --device cpu."
    )


class DeviceFailed(EngineError):
    """A device that is there could not load the network, or not run it."""

    code = "device-failed"
    sentence = (
        "The device {device} failed: {reason}. Run it again; if it fails again, update the driver "
        "of the card, or compute on the processor (--device cpu)."
    )


class LibraryFailed(DeviceFailed):
    """A library that is not the only one for a device cannot compute a network there."""

    code = "library-failed"
    sentence = (
        "{library} cannot compute this network ({reason}). {other} can: choose the precision fp32."
    )


class ClusterLost(EngineError, OSError):
    """The scheduler of a cluster is gone, and with it what it knew of a run."""

    code = "cluster-lost"
    sentence = (
        "The scheduler {address} does not answer any more. What is done is kept: when there is one "
        "again, the same command with --resume goes on."
    )


class JobCanceled(EngineError):
    """The person asked to stop."""

    code = "canceled"
    sentence = "Canceled."


def error_of(code: str, message: str, details: dict[str, Any]) -> EngineError:
    """Return the error that another process of the engine has told of.

    Args:
        code: which one.
        message: its sentence, for one that is not known here.
        details: see `EngineError.plain_details`.
    """
    waiting = [EngineError]
    while waiting:
        kind = waiting.pop()
        if kind.code == code and kind is not EngineError:
            return kind(**details)
        waiting += kind.__subclasses__()
    return EngineError(**{"reason": message, **details})
