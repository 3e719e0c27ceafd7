#!/usr/bin/env python3
"""Make the screenshots of docs/screenshots in a real QGIS, with a real engine and a real raster.

Starts QGIS under Xvfb with a fresh profile that runs the plugin from this checkout, once per theme
and once without an engine, and lets ``screenshots_in_qgis.py`` work the panel there. Needs QGIS,
Xvfb and ImageMagick. The raster is shown in the pictures, so it has to be free to publish; maps are
made beside the project, which lies elsewhere.

The manual's scene is that of docs/outputs.md, *The report*: Dubai_marina.tif, which gdal_translate
makes.

``--story widths --folder FOLDER`` makes twelve pictures that are not for the documentation but to
be looked at when the panel has changed: its first two pages, 300, 360 and 480 pixels wide, light
and dark, in English and German. ``--story accuracy`` makes likewise those of the third page, from
the planning of sample points to the report; ``--story change --later RASTER`` of what has changed
from one year to another; ``--story distill`` those of a faster model that is
taught, by a model of PyTorch that ``--home`` holds.
"""

from __future__ import annotations

import argparse
import configparser
import contextlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # package.py knows how a checkout gets into a profile

import package  # noqa: E402 - needs the line above
from tools.compile_translations import compile_all  # noqa: E402 - likewise

SCREEN = "1600x1000x24"
MAX_BYTES = 300_000
DOCK_WIDTH = 340
PINNED_COLORS = 90
LIGHT, DARK = "default", "Night Mapping"
THEME_NAMES = {LIGHT: "light", DARK: "dark"}
LANGUAGES = ("en", "de")
# The locale of numbers, by the language of texts.
NUMBERS = {
    "en": "en_GB",
    **{code: f"{code}_{code.upper()}" for code in ("de", "es", "fr", "it", "pl")},
    "ja": "ja_JP",
    "pt": "pt_BR",
    "zh-Hans": "zh_CN",
}
STORIES = {
    "run": [(LIGHT, "en")],
    "dark": [(DARK, "en")],
    "setup": [(LIGHT, "en")],
    "adapt": [(LIGHT, "en")],
    "accuracy": [(theme, language) for theme in (LIGHT, DARK) for language in ("en", "de")],
    "change": [(theme, language) for theme in (LIGHT, DARK) for language in ("en", "de")],
    "encoder": [(LIGHT, "en")],
    "distill": [(theme, language) for theme in (LIGHT, DARK) for language in ("en", "de")],
    "dates": [(LIGHT, language) for language in LANGUAGES],
    "groups": [(LIGHT, language) for language in LANGUAGES],
    "similar": [(LIGHT, language) for language in LANGUAGES],
    "numbers": [(LIGHT, language) for language in LANGUAGES],
    "widths": [(theme, language) for theme in (LIGHT, DARK) for language in ("en", "de")],
}
FOR_DOCS = ("run", "dark", "setup")


def main() -> int:
    """Make all pictures, or those of one story."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster", type=Path, help="RGB raster to show, free to publish")
    parser.add_argument("--engine-python", type=Path, default=ROOT / ".venv" / "bin" / "python")
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--home", type=Path, help="data folder that the pictures show")
    parser.add_argument("--samples", type=Path, help="polygons with a field class")
    parser.add_argument("--encoder", type=Path, help="published file of an encoder, to be imported")
    parser.add_argument("--later", type=Path, help="the same place, later, for --story change")
    parser.add_argument(
        "--dates", type=Path, nargs="+", default=[], help="other dates of it, for --story dates"
    )
    parser.add_argument("--story", choices=STORIES, help="only this one")
    parser.add_argument("--language", choices=NUMBERS, help="in this one instead")
    arguments = parser.parse_args()
    if arguments.story in ("adapt", "widths", "encoder", "dates") and not arguments.samples:
        parser.error(f"--story {arguments.story} needs --samples")
    if arguments.story == "encoder" and not arguments.encoder:
        parser.error("--story encoder needs --encoder")
    if arguments.story == "change" and not arguments.later:
        parser.error("--story change needs --later")
    wanted = [arguments.story] if arguments.story else list(FOR_DOCS)
    if arguments.samples and not arguments.story:
        wanted.append("adapt")
    compile_all(ROOT)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="crossearth-") as scratch, xvfb() as display:
        for story in wanted:
            variants = STORIES[story]
            if arguments.language:
                variants = [
                    (theme, arguments.language) for theme in dict.fromkeys(t for t, _ in variants)
                ]
            for number, (theme, language) in enumerate(variants):
                profiles = Path(scratch) / f"{story}-{number}"
                make_profile(profiles, theme, language)
                raw = profiles / "pictures"
                raw.mkdir()
                tell(arguments, story, profiles, raw, display)
                is_one_of_many = len(variants) > 1 or arguments.language
                suffix = f"-{THEME_NAMES[theme]}-{language}" if is_one_of_many else ""
                for picture in sorted(raw.glob("*.png")):
                    target = arguments.folder / f"{picture.stem}{suffix}.png"
                    print(f"{target.name}: {compress(picture, target) // 1000} KB")
    return 0


@contextlib.contextmanager
def xvfb() -> Iterator[str]:
    """Give a display of its own, which goes at the end."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=(write_end,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def make_profile(profiles: Path, theme: str, language: str = "en") -> None:
    """Write a profile that runs the plugin and shows nothing that would cover the window."""
    profile = profiles / "profiles" / "default"
    package.link(ROOT, profile)
    name = package.read_manifest(ROOT)["plugin"]["name"]
    settings = configparser.ConfigParser()
    settings.optionxform = str
    settings["PythonPlugins"] = {name: "true", "processing": "true"}
    settings["UI"] = {"UITheme": theme}
    settings["qgis"] = {"checkVersion": "false", "stylesheet\\fontPointSize": "9"}
    settings["locale"] = {
        "overrideFlag": "true",
        "userLocale": language,
        "globalLocale": NUMBERS[language],
    }
    # Without a desktop, its notification of ended tasks would cover the plugin's own message.
    settings["app"] = {"minTaskLengthForSystemNotification": "3600"}
    folder = profile / "QGIS"
    folder.mkdir(parents=True)
    for version in package.QGIS_NAMES:
        with (folder / f"{version}.ini").open("w", encoding="utf-8") as target:
            settings.write(target, space_around_delimiters=False)


