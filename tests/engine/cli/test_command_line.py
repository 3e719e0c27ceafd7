import json
import re
import signal
import subprocess
import sys

import pytest
from affine import Affine

from crossearth_engine.cli import progress
from crossearth_engine.cli.segment import show_areas
from tests.engine.conftest import read

CROSSEARTH = [sys.executable, "-m", "crossearth_engine"]


def crossearth(*arguments, **options):
    command = [*CROSSEARTH, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **options)


def test_segment_prints_areas(tmp_path, raster_factory, color_model):
    done = crossearth(
        "segment", raster_factory(), tmp_path / "map.tif", "--model", color_model,
        "--window", 16, "--overlap", 4, "--bands", "3,2,1", "--join", "average",
        "--confidence", tmp_path / "confidence.tif", "--threads", 1, "--batch", 2,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "class 0" in done.stdout
    assert read(tmp_path / "map.tif").shape == (48, 64)
    assert (tmp_path / "confidence.tif").exists()


def test_classes_that_become_one_may_be_given_one_by_one(tmp_path, raster_factory, color_model):
    done = crossearth(
        "segment", raster_factory(), tmp_path / "map.tif", "--model", color_model, "--json",
        "--merge", "both=class 0", "--merge", "both=class 2", "--merge", "one=class 1,class 3",
    )  # fmt: skip
    names = [area["name"] for area in json.loads(done.stdout)["classes"]]
    assert sorted(names) == ["both", "one"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("segment", "a.tif", "--json"), "OUTPUT"),
        (("segment", "a.tif", "b.tif", "--window", "wide", "--json"), "wide"),
        (("batch", "--out-dir", "maps", "--json"), "--list"),
        (("look", "--json"), "INPUT"),
    ],
)
def test_what_was_typed_wrong_is_told_in_json_too(arguments, said):
    done = crossearth(*arguments)
    told = json.loads(done.stdout)
    assert (done.returncode, told["status"], told["fault"]) == (2, 2, "input")
    assert said in told["error"]
    assert said in done.stderr
    plain = crossearth(*(word for word in arguments if word != "--json"))
    assert (plain.returncode, plain.stdout, plain.stderr) == (2, "", done.stderr)


@pytest.mark.parametrize("code_page", ["cp1252", "cp437"])
def test_names_that_a_code_page_lacks_cost_no_map(
    tmp_path, raster_factory, color_model, code_page, monkeypatch
):
    monkeypatch.setenv("PYTHONIOENCODING", code_page)
    scene = raster_factory().rename(tmp_path / "\u65e5\u672c \u0141\u00f3d\u017a.tif")
    target = tmp_path / "\u5730\u56f3.tif"
    done = crossearth("segment", scene, target, "--model", color_model, encoding=code_page)
    assert (done.returncode, target.exists()) == (0, True), done.stderr
    assert r"\u5730\u56f3.tif" in done.stdout + done.stderr
    done = crossearth("segment", tmp_path / "\u65e0.tif", target, encoding=code_page)
    assert done.returncode == 2
    assert r"\u65e0.tif cannot be read" in done.stderr


def test_the_summary_counts_one_window_and_rounds_areas(tmp_path, raster_factory, color_model):
    done = crossearth("segment", raster_factory(), tmp_path / "map.tif", "--model", color_model)
    assert "(1 window, " in done.stdout
    assert re.search(r"class 0 .* 0\.0\d{3} ha\n", done.stdout)
    large = raster_factory(transform=Affine(10, 0, 5e5, 0, -10, 4e6))
    done = crossearth("segment", large, tmp_path / "map.tif", "--model", color_model)
    assert re.search(r"class 0 .* \d+\.\d\d ha\n", done.stdout)


