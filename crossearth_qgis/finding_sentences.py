"""The translated sentence for each thing that may be wrong with a run.

The engine sends a code and details; the sentence is ours because the translations are. Codes and
placeholders are those of the engine's ``shared/findings.py``, which a test compares with these.
Options are called by their parameters in QGIS.
"""

from __future__ import annotations

import re
from typing import Any

from .command_line_names import in_qgis
from .translation import translate


def finding_sentence(code: str, message: str, details: dict[str, Any]) -> str:
    """Return the sentence for a finding of the engine, in the user's language.

    Args:
        code: the engine's code of it.
        message: its English sentence, used for a code that the plugin does not know.
        details: what fills the placeholders.
    """
    # Not with the plugin: nothing of the engine is.
    from .shared import findings

    sentence = _sentences().get(code)
    if sentence is None:
        return in_qgis(message)
    try:
        said = in_words(details)
        if "task" in details:
            said["task"] = _task(details["task"])
        told = sentence.format(**said)
    except (KeyError, IndexError):
        return in_qgis(message)
    file = details.get(findings.FILE)
    return told if file is None else f"{file}: {told}"


def warning_sentences(summary: dict[str, Any]) -> list[str]:
    """Return the warnings of a run or a look, those that are findings in the user's language."""
    ours = {
        finding["sentence"]: finding_sentence(
            finding["code"], finding["sentence"], finding["details"]
        )
        for finding in summary.get("findings") or ()
    }
    return [ours.get(text) or in_qgis(text) for text in summary.get("warnings") or ()]


def in_words(details: dict[str, Any]) -> dict[str, Any]:
    """Return details in the user's language where they are words; names and numbers stay."""
    # Not with the plugin: nothing of the engine is.
    from .shared import wording

    language = wording.Language(texts={f"word {word}": text for word, text in _words().items()})
    return {name: language.tell(wording.said_of(text)) for name, text in details.items()}


def texts_for_reports() -> dict[str, str]:
    """Return findings and words in the user's language, by the keys of the engine's `wording`."""
    findings = {f"finding {code}": sentence for code, sentence in _sentences().items()}
    return findings | {f"word {word}": text for word, text in _words().items()}


def _task(text: str) -> str:
    """Return what a task of a cluster is called in the user's language."""
    found = re.fullmatch(r"(plan|assemble|part (\d+/\d+)|share (\d+/\d+))(?: of (.+))?", text)
    if found is None:
        return text
    if found[3]:
        return translate("CrossEarth", "share {number} of the windows").format(number=found[3])
    if found[2]:
        task = translate("CrossEarth", "part {number}").format(number=found[2])
    elif found[1] == "plan":
        task = translate("CrossEarth", "plan")
    else:
        task = translate("CrossEarth", "assemble")
    if not found[4]:
        return task
    return translate("CrossEarth", "{task} of {file}").format(task=task, file=found[4])


def _words() -> dict[str, str]:
    return {
        "{low} to {high} m": translate("CrossEarth", "{low} to {high} m"),
        "reduced to {size} m": translate("CrossEarth", "reduced to {size} m"),
        "enlarged to {size} m": translate("CrossEarth", "enlarged to {size} m"),
        "seen as it is": translate("CrossEarth", "seen as it is"),
        "all bands": translate("CrossEarth", "all bands"),
        "its wavelength": translate("CrossEarth", "its wavelength"),
        "red": translate("CrossEarth", "red"),
        "green": translate("CrossEarth", "green"),
        "blue": translate("CrossEarth", "blue"),
        "yellow": translate("CrossEarth", "yellow"),
        "near infrared": translate("CrossEarth", "near infrared"),
        "short-wave infrared": translate("CrossEarth", "short-wave infrared"),
        "thermal infrared": translate("CrossEarth", "thermal infrared"),
        "red edge": translate("CrossEarth", "red edge"),
        "water vapour": translate("CrossEarth", "water vapour"),
        "coastal aerosol": translate("CrossEarth", "coastal aerosol"),
        "panchromatic": translate("CrossEarth", "panchromatic"),
        "a mask": translate("CrossEarth", "a mask"),
        "a CRS of its own": translate("CrossEarth", "a CRS of its own"),
        "torch (CUDA)": translate("CrossEarth", "PyTorch for NVIDIA cards"),
        "onnxruntime-gpu": translate("CrossEarth", "ONNX Runtime for NVIDIA cards"),
        "onnxruntime-gpu[cuda,cudnn]": translate("CrossEarth", "ONNX Runtime for NVIDIA cards"),
        "radar backscatter": translate("CrossEarth", "radar backscatter"),
        "terrain": translate("CrossEarth", "terrain"),
        "an index of several bands": translate("CrossEarth", "an index of several bands"),
    }


