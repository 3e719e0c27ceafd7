from __future__ import annotations

import json
import os
import random
import shlex
import shutil
import signal
import struct
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

import package
from crossearth_qgis import paths
from tests.plugin.support import is_running, wait_until
from tools.compile_translations import compile_file

NAME = "crossearth_qgis"
# Debian's wrapper adds an option of the desktop program, which qgis_process takes for a command.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the configuration folder of a QGIS that has the built zip installed and enabled."""
    if PROGRAM is None:
        pytest.skip("qgis_process is not on the path")
    folder = tmp_path_factory.mktemp("qgis")
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    with zipfile.ZipFile(package.build_zip(paths.ROOT, folder / "dist")) as archive:
        archive.extractall(plugins)
    qgis_process(folder, "plugins", "enable", NAME)
    return folder


def variables(profile: Path) -> dict[str, str]:
    return {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": "",
    }


def qgis_process(profile: Path, *arguments: str, status: int = 0) -> subprocess.CompletedProcess:
    done = subprocess.run(
        [PROGRAM, *arguments], env=variables(profile), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done


def test_algorithm_is_listed_and_explained(profile) -> None:
    # What is hidden from the model designer is taken for deprecated, and not listed.
    listed = {line.split()[0] for line in qgis_process(profile, "list").stdout.splitlines() if line}
    assert {"crossearth:segment", "crossearth:setupengine", "crossearth:diagnostics"} <= listed
    text = qgis_process(profile, "help", "crossearth:segment").stdout
    for word in ("INPUT", "MODEL", "MASK", "taper", "AREAS"):
        assert word in text


@pytest.mark.parametrize("has_engine", [True, False])
def test_diagnostics_are_told_with_and_without_an_engine(
    profile, tmp_path, monkeypatch, has_engine
) -> None:
    if not has_engine:
        monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    monkeypatch.setenv("https_proxy", "http://clerk:hunter2@proxy.example:3128")
    monkeypatch.setenv("USER", "jörg.müller")
    monkeypatch.setenv("PIP_CERT", "/srv/jörg.müller/certificate.pem")
    file = tmp_path / "report.txt"
    qgis_process(profile, "run", "crossearth:diagnostics", "--", f"OUTPUT={file}")
    text = file.read_text(encoding="utf-8")
    assert "hunter2" not in text
    assert "jörg" not in text
    assert "http://proxy.example:3128" in text
    assert "/srv/<user>/certificate.pem" in text
    assert ("onnxruntime: works" in text) == has_engine
    assert ("is not installed yet" in text) != has_engine


def test_one_line_makes_a_map(profile, scene_factory, tmp_path) -> None:
    output, report = tmp_path / "map.tif", tmp_path / "report.html"
    done = qgis_process(
        profile,
        "--json",
        "run",
        "crossearth:segment",
        "--",
        f"INPUT={scene_factory()}",
        "MODEL=crossearth-base-rgb",
        f"OUTPUT={output}",
        f"REPORT={report}",
    )
    results = json.loads(done.stdout)["results"]
    assert results["OUTPUT"] == str(output)
    # From the zip as it is installed: the page needs the templates in it.
    assert results["REPORT"] == str(report)
    assert "crossearth-base-rgb" in report.read_text(encoding="utf-8")
    assert sum(row["pixels"] for row in json.loads(results["AREAS"])) == 700 * 600
    assert gdal.Open(str(output)).GetRasterBand(1).GetColorTable() is not None
    assert output.with_suffix(".qml").is_file()


def test_the_report_is_in_the_language_of_qgis(profile, scene_factory, tmp_path) -> None:
    report = tmp_path / "report.html"
    # As a release has it; a checkout that compiled none makes a zip without.
    folder = profile / "profiles" / "default" / "python" / "plugins" / NAME / "i18n"
    folder.mkdir(exist_ok=True)
    compile_file(Path(shutil.copy(paths.TRANSLATIONS / "crossearth_de.ts", folder)))
    settings = profile / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    before = settings.read_bytes()
    settings.write_bytes(before + b"\n[locale]\noverrideFlag=true\nuserLocale=de\n")
    try:
        qgis_process(
            profile,
            "run",
            "crossearth:segment",
            "--",
            f"INPUT={scene_factory()}",
            "MODEL=crossearth-base-rgb",
            f"OUTPUT={tmp_path / 'map.tif'}",
            f"REPORT={report}",
        )
    finally:
        settings.write_bytes(before)
    page = report.read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    for text in ("<h2>Flächen</h2>", "<dt>Überlappung, Pixel</dt>", "nach der Farbe"):
        assert text in page


def test_failure_is_a_sentence_and_a_status(profile, scene_factory, tmp_path) -> None:
    done = qgis_process(
        profile,
        "run",
        "crossearth:segment",
        "--",
        f"INPUT={scene_factory()}",
        "MODEL=nonsense",
        f"OUTPUT={tmp_path / 'map.tif'}",
        status=1,
    )
    assert "There is no model “nonsense”" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


MAKE_ENCODER = """
import sys
sys.path[:0] = sys.argv[2:]
import torch
from crossearth_engine.networks.dinov2 import DinoV2
torch.manual_seed(0)
network = DinoV2(64, 4, 1, 4, (3,), 13, patch_size=14, is_normed=True)
torch.save(network.state_dict(), sys.argv[1])
"""


def test_lines_of_the_docs_make_a_map_with_an_encoder(
    profile, engine_python, tmp_path, monkeypatch
) -> None:
    file = tmp_path / "B13_vits14_softcon.pth"
    command = [engine_python, "-c", MAKE_ENCODER, str(file), str(paths.ENGINE_FOLDER)]
    made = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if "No module named 'torch'" in made.stderr:
        pytest.skip("The engine's Python has no torch")
    assert made.returncode == 0, made.stderr
    write_sentinel_2(tmp_path / "scene.tif", tmp_path / "samples.gpkg")
    text = (paths.ROOT / "docs" / "encoders.md").read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line.startswith("qgis_process.bin ")]
    assert [line.split()[2] for line in lines] == [
        f"crossearth:{name}" for name in ("importmodel", "finetune", "segment")
    ]
    monkeypatch.chdir(tmp_path)
    for line in lines:
        qgis_process(profile, *shlex.split(line)[1:])
    values = gdal.Open("map.tif").ReadAsArray()
    assert (values[:, :60] == values[30, 30]).mean() > 0.9
    assert (values[:, 68:] == values[30, 98]).mean() > 0.9
    assert values[30, 30] != values[30, 98]