def test_a_log_line_at_a_terminal_takes_the_place_of_the_progress(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    job = progress.shown_job(progress.percent)
    job.progress(1, 8)
    job.log("info", "Raster 2 of 3: b.tif")
    shown = capsys.readouterr().err
    assert shown.endswith(f"\r{'Raster 2 of 3: b.tif':<40}\n")


def test_a_window_that_the_network_cannot_take_is_not_the_models_fault(tmp_path, raster_factory):
    done = crossearth("segment", raster_factory(), tmp_path / "map.tif", "--window", 7)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(
        "cannot process windows of 7 pixels. Leave the window out: its own is 512 pixels."
    )


def test_json_is_the_last_line(tmp_path, raster_factory, color_model):
    done = crossearth("segment", raster_factory(), tmp_path / "map.tif", "--model", color_model,
                      "--json")  # fmt: skip
    result = json.loads(done.stdout.splitlines()[-1])
    assert {
        "wall_s", "inference_s", "windows", "skipped_windows", "batch", "device", "precision",
        "peak_rss_mb", "class_area_m2",
    } <= set(result)  # fmt: skip
    assert result["class_area_m2"].keys() == {f"class {i}" for i in range(4)}
    assert sum(result["class_area_m2"].values()) == pytest.approx(64 * 48 * 0.25)


def test_bad_input_is_one_sentence_and_status_2(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    for arguments in (
        (tmp_path / "missing.tif", tmp_path / "map.tif"),
        (raster, raster),
        (raster, tmp_path / "map.tif", "--overlap", 600),
        (raster, tmp_path / "map.tif", "--model", "nothing"),
        (raster, tmp_path / "map.tif", "--extent", "1,2,3,4"),
    ):
        options = () if "--model" in arguments else ("--model", color_model)
        done = crossearth("segment", *arguments, *options)
        assert done.returncode == 2, arguments
        assert done.stderr.startswith("crossearth: ")
        assert len(done.stderr.strip().splitlines()) == 1
        assert done.stdout == ""


def test_a_raster_without_a_place_is_told_of_in_our_words_only(
    tmp_path, raster_factory, color_model
):
    raster = raster_factory(crs=None, transform=Affine.identity())
    done = crossearth("segment", raster, tmp_path / "map.tif", "--model", color_model)
    assert done.returncode == 0, done.stderr
    assert "no CRS to measure by" in done.stderr
    assert "NotGeoreferencedWarning" not in done.stderr


def test_bad_arguments_are_status_2(tmp_path):
    for arguments in (("--bands", "a,b"), ("--extent", "1,2"), ("--join", "feather")):
        assert crossearth("segment", "a.tif", "b.tif", *arguments).returncode == 2


# What is loaded before the first window, and in the end. Beside the windows a thread loads what
# finishing needs, so it is looked at before that begins.
LOADED = """
import sys
from crossearth_engine.cli.main import main
from crossearth_engine.inference.sliding import SlidingRun

def start(self, *arguments, start=SlidingRun.start):
    print("loaded", *sys.modules, file=sys.stderr)
    start(self, *arguments)

SlidingRun.start = start
try:
    main()
finally:
    print("loaded", *sys.modules, file=sys.stderr)
"""


def test_a_run_loads_nothing_that_it_does_not_need(tmp_path, raster_factory, color_model):
    output = tmp_path / "map.tif"
    arguments = ["segment", raster_factory(), output, "--model", color_model, "--quiet"]
    command = [sys.executable, "-c", LOADED, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    lines = [line.split() for line in done.stderr.splitlines()]
    before, after = ({*names} for word, *names in lines if word == "loaded")
    assert {"numpy", "rasterio", "onnxruntime"} <= before
    for others in (
        {"torch", "sklearn", "scipy", "threadpoolctl", "safetensors"},  # of adapting
        {"onnx", "onnxscript", "openvino"},  # of other forms of a model, and an add-on
        {"shapely", "pyogrio", "jinja2"},  # of polygons and reports
    ):
        assert not others & after
    # What the last step needs, what is for downloads, and what is for masks and add-ons.
    assert "pystac" in after
    assert not {"pystac", "ssl", "http.client", "sqlite3", "importlib.metadata"} & before


# Something that is asked to stop when Python has given its handlers back.
LATE = """
import os, signal
from crossearth_engine.cli import running

class Last:
    def __del__(self, kill=os.kill, pid=os.getpid(), number=signal.SIGINT):
        kill(pid, number)

last = Last()
running.until_signaled(None, lambda: None)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals on Windows")
def test_what_is_done_is_not_stopped_any_more():
    done = subprocess.run([sys.executable, "-c", LATE], timeout=100)
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals on Windows")
@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 3), (getattr(signal, "SIGHUP", signal.SIGTERM), 3)],
)
def test_signals_stop_a_run_and_leave_nothing(
    tmp_path, raster_factory, context_model, number, status
):
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("the signal is ignored here, as nohup does, and whoever is started ignores it")
    raster = raster_factory(size=(3000, 3000))
    output = tmp_path / "map.tif"
    process = subprocess.Popen(
        [*CROSSEARTH, "segment", raster, output, "--model", context_model, "--window", "64"],
        stderr=subprocess.PIPE,
        text=True,
    )
    # The first line says that the network is loaded: the run is on its way.
    assert any("bands 1, 2, 3" in line for line in iter(process.stderr.readline, ""))
    while not (tmp_path / "map.tif.partial" / "sums-1.bin").exists():
        assert process.poll() is None
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == status, said
    assert "Traceback" not in said
    assert not list(tmp_path.glob("map*"))


def test_a_reader_that_has_read_enough_is_no_failure():
    command = [sys.executable, "-m", "crossearth_engine", "models", "list", "--published"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdout.close()
    assert "failed" not in process.communicate(timeout=60)[1]
    assert process.returncode != 4


def test_models_are_listed_shown_and_verified(tmp_path, color_model):
    home = tmp_path / "home"
    models = home / "models" / "mine"
    models.mkdir(parents=True)
    (models / "model.json").write_text("{}")
    environment = {"CROSSEARTH_HOME": str(home), "PATH": ""}
    listed = crossearth("models", "list", env=environment)
    assert listed.returncode == 0
    # A model that cannot be used is told, and does not hide the others.
    assert "mine: The model" in listed.stdout
    shown = json.loads(crossearth("models", "show", color_model, "--json").stdout)
    assert shown["window_size"] == 512
    verified = crossearth("models", "verify", color_model)
    assert verified.stdout.split()[1] == str(color_model)


def test_what_goes_wrong_is_told_in_json_where_json_is_asked_for(
    tmp_path, raster_factory, color_model
):
    missing = tmp_path / "missing.tif"
    done = crossearth("segment", missing, tmp_path / "map.tif", "--model", color_model, "--json")
    told = json.loads(done.stdout)
    assert (told["code"], told["status"], done.returncode) == ("unreadable-raster", 2, 2)
    assert told["details"]["path"] == str(missing)
    assert done.stderr == f"crossearth: {told['error']}\n"
    for arguments in (("models", "show", "nothing"), ("look", missing), ("devices", "--nothing")):
        done = crossearth(*arguments, *(() if "devices" in arguments else ("--json",)))
        assert done.returncode == 2
        assert done.stdout == "" or json.loads(done.stdout)["status"] == 2
    # Of a batch the whole summary is there, with each failure in it.
    done = crossearth("batch", missing, raster_factory(), "--out-dir", tmp_path / "maps",
                      "--model", color_model, "--json")  # fmt: skip
    (failed, _) = json.loads(done.stdout)["rasters"]
    assert (done.returncode, failed["status"], failed["fault"]) == (2, "failed", "input")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals on Windows")
def test_ctrl_c_is_told_in_json_too(tmp_path, raster_factory, context_model):
    process = subprocess.Popen(
        [*CROSSEARTH, "segment", raster_factory(size=(1500, 1500)), tmp_path / "map.tif",
         "--model", context_model, "--window", "64", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert any("bands 1, 2, 3" in line for line in iter(process.stderr.readline, ""))
    process.send_signal(signal.SIGINT)
    printed, _ = process.communicate(timeout=60)
    assert json.loads(printed)["status"] == process.returncode == 130


def test_little_of_a_class_is_not_shown_as_nothing(capsys):
    rows = [("much", 4e6, 80.0), ("little", 40.0, 0.0008), ("none", 0.0, 0.0)]
    show_areas([{"name": n, "area_m2": area, "percent": share} for n, area, share in rows])
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert shown == [
        ["much", "80.0", "%", "400.00", "ha"],
        ["little", "<", "0.1", "%", "<", "0.01", "ha"],
        ["none", "0.0", "%", "0.00", "ha"],
    ]