def _sentences() -> dict[str, str]:
    # Built at each call: the translator may have been installed after this module was imported.
    return {
        "values-assumed": translate(
            "CrossEarth",
            "Nothing tells what the numbers of the raster measure ({low} to {high}), and "
            "{model} takes {takes}: {one} was taken for 1. If that is wrong, the map is; say "
            "which numbers stand for 0 and 1, for instance STRETCH 0,10000, for Sentinel-2 "
            "since 2022 1000,11000, for Landsat Collection 2 7272.73,43636.36.",
        ),
        "bytes-assumed": translate(
            "CrossEarth",
            "The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A "
            "picture for the eye is no reflectance; take the imagery as it was delivered, or "
            "say which numbers stand for 0 and 1 (STRETCH).",
        ),
        "values-outside": translate(
            "CrossEarth",
            "Most values of the raster are not what {model} takes, which is {takes}: they are "
            "{low} to {high} by {source}. Say which numbers stand for the ends of its range "
            "(STRETCH MIN,MAX), or choose another raster.",
        ),
        "values-below-zero": translate(
            "CrossEarth",
            "By {source}, the darkest of the raster is a reflectance of {low}, which is below "
            "0: what is added to the numbers of such products was perhaps taken off them "
            "already. If so, say so: STRETCH 0,10000.",
        ),
        "values-far": translate(
            "CrossEarth",
            "{model} was trained on values around {mean}, plus or minus {std}; those of the "
            "raster are {low} to {high} (band {band}). Bands, units or scale do not belong "
            "together: check BANDS, say which numbers stand for the ends of the model's range "
            "(STRETCH), or what the model takes, at its import (VALUES).",
        ),
        "bands-moved": translate(
            "CrossEarth",
            "The values of band {bands} are not those that {model} was trained on: in band {band} "
            "half of the pixels lie below {middle}, where that was {trained}, and {low} to {high} "
            "held the middle half of them. Another date, another light, another sensor or haze "
            "does that, and the map will be poor. Bring the values back to those of the training "
            "(“Match to the training imagery”, MATCH), or adapt the model to this raster.",
        ),
        "values-linear": translate(
            "CrossEarth",
            "{model} takes decibels, and the values of the raster ({low} to {high}) look like "
            "backscatter that is not in decibels: take 10 times their decimal logarithm first, "
            "for instance with the raster calculator.",
        ),
        "values-in-feet": translate(
            "CrossEarth",
            "By its unit, {unit}, the elevation of the raster is in feet, and {model} takes "
            "metres: multiply it by 0.3048 first, for instance with the raster calculator.",
        ),
        "scale-differs": translate(
            "CrossEarth",
            "The raster itself says that {own} is a reflectance of 0, {source} says {other}: "
            "what the raster says was taken. If that is wrong, say which numbers stand for 0 "
            "and 1 (STRETCH).",
        ),
        "scale-not-applied": translate(
            "CrossEarth",
            "Scale and offset of the raster were not applied: without them its values ({low} to"
            " {high}) are in the range that {model} takes, {takes}, and with them they are not.",
        ),
        "offset-unknown": translate(
            "CrossEarth",
            "By {source}, {added} was added to the numbers of the raster. {model} takes numbers"
            " as they are, and by its means it was trained without that. If so, import it again"
            " with the range that it takes (VALUES 0,10000).",
        ),
        "border": translate(
            "CrossEarth",
            "{share} of the pixels along the raster's edge are {value} in all bands. If that is"
            " no data, say so (NODATA {nodata}): it is classified as if it were imagery.",
        ),
        "border-color": translate(
            "CrossEarth",
            "{share} of the pixels along the raster's edge have one colour, {value}. If that is"
            " no data, draw polygons around the imagery and limit the run to them (MASK): it is"
            " classified as if it were imagery.",
        ),
        "fill-value": translate(
            "CrossEarth",
            "{share} of the pixels are {value} in band {band}, far from all others ({low} to "
            "{high}), and nothing says that this is no data. If it is, say so (NODATA "
            "{nodata}): it is classified as if it were imagery, and it spoils the stretch of "
            "the values.",
        ),
        "bare-inside": translate(
            "CrossEarth",
            "{share} of the pixels lie in patches that are 0 in {bands}. If that is no data, "
            "say so (NODATA {nodata}): it is classified as if it were imagery.",
        ),
        "band-differs": translate(
            "CrossEarth",
            "Band {band} stands for {wanted}, but it seems to be {meaning} ({by}). Choose the "
            "bands if this is wrong (BANDS): the model would mistake the one for the other.",
        ),
        "colors-differ": translate(
            "CrossEarth",
            "By the colours that the file states, bands {bands} of the raster are {names}; by "
            "their names, {called}, they are others, whatever the sensor. Choose the bands if the "
            "colours are wrong (BANDS): the model would mistake the one for the other.",
        ),
        "mask-unmarked": translate(
            "CrossEarth",
            "Band {band} holds nothing but 0 and {value}, as a mask does that says where there is "
            "data, and nothing marks it as one: where it is 0, the raster is classified all the "
            "same. If it is one, mark it as alpha (gdal_translate -colorinterp_{band} alpha) and "
            "take the new file.",
        ),
        "mask-as-band": translate(
            "CrossEarth",
            "Band {band} stands for {wanted}, and it holds nothing but 0 and {value}, as a mask "
            "does. Choose the bands if this is wrong (BANDS): the model sees no imagery in it.",
        ),
        "band-only": translate(
            "CrossEarth",
            "Band {band} alone stands for {names} and {last}: a model that was made for colours"
            " sees a grey picture. Expect a poorer map, or choose imagery in colours.",
        ),
        "colors-numbered": translate(
            "CrossEarth",
            "The raster is a picture in numbered colours: its colour table makes the bands 1 "
            "red, 2 green and 3 blue of it. If the numbers stand for classes and not for "
            "colours, it is a map already, and no imagery for a model.",
        ),
        "bands-lacking": translate(
            "CrossEarth",
            "Nothing in the raster is named as {names}, of the {count} bands that {model} was "
            "trained on: it is shown their mean instead, which tells it nothing. If the raster "
            "has them, say which its bands are (BANDS), or name them in the file.",
        ),
        "bands-dead": translate(
            "CrossEarth",
            "There is no data anywhere in band {bands}. What is left out like that is not asked"
            " where the raster has data, and is 0 for the model. If it needs more, choose other"
            " bands (BANDS).",
        ),
        "bands-idle": translate(
            "CrossEarth",
            "Nothing varies in band {bands} of the raster, or there is no data in it: the model "
            "does without. If it needs more, say which bands it gets (BANDS).",
        ),
        "objects-outside": translate(
            "CrossEarth", "Objects that do not lie on the raster are left out: {count}."
        ),
        "objects-tiny": translate(
            "CrossEarth",
            "Objects that cover no more than a pixel: {count}. What a network sees of a pixel is "
            "mostly what lies around it. Draw the whole object, or a point where it is widest.",
        ),
        "dates-stand-in": translate(
            "CrossEarth",
            "The model has learned other dates. These stand for them: {dates}. What has grown "
            "earlier or later than in the year that it learned may get another class.",
        ),
        "dates-incomplete": translate(
            "CrossEarth",
            "On {date} there is no data for {share} of what the other dates show: there the result "
            "has none, either.",
        ),
        "dates-unused": translate(
            "CrossEarth",
            "The model has not learned these dates, and does without: {dates}.",
        ),
        "bands-embedding": translate(
            "CrossEarth",
            "The bands are embeddings of {name}: they are read as the values that their authors "
            "publish, and what is made of them has to name them: {attribution}",
        ),
        "bands-assumed": translate(
            "CrossEarth",
            "Nothing tells which bands {model} was made for: it is given the raster's bands "
            "{bands}, in this order. If that is wrong, say which (BANDS), or import the model "
            "with their names.",
        ),
        "scaling-assumed": translate(
            "CrossEarth",
            "Nothing tells how the pixels were scaled that {model} was trained with: they are "
            "divided by {divisor}. If that is wrong, the map is: import the model again and say"
            " how (MEAN, STD; 0 and 1 for a network that takes them as they are).",
        ),
        "bands-unnamed": translate(
            "CrossEarth",
            "Nothing tells which of the {count} bands of the raster are {names}: bands {bands} "
            "were taken, in their order. If these are others, say which (BANDS); the map is of "
            "no use otherwise.",
        ),
        "bands-equal": translate(
            "CrossEarth",
            "Bands {bands} of the raster hold the same values everywhere: the model sees no "
            "colours, and the map will be poorer. Choose others (BANDS) if there are any.",
        ),
        "bands-flat": translate(
            "CrossEarth",
            "All pixels of band {bands} have one value, {value}: the model learns nothing from "
            "that. Choose other bands (BANDS), or say that the value is no data (NODATA "
            "{value}).",
        ),
        "alpha-values": translate(
            "CrossEarth",
            "Band {band} says that it is alpha, and {share} of its values lie between 0 and the"
            " largest: it looks like data. Only where it is 0 the raster is taken to be without"
            " data. If the band is imagery, ask for it (BANDS), or take its name of alpha away.",
        ),
        "values-clipped": translate(
            "CrossEarth",
            "{share} of the values of band {band} lie beyond {low} to {high} and are cut off: "
            "the model cannot tell them apart. Say which values stand for the ends of its range"
            " (STRETCH).",
        ),
        "bytes-in-disguise": translate(
            "CrossEarth",
            "The raster stores numbers of {bits} bits, but none is above {high}: they look like"
            " bytes and were stretched as if they were not. If they are, say so (STRETCH "
            "0,255).",
        ),
        "class-raster": translate(
            "CrossEarth",
            "The raster has no more than {count} different values: it looks like a map of "
            "classes and not like imagery, of which the model makes one. Choose the imagery "
            "itself.",
        ),
        "pixels-coarse": translate(
            "CrossEarth",
            "A pixel of the raster measures {size} m; {model} was trained for {sizes}. The "
            "raster is {change}, and the map will be poorer. Take finer imagery, or say which "
            "size of pixels the model is to see (GSD).",
        ),
        "pixels-untrained": translate(
            "CrossEarth",
            "The network sees pixels of {size} m; {model} was trained for {sizes} and may be "
            "unreliable here. Leave GSD out, and the nearest of these is taken.",
        ),
        "pixels-other": translate(
            "CrossEarth",
            "{model} was made for pixels of {own} m and sees pixels of {size} m: the map will be"
            " poorer. With GSD {own} it is shown pixels of the size that it was made for.",
        ),
        "pixels-fine": translate(
            "CrossEarth",
            "A pixel of the raster measures {size} m; {model} was trained for {sizes}. The "
            "raster is {change}: the map has no finer details than that.",
        ),
        "pixels-unknown": translate(
            "CrossEarth",
            "The raster has no CRS to measure by: areas are given in pixels only, and the model"
            " sees it as it is. If you know how large its pixels are, say so (PIXEL_SIZE).",
        ),
        "pixels-unmeasured": translate(
            "CrossEarth",
            "The CRS does not tell what the pixels of the raster measure: it is a local one, or"
            " the coordinates of the raster are none of it. Areas are given in pixels only, and"
            " the model sees the raster as it is. If it is the wrong CRS, say which is right "
            "(CRS); if you know how large pixels are, say so (PIXEL_SIZE).",
        ),
        "pixel-size-unused": translate(
            "CrossEarth",
            "By its CRS a pixel of the raster measures {own} m; the {said} m that were given "
            "(PIXEL_SIZE) are for rasters without one and were not used.",
        ),
        "unlike-training": translate(
            "CrossEarth",
            "This raster is unlike the imagery that {model} was trained on: {share} of the "
            "places that were looked at are as unusual as one in 20 is there. Classes may be wrong "
            "anywhere on it, and the confidence does not tell where. Check the map against the "
            "imagery, or adapt the model to a few polygons drawn on this raster (Adapt); "
            "Unfamiliarity among the outputs shows where it is unlike.",
        ),
        "unlike-though-matched": translate(
            "CrossEarth",
            "Values were matched to the training imagery of {model}; {share} of the places that "
            "were looked at are still as unusual as one in 20 is there. Matching brings back "
            "brightness and contrast, and no detail, and makes noise stronger: check the map "
            "against the imagery.",
        ),
        "card-without-library": translate(
            "CrossEarth",
            "A graphics card is present ({card}); the engine was installed without its support:"
            " this {library} computes on processors only. To use the card, add {package} under "
            "Settings ▸ Options ▸ CrossEarth; the page on graphics cards in the documentation "
            "says more.",
        ),
        "card-without-driver": translate(
            "CrossEarth",
            "A graphics card is present ({card}) without a driver that lets programs compute on"
            " it. Install the driver of its maker and start the computer anew to use the card.",
        ),
        "card-driver-old": translate(
            "CrossEarth",
            "{card} is not used: its driver {driver} is too old for {library}. Update the "
            "driver, or install {library} for an older CUDA.",
        ),
        "card-old": translate(
            "CrossEarth",
            "{card} is not used: {library} has no programs for cards of its age (compute "
            "capability {capability}; it has {known}). An older {library} may have them; the "
            "page on graphics cards in the documentation says which.",
        ),
        "card-new": translate(
            "CrossEarth",
            "{card} is not used: {library} has no programs for cards as new as this (compute "
            "capability {capability}; it has {known}). Install a newer {library}.",
        ),
        "card-hidden": translate(
            "CrossEarth",
            "{card} is not used: the environment variable {variable} hides it from all "
            "programs. Take it away, or name the card in it, to use the card.",
        ),
        "card-not-found": translate(
            "CrossEarth",
            "{card} is not used: {library} was made for such cards and does not find it "
            "({reason}). Start the computer anew; if that does not help, install the card's "
            "driver again.",
        ),
        "card-libraries-missing": translate(
            "CrossEarth",
            "{card} is not used: libraries that {library} needs for it are missing or do not "
            "fit ({reason}). Remove {package} under Settings ▸ Options ▸ CrossEarth and add it "
            "again; the page on graphics cards in the documentation says more.",
        ),
        "card-no-way": translate(
            "CrossEarth",
            "{card} is not used: {library} has no way to compute on it with this system.",
        ),
        "card-unproved": translate(
            "CrossEarth",
            "{card} is not used by {library}: it could be by {way}, of which nobody has shown "
            "yet that the maps are right.",
        ),
        "card-failed": translate(
            "CrossEarth",
            "{card} is not used: {library} fails on it ({reason}). Update the driver of the "
            "card; until it works, the processor does.",
        ),
        "card-wrong": translate(
            "CrossEarth",
            "{card} is not used: {library} computes wrong numbers on it. Update the driver of "
            "the card, or install another version of {library}.",
        ),
        "card-silent": translate(
            "CrossEarth",
            "{card} is not used: {library} did not come back from it within {seconds} seconds. "
            "Start the computer anew; if that does not help, update the driver of the card.",
        ),
        "card-memory": translate(
            "CrossEarth",
            "{card} is not used: its memory ({memory}) does not suffice now. End other programs"
            " that use it, or choose less precise numbers (PRECISION) or a smaller model "
            "(MODEL).",
        ),
        "card-precision": translate(
            "CrossEarth",
            "{card} is not used: the model cannot be computed on it in {precision}, only in "
            "{available}. Choose one of these (PRECISION) to use the card.",
        ),
        "library-absent": translate(
            "CrossEarth",
            "{library} is not installed. It comes when a model is first used that needs it.",
        ),
        "library-broken": translate(
            "CrossEarth",
            "{library} cannot be loaded ({reason}). Set the engine up again; if that does not "
            "help, its packages do not suit this computer.",
        ),
        "library-silent": translate(
            "CrossEarth",
            "{library} did not answer within {seconds} seconds. Try again when the computer has"
            " less to do; if that does not help, set the engine up again.",
        ),
        "maps-matched-by-value": translate(
            "CrossEarth",
            "One map has numbers where the other has names, and is taken at them: {classes}. If "
            "they mean something else, nearly all of it counts as changed: name them "
            "(BEFORE_CLASSES, AFTER_CLASSES).",
        ),
        "classes-before-only": translate(
            "CrossEarth",
            "Only the map before, {file}, has {classes}: all of it counts as changed. If the "
            "other map calls it something else, give both the same name (BEFORE_CLASSES, "
            "AFTER_CLASSES).",
        ),
        "classes-after-only": translate(
            "CrossEarth",
            "Only the map after, {file}, has {classes}: all of it counts as changed. If the other "
            "map calls it something else, give both the same name (BEFORE_CLASSES, "
            "AFTER_CLASSES).",
        ),
        "holes-after": translate(
            "CrossEarth",
            "On {share} of where the map before has a class the map after has none: nothing is "
            "said of it.",
        ),
        "holes-before": translate(
            "CrossEarth",
            "On {share} of where the map after has a class the map before has none: nothing is "
            "said of it.",
        ),
        "overlap-small": translate(
            "CrossEarth",
            "The maps have {share} of the smaller one in common, and what lies elsewhere is not "
            "compared. Are they of one place?",
        ),
        "against-elsewhere": translate(
            "CrossEarth",
            "Of {total} points both maps have a class at {count} only: the comparison goes by "
            "these, and says nothing of the rest of the place.",
        ),
        "against-class-unmapped": translate(
            "CrossEarth",
            "The map {file} has no class {name} (its classes: {classes}): all of it counts as "
            "wrong there. If it calls the class something else, give the classes of its layer's "
            "legend the names of the other map's.",
        ),
        "classes-alike": translate(
            "CrossEarth",
            "The classes {names} are learned as classes of their own, though they differ in how "
            "they are written only. If they are one, write them alike.",
        ),
        "class-without-pixels": translate(
            "CrossEarth",
            "The class {name} has no pixel whose centre lies in one of its polygons and is valid:"
            " it is left out. Draw larger polygons.",
        ),
        "class-of-few-pixels": translate(
            "CrossEarth",
            "The class {name} has few pixels ({count}): draw more of it, {least} are a small "
            "start.",
        ),
        "class-of-one-polygon": translate(
            "CrossEarth",
            "The class {name} has only one polygon: its accuracy cannot be measured. Draw another"
            " one elsewhere.",
        ),
        "class-floods": translate(
            "CrossEarth",
            "Few pixels of the class {name} are drawn ({count}), and it takes {share} of the map."
            " So few say little of it. Check by random points of the map (“Draw sample points on "
            "a map”), draw more of {name}, and of what it is confused with.",
        ),
        "classes-untold": translate(
            "CrossEarth",
            "Nothing shows that the classes can be told apart here: of the pixels held out, "
            "{recall} of a class are right on average, and a map of one class would have "
            "{guessed}. The overall accuracy does not show that. Choose other bands or another "
            "raster, or classes that differ in it.",
        ),
        "classes-unlearned": translate(
            "CrossEarth",
            "The classes cannot be told apart here: of the very pixels that were learned from, "
            "{recall} of a class are right on average, and a map of one class would have "
            "{guessed}. Choose other bands or another raster, or classes that differ in it.",
        ),
        "numbers-untold": translate(
            "CrossEarth",
            "Nothing shows that the numbers can be told here: on the samples held out, what is "
            "mapped is no better than their mean (R² {r2}). Choose other bands or another raster.",
        ),
        "network-unjudged": translate(
            "CrossEarth",
            "No sample could be held out, so nothing shows that {model} helps here: the bands "
            "alone are taken. Draw more samples, in more places.",
        ),
        "network-would-flood": translate(
            "CrossEarth",
            "Not all of {model} is taken: on the polygons held out it has a mean IoU of {all}, "
            "and what is taken {taken}. With all of it much more of the map would become {names},"
            " of which few pixels are drawn. Draw more of it.",
        ),
        "training-stopped": translate(
            "CrossEarth",
            "Stopped: the best model so far is kept.",
        ),
        "training-cut-short": translate(
            "CrossEarth",
            "Stopped after {done} of {total} steps: this is the best model until then.",
        ),
        "patches-at-once": translate(
            "CrossEarth",
            "Memory on {device} does not suffice: fewer patches at once now ({count}), whose "
            "gradients are added up.",
        ),
        "device-given-up": translate(
            "CrossEarth",
            "{reason} Another device is tried now.",
        ),
        "distilled-no-better": translate(
            "CrossEarth",
            "The new model agrees no better with the teacher than the student did before, on "
            "windows that it has not learned from. Map with the student as it was, or have the "
            "teacher look at more windows (WINDOWS).",
        ),
        "distilled-perhaps-no-better": translate(
            "CrossEarth",
            "The new model may agree no better with the teacher than the student did before, on "
            "windows that it has not learned from. Map with the student as it was, or have the "
            "teacher look at more windows (WINDOWS).",
        ),
        "score-large": translate(
            "CrossEarth",
            "The network's only score lies between {low} and {high}, as percent or bytes do, and "
            "was taken for what a sigmoid makes a share of: above 0 is the second class. If that "
            "is wrong, so is the map: export the network again with shares of one.",
        ),
        "scores-each-alone": translate(
            "CrossEarth",
            "The network's scores are shares of one for each class by itself, and do not sum to "
            "one: confidence, lead and probabilities are shares of their sum, which says less.",
        ),
        "windows-one-by-one": translate(
            "CrossEarth",
            "Not enough memory to compute windows side by side: one by one now.",
        ),
        "windows-at-once": translate(
            "CrossEarth",
            "Not enough memory: fewer windows at once now ({count}).",
        ),
        "resume-of-another-run": translate(
            "CrossEarth",
            "What the interrupted run left belongs to other data, another model or other options:"
            " the run starts anew.",
        ),
        "resume-damaged": translate(
            "CrossEarth",
            "What the interrupted run left is damaged or incomplete: the run starts anew.",
        ),
        "inputs-are-maps": translate(
            "CrossEarth",
            "Maps of earlier runs are no imagery and are left out: {names}.",
        ),
        "items-without-asset": translate(
            "CrossEarth",
            "Items of {list} without the asset {asset} are left out: {names} ({count} in all).",
        ),
        "items-without-raster": translate(
            "CrossEarth",
            "Items of {list} without a raster among their assets are left out: {names} ({count} "
            "in all).",
        ),
        "batch-stopped": translate(
            "CrossEarth",
            "Stopped with {finished} of {total} rasters finished. What is done stays; the same "
            "command goes on.",
        ),
        "batch-stopped-for-now": translate(
            "CrossEarth",
            "Stopped with {finished} of {total} rasters finished. What is done stays; the same "
            "command with RESUME goes on.",
        ),
        "raster-taken-over": translate(
            "CrossEarth",
            "{file} was taken over by another run.",
        ),
        "sums-without-doubtful": translate(
            "CrossEarth",
            "The sums are without {names}: these maps are doubtful.",
        ),
        "sums-without-sizes": translate(
            "CrossEarth",
            "The sums are without {names}: no CRS tells how large the pixels are.",
        ),
        "points-of-one-class": translate(
            "CrossEarth",
            "The points have one class only, {name}: how much of its classes the map finds "
            "(recall) can be told, but not what the map wrongly takes for them. So there is no "
            "precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.",
        ),
        "points-lack-classes": translate(
            "CrossEarth",
            "The points have nothing of what the map calls {names}: how much of its classes the "
            "map finds (recall) can be told, but not what the map wrongly takes for them. So there "
            "is no precision, F1, IoU, kappa or overall accuracy. Add points of all that is there.",
        ),
        "points-twice": translate(
            "CrossEarth",
            "Points that lie on the pixel of another point: {count}. Each of them counts, so that "
            "figures and areas are wrong: remove the copies, and of labels that contradict each "
            "other all but one.",
        ),
        "points-moved": translate(
            "CrossEarth",
            "Points that do not lie in their stratum on this map, which they were drawn on: "
            "{count}. If they were moved, each speaks of another place than it stands for, and "
            "figures and areas are wrong: put them back. The same map, count and seed draw the "
            "same points.",
        ),
        "points-removed": translate(
            "CrossEarth",
            "The numbers of the points (id) have gaps: {count} are not there. If they were removed "
            "by what is there, or because it is hard to tell, figures and areas are wrong: put "
            "them back. Points that nobody can tell stay, without a class.",
        ),
        "class-written-as-none": translate(
            "CrossEarth",
            "What programs write where there is no class is taken for none in the field {field} "
            "({texts}): {count}. If it is a class, give it another name.",
        ),
        "points-nowhere": translate("CrossEarth", "Points without a place are left out: {count}."),
        "pixels-unequal": translate(
            "CrossEarth",
            "The pixels of one map are {times} times as long as those of the other: along edges "
            "of what has stayed, the finer map shows change that is none.",
        ),
        "objects-crossing": translate(
            "CrossEarth",
            "The outlines of these objects cross themselves: no. {numbers} of the layer. What they "
            "enclose is counted; check these objects.",
        ),
        "objects-without-class": translate(
            "CrossEarth",
            "Objects without a class: {count} of {total}. The map has none there, or they have no "
            "geometry.",
        ),
        "fields-left-out": translate(
            "CrossEarth",
            "Fields of lists or bytes are not in the copy: {fields}.",
        ),
        "fields-renamed": translate(
            "CrossEarth",
            "The layer has fields of the names of the new ones, which are called {fields} in the "
            "copy.",
        ),
        "places-few": translate(
            "CrossEarth",
            "The map has room for fewer places than the {asked} that were asked for: {count}.",
        ),
        "polygons-reprojected": translate(
            "CrossEarth",
            "The polygons are in {own} and {file} in {other}: they are reprojected.",
        ),
        "no-class-in-common": translate(
            "CrossEarth",
            "No class of the reference ({names}) is one of the map ({classes}). Is it the field "
            "that holds the class? Else give the classes the map's names or values.",
        ),
        "no-class-but-near": translate(
            "CrossEarth",
            "No class of the reference ({names}) is one of the map ({classes}). Is it the field "
            "that holds the class? Else give the classes the map's names or values. Is {near} "
            "meant?",
        ),
        "classes-too-many": translate(
            "CrossEarth",
            "The reference has {count} classes. Is it the field that holds the class?",
        ),
        "against-needs-points": translate(
            "CrossEarth",
            "Two maps are compared by points (“Draw sample points on a map”): pixels of polygons "
            "or of another map stand together and are no sample, so that nothing tells how sure a "
            "difference is.",
        ),
        "background-of-points": translate(
            "CrossEarth",
            "Points say nothing of what lies between them: the background is for polygons.",
        ),
        "field-unsaid": translate(
            "CrossEarth",
            "Name the field of the reference that holds the class.",
        ),
        "field-of-stratum": translate(
            "CrossEarth",
            "The field {field} says what the map had where a point was drawn, and no truth. Name "
            "the field with what is there ({reference}).",
        ),
        "points-none-labelled": translate(
            "CrossEarth",
            "none of its points has a class in the field {field} yet.",
        ),
        "strata-of-several": translate(
            "CrossEarth",
            "The points of the stratum {name} carry different sizes in their field {field}: they "
            "come from several samples. Judge by one sample at a time.",
        ),
        "expected-of-others": translate(
            "CrossEarth",
            "The map has {count} classes ({names}), and {given} expected accuracies were given: "
            "give one for all of them, or one for each in this order.",
        ),
        "points-are-labelled": translate(
            "CrossEarth",
            "points in it are labelled: {count}. Choose another file, or remove this one.",
        ),
        "map-twice": translate(
            "CrossEarth",
            "{file} is given twice: nothing can differ there. Choose two maps.",
        ),
        "map-without-data": translate(
            "CrossEarth",
            "it has no pixels with data. Check its position and its CRS.",
        ),
        "map-without-data-there": translate(
            "CrossEarth",
            "it has no pixels with data where {file} has some. Check its position and its CRS.",
        ),
        "map-complex": translate(
            "CrossEarth",
            "its pixels are complex numbers.",
        ),
        "map-of-numbers": translate(
            "CrossEarth",
            "it is a map of numbers, and has no classes.",
        ),
        "map-of-bands": translate(
            "CrossEarth",
            "it has {count} bands, as an image has; it is no class raster.",
        ),
        "map-of-many-values": translate(
            "CrossEarth",
            "it has more than {most} different values: it is no class raster.",
        ),
        "map-seems-image": translate(
            "CrossEarth",
            "it has {count} different values and seems to be an image. If they are classes, give "
            "it a colour table.",
        ),
        "map-without-crs": translate(
            "CrossEarth",
            "either it or {file} has no CRS: they cannot be laid over each other.",
        ),
        "maps-share-no-class": translate(
            "CrossEarth",
            "The maps have no class in common: {before} before, {after} after. Give them the same "
            "names (BEFORE_CLASSES or AFTER_CLASSES VALUE=NAME,…).",
        ),
        "sureness-unknown": translate(
            "CrossEarth",
            "Nothing tells how sure the map {file} is. Make it again with {flags} ({names} in "
            "QGIS), or give a model and a raster.",
        ),
        "percent-of-other-kind": translate(
            "CrossEarth",
            "{product} is one band of percent in bytes, as segment --{product} writes it.",
        ),
        "percent-of-other-pixels": translate(
            "CrossEarth",
            "it does not lie on the pixels of the map {file}.",
        ),
        "model-of-numbers": translate(
            "CrossEarth",
            "{model} tells numbers ({name}), and no classes.",
        ),
        "layer-empty": translate(
            "CrossEarth",
            "it is empty.",
        ),
        "layer-without-field": translate(
            "CrossEarth",
            "it has no field {field}. Its fields are: {fields}.",
        ),
        "layer-of-lines": translate(
            "CrossEarth",
            "it holds lines, which cover no pixel. Give them a width first (in QGIS: Vector, "
            "Geoprocessing Tools, Buffer).",
        ),
        "layer-without-polygons": translate(
            "CrossEarth",
            "it holds no polygons.",
        ),
        "layer-without-samples": translate(
            "CrossEarth",
            "it holds no polygons or points.",
        ),
        "no-polygon-with-class": translate(
            "CrossEarth",
            "it holds no polygon with an area and a class.",
        ),
        "no-sample-with-class": translate(
            "CrossEarth",
            "it holds no polygon or point with an area and a class.",
        ),
        "no-sample-with-number": translate(
            "CrossEarth",
            "it holds no polygon or point with an area and a number.",
        ),
        "layer-without-crs": translate(
            "CrossEarth",
            "The layer with what is there says no CRS: its coordinates are taken to be in {crs}, "
            "as those of {file}. If they are in another one, give the layer its CRS.",
        ),
        "raster-without-crs": translate(
            "CrossEarth",
            "{file} says no CRS: its coordinates are taken to be in {crs}, as those of the layer "
            "with what is there. If they are in another one, give the raster its CRS.",
        ),
        "polygons-outside": translate(
            "CrossEarth",
            "Polygons outside the raster are left out: {count}.",
        ),
        "polygons-overlap": translate(
            "CrossEarth",
            "Polygons of different classes overlap: what they share is left out. Places: {count}.",
        ),
        "features-no-polygons": translate(
            "CrossEarth",
            "Features that are no polygons are left out: {count}.",
        ),
        "features-no-samples": translate(
            "CrossEarth",
            "Features that are no polygons or points are left out: {count}.",
        ),
        "polygons-crossing": translate(
            "CrossEarth",
            "Self-crossing polygons are repaired: {count}.",
        ),
        "polygons-without-area": translate(
            "CrossEarth",
            "Polygons without an area are left out: {count}.",
        ),
        "polygons-without-class": translate(
            "CrossEarth",
            "Polygons without a class are left out: {count}.",
        ),
        "samples-without-number": translate(
            "CrossEarth",
            "Polygons and points without a number are left out: {count}.",
        ),
        "samples-unmapped": translate(
            "CrossEarth",
            "Polygons and points where the map has no number are left out: {count}.",
        ),
        "numbers-overlap": translate(
            "CrossEarth",
            "Polygons of different numbers overlap: what they share is left out. Places: {count}.",
        ),
        "numbers-averaged": translate(
            "CrossEarth",
            "Pixels with several points have the mean of their numbers: {count}.",
        ),
        "class-codes": translate(
            "CrossEarth",
            "The field {field} holds whole numbers only, {count} different ones. If they are codes "
            "of classes, what lies between two of them means nothing: adapt to classes instead.",
        ),
        "class-unmapped": translate(
            "CrossEarth",
            "The map has no class {name} (its classes: {classes}): all of it counts as wrong.",
        ),
        "class-misspelt": translate(
            "CrossEarth",
            "The map has no class {name} (its classes: {classes}): all of it counts as wrong. Is "
            "{near} meant?",
        ),
        "background-unsaid": translate(
            "CrossEarth",
            "If the class {name} of the reference is all that is none of the others, give it as "
            "the background (BACKGROUND).",
        ),
        "numbers-too-small": translate(
            "CrossEarth",
            "Were the reference's numbers 1 more, {shifted} of it would agree with the map, and "
            "not {agree}: the one seems to count its classes from 0, the other from 1. If so, "
            "number the reference as the map does, or give it the names of the map's classes.",
        ),
        "numbers-too-large": translate(
            "CrossEarth",
            "Were the reference's numbers 1 less, {shifted} of it would agree with the map, and "
            "not {agree}: the one seems to count its classes from 0, the other from 1. If so, "
            "number the reference as the map does, or give it the names of the map's classes.",
        ),
        "class-spelt-variously": translate(
            "CrossEarth",
            "The reference writes {spellings}: all are taken as the class {name}.",
        ),
        "polygons-of-training": translate(
            "CrossEarth",
            "Of the {count} reference polygons, the model {model} was adapted to {known}: it has "
            "seen them, and the figures flatter it. Judge it by other polygons, or by random "
            "points (“Draw sample points on a map”); how well it does on polygons that were held "
            "out stands in the model's own accuracy report.",
        ),
        "polygons-of-a-part": translate(
            "CrossEarth",
            "The polygons span only {share} of the map, and all of the rest counts as the "
            "background. If they were drawn on a part of the map only, judge the map of that part "
            "alone.",
        ),
        "points-unlabelled": translate(
            "CrossEarth",
            "Points without a class yet are left out: {count}.",
        ),
        "points-added": translate(
            "CrossEarth",
            "Points of no stratum, as if added by hand, are left out: {count}.",
        ),
        "points-unmapped": translate(
            "CrossEarth",
            "Points where the map has no class are left out: {count}.",
        ),
        "strata-unknown": translate(
            "CrossEarth",
            "The points do not say which strata they were drawn from, nor how large these are "
            "(fields stratum and stratum_px or stratum_m2): the figures hold for these points "
            "only, and are wrong for the map if some classes have more points than their area "
            "asks for. No areas are estimated. Draw points with “Draw sample points on a map”, "
            "which writes these fields; for points that it drew without them, draw once more with "
            "the same map, count and seed into another file, and join the fields by id.",
        ),
        "reference-unmapped": translate(
            "CrossEarth",
            "The map has no class on {share} of the reference's pixels: they are left out. If no "
            "class means something else there, such as all that is no building, the figures are "
            "too good: give it a value of its own on the map.",
        ),
        "reference-is-a-map": translate(
            "CrossEarth",
            "The reference is itself a map, made by the model {model}: the figures say how far "
            "two maps agree, and not how good either is.",
        ),
        "reference-of-one-class": translate(
            "CrossEarth",
            "The reference has one class only, {name}: how much of its classes the map finds "
            "(recall) can be told, but not what the map wrongly takes for them. So there is no "
            "precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, "
            "if all that lies outside of the reference's polygons is something else, say so: "
            "BACKGROUND other.",
        ),
        "reference-lacks-classes": translate(
            "CrossEarth",
            "The reference has nothing of what the map calls {names}: how much of its classes the "
            "map finds (recall) can be told, but not what the map wrongly takes for them. So "
            "there is no precision, F1, IoU, kappa or overall accuracy. Add places of all that is "
            "there; or, if all that lies outside of the reference's polygons is something else, "
            "say so: BACKGROUND other.",
        ),
        "no-sample": translate(
            "CrossEarth",
            "No areas are estimated: that takes points drawn at random on the map (“Draw sample "
            "points on a map”), and polygons or another map are none.",
        ),
        "map-of-another-extent": translate(
            "CrossEarth",
            "This map has a class on {share} of the area of the map that the points were drawn "
            "on: areas are estimated for what both have in common.",
        ),
        "points-missing": translate(
            "CrossEarth",
            "The points of strata that take {share} of the map that they were drawn on are "
            "missing: no figures can be told. Use all points that “Draw sample points on a map” "
            "has drawn, those without a class, too.",
        ),
        "strata-untold": translate(
            "CrossEarth",
            "No figures and no areas can be told: each stratum needs a labelled point, and better "
            "50, but {names} has none, and what is not known takes {share} of the map. Say what "
            "is there at some of its points.",
        ),
        "strata-unlabelled": translate(
            "CrossEarth",
            "No point of the stratum {names} has a class: the figures hold for the rest of the "
            "map.",
        ),
        "strata-of-one-point": translate(
            "CrossEarth",
            "Of the stratum {names} one point only is labelled. Intervals allow for that; ± of "
            "the normal approximation needs two points of each stratum and is left out.",
        ),
        "against-untold": translate(
            "CrossEarth",
            "Which map is better cannot be told: of {share} of the map that the points were drawn "
            "on no point has a class.",
        ),
        "pixels-few": translate(
            "CrossEarth",
            "The map has fewer pixels with a class ({pixels}) than the {asked} points that were "
            "asked for: each of them is a point.",
        ),
        "points-few": translate(
            "CrossEarth",
            "There are fewer points than classes: none lies on {names}, and areas cannot be told "
            "for the whole map. Ask for {least} points at least, better 50 for each class.",
        ),
        "map-too-small": translate(
            "CrossEarth",
            "The map has {pixels} pixels with a class, and not all of them would make it as sure "
            "as asked. Ask for less.",
        ),
        "classes-too-small": translate(
            "CrossEarth",
            "All pixels that the map has of {names} would not make the accuracy there as sure as "
            "asked; the margins below are what can be had.",
        ),
        "grids-of-two-crs": translate(
            "CrossEarth",
            "The one is in {own}, the other in {other}.",
        ),
        "grids-of-two-sizes": translate(
            "CrossEarth",
            "The pixels of the one measure {own}, those of the other {other} (in units of the "
            "CRS).",
        ),
        "grids-turned": translate(
            "CrossEarth",
            "The rows of the one are turned by {own}°, those of the other by {other}°.",
        ),
        "grids-without-crs": translate(
            "CrossEarth", "Neither has a CRS, by which the one could be brought to the other."
        ),
        "grids-mirrored": translate(
            "CrossEarth",
            "The rows of the one run from the north, those of the other from the south.",
        ),
        "grids-shifted": translate(
            "CrossEarth",
            "The pixels of the one lie between those of the other, shifted by {right} of a pixel "
            "along rows and {down} along columns.",
        ),
        "cluster-local-count": translate(
            "CrossEarth",
            "There can be 1 to {most} workers (local:N), not {count}.",
        ),
        "cluster-unknown": translate(
            "CrossEarth",
            "There is no cluster {text}: name the address of its scheduler, such as "
            "tls://host:8786, the file that it has written, or local:N for N workers here.",
        ),
        "cluster-in-the-clear": translate(
            "CrossEarth",
            "The scheduler {address} is on another computer and does not use TLS: who "
            "reaches it can run anything on its workers. Start it with certificates (tls://).",
        ),
        "cluster-file": translate(
            "CrossEarth",
            "{path} is no file of a scheduler (dask scheduler --scheduler-file).",
        ),
        "certificates-unusable": translate(
            "CrossEarth",
            "The certificates in {folder} cannot be used: {reason}.",
        ),
        "certificates-of-dask": translate(
            "CrossEarth",
            "The certificates that dask's settings name cannot be used: {reason}.",
        ),
        "certificates-unnamed": translate(
            "CrossEarth",
            "The scheduler {address} uses TLS, and no certificates are named. Say in QGIS's "
            "options in which folder they are.",
        ),
        "certificates-missing": translate(
            "CrossEarth",
            "The folder {folder} has no {file}: {files} are needed.",
        ),
        "certificate-expired": translate(
            "CrossEarth",
            "The certificate {file} was valid until {end}, and the clock of this computer "
            "says {now}: make new ones for all computers, or set the clock.",
        ),
        "certificate-early": translate(
            "CrossEarth",
            "The certificate {file} is valid from {begin} on, and the clock of this computer "
            "says {now}: set the clock.",
        ),
        "key-readable": translate(
            "CrossEarth",
            "Others on this computer can read {key}, with which they can run anything on the "
            "cluster: {command} keeps it to you. Where that changes nothing, as on some "
            "network drives, copy the folder to a disk of this computer.",
        ),
        "key-encrypted": translate(
            "CrossEarth",
            "The key {key} has a password, and nobody is asked for it: name one without.",
        ),
        "scheduler-absent": translate(
            "CrossEarth",
            "There is no scheduler of dask at {address}: {reason}.",
        ),
        "scheduler-silent": translate(
            "CrossEarth",
            "There is no scheduler of dask at {address}: it does not answer.",
        ),
        "scheduler-gone": translate(
            "CrossEarth",
            "The scheduler {address} does not answer any more: run it again when there is one.",
        ),
        "scheduler-gone-features-kept": translate(
            "CrossEarth",
            "The scheduler {address} does not answer any more: run it again when there is "
            "one, or on this computer. What is computed is kept.",
        ),
        "place-meaningless": translate(
            "CrossEarth",
            "{text} does not say what workers call a folder: write both absolute, as in "
            "Z:\\imagery=/data/imagery.",
        ),
        "report-unnamed": translate(
            "CrossEarth",
            "The workers write the map beside the report while it is judged: name one "
            "(REPORT) in a folder that they see.",
        ),
        "features-nowhere": translate(
            "CrossEarth",
            "The workers write what they see beside the new model: name a folder that they "
            "see (SCRATCH).",
        ),
        "features-unseen": translate(
            "CrossEarth",
            "The workers have written what they see to {folder}, and it is not seen here.",
        ),
        "devices-mixed": translate(
            "CrossEarth",
            "Some workers compute on {device}, and others on {other}: what they see is not "
            "the same to the last digit, and the model would be of both. Name a device that "
            "all have (DEVICE cpu), or leave out the others.",
        ),
        "workers-awaited": translate(
            "CrossEarth",
            "The scheduler has no workers yet: waiting for them…",
        ),
        "worker-of-other-version": translate(
            "CrossEarth",
            "The worker {worker} has version {own} of the engine, and not {version}.",
        ),
        "worker-without-engine": translate(
            "CrossEarth",
            "The worker {worker} has no engine of version {version} ({reason}).",
        ),
        "worker-without-folder": translate(
            "CrossEarth",
            "The worker {worker} does not see the folder {folder}, where the map is to be.",
        ),
        "worker-cannot-write": translate(
            "CrossEarth",
            "The worker {worker} cannot write to the folder {folder}: {reason}.",
        ),
        "worker-without-model": translate(
            "CrossEarth",
            "The worker {worker} lacks the model {model}.",
        ),
        "worker-without-raster": translate(
            "CrossEarth",
            "The worker {worker} does not see what is here: {reason}",
        ),
        "worker-cannot-keep-model": translate(
            "CrossEarth",
            "The worker {worker} cannot keep the model that it was sent: {reason}.",
        ),
        "worker-with-other-model": translate(
            "CrossEarth",
            "The worker {worker} has another model {model} than there is here, by the "
            "SHA-256 of its weights and its description.",
        ),
        "worker-with-other-raster": translate(
            "CrossEarth",
            "The worker {worker} sees another raster {raster} than the one that is here.",
        ),
        "worker-failed": translate(
            "CrossEarth",
            "The worker {worker} could not look: {reason}.",
        ),
        "workers-more": translate(
            "CrossEarth",
            "More workers that cannot take part either: {count}.",
        ),
        "worker-left-out": translate(
            "CrossEarth",
            "The worker {worker} gets nothing to do.",
        ),
        "model-sent": translate(
            "CrossEarth",
            "The model {model} is sent to workers that lack it: {count}.",
        ),
        "model-scattered": translate(
            "CrossEarth",
            "a file of it cannot be read, or lies elsewhere.",
        ),
        "engine-ended": translate(
            "CrossEarth",
            "{task} was lost: on {worker} the engine ended with status {status}. The last it "
            "said: {words}",
        ),
        "engine-stopped": translate(
            "CrossEarth",
            "{task} was lost: on {worker} it was stopped.",
        ),
        "device-lost": translate(
            "CrossEarth",
            "{task} was lost: on {worker}, {reason}",
        ),
        "worker-lost": translate(
            "CrossEarth",
            "{task} was lost with its worker: {reason}.",
        ),
        "task-again": translate(
            "CrossEarth",
            "{task} is tried again.",
        ),
        "task-given-up": translate(
            "CrossEarth",
            "{task} is given up: it was lost {count} times.",
        ),
        "task-needless": translate(
            "CrossEarth",
            "{task} is not needed any more.",
        ),
        "bands-of-other-number": translate(
            "CrossEarth",
            "it takes {own} bands, and you name {given}.",
        ),
        "bands-of-published": translate(
            "CrossEarth",
            "it takes {own} bands, and {name} {given}.",
        ),
        "gsd-not-positive": translate(
            "CrossEarth",
            "The GSD must be more than 0 m, not {gsd}.",
        ),
        "description-wrong": translate(
            "CrossEarth",
            "The model cannot be described so: {reason}.",
        ),
        "file-absent": translate(
            "CrossEarth",
            "there is no such file.",
        ),
        "id-of-other-letters": translate(
            "CrossEarth",
            "The id {id} may hold small letters, digits, dots and hyphens only.",
        ),
        "id-taken": translate(
            "CrossEarth",
            "There is a model {id} already. Choose another id (MODEL_ID), or remove it.",
        ),
        "dataset-unknown": translate(
            "CrossEarth",
            "There is no dataset {name}. Known are: {known}.",
        ),
        "classes-of-other-number": translate(
            "CrossEarth",
            "it tells {own} classes apart, but {name} has {given} ({classes}). Choose "
            "another dataset (DATASET), or name the classes (CLASSES).",
        ),
        "classes-over-most": translate(
            "CrossEarth",
            "it tells {own} classes apart; a map holds at most {most}.",
        ),
        "classes-of-metadata": translate(
            "CrossEarth",
            "its weights tell {own} classes apart, its metadata has {given}.",
        ),
        "encoder-damaged": translate(
            "CrossEarth",
            "what it computes of a test window is no number: its weights are damaged.",
        ),
        "encoder-otherwise": translate(
            "CrossEarth",
            "as ONNX the encoder computes something else; it was not kept.",
        ),
        "encoder-is-none": translate(
            "CrossEarth",
            "it is no encoder: of a window it gives numbers of shape {shape}.",
        ),
        "labels-otherwise": translate(
            "CrossEarth",
            "only {share} of the labels of the exported network are those of the model; "
            "nothing was written.",
        ),
    }