def write_sentinel_2(scene: Path, samples: Path) -> None:
    """Write a scene of all bands of Level-1C, dark in the west, and squares of both halves."""
    names = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12"]
    raster = gdal.GetDriverByName("GTiff").Create(str(scene), 128, 128, 13, gdal.GDT_UInt16)
    raster.SetGeoTransform((500_000, 10, 0, 2_000_000, 0, -10))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32643)
    raster.SetProjection(crs.ExportToWkt())
    random_values = random.Random(1)
    for index, name in enumerate(names, 1):
        band = raster.GetRasterBand(index)
        band.SetDescription(name)
        rows = [
            struct.pack(
                "<128H",
                *(random_values.randrange(100) + 500 + 2000 * (col >= 64) for col in range(128)),
            )
            for _ in range(128)
        ]
        band.WriteRaster(0, 0, 128, 128, b"".join(rows))
    del raster
    layer = ogr.GetDriverByName("GPKG").CreateDataSource(str(samples))
    squares = layer.CreateLayer("samples", crs, ogr.wkbPolygon)
    squares.CreateField(ogr.FieldDefn("class", ogr.OFTString))
    for number in range(10):
        is_bright, row = divmod(number, 5)
        west, north = 500_100 + 640 * is_bright, 2_000_000 - 50 - 240 * row
        shape = ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {north},{west + 200} {north},{west + 200} {north - 150},"
            f"{west} {north - 150},{west} {north}))"
        )
        feature = ogr.Feature(squares.GetLayerDefn())
        feature.SetField("class", "bright" if is_bright else "dark")
        feature.SetGeometry(shape)
        squares.CreateFeature(feature)


def test_engine_ends_when_qgis_process_is_killed(profile, scene_factory, tmp_path) -> None:
    scene, output = scene_factory(width=6000, height=6000), tmp_path / "map.tif"
    arguments = (f"INPUT={scene}", f"OUTPUT={output}")
    process = subprocess.Popen(
        [PROGRAM, "run", "crossearth:segment", "--", *arguments],
        env=variables(profile),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert wait_until(lambda: _engine_of(process.pid) is not None)
        engine = _engine_of(process.pid)
        time.sleep(1.0)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert wait_until(lambda: not is_running(engine))
    assert not list(tmp_path.glob("map*"))


def _engine_of(parent: int) -> int | None:
    """Return the process id of the worker that a process started."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            status = (entry / "status").read_text()
        except OSError:
            continue
        if f"\nPPid:\t{parent}\n" in status and b"worker" in words:
            return int(entry.name)
    return None


def test_several_dates_are_given_one_by_one(profile, scene_factory, tmp_path) -> None:
    dates = ("2021-07-01", "2021-05-12", "2021-09-15")
    paths = [scene_factory(f"s_{date}.tif", 256, 256, i) for i, date in enumerate(dates)]
    first, *others = map(str, paths)
    line = [f"INPUT={first}", *(f"DATES={path}" for path in others), "MODEL=bands", "GROUPS=3"]
    output = tmp_path / "groups.tif"
    done = qgis_process(
        profile, "--json", "run", "crossearth:kmeans", "--", *line, f"OUTPUT={output}"
    )
    summary = json.loads(json.loads(done.stdout)["results"]["SUMMARY"])
    assert summary["dates"] == sorted(dates)
    # Among them one of a day that another has.
    again = [*line, f"DATES={shutil.copy(first, tmp_path / 'again_20210701.tif')}"]
    done = qgis_process(
        profile, "run", "crossearth:kmeans", "--", *again, f"OUTPUT={output}", status=1
    )
    assert "are both of 2021-07-01" in done.stdout + done.stderr
