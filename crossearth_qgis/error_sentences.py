"""The translated sentence for each error code of the engine.

The engine sends a code and details; the sentence is ours because the translations are. Codes and
placeholders are those of ``crossearth_engine/errors.py``, which a test compares with this table.
"""

from __future__ import annotations

import json
from typing import Any

from .command_line_names import in_qgis
from .finding_sentences import finding_sentence
from .translation import translate


def engine_sentence(code: str, message: str, details: dict[str, Any]) -> str:
    """Return the sentence for an error of the engine, in the user's language.

    Args:
        code: the engine's error code.
        message: its English sentence, used for a code that the plugin does not know.
        details: what fills the placeholders.
    """
    sentence = _sentences().get(code)
    if sentence is None:
        return in_qgis(message)
    # Of paths and names nothing is changed.
    words = ("reason", "options")
    details = {n: in_qgis(str(v)) if n in words else v for n, v in details.items()}
    try:
        if code == "doubtful-raster":
            details = {**details, "doubts": _doubts(details["findings"])}
        elif code == "no-intersection":
            details = {**details, "area": _area(details["area"])}
        elif "finding" in details:
            details = {**details, "reason": _doubts(f"[{details['finding']}]")}
        elif "findings" in details:
            details = {**details, "reason": _doubts(details["findings"])}
        return sentence.format(**details)
    except (KeyError, IndexError, ValueError):
        return in_qgis(message)


def _doubts(findings: str) -> str:
    return " ".join(
        finding_sentence(finding["code"], finding["sentence"], finding["details"])
        for finding in json.loads(findings)
    )


def _area(text: str) -> str:
    """Return what lies beside a raster, as the engine calls it, in the user's language."""
    areas = {
        "extent": translate("CrossEarth", "extent"),
        "area of the polygons": translate("CrossEarth", "area of the polygons"),
        "set of points": translate("CrossEarth", "set of points"),
        "set of polygons": translate("CrossEarth", "set of polygons"),
        "set of objects": translate("CrossEarth", "set of objects"),
        "layer of objects": translate("CrossEarth", "layer of objects"),
        "reference raster": translate("CrossEarth", "reference raster"),
    }
    word, _blank, path = text.partition(" ")
    if word == "map":
        return translate("CrossEarth", "map {path}").format(path=path)
    return areas.get(text, text)


