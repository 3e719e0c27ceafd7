"""An engine from a script: speaks the protocol, computes nothing, misbehaves on demand.

Run as ``python fake_engine.py PROTOCOL_FILE BEHAVIOUR [RECORD_FILE]``; the behaviours are the
functions named in `BEHAVIOURS`. Every request is appended to the record file.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

REQUESTS = sys.stdin.buffer
REPLIES = sys.stdout.buffer

# Longer than any test may take, yet nothing stays for good when one is killed.
FOR_EVER_S = 600

RESULT = {
    "wall_s": 12.5,
    "inference_s": 12.0,
    "windows": 4,
    "skipped_windows": 0,
    "batch": 1,
    "device": "cpu",
    "precision": "fp32",
    "peak_rss_mb": 100,
    "class_area_m2": {"Water": 30_000.0, "Trees": 10_000.0},
    "classes": [
        {"value": 1, "name": "Water", "color": "#0000ff", "pixels": 300, "area_m2": 30_000.0,
         "percent": 75.0},
        {"value": 2, "name": "Trees", "color": "#00ff00", "pixels": 100, "area_m2": 10_000.0,
         "percent": 25.0},
    ],
    "model": {"id": "tiny", "name": "Tiny", "sha256": "0"},
    "warnings": ["A warning from the engine."],
}  # fmt: skip


def load(path: Path):
    spec = importlib.util.spec_from_file_location(f"fake_engine_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def succeed(run) -> None:
    for done in range(1, 5):
        progress(run, done, 4, float(4 - done))
    send(protocol.Log(run.job_id, "info", "An info from the engine."))
    send(protocol.Log(run.job_id, "warning", "A warning from the engine."))
    output = run.arguments.get("output")
    if output:
        shutil.copy(run.arguments["input"], output)
    names = tuple(products.PRODUCTS)
    paths = {"output": output, **{name: run.arguments.get(name) for name in names}}
    # Of a batch these are switches, but for the report.
    for name in (path for path in map(paths.get, names) if isinstance(path, str)):
        shutil.copy(run.arguments.get("input") or run.arguments["inputs"][0], name)
    more = batch_of(run.arguments) if "inputs" in run.arguments else {}
    send(protocol.Done(run.job_id, {**RESULT, **paths, **more, "pid": os.getpid()}))


def batch_of(arguments: dict) -> dict:
    """Return what segment-batch tells; rasters and a mosaic with "bad" in their name fail."""
    rows = []
    for path in arguments["inputs"]:
        if "bad" in Path(path).name:
            details = {"path": path, "reason": "it is truncated"}
            row = {"status": "failed", "error": "English sentence.", "code": "unreadable-raster"}
            rows.append({"input": path, **row, "details": details})
        else:
            rows.append({"input": path, "status": "done", "classes": RESULT["classes"]})
    failed = sum(row["status"] == "failed" for row in rows)
    mosaic, unmade = arguments.get("mosaic"), {}
    if mosaic and "bad" in Path(mosaic).name:
        details = {"path": mosaic, "reason": "it is open."}
        error = {"error": "English sentence.", "code": "output-not-writable", "details": details}
        mosaic, unmade = None, {"mosaic": error}
    return {
        "rasters": rows,
        "done": len(rows) - failed,
        "skipped": 0,
        "doubtful": 0,
        "failed": failed,
        "mosaic": mosaic,
        "collection": arguments.get("collection"),
        "unmade": unmade,
    }


def succeed_slowly(run) -> None:
    progress(run, 1, 4, 3.0)
    time.sleep(0.7)
    succeed(run)


def take_hours(run) -> None:
    """Say that it takes hours, until somebody cancels."""
    progress(run, 1, 4, 7200.0)
    preview_until_cancel(dataclasses.replace(run, command="preview"))


def install(run) -> None:
    """Answer as download-model and import-model do."""
    model_id = run.arguments.get("model") or run.arguments.get("id") or "mine"
    progress(run, 850_000_000, 1_700_000_000, None)
    progress(run, 1_700_000_000, 1_700_000_000, 40.0)
    result = {
        "id": model_id,
        "path": f"/models/{model_id}/model.safetensors",
        "classes": RESULT["classes"],
        "unused_tensors": ["a.weight", "b.bias"],
        "pid": os.getpid(),
    }
    send(protocol.Done(run.job_id, result))


def learn(run) -> None:
    """Answer as finetune does."""
    send(protocol.Log(run.job_id, "info", "Looking at 20 windows…"))
    for _ in range(2):  # of two rasters
        send(protocol.Log(run.job_id, "warning", "Only 3 pixels are Trees."))
    progress(run, 1, 2, 4.0)
    send(protocol.Measured(run.job_id, 1, {"loss": 1.5}))
    send(protocol.Measured(run.job_id, 2, {"loss": 0.5, "val_miou": 0.75}))
    classes = [
        {"name": "Water", "precision": 0.75, "recall": 1.0, "f1": 0.86, "iou": 0.75},
        {"name": "Trees", "precision": None, "recall": None, "f1": None, "iou": None},
    ]
    result = {
        "id": "mine",
        "path": "/models/mine",
        "accuracy": {
            "classes": classes,
            "overall_accuracy": 0.64,
            "reliability": {"ece": 0.12, "confidence": 0.83, "accuracy": 0.71, "curve": []},
        },
        "report": "/models/mine/accuracy.html",
        "round": 1,
        "earlier_rounds": [],
        "wall_s": 12.5,
        "stopped": False,
        "warnings": [],
        "pid": os.getpid(),
    }
    send(protocol.Done(run.job_id, result))


def teach(run) -> None:
    """Answer as distill does."""
    progress(run, 1, 2, 4.0)
    result = {
        "id": "mine",
        "path": run.arguments["out"],
        "agreement": {"windows": 20, "share": 0.9512, "before": None, "is_better": None},
        "costs": {
            "teacher_window_s": 12.0, "teacher_windows": 900,
            "student_window_s": 0.1, "student_windows": 900,
            "share": 0.3, "worthwhile_windows": 640,
        },
        "sentences": ["Distilling took 2 min."],
        "report": "/models/mine/accuracy.html",
        "wall_s": 12.5,
        "warnings": [],
        "pid": os.getpid(),
    }  # fmt: skip
    send(protocol.Done(run.job_id, result))


def judge(run) -> None:
    """Answer as evaluate does."""
    row = {"name": "Water", "area": 25_000.0, "area_interval": [20_000.0, 41_000.0]}
    row |= {"users_accuracy": 0.9, "users_interval": [0.8, 0.95]}
    row |= {"producers_accuracy": None, "producers_interval": None}
    areas = {"unit": "m2", "classes": [row]}
    areas |= {"overall_accuracy": 0.9, "overall_interval": [0.85, 0.93]}
    figures = {"overall_accuracy": 0.9, "kappa": 0.8, "mean_iou": None}
    figures |= {"warnings": [], "areas": areas, "no_areas": None, "against": None}
    if "against" in run.arguments:
        figures["against"] = {
            "this_accuracy": 0.9, "other_accuracy": 0.85, "difference": 0.05,
            "interval": [0.01, 0.09], "p_value": 0.012, "is_sure": True, "sentences": [],
        }  # fmt: skip
    send(protocol.Done(run.job_id, {**figures, "pid": os.getpid()}))


def assess(run) -> None:
    """Answer as plan-sample, sample-points and evaluate do: four points, two of each class."""
    progress(run, 1, 2, None)
    if run.command == "plan-sample":
        rows = [{"name": "Water", "points": 60, "expected": 0.85, "margin": 0.09}]
        facts = {"count": 120, "least": 60, "classes": rows, "by_formula": 110}
        facts |= {"overall_accuracy": 0.85, "overall_margin": 0.049}
    elif run.command == "sample-points":
        draw_points(Path(run.arguments["out"]))
        rows = [{"name": name, "pixels": 200, "points": 2} for name in ("Water", "Trees")]
        facts = {"output": run.arguments["out"], "count": 4, "field": "reference", "classes": rows}
    else:
        judge(run)
        return
    send(protocol.Done(run.job_id, {**facts, "pid": os.getpid()}))


STRATUM_FIELDS = ("stratum", "stratum_px", "stratum_m2", "total_px", "total_m2")


def draw_points(path: Path) -> None:
    """Write points 20, 40, 60 and 80 m from the left edge of `raster_factory`."""
    from osgeo import ogr, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32643)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer(path.stem, crs, ogr.wkbPoint)
    for name, kind in (("id", ogr.OFTInteger), ("reference", ogr.OFTString)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    for name in STRATUM_FIELDS:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString if name == "stratum" else ogr.OFTReal))
    for number, name in enumerate(("Water", "Trees", "Trees", "Water"), 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id"] = number
        feature["stratum"] = name
        for field, size in zip(STRATUM_FIELDS[1:], (200, 20_000, 400, 40_000)):
            feature[field] = size
        geometry = f"POINT({500_005 + 20 * number} 1999985)"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(geometry))
        layer.CreateFeature(feature)


def compare(run) -> None:
    """Answer as change does."""
    progress(run, 1, 2, None)
    shutil.copy(run.arguments["before"], run.arguments["output"])
    amount = {"pixels": 1, "area_m2": 1e4, "percent": 25.0}
    changes = [{"value": 1, "name": "Trees → Water", "from": "Trees", "to": "Water", **amount}]
    facts = {"changes": changes, "changed_share": 0.25, "area_method": "planar"}
    send(protocol.Done(run.job_id, {**facts, "pid": os.getpid()}))


def sort_out(run) -> None:
    """Answer as zonal does."""
    progress(run, 1, 2, None)
    # What is read goes with the run.
    shutil.copy(run.arguments["objects"], run.arguments["out"])
    rows = [{"name": "Water", "objects": 2}, {"name": "Trees", "objects": 0}]
    facts = {"classes": rows, "objects": 2, "has_style": False}
    send(protocol.Done(run.job_id, {**facts, "pid": os.getpid()}))


PLACES = [
    {"rank": 1, "reason": "lead", "value": 2.5, "class_id": 1, "class_name": "Water"},
    {"rank": 2, "reason": "confidence", "value": 40.0, "class_id": 2, "class_name": "Trees"},
]


def divide(run) -> None:
    """Answer as kmeans does: two groups, the left and the right half of the extent."""
    from osgeo import gdal, ogr

    progress(run, 1, 2, None)
    output, polygons = run.arguments["output"], run.arguments.get("polygons")
    shutil.copy(run.arguments["input"], output)
    if report := run.arguments.get("report"):
        Path(report).touch()
    rows = [{**row, "name": f"group {row['value']}"} for row in RESULT["classes"]]
    if polygons:
        raster = gdal.Open(output)
        left, width, _, top, _, height = raster.GetGeoTransform()
        right, bottom = left + width * raster.RasterXSize, top + height * raster.RasterYSize
        middle = (left + right) / 2
        source = ogr.GetDriverByName("GPKG").CreateDataSource(polygons)
        layer = source.CreateLayer("groups", raster.GetSpatialRef(), ogr.wkbMultiPolygon)
        layer.CreateField(ogr.FieldDefn("class_name", ogr.OFTString))
        for row, west, east in ((rows[0], left, middle), (rows[1], middle, right)):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["class_name"] = row["name"]
            ring = f"{west} {top},{east} {top},{east} {bottom},{west} {bottom},{west} {top}"
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON((({ring})))"))
            layer.CreateFeature(feature)
        feature = layer = source = None
    facts = {"output": output, "classes": rows, "groups": run.arguments.get("groups", 12)}
    path = f"/models/{run.arguments['name']}" if "name" in run.arguments else None
    send(protocol.Done(run.job_id, {**RESULT, **facts, "path": path, "pid": os.getpid()}))


def find_places(run) -> None:
    """Answer as review does: two places, in the upper left of the extent of `raster_factory`."""
    progress(run, 1, 2, None)
    places = [{**place, "x": 500_000.0 + 10 * place["rank"], "y": 1_999_990.0} for place in PLACES]
    Path(run.arguments["out"]).touch()
    facts = {"output": run.arguments["out"], "places": places, "by": ["lead", "confidence"]}
    send(protocol.Done(run.job_id, {**facts, "pid": os.getpid()}))


def resemble(run) -> None:
    """Answer as similar does: three candidates, if any were asked for."""
    from osgeo import gdal

    progress(run, 1, 2, None)
    raster = gdal.GetDriverByName("GTiff").Create(run.arguments["output"], 20, 20)
    raster.SetGeoTransform([500_000, 10, 0, 2_000_000, 0, -10])
    raster.FlushCache()
    candidates = run.arguments.get("candidates")
    if candidates:
        Path(candidates).touch()
    facts = {"output": run.arguments["output"], "candidates": candidates}
    count = 3 if candidates else None
    send(protocol.Done(run.job_id, {**facts, "count": count, "pid": os.getpid()}))


def preview(run) -> None:
    """Answer as preview does: the left and the right half of the raster, which is 20 by 20."""
    from osgeo import gdal

    known = run.arguments.get("known") or []
    wanted = [name for name in ("0-0", "0-10") if name not in known]
    for done, name in enumerate(wanted, 1):
        path = Path(run.arguments["folder"]) / f"{name}.part"
        piece = gdal.GetDriverByName("GTiff").Create(str(path), 10, 20)
        piece.SetGeoTransform([500_000 + 10 * int(name[2:]), 10, 0, 2_000_000, 0, -10])
        band, table = piece.GetRasterBand(1), gdal.ColorTable()
        table.SetColorEntry(1, (0, 0, 255, 255))
        band.SetColorTable(table)
        band.SetNoDataValue(255)
        band.WriteRaster(0, 0, 10, 20, bytes([255] * 20 + [1] * 180))
        del band, piece
        path.replace(path.with_suffix(".tif"))
        progress(run, done, len(wanted), None)
    send(protocol.Done(run.job_id, {"pieces": len(wanted), "left": 0}))


def preview_until_cancel(run) -> None:
    """Preview nothing until somebody cancels; do other jobs at once."""
    if run.command != "preview":
        succeed(run)
        return
    message = run
    while not isinstance(message, protocol.Cancel):
        message = protocol.read_message(REQUESTS)
        record(message)
        if message is None:
            sys.exit(0)
    send(protocol.Canceled(run.job_id))


def lack_torch(run) -> None:
    """Do without torch what install does with it, unless somebody has installed it."""
    if record_file.with_name("torch").exists():
        install(run)
        return
    details = {"package": "torch", "requirement": "torch safetensors"}
    send(protocol.Failed(run.job_id, "missing-package", "English sentence.", details))


def lack_sklearn(run) -> None:
    """Do without scikit-learn what learn does with it, unless somebody has installed it."""
    if record_file.with_name("sklearn").exists():
        learn(run)
        return
    details = {"package": "scikit-learn", "requirement": "onnx scikit-learn"}
    send(protocol.Failed(run.job_id, "missing-package", "English sentence.", details))


def fail(run) -> None:
    details = {"path": "/a/b.tif", "reason": "it is truncated"}
    send(protocol.Failed(run.job_id, "unreadable-raster", "English sentence.", details))


def refuse_layer(run) -> None:
    """Find nothing in the layer that it was given."""
    details = {"path": run.arguments.get("objects") or run.arguments["reference"], "reason": "no."}
    send(protocol.Failed(run.job_id, "unreadable-polygons", "English sentence.", details))


def lose_device(run) -> None:
    """Answer as after a fault of the card, and end as late as the real engine may."""
    details = {"device": "cuda:0", "reason": "CUDA error: an illegal memory access"}
    send(protocol.Failed(run.job_id, "device-lost", "English sentence.", details))
    time.sleep(0.5)
    os._exit(1)


def partial_folders(arguments: dict) -> list[Path]:
    """Return where the outputs grow; of a batch, as if it were at the second of two namesakes."""
    outputs = [Path(arguments["output"])] if arguments.get("output") else []
    if "out_dir" in arguments:
        names = ("scene_2.tif", "scene_2_confidence.tif")
        outputs = [Path(arguments["out_dir"]) / name for name in names]
    return [output.with_name(f"{output.name}.partial") for output in outputs]


def begin(run) -> None:
    """Leave what the real engine has on disk in mid-run."""
    for partial in partial_folders(run.arguments):
        partial.mkdir(parents=True, exist_ok=True)
        (partial / "crossearth.lock").touch()
        (partial / "rows.bin").write_bytes(b"half")
    progress(run, 1, 4, 3.0)


def crash(run) -> None:
    begin(run)
    print("Fatal: the reason of the crash", file=sys.stderr, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def leave(run) -> None:
    begin(run)
    sys.exit(7)


def babble(run) -> None:
    begin(run)
    REPLIES.write(b"Warning: some library prints here\n")
    REPLIES.flush()
    time.sleep(FOR_EVER_S)


def answer_another_job(run) -> None:
    send(protocol.Done("another", {}))
    time.sleep(FOR_EVER_S)


def wait_for_cancel(run) -> None:
    begin(run)
    while True:
        message = protocol.read_message(REQUESTS)
        record(message)
        if message is None:
            sys.exit(0)
        if isinstance(message, protocol.Cancel):
            time.sleep(0.3)
            for partial in partial_folders(run.arguments):
                shutil.rmtree(partial)
            send(protocol.Canceled(run.job_id))
            return


def keep_what_is_done(run) -> None:
    """End as a run does that is to keep its part when it is canceled: late, and with a map."""
    begin(run)
    protocol.read_message(REQUESTS)
    time.sleep(1.5)
    shutil.rmtree(run.arguments["output"] + ".partial")
    shutil.copy(run.arguments["input"], run.arguments["output"])
    send(protocol.Done(run.job_id, {**RESULT, "partial": True, "pid": os.getpid()}))


def finish_in_spite_of_cancel(run) -> None:
    begin(run)
    protocol.read_message(REQUESTS)
    send(protocol.Done(run.job_id, {**RESULT, "pid": os.getpid()}))


def ignore_everything(run) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    begin(run)
    time.sleep(FOR_EVER_S)


def fail_then_succeed(run) -> None:
    """Crash as often as the file says, so that one test sees a failure and the recovery."""
    flag = Path(run.arguments["flag"])
    if flag.exists():
        flag.unlink()
        crash(run)
    succeed(run)


BEHAVIOURS = {
    "succeed": succeed,
    "slow": succeed_slowly,
    "slow-to-map": take_hours,
    "install": install,
    "learn": learn,
    "teach": teach,
    "judge": judge,
    "assess": assess,
    "compare": compare,
    "find-places": find_places,
    "resemble": resemble,
    "divide": divide,
    "preview": preview,
    "preview-until-cancel": preview_until_cancel,
    "sort-out": sort_out,
    "lack-torch": lack_torch,
    "lack-sklearn": lack_sklearn,
    "fail": fail,
    "refuse-layer": refuse_layer,
    "lose-device": lose_device,
    "crash": crash,
    "leave": leave,
    "babble": babble,
    "answer-another-job": answer_another_job,
    "wait-for-cancel": wait_for_cancel,
    "keep-what-is-done": keep_what_is_done,
    "finish-in-spite-of-cancel": finish_in_spite_of_cancel,
    "ignore-everything": ignore_everything,
    "fail-then-succeed": fail_then_succeed,
}


def send(message) -> None:
    protocol.write_message(REPLIES, message)


def progress(run, done: int, total: int, left: float | None) -> None:
    send(protocol.Progress(run.job_id, done, total, done / total, left))


def record(message) -> None:
    if record_file is not None and message is not None:
        line = {"type": type(message).__name__.lower(), **dataclasses.asdict(message)}
        with record_file.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")


def main() -> None:
    if behaviour == "silent":
        time.sleep(FOR_EVER_S)
    if behaviour == "die-at-start":
        print("ImportError: no module named numpy", file=sys.stderr, flush=True)
        sys.exit(1)
    if behaviour == "lack-a-package":
        import nosuchpackage.something  # noqa: F401
    if behaviour == "not-an-engine":
        REPLIES.write(b"Python 3.11.2\n>>> \n")
        REPLIES.flush()
        time.sleep(FOR_EVER_S)
    while True:
        message = protocol.read_message(REQUESTS)
        record(message)
        if message is None or isinstance(message, protocol.Shutdown):
            return
        if isinstance(message, protocol.Hello):
            version = (99, 0) if behaviour == "other-version" else protocol.PROTOCOL_VERSION
            send(protocol.Welcome(version, "1.0.0", os.getpid()))
        elif isinstance(message, protocol.Run):
            BEHAVIOURS[behaviour](message)


if __name__ == "__main__":
    protocol = load(Path(sys.argv[1]))
    products = load(Path(sys.argv[1]).with_name("products.py"))
    behaviour = sys.argv[2]
    record_file = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    main()