def tell(
    arguments: argparse.Namespace, story: str, profiles: Path, raw: Path, display: str
) -> None:
    """Let QGIS live through one story and leave its pictures in ``raw``; exits if it breaks."""
    variables = {
        **os.environ,
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        # QGIS's own Python looks for its home along PATH; a virtual environment's is another one.
        "PATH": os.pathsep.join(["/usr/bin", os.environ["PATH"]]),
        "PYTHONPATH": str(Path(__file__).parent),
        "CROSSEARTH_SHOTS": str(raw),
        "CROSSEARTH_STORY": story,
        "CROSSEARTH_RASTER": str(arguments.raster.resolve()),
        "CROSSEARTH_HOME": str(arguments.home or profiles / "crossearth"),
    }
    if arguments.samples:
        variables["CROSSEARTH_SAMPLES"] = str(arguments.samples.resolve())
    if arguments.later:
        variables["CROSSEARTH_LATER"] = str(arguments.later.resolve())
    if arguments.dates:
        files = [str(path.resolve()) for path in arguments.dates]
        variables["CROSSEARTH_DATES"] = os.pathsep.join(files)
    if arguments.encoder:
        variables["CROSSEARTH_ENCODER"] = str(arguments.encoder.resolve())
    if story != "setup":
        variables["CROSSEARTH_ENGINE_PYTHON"] = str(arguments.engine_python.absolute())
    code = Path(__file__).with_name("screenshots_in_qgis.py")
    subprocess.run(
        ["qgis", "--nologo", "--noversioncheck", "--profiles-path", profiles, "--code", code],
        env=variables,
        timeout=600,
        check=False,
    )
    failure = raw / "failure.txt"
    if failure.exists():
        raise SystemExit(failure.read_text(encoding="utf-8"))


def compress(picture: Path, target: Path) -> int:
    """Write the picture with as many colours as fit the size limit; returns its size in bytes.

    Imagery has thousands of colours and would take the few of the window out of the palette, so
    the most frequent ones of the panel, on the right, are pinned.
    """
    crop = ("-gravity", "East", "-crop", f"{DOCK_WIDTH}x0+0+0", "-depth", "8")
    histogram = convert(picture, *crop, "-format", "%c", "histogram:info:-").splitlines()
    histogram.sort(key=lambda line: int(line.split(":")[0]), reverse=True)
    pinned = [re.search(r"#[0-9A-F]{6}", line).group() for line in histogram[:PINNED_COLORS]]
    colors = [f"xc:{color}" for color in pinned]
    palette = picture.with_suffix(".palette.png")
    for count in (160, 80, 40, 16):
        rest = ("(", picture, "-dither", "None", "-colors", str(count), "-unique-colors", ")")
        convert(*rest, *colors, "+append", palette)
        mapped = (picture, "-strip", "-dither", "None", "-remap", palette)
        convert(*mapped, "-define", "png:compression-level=9", f"PNG8:{target}")
        if target.stat().st_size < MAX_BYTES:
            break
    return target.stat().st_size


def convert(*arguments: str | Path) -> str:
    """Run ImageMagick and return what it prints."""
    command = ["convert", *(str(argument) for argument in arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