def _sentences() -> dict[str, str]:
    # Built at each call: the translator may have been installed after this module was imported.
    return {
        "internal": translate("CrossEarth", "The engine failed: {reason}"),
        "invalid-request": translate("CrossEarth", "{reason}"),
        "unreadable-raster": translate("CrossEarth", "The raster {path} cannot be read: {reason}"),
        "connection-lost": translate(
            "CrossEarth",
            "The raster {path} did not arrive whole from its server ({reason}). Check the network "
            "and run it again; if it fails again, download the file: it may be damaged there.",
        ),
        "input-changed": translate(
            "CrossEarth",
            "The file {path} was changed, replaced or removed while it was being read: the result "
            "would be of both. Nothing was written. Run it again when no other program writes to "
            "the file.",
        ),
        "unsupported-type": translate(
            "CrossEarth",
            "The raster {path} has pixels of type {dtype}, which no model knows. Make real numbers "
            "of them first, for instance their magnitude with the raster calculator.",
        ),
        "wrong-band-count": translate(
            "CrossEarth",
            "The model needs {needed} bands ({names}), but the choice is {given}; the raster "
            "{path} has {available}. Say which band of the raster stands for which of the model, "
            "such as {example}: one may stand for several, and what calls itself alpha is data "
            "when it is named.",
        ),
        "no-intersection": translate(
            "CrossEarth",
            "The {area} does not touch the raster {path}. Check its position and its CRS.",
        ),
        "no-valid-pixels": translate(
            "CrossEarth",
            "The raster {path} has no valid pixels in the asked area: everything is nodata.",
        ),
        "too-few-groups": translate(
            "CrossEarth",
            "The raster {path} cannot be divided into {groups} groups: {pixels} of its pixels were "
            "looked at, and the number of different ones among them is {different}. Ask for fewer "
            "groups (3 at least), or take a larger area or other bands.",
        ),
        "doubtful-raster": translate(
            "CrossEarth", "No map was made of {path}, for it would be doubtful. {doubts}"
        ),
        "unreadable-mask": translate("CrossEarth", "The mask {path} cannot be used: {reason}"),
        "incompatible-raster": translate(
            "CrossEarth", "The raster {path} cannot be used: {reason}"
        ),
        "incompatible-grids": translate(
            "CrossEarth",
            "The maps {path} and {other} do not lie on one grid. {reason} Say on whose grid to "
            "compare them (Align to the grid of the map, ALIGN): each pixel then gets the class of "
            "the other map's nearest one.",
        ),
        "dates-missing": translate(
            "CrossEarth",
            "The model has learned the dates {learned}; there is no raster of {missing} (given: "
            "{given}). Give one of each date (DATES), or say which dates stand for others: "
            "DATES_AS=order takes one after the other, DATES_AS=season the same time of another "
            "year.",
        ),
        "date-unknown": translate(
            "CrossEarth",
            "Nothing tells of which date {path} is: neither a STAC Item beside it, nor its tags, "
            "nor its name. Set the date in the layer's properties: Temporal, a fixed time range "
            "of one day.",
        ),
        "dates-equal": translate(
            "CrossEarth",
            "{path} and {other} are both of {date}. Make one raster of those of one day.",
        ),
        "dates-apart": translate(
            "CrossEarth",
            "{path} and {other} do not lie over each other: several dates are of one place. Check "
            "which files are meant, and their CRS.",
        ),
        "dates-on-two-grids": translate(
            "CrossEarth",
            "{path} and {other} do not have the same pixels. {reason} Say how the one is to be "
            "brought to the pixels of the other, which is given first (ALIGN).",
        ),
        "unreadable-polygons": translate("CrossEarth", "The layer {path} cannot be used: {reason}"),
        "output-is-input": translate(
            "CrossEarth", "The output {path} is itself an input. Choose another file."
        ),
        "output-not-writable": translate(
            "CrossEarth", "The output {path} cannot be written: {reason}"
        ),
        "upload-failed": translate(
            "CrossEarth",
            "The result could not be uploaded to {path}: {reason}. It is finished and kept in "
            "{folder}; the same run with RESUME uploads it and computes nothing again.",
        ),
        "damaged-output": translate(
            "CrossEarth",
            "The file {path} is not what was written to it: {reason}. What lay there before is as "
            "it was. The disk, or the connection to it, may be damaged: take another folder.",
        ),
        "disk-full": translate(
            "CrossEarth",
            "The disk is full: {path} could not be completed and was removed. Free some space.",
        ),
        "model-not-found": translate(
            "CrossEarth", "There is no model “{model}”. Known models: {known}."
        ),
        "unreadable-model": translate("CrossEarth", "The model {path} cannot be loaded: {reason}"),
        "incompatible-model": translate("CrossEarth", "The model {path} cannot be used: {reason}"),
        "not-adapted": translate(
            "CrossEarth",
            "The model “{model}” knows no classes yet. Adapt it to polygons of your own first, "
            "then take the model that comes of it.",
        ),
        "checksum-mismatch": translate(
            "CrossEarth",
            "The file {path} is damaged: its SHA-256 is not the one in its metadata.",
        ),
        "no-connection": translate(
            "CrossEarth",
            "There is no connection to {host}: {reason}. Check the network and the proxy settings, "
            "or take the file from a folder.",
        ),
        "not-offered": translate(
            "CrossEarth", "There is no {file} at {address}. Check the address."
        ),
        "download-refused": translate(
            "CrossEarth",
            "{host} does not send {file} ({status}). Try later, or take it from another address.",
        ),
        "download-interrupted": translate(
            "CrossEarth",
            "The download of {file} broke off at {done} of {total}: {reason}. What has arrived is "
            "kept; download it again to go on from there.",
        ),
        "damaged-download": translate(
            "CrossEarth",
            "What {host} sent as {file} is not what it announced: size or SHA-256 differ. It was "
            "removed; download it again, or from another address.",
        ),
        "changed-download": translate(
            "CrossEarth",
            "What {host} has as {file} is another file than the one that was downloaded here "
            "earlier. If its authors have changed it, remove its line from {list}, and download it "
            "again.",
        ),
        "unexpected-size": translate(
            "CrossEarth",
            "What {host} has as {file} is of {size}; the published file is of {expected}. Nothing "
            "was downloaded: check the address, or put a SHA256SUMS beside the file.",
        ),
        "file-refused": translate("CrossEarth", "A file cannot be read or written: {reason}."),
        "not-enough-space": translate(
            "CrossEarth",
            "There is not enough space on the disk of {folder}: {needed} are needed, {free} are "
            "free.",
        ),
        "missing-package": translate(
            "CrossEarth",
            "This needs the package {package}. Install it with: pip install {requirement}",
        ),
        "cluster-lost": translate(
            "CrossEarth",
            "The scheduler {address} does not answer any more. What is done is kept: when there is "
            "one again, the same run with RESUME goes on.",
        ),
        "device-unavailable": translate(
            "CrossEarth", "The device {device} is not available. Available: {available}."
        ),
        "device-unusable": translate(
            "CrossEarth",
            "The device {device} cannot be used. {reason} Available: {available}.",
        ),
        "device-failed": translate(
            "CrossEarth",
            "The device {device} failed: {reason}. Run it again; if it fails again, update the "
            "driver of the card, or compute on the processor (DEVICE cpu).",
        ),
        "library-failed": translate(
            "CrossEarth",
            "{library} cannot compute this network ({reason}). {other} can: choose the precision "
            "fp32.",
        ),
        "precision-unavailable": translate(
            "CrossEarth",
            "The precision {precision} is not available for this model on {device}. "
            "Available: {available}.",
        ),
        "out-of-memory": translate(
            "CrossEarth",
            "Not enough memory on {device} for one window of {window} pixels. End other programs "
            "that use it, or run it with options that need less: {options}.",
        ),
        "model-too-large": translate(
            "CrossEarth",
            "Not enough memory on {device} to load {model}. End other programs that use it, or run "
            "it with options that need less: {options}.",
        ),
        "not-enough-memory": translate(
            "CrossEarth",
            "There is not enough memory for this on the computer. End other programs that use it, "
            "or ask for less: smaller windows, one thread, a smaller model.",
        ),
        "training-too-large": translate(
            "CrossEarth",
            "Not enough memory on {device} to train on a single patch of {window} pixels. End "
            "other programs that use it, or run it with options that need less: {options}.",
        ),
        "device-lost": translate(
            "CrossEarth",
            "The device {device} has failed and cannot be used any more by the engine, which "
            "starts anew for the next run: {reason}. Run it again; if it fails again, update the "
            "driver of the card, or compute on the processor (DEVICE cpu).",
        ),
        "canceled": translate("CrossEarth", "Canceled."),
    }
