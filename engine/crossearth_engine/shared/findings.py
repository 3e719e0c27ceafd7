"""What may be wrong with a run or a map: a code, details, and the sentence in English.

As with errors, the sentence says what is the case, what it means and which option answers it; QGIS
finds its translation by the code and fills in the same details. With ``--strict`` no map is made of
a raster with a finding that makes the map doubtful.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .wording import Said, said_finding

OF_POLYGONS = {
    "polygons-reprojected": (
        "The polygons are in {own} and {file} in {other}: they are reprojected."
    ),
    "layer-without-crs": (
        "The layer with what is there says no CRS: its coordinates are taken to be in {crs}, as "
        "those of {file}. If they are in another one, give the layer its CRS."
    ),
    "raster-without-crs": (
        "{file} says no CRS: its coordinates are taken to be in {crs}, as those of the layer with "
        "what is there. If they are in another one, give the raster its CRS."
    ),
    "polygons-outside": "Polygons outside the raster are left out: {count}.",
    "polygons-overlap": (
        "Polygons of different classes overlap: what they share is left out. Places: {count}."
    ),
    "objects-outside": "Objects that do not lie on the raster are left out: {count}.",
    "objects-tiny": (
        "Objects that cover no more than a pixel: {count}. What a network sees of a pixel is "
        "mostly what lies around it. Draw the whole object, or a point where it is widest."
    ),
    "features-no-polygons": "Features that are no polygons are left out: {count}.",
    "features-no-samples": "Features that are no polygons or points are left out: {count}.",
    "polygons-crossing": "Self-crossing polygons are repaired: {count}.",
    "polygons-without-area": "Polygons without an area are left out: {count}.",
    "polygons-without-class": "Polygons without a class are left out: {count}.",
    "class-written-as-none": (
        "What programs write where there is no class is taken for none in the field {field} "
        "({texts}): {count}. If it is a class, give it another name."
    ),
    "samples-without-number": "Polygons and points without a number are left out: {count}.",
    "samples-unmapped": ("Polygons and points where the map has no number are left out: {count}."),
    "numbers-overlap": (
        "Polygons of different numbers overlap: what they share is left out. Places: {count}."
    ),
    "numbers-averaged": "Pixels with several points have the mean of their numbers: {count}.",
    "class-codes": (
        "The field {field} holds whole numbers only, {count} different ones. If they are codes of "
        "classes, what lies between two of them means nothing: adapt to classes instead."
    ),
}
"""Of polygons that say what is there."""

REASONS = {
    "no-class-in-common": (
        "No class of the reference ({names}) is one of the map ({classes}). Is it the field that "
        "holds the class? Else give the classes the map's names or values."
    ),
    "no-class-but-near": (
        "No class of the reference ({names}) is one of the map ({classes}). Is it the field that "
        "holds the class? Else give the classes the map's names or values. Is {near} meant?"
    ),
    "classes-too-many": (
        "The reference has {count} classes. Is it the field that holds the class?"
    ),
    "against-needs-points": (
        "Two maps are compared by points (crossearth sample, Draw sample points on a map in QGIS): "
        "pixels of polygons or of another map stand together and are no sample, so that nothing "
        "tells how sure a difference is."
    ),
    "background-of-points": (
        "Points say nothing of what lies between them: the background is for polygons."
    ),
    "field-unsaid": "Name the field of the reference that holds the class.",
    "field-of-stratum": (
        "The field {field} says what the map had where a point was drawn, and no truth. Name the "
        "field with what is there ({reference})."
    ),
    "points-none-labelled": "none of its points has a class in the field {field} yet.",
    "strata-of-several": (
        "The points of the stratum {name} carry different sizes in their field {field}: they come "
        "from several samples. Judge by one sample at a time."
    ),
    "expected-of-others": (
        "The map has {count} classes ({names}), and {given} expected accuracies were given: give "
        "one for all of them, or one for each in this order."
    ),
    "points-are-labelled": (
        "points in it are labelled: {count}. Choose another file, or remove this one."
    ),
    "map-twice": "{file} is given twice: nothing can differ there. Choose two maps.",
    "map-without-data": "it has no pixels with data. Check its position and its CRS.",
    "map-without-data-there": (
        "it has no pixels with data where {file} has some. Check its position and its CRS."
    ),
    "map-complex": "its pixels are complex numbers.",
    "map-of-numbers": "it is a map of numbers, and has no classes.",
    "map-of-bands": "it has {count} bands, as an image has; it is no class raster.",
    "map-of-many-values": "it has more than {most} different values: it is no class raster.",
    "map-seems-image": (
        "it has {count} different values and seems to be an image. If they are classes, give it a "
        "colour table."
    ),
    "map-without-crs": ("either it or {file} has no CRS: they cannot be laid over each other."),
    "maps-share-no-class": (
        "The maps have no class in common: {before} before, {after} after. Give them the same "
        "names: --before-classes or --after-classes VALUE=NAME,… (BEFORE_CLASSES, AFTER_CLASSES in "
        "QGIS)."
    ),
    "sureness-unknown": (
        "Nothing tells how sure the map {file} is. Make it again with {flags} ({names} in QGIS), "
        "or give a model and a raster."
    ),
    "percent-of-other-kind": (
        "{product} is one band of percent in bytes, as segment --{product} writes it."
    ),
    "percent-of-other-pixels": "it does not lie on the pixels of the map {file}.",
    "model-of-numbers": "{model} tells numbers ({name}), and no classes.",
    "layer-empty": "it is empty.",
    "layer-without-field": "it has no field {field}. Its fields are: {fields}.",
    "layer-of-lines": (
        "it holds lines, which cover no pixel. Give them a width first (in QGIS: Vector, "
        "Geoprocessing Tools, Buffer)."
    ),
    "layer-without-polygons": "it holds no polygons.",
    "layer-without-samples": "it holds no polygons or points.",
    "no-polygon-with-class": "it holds no polygon with an area and a class.",
    "no-sample-with-class": "it holds no polygon or point with an area and a class.",
    "no-sample-with-number": "it holds no polygon or point with an area and a number.",
}
"""Why something is refused: `Finding.reason` has an error tell it."""

OF_MAPS = {
    "grids-of-two-crs": "The one is in {own}, the other in {other}.",
    "grids-of-two-sizes": (
        "The pixels of the one measure {own}, those of the other {other} (in units of the CRS)."
    ),
    "grids-turned": "The rows of the one are turned by {own}°, those of the other by {other}°.",
    "grids-without-crs": "Neither has a CRS, by which the one could be brought to the other.",
    "grids-mirrored": "The rows of the one run from the north, those of the other from the south.",
    "grids-shifted": (
        "The pixels of the one lie between those of the other, shifted by {right} of a pixel along "
        "rows and {down} along columns."
    ),
    "class-unmapped": (
        "The map has no class {name} (its classes: {classes}): all of it counts as wrong."
    ),
    "class-misspelt": (
        "The map has no class {name} (its classes: {classes}): all of it counts as wrong. Is "
        "{near} meant?"
    ),
    "background-unsaid": (
        "If the class {name} of the reference is all that is none of the others, give it as the "
        "background (--background)."
    ),
    "numbers-too-small": (
        "Were the reference's numbers 1 more, {shifted} of it would agree with the map, and not "
        "{agree}: the one seems to count its classes from 0, the other from 1. If so, number the "
        "reference as the map does, or give it the names of the map's classes."
    ),
    "numbers-too-large": (
        "Were the reference's numbers 1 less, {shifted} of it would agree with the map, and not "
        "{agree}: the one seems to count its classes from 0, the other from 1. If so, number the "
        "reference as the map does, or give it the names of the map's classes."
    ),
    "class-spelt-variously": (
        "The reference writes {spellings}: all are taken as the class {name}."
    ),
    "polygons-of-training": (
        "Of the {count} reference polygons, the model {model} was adapted to {known}: it has seen "
        "them, and the figures flatter it. Judge it by other polygons, or by random points "
        "(crossearth sample); how well it does on polygons that were held out stands in the "
        "model's own accuracy report."
    ),
    "polygons-of-a-part": (
        "The polygons span only {share} of the map, and all of the rest counts as the background. "
        "If they were drawn on a part of the map only, judge the map of that part alone."
    ),
    "points-unlabelled": "Points without a class yet are left out: {count}.",
    "points-added": "Points of no stratum, as if added by hand, are left out: {count}.",
    "points-unmapped": "Points where the map has no class are left out: {count}.",
    "strata-unknown": (
        "The points do not say which strata they were drawn from, nor how large these are (fields "
        "stratum and stratum_px or stratum_m2): the figures hold for these points only, and are "
        "wrong for the map if some classes have more points than their area asks for. No areas are "
        "estimated. Draw points with crossearth sample, which writes these fields; for points that "
        "it drew without them, draw once more with the same map, count and seed into another file, "
        "and join the fields by id."
    ),
    "reference-unmapped": (
        "The map has no class on {share} of the reference's pixels: they are left out. If no class "
        "means something else there, such as all that is no building, the figures are too good: "
        "give it a value of its own on the map."
    ),
    "reference-is-a-map": (
        "The reference is itself a map, made by the model {model}: the figures say how far two "
        "maps agree, and not how good either is."
    ),
    "reference-of-one-class": (
        "The reference has one class only, {name}: how much of its classes the map finds (recall) "
        "can be told, but not what the map wrongly takes for them. So there is no precision, F1, "
        "IoU, kappa or overall accuracy. Add places of all that is there; or, if all that lies "
        "outside of the reference's polygons is something else, say so: --background other."
    ),
    "reference-lacks-classes": (
        "The reference has nothing of what the map calls {names}: how much of its classes the map "
        "finds (recall) can be told, but not what the map wrongly takes for them. So there is no "
        "precision, F1, IoU, kappa or overall accuracy. Add places of all that is there; or, if "
        "all that lies outside of the reference's polygons is something else, say so: --background "
        "other."
    ),
    "points-of-one-class": (
        "The points have one class only, {name}: how much of its classes the map finds (recall) "
        "can be told, but not what the map wrongly takes for them. So there is no precision, F1, "
        "IoU, kappa or overall accuracy. Add points of all that is there."
    ),
    "points-lack-classes": (
        "The points have nothing of what the map calls {names}: how much of its classes the map "
        "finds (recall) can be told, but not what the map wrongly takes for them. So there is no "
        "precision, F1, IoU, kappa or overall accuracy. Add points of all that is there."
    ),
    "no-sample": (
        "No areas are estimated: that takes points drawn at random on the map (crossearth sample), "
        "and polygons or another map are none."
    ),
    "map-of-another-extent": (
        "This map has a class on {share} of the area of the map that the points were drawn on: "
        "areas are estimated for what both have in common."
    ),
    "points-missing": (
        "The points of strata that take {share} of the map that they were drawn on are missing: no "
        "figures can be told. Use all points that crossearth sample has drawn, those without a "
        "class, too."
    ),
    "strata-untold": (
        "No figures and no areas can be told: each stratum needs a labelled point, and better 50, "
        "but {names} has none, and what is not known takes {share} of the map. Say what is there "
        "at some of its points."
    ),
    "strata-unlabelled": (
        "No point of the stratum {names} has a class: the figures hold for the rest of the map."
    ),
    "strata-of-one-point": (
        "Of the stratum {names} one point only is labelled. Intervals allow for that; ± of the "
        "normal approximation needs two points of each stratum and is left out."
    ),
    "against-untold": (
        "Which map is better cannot be told: of {share} of the map that the points were drawn on "
        "no point has a class."
    ),
    "pixels-few": (
        "The map has fewer pixels with a class ({pixels}) than the {asked} points that were asked "
        "for: each of them is a point."
    ),
    "points-few": (
        "There are fewer points than classes: none lies on {names}, and areas cannot be told for "
        "the whole map. Ask for {least} points at least, better 50 for each class."
    ),
    "map-too-small": (
        "The map has {pixels} pixels with a class, and not all of them would make it as sure as "
        "asked. Ask for less."
    ),
    "classes-too-small": (
        "All pixels that the map has of {names} would not make the accuracy there as sure as "
        "asked; the margins below are what can be had."
    ),
    "maps-matched-by-value": (
        "One map has numbers where the other has names, and is taken at them: {classes}. If they "
        "mean something else, nearly all of it counts as changed: name them (--before-classes, "
        "--after-classes)."
    ),
    "classes-before-only": (
        "Only the map before, {file}, has {classes}: all of it counts as changed. If the other map "
        "calls it something else, give both the same name (--before-classes, --after-classes)."
    ),
    "classes-after-only": (
        "Only the map after, {file}, has {classes}: all of it counts as changed. If the other map "
        "calls it something else, give both the same name (--before-classes, --after-classes)."
    ),
    "holes-after": (
        "On {share} of where the map before has a class the map after has none: nothing is said of "
        "it."
    ),
    "holes-before": (
        "On {share} of where the map after has a class the map before has none: nothing is said of "
        "it."
    ),
    "overlap-small": (
        "The maps have {share} of the smaller one in common, and what lies elsewhere is not "
        "compared. Are they of one place?"
    ),
    "against-elsewhere": (
        "Of {total} points both maps have a class at {count} only: the comparison goes by these, "
        "and says nothing of the rest of the place."
    ),
    "against-class-unmapped": (
        "The map {file} has no class {name} (its classes: {classes}): all of it counts as wrong "
        "there. If it calls the class something else, say so (--against-classes)."
    ),
    "points-twice": (
        "Points that lie on the pixel of another point: {count}. Each of them counts, so that "
        "figures and areas are wrong: remove the copies, and of labels that contradict each other "
        "all but one."
    ),
    "points-moved": (
        "Points that do not lie in their stratum on this map, which they were drawn on: {count}. "
        "If they were moved, each speaks of another place than it stands for, and figures and "
        "areas are wrong: put them back. The same map, count and seed draw the same points."
    ),
    "points-removed": (
        "The numbers of the points (id) have gaps: {count} are not there. If they were removed by "
        "what is there, or because it is hard to tell, figures and areas are wrong: put them back. "
        "Points that nobody can tell stay, without a class."
    ),
    "points-nowhere": "Points without a place are left out: {count}.",
    "pixels-unequal": (
        "The pixels of one map are {times} times as long as those of the other: along edges of "
        "what has stayed, the finer map shows change that is none."
    ),
    "objects-crossing": (
        "The outlines of these objects cross themselves: no. {numbers} of the layer. What they "
        "enclose is counted; check these objects."
    ),
    "objects-without-class": (
        "Objects without a class: {count} of {total}. The map has none there, or they have no "
        "geometry."
    ),
    "fields-left-out": "Fields of lists or bytes are not in the copy: {fields}.",
    "fields-renamed": (
        "The layer has fields of the names of the new ones, which are called {fields} in the copy."
    ),
    "places-few": (
        "The map has room for fewer places than the {asked} that were asked for: {count}."
    ),
}
"""Of a finished map: what to know before believing what is found by it."""

OF_TRAINING = {
    "classes-alike": (
        "The classes {names} are learned as classes of their own, though they differ in how they "
        "are written only. If they are one, write them alike."
    ),
    "class-without-pixels": (
        "The class {name} has no pixel whose centre lies in one of its polygons and is valid: it "
        "is left out. Draw larger polygons."
    ),
    "class-of-few-pixels": (
        "The class {name} has few pixels ({count}): draw more of it, {least} are a small start."
    ),
    "class-of-one-polygon": (
        "The class {name} has only one polygon: its accuracy cannot be measured. Draw another one "
        "elsewhere."
    ),
    "class-floods": (
        "Few pixels of the class {name} are drawn ({count}), and it takes {share} of the map. So "
        "few say little of it. Check by random points of the map (crossearth sample), draw more of "
        "{name}, and of what it is confused with."
    ),
    "classes-untold": (
        "Nothing shows that the classes can be told apart here: of the pixels held out, {recall} "
        "of a class are right on average, and a map of one class would have {guessed}. The overall "
        "accuracy does not show that. Choose other bands or another raster, or classes that differ "
        "in it."
    ),
    "classes-unlearned": (
        "The classes cannot be told apart here: of the very pixels that were learned from, "
        "{recall} of a class are right on average, and a map of one class would have {guessed}. "
        "Choose other bands or another raster, or classes that differ in it."
    ),
    "numbers-untold": (
        "Nothing shows that the numbers can be told here: on the samples held out, what is mapped "
        "is no better than their mean (R² {r2}). Choose other bands or another raster."
    ),
    "network-unjudged": (
        "No sample could be held out, so nothing shows that {model} helps here: the bands alone "
        "are taken. Draw more samples, in more places."
    ),
    "network-would-flood": (
        "Not all of {model} is taken: on the polygons held out it has a mean IoU of {all}, and "
        "what is taken {taken}. With all of it much more of the map would become {names}, of which "
        "few pixels are drawn. Draw more of it."
    ),
    "training-stopped": "Stopped: the best model so far is kept.",
    "training-cut-short": (
        "Stopped after {done} of {total} steps: this is the best model until then."
    ),
    "patches-at-once": (
        "Memory on {device} does not suffice: fewer patches at once now ({count}), whose gradients "
        "are added up."
    ),
    "device-given-up": "{reason} Another device is tried now.",
    "distilled-no-better": (
        "The new model agrees no better with the teacher than the student did before, on windows "
        "that it has not learned from. Map with the student as it was, or have the teacher look at "
        "more windows (--windows)."
    ),
    "distilled-perhaps-no-better": (
        "The new model may agree no better with the teacher than the student did before, on "
        "windows that it has not learned from. Map with the student as it was, or have the teacher "
        "look at more windows (--windows)."
    ),
}
"""Of a training, and of what came of it."""

OF_RUNS = {
    "score-large": (
        "The network's only score lies between {low} and {high}, as percent or bytes do, and was "
        "taken for what a sigmoid makes a share of: above 0 is the second class. If that is wrong, "
        "so is the map: export the network again with shares of one."
    ),
    "scores-each-alone": (
        "The network's scores are shares of one for each class by itself, and do not sum to one: "
        "confidence, lead and probabilities are shares of their sum, which says less."
    ),
    "windows-one-by-one": "Not enough memory to compute windows side by side: one by one now.",
    "windows-at-once": "Not enough memory: fewer windows at once now ({count}).",
    "resume-of-another-run": (
        "What the interrupted run left belongs to other data, another model or other options: the "
        "run starts anew."
    ),
    "resume-damaged": (
        "What the interrupted run left is damaged or incomplete: the run starts anew."
    ),
    "inputs-are-maps": "Maps of earlier runs are no imagery and are left out: {names}.",
    "items-without-asset": (
        "Items of {list} without the asset {asset} are left out: {names} ({count} in all)."
    ),
    "items-without-raster": (
        "Items of {list} without a raster among their assets are left out: {names} ({count} in "
        "all)."
    ),
    "batch-stopped": (
        "Stopped with {finished} of {total} rasters finished. What is done stays; the same command "
        "goes on."
    ),
    "batch-stopped-for-now": (
        "Stopped with {finished} of {total} rasters finished. What is done stays; the same command "
        "with --resume goes on."
    ),
    "raster-taken-over": "{file} was taken over by another run.",
    "sums-without-doubtful": "The sums are without {names}: these maps are doubtful.",
    "sums-without-sizes": ("The sums are without {names}: no CRS tells how large the pixels are."),
}
"""Of a run that makes maps, and shows while it does."""

OF_CLUSTERS = {
    "cluster-local-count": "There can be 1 to {most} workers (local:N), not {count}.",
    "cluster-unknown": (
        "There is no cluster {text}: name the address of its scheduler, such as tls://host:8786, "
        "the file that it has written, or local:N for N workers here."
    ),
    "cluster-in-the-clear": (
        "The scheduler {address} is on another computer and does not use TLS: who reaches it can "
        "run anything on its workers. Start it with certificates (tls://), or say --without-tls "
        "where nobody else is on the network."
    ),
    "cluster-file": "{path} is no file of a scheduler (dask scheduler --scheduler-file).",
    "certificates-unusable": "The certificates in {folder} cannot be used: {reason}.",
    "certificates-of-dask": (
        "The certificates that dask's settings name cannot be used: {reason}."
    ),
    "certificates-unnamed": (
        "The scheduler {address} uses TLS, and dask's settings here name no certificates. Say in "
        "which folder they are, with --tls FOLDER."
    ),
    "certificates-missing": "The folder {folder} has no {file}: {files} are needed.",
    "certificate-expired": (
        "The certificate {file} was valid until {end}, and the clock of this computer says {now}: "
        "make new ones for all computers, or set the clock."
    ),
    "certificate-early": (
        "The certificate {file} is valid from {begin} on, and the clock of this computer says "
        "{now}: set the clock."
    ),
    "key-readable": (
        "Others on this computer can read {key}, with which they can run anything on the cluster: "
        "{command} keeps it to you. Where that changes nothing, as on some network drives, copy "
        "the folder to a disk of this computer."
    ),
    "key-encrypted": (
        "The key {key} has a password, and nobody is asked for it: name one without."
    ),
    "scheduler-absent": "There is no scheduler of dask at {address}: {reason}.",
    "scheduler-silent": "There is no scheduler of dask at {address}: it does not answer.",
    "scheduler-gone": (
        "The scheduler {address} does not answer any more: give the command again when there is "
        "one."
    ),
    "scheduler-gone-features-kept": (
        "The scheduler {address} does not answer any more: give the command again when there is "
        "one, or without --cluster. What is computed is kept."
    ),
    "place-meaningless": (
        "{text} does not say what workers call a folder: write both absolute, as in "
        "Z:\\imagery=/data/imagery."
    ),
    "report-unnamed": (
        "The workers write the map beside the report while it is judged: name one (--report) in a "
        "folder that they see."
    ),
    "features-nowhere": (
        "The workers write what they see beside the new model: name its folder (--out) in a "
        "folder that they see, or another one that they see (--scratch)."
    ),
    "features-unseen": (
        "The workers have written what they see to {folder}, and it is not seen here."
    ),
    "devices-mixed": (
        "Some workers compute on {device}, and others on {other}: what they see is not the same to "
        "the last digit, and the model would be of both. Name a device that all have (--device "
        "cpu), or leave out the others."
    ),
    "workers-awaited": "The scheduler has no workers yet: waiting for them…",
    "worker-of-other-version": (
        "The worker {worker} has version {own} of the engine, and not {version}."
    ),
    "worker-without-engine": ("The worker {worker} has no engine of version {version} ({reason})."),
    "worker-without-folder": (
        "The worker {worker} does not see the folder {folder}, where the map is to be."
    ),
    "worker-cannot-write": ("The worker {worker} cannot write to the folder {folder}: {reason}."),
    "worker-without-model": "The worker {worker} lacks the model {model}.",
    "worker-without-raster": "The worker {worker} does not see what is here: {reason}",
    "worker-cannot-keep-model": (
        "The worker {worker} cannot keep the model that it was sent: {reason}."
    ),
    "worker-with-other-model": (
        "The worker {worker} has another model {model} than there is here, by the SHA-256 of its "
        "weights and its description."
    ),
    "worker-with-other-raster": (
        "The worker {worker} sees another raster {raster} than the one that is here."
    ),
    "worker-failed": "The worker {worker} could not look: {reason}.",
    "workers-more": "More workers that cannot take part either: {count}.",
    "worker-left-out": "The worker {worker} gets nothing to do.",
    "model-sent": "The model {model} is sent to workers that lack it: {count}.",
    "model-scattered": "a file of it cannot be read, or lies elsewhere.",
    "engine-ended": (
        "{task} was lost: on {worker} the engine ended with status {status}. The last it said: "
        "{words}"
    ),
    "engine-stopped": "{task} was lost: on {worker} it was stopped.",
    "device-lost": "{task} was lost: on {worker}, {reason}",
    "worker-lost": "{task} was lost with its worker: {reason}.",
    "task-again": "{task} is tried again.",
    "task-given-up": "{task} is given up: it was lost {count} times.",
    "task-needless": "{task} is not needed any more.",
}
"""Of a run on a cluster: what stands in its way, and what is told of its workers."""

OF_EXCHANGE = {
    "bands-of-other-number": "it takes {own} bands, and you name {given}.",
    "bands-of-published": "it takes {own} bands, and {name} {given}.",
    "gsd-not-positive": "The GSD must be more than 0 m, not {gsd}.",
    "description-wrong": "The model cannot be described so: {reason}.",
    "file-absent": "there is no such file.",
    "id-of-other-letters": ("The id {id} may hold small letters, digits, dots and hyphens only."),
    "id-taken": "There is a model {id} already. Choose another id (--id), or remove it.",
    "dataset-unknown": "There is no dataset {name}. Known are: {known}.",
    "classes-of-other-number": (
        "it tells {own} classes apart, but {name} has {given} ({classes}). Choose another dataset "
        "(--dataset), or name the classes (--classes)."
    ),
    "classes-over-most": "it tells {own} classes apart; a map holds at most {most}.",
    "classes-of-metadata": ("its weights tell {own} classes apart, its metadata has {given}."),
    "encoder-damaged": ("what it computes of a test window is no number: its weights are damaged."),
    "encoder-otherwise": "as ONNX the encoder computes something else; it was not kept.",
    "encoder-is-none": "it is no encoder: of a window it gives numbers of shape {shape}.",
    "labels-otherwise": (
        "only {share} of the labels of the exported network are those of the model; nothing was "
        "written."
    ),
}
"""Of a model that comes or goes: why it cannot."""

SENTENCES = {
    **OF_RUNS,
    **OF_CLUSTERS,
    **OF_EXCHANGE,
    **OF_POLYGONS,
    **REASONS,
    **OF_MAPS,
    **OF_TRAINING,
    "values-assumed": (
        "Nothing tells what the numbers of the raster measure ({low} to {high}), and {model} takes "
        "{takes}: {one} was taken for 1. If that is wrong, the map is; say which numbers stand for "
        "0 and 1, for instance --stretch 0,10000, for Sentinel-2 since 2022 1000,11000, for "
        "Landsat Collection 2 7272.73,43636.36."
    ),
    "bytes-assumed": (
        "The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A picture "
        "for the eye is no reflectance; take the imagery as it was delivered, or say which "
        "numbers stand for 0 and 1 (--stretch)."
    ),
    "values-outside": (
        "Most values of the raster are not what {model} takes, which is {takes}: they are {low} to "
        "{high} by {source}. Say which numbers stand for the ends of its range "
        "(--stretch MIN,MAX), or choose another raster."
    ),
    "values-below-zero": (
        "By {source}, the darkest of the raster is a reflectance of {low}, which is below 0: what "
        "is added to the numbers of such products was perhaps taken off them already. If so, say "
        "so: --stretch 0,10000."
    ),
    "values-far": (
        "{model} was trained on values around {mean}, plus or minus {std}; those of the raster are "
        "{low} to {high} (band {band}). Bands, units or scale do not belong together: check "
        "--bands, say which numbers stand for the ends of the model's range (--stretch), or what "
        "the model takes, at its import (--values)."
    ),
    "bands-moved": (
        "The values of band {bands} are not those that {model} was trained on: in band {band} half "
        "of the pixels lie below {middle}, where that was {trained}, and {low} to {high} held the "
        "middle half of them. Another date, another light, another sensor or haze does that, and "
        "the map will be poor. Bring the values back to those of the training (--match), or adapt "
        "the model to this raster."
    ),
    "values-linear": (
        "{model} takes decibels, and the values of the raster ({low} to {high}) look like "
        "backscatter that is not in decibels: take 10 times their decimal logarithm first, for "
        "instance with the raster calculator."
    ),
    "values-in-feet": (
        "By its unit, {unit}, the elevation of the raster is in feet, and {model} takes metres: "
        "multiply it by 0.3048 first, for instance with the raster calculator."
    ),
    "scale-differs": (
        "The raster itself says that {own} is a reflectance of 0, {source} says {other}: what the "
        "raster says was taken. If that is wrong, say which numbers stand for 0 and 1 (--stretch)."
    ),
    "scale-not-applied": (
        "Scale and offset of the raster were not applied: without them its values ({low} to "
        "{high}) are in the range that {model} takes, {takes}, and with them they are not."
    ),
    "offset-unknown": (
        "By {source}, {added} was added to the numbers of the raster. {model} takes numbers as "
        "they are, and by its means it was trained without that. If so, import it again with the "
        "range that it takes (--values 0,10000)."
    ),
    "border": (
        "{share} of the pixels along the raster's edge are {value} in all bands. If that is no "
        "data, say so (--nodata {nodata}): it is classified as if it were imagery."
    ),
    "border-color": (
        "{share} of the pixels along the raster's edge have one colour, {value}. If that is no "
        "data, draw polygons around the imagery and limit the run to them (--mask): it is "
        "classified as if it were imagery."
    ),
    "fill-value": (
        "{share} of the pixels are {value} in band {band}, far from all others ({low} to {high}), "
        "and nothing says that this is no data. If it is, say so (--nodata {nodata}): it is "
        "classified as if it were imagery, and it spoils the stretch of the values."
    ),
    "bare-inside": (
        "{share} of the pixels lie in patches that are 0 in {bands}. If that is no data, say so "
        "(--nodata {nodata}): it is classified as if it were imagery."
    ),
    "band-differs": (
        "Band {band} stands for {wanted}, but it seems to be {meaning} ({by}). Choose the bands if "
        "this is wrong (--bands): the model would mistake the one for the other."
    ),
    "colors-differ": (
        "By the colours that the file states, bands {bands} of the raster are {names}; by their "
        "names, {called}, they are others, whatever the sensor. Choose the bands if the colours "
        "are wrong (--bands): the model would mistake the one for the other."
    ),
    "mask-unmarked": (
        "Band {band} holds nothing but 0 and {value}, as a mask does that says where there is "
        "data, and nothing marks it as one: where it is 0, the raster is classified all the same. "
        "If it is one, mark it as alpha (gdal_translate -colorinterp_{band} alpha) and take the "
        "new file."
    ),
    "mask-as-band": (
        "Band {band} stands for {wanted}, and it holds nothing but 0 and {value}, as a mask does. "
        "Choose the bands if this is wrong (--bands): the model sees no imagery in it."
    ),
    "band-only": (
        "Band {band} alone stands for {names} and {last}: a model that was made for colours sees a "
        "grey picture. Expect a poorer map, or choose imagery in colours."
    ),
    "colors-numbered": (
        "The raster is a picture in numbered colours: its colour table makes the bands 1 red, 2 "
        "green and 3 blue of it. If the numbers stand for classes and not for colours, it is a map "
        "already, and no imagery for a model."
    ),
    "bands-lacking": (
        "Nothing in the raster is named as {names}, of the {count} bands that {model} was trained "
        "on: it is shown their mean instead, which tells it nothing. If the raster has them, say "
        "which its bands are (--bands), or name them in the file."
    ),
    "bands-dead": (
        "There is no data anywhere in band {bands}. What is left out like that is not asked where "
        "the raster has data, and is 0 for the model. If it needs more, choose other bands "
        "(--bands)."
    ),
    "bands-idle": (
        "Nothing varies in band {bands} of the raster, or there is no data in it: the model does "
        "without. If it needs more, say which bands it gets (--bands)."
    ),
    "dates-stand-in": (
        "The model has learned other dates. These stand for them: {dates}. What has grown earlier "
        "or later than in the year that it learned may get another class."
    ),
    "dates-incomplete": (
        "On {date} there is no data for {share} of what the other dates show: there the result has "
        "none, either."
    ),
    "dates-unused": "The model has not learned these dates, and does without: {dates}.",
    "bands-embedding": (
        "The bands are embeddings of {name}: they are read as the values that their authors "
        "publish, and what is made of them has to name them: {attribution}"
    ),
    "bands-assumed": (
        "Nothing tells which bands {model} was made for: it is given the raster's bands {bands}, "
        "in this order. If that is wrong, say which (--bands), or import the model with their "
        "names."
    ),
    "scaling-assumed": (
        "Nothing tells how the pixels were scaled that {model} was trained with: they are divided "
        "by {divisor}. If that is wrong, the map is: import the model again and say how (--mean, "
        "--std; 0 and 1 for a network that takes them as they are)."
    ),
    "pixels-other": (
        "{model} was made for pixels of {own} m and sees pixels of {size} m: the map will be "
        "poorer. With --gsd {own} it is shown pixels of the size that it was made for."
    ),
    "bands-unnamed": (
        "Nothing tells which of the {count} bands of the raster are {names}: bands {bands} were "
        "taken, in their order. If these are others, say which (--bands); the map is of no use "
        "otherwise."
    ),
    "bands-equal": (
        "Bands {bands} of the raster hold the same values everywhere: the model sees no colours, "
        "and the map will be poorer. Choose others (--bands) if there are any."
    ),
    "bands-flat": (
        "All pixels of band {bands} have one value, {value}: the model learns nothing from that. "
        "Choose other bands (--bands), or say that the value is no data (--nodata {value})."
    ),
    "alpha-values": (
        "Band {band} says that it is alpha, and {share} of its values lie between 0 and the "
        "largest: it looks like data. Only where it is 0 the raster is taken to be without data. "
        "If the band is imagery, ask for it (--bands), or take its name of alpha away."
    ),
    "values-clipped": (
        "{share} of the values of band {band} lie beyond {low} to {high} and are cut off: the "
        "model cannot tell them apart. Say which values stand for the ends of its range "
        "(--stretch)."
    ),
    "bytes-in-disguise": (
        "The raster stores numbers of {bits} bits, but none is above {high}: they look like bytes "
        "and were stretched as if they were not. If they are, say so (--stretch 0,255)."
    ),
    "class-raster": (
        "The raster has no more than {count} different values: it looks like a map of classes and "
        "not like imagery, of which the model makes one. Choose the imagery itself."
    ),
    "pixels-coarse": (
        "A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is "
        "{change}, and the map will be poorer. Take finer imagery, or say which size of pixels the "
        "model is to see (--gsd)."
    ),
    "pixels-untrained": (
        "The network sees pixels of {size} m; {model} was trained for {sizes} and may be "
        "unreliable here. Leave --gsd out, and the nearest of these is taken."
    ),
    "pixels-fine": (
        "A pixel of the raster measures {size} m; {model} was trained for {sizes}. The raster is "
        "{change}: the map has no finer details than that."
    ),
    "pixels-unknown": (
        "The raster has no CRS to measure by: areas are given in pixels only, and the model sees "
        "it as it is. If you know how large its pixels are, say so (--pixel-size)."
    ),
    "pixels-unmeasured": (
        "The CRS does not tell what the pixels of the raster measure: it is a local one, or the "
        "coordinates of the raster are none of it. Areas are given in pixels only, and the model "
        "sees the raster as it is. If it is the wrong CRS, say which is right (--crs); if you know "
        "how large pixels are, say so (--pixel-size)."
    ),
    "pixel-size-unused": (
        "By its CRS a pixel of the raster measures {own} m; the {said} m that were given "
        "(--pixel-size) are for rasters without one and were not used."
    ),
    "unlike-training": (
        "This raster is unlike the imagery that {model} was trained on: {share} of the places "
        "that were looked at are as unusual as one in 20 is there. Classes may be wrong anywhere "
        "on it, and the confidence does not tell where. Check the map against the imagery, or "
        "adapt the model to a few polygons drawn on this raster (crossearth finetune); "
        "--unfamiliarity shows where it is unlike."
    ),
    "unlike-though-matched": (
        "Values were matched to the training imagery of {model}; {share} of the places that were "
        "looked at are still as unusual as one in 20 is there. Matching brings back brightness "
        "and contrast, and no detail, and makes noise stronger: check the map against the imagery."
    ),
    "card-without-library": (
        "A graphics card is present ({card}); the engine was installed without its support: this "
        "{library} computes on processors only. To use the card, install {package} in the engine's "
        "environment; the page on graphics cards in the documentation says which and how."
    ),
    "card-without-driver": (
        "A graphics card is present ({card}) without a driver that lets programs compute on it. "
        "Install the driver of its maker and start the computer anew to use the card."
    ),
    "card-driver-old": (
        "{card} is not used: its driver {driver} is too old for {library}. Update the driver, or "
        "install {library} for an older CUDA."
    ),
    "card-old": (
        "{card} is not used: {library} has no programs for cards of its age (compute "
        "capability {capability}; it has {known}). An older {library} may have them; the page on "
        "graphics cards in the documentation says which."
    ),
    "card-new": (
        "{card} is not used: {library} has no programs for cards as new as this (compute "
        "capability {capability}; it has {known}). Install a newer {library}."
    ),
    "card-hidden": (
        "{card} is not used: the environment variable {variable} hides it from all programs. Take "
        "it away, or name the card in it, to use the card."
    ),
    "card-not-found": (
        "{card} is not used: {library} was made for such cards and does not find it ({reason}). "
        "Start the computer anew; if that does not help, install the card's driver again."
    ),
    "card-libraries-missing": (
        "{card} is not used: libraries that {library} needs for it are missing or do not fit "
        "({reason}). Install {package} in the engine's environment; the page on graphics cards in "
        "the documentation says more."
    ),
    "card-no-way": "{card} is not used: {library} has no way to compute on it with this system.",
    "card-unproved": (
        "{card} is not used by {library}: it could be by {way}, of which nobody has shown yet that "
        "the maps are right."
    ),
    "card-failed": (
        "{card} is not used: {library} fails on it ({reason}). Update the driver of the card; "
        "until it works, the processor does."
    ),
    "card-wrong": (
        "{card} is not used: {library} computes wrong numbers on it. Update the driver of the "
        "card, or install another version of {library}."
    ),
    "card-silent": (
        "{card} is not used: {library} did not come back from it within {seconds} seconds. Start "
        "the computer anew; if that does not help, update the driver of the card."
    ),
    "library-absent": (
        "{library} is not installed. It comes when a model is first used that needs it."
    ),
    "library-broken": (
        "{library} cannot be loaded ({reason}). Set the engine up again; if that does not help, "
        "its packages do not suit this computer."
    ),
    "library-silent": (
        "{library} did not answer within {seconds} seconds. Try again when the computer has less "
        "to do; if that does not help, set the engine up again."
    ),
    "card-memory": (
        "{card} is not used: its memory ({memory}) does not suffice now. End other programs that "
        "use it, or choose less precise numbers (--precision) or a smaller model (--model)."
    ),
    "card-precision": (
        "{card} is not used: the model cannot be computed on it in {precision}, only in "
        "{available}. Choose one of these (--precision) to use the card."
    ),
}
"""By code; details are in braces."""

FILE = "of_file"
"""The detail that no sentence has in it: which file of many it is of."""

DEVICES = frozenset(code for code in SENTENCES if code.startswith(("card-", "library-")))
"""Why a device is not used."""

NOTES = DEVICES | frozenset(
    {
        "bands-assumed",
        "bands-dead",
        "bands-embedding",
        "bands-idle",
        "dates-incomplete",
        "dates-stand-in",
        "dates-unused",
        "numbers-averaged",
        "pixel-size-unused",
        "pixels-fine",
        "pixels-unknown",
        "polygons-reprojected",
        "scale-not-applied",
        "scaling-assumed",
        "unlike-though-matched",
        "model-sent",
        "workers-awaited",
    }
)
"""What is worth knowing and makes no map doubtful."""

CAUTIONS = frozenset(
    {"unlike-training", *OF_POLYGONS, *OF_MAPS, *OF_TRAINING, *OF_RUNS, *OF_CLUSTERS, *OF_EXCHANGE}
)
"""What is warned of and makes no map doubtful: no option would mend it, or the map is there."""


@dataclass(frozen=True)
class Finding:
    """One thing that may be wrong.

    Attributes:
        code: one of `SENTENCES`.
        details: what fills its sentence.
    """

    code: str
    details: dict[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> Said:
        """The sentence in English, after the file that it is of if it is of one of many."""
        told, file = SENTENCES[self.code].format(**self.details), self.details.get(FILE)
        return said_finding(self.code, told if file is None else f"{file}: {told}", self.details)

    def of_file(self, name: str) -> Finding:
        """Return it as what is found of one file of many, whose name goes before the sentence."""
        return Finding(self.code, {**self.details, FILE: name})

    @property
    def reason(self) -> dict[str, str]:
        """The details of an error whose reason this is, for QGIS to translate."""
        return {"reason": self.sentence, "finding": json.dumps(self.to_dict())}

    @property
    def is_doubt(self) -> bool:
        """Whether it makes the map doubtful."""
        return self.code not in NOTES | CAUTIONS

    @property
    def level(self) -> str:
        """The level at which a log tells it."""
        return "info" if self.code in NOTES else "warning"

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        told = {"code": self.code, "details": self.details, "sentence": self.sentence}
        return {**told, "is_doubt": self.is_doubt}


def told(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return findings as a result states them: with their codes, and as sentences."""
    return {
        "findings": [finding.to_dict() for finding in findings],
        "warnings": [finding.sentence for finding in findings],
    }
