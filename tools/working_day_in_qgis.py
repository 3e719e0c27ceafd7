"""What happens inside QGIS for ``working_day.py``: the panel is worked, what is left is counted."""

from __future__ import annotations

import json
import os
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QFileDialog
from qgis.utils import iface
from story_in_qgis import SHOTS, Story, dock, draw_squares, is_drawn, shoot, tell, ticks

FOLDER = SHOTS.parent
WINDOW = (1360, 860)

# What the day has made: files that have to be there, and how often.
MADE: dict = {"files": [], "runs": 0, "rounds": 0, "samples": {}}


def open_window() -> None:
    """Show the panel beside the map."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, *WINDOW)
    dock().show()
    dock().panel._runner.succeeded.connect(note)


def note(results: dict) -> None:
    """Remember what a run has made."""
    MADE["runs"] += 1
    names = ("OUTPUT", "CONFIDENCE", "POLYGONS", "REPORT")
    MADE["files"].append([results[name] for name in names if results.get(name)])


def begin_project(name: str) -> QgsRasterLayer:
    """Begin a project with one raster, not saved yet."""
    iface.newProject()
    layer = QgsRasterLayer(str(FOLDER / name / f"{name}.tif"), name)
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    return layer


def save(name: str) -> None:
    """Save the project beside its raster."""
    if not QgsProject.instance().write(str(FOLDER / name / f"{name}.qgz")):
        raise RuntimeError(f"{name} cannot be saved")


def one_map() -> Story:
    """Press Run, and wait for the map."""
    panel = dock().panel
    before = MADE["runs"]
    yield lambda: panel.run_button.isEnabled()
    panel.run_button.click()
    yield lambda: not panel._runner.is_running
    yield ticks(3)
    if MADE["runs"] == before:
        raise RuntimeError(panel.footer_hint.text())


def draw_samples(layer: QgsRasterLayer, count: int) -> None:
    """Draw squares, of two classes by how bright the image is there."""
    draw_squares(dock().training_panel.samples_combo.currentLayer(), layer, count, threshold=110)
    MADE["samples"][layer.name()] = MADE["samples"].get(layer.name(), 0) + count


def one_round(layer: QgsRasterLayer) -> Story:
    """Draw where it is wrong, adapt, and wait for the preview."""
    panel, training = dock().panel, dock().training_panel
    draw_samples(layer, 10)
    yield ticks(8)
    yield lambda: training.quick_button.isEnabled()
    before = MADE["runs"]
    training.quick_button.click()
    yield lambda: not training._runner.is_running
    yield ticks(3)
    yield lambda: not panel._runner.is_running
    yield ticks(3)
    if MADE["runs"] == before:
        raise RuntimeError(training.footer_hint.text() or panel.footer_hint.text())
    MADE["rounds"] += 1
    # Only the last preview stays; which that is, the layers say in the end.
    MADE["files"].pop()
    training.samples_combo.currentLayer().commitChanges()
    yield ticks(5)


def begin_samples(name: str) -> None:
    """Make a layer for samples, of classes that the model does not know."""
    training = dock().training_panel
    training.create_samples(FOLDER / name / "samples.gpkg")
    for text in ("bright", "dark"):
        training.add_class(text)


def morning() -> Story:
    """Work on the town, then on the field."""
    open_window()
    yield ticks(10)
    town = begin_project("town")
    yield ticks(10)
    panel, training = dock().panel, dock().training_panel
    shoot("01-not-saved")
    yield from one_map()  # beside the raster
    save("town")
    for name in ("CONFIDENCE", "POLYGONS", "REPORT"):
        panel.output_choice.boxes[name].setChecked(True)
    yield from one_map()
    yield from one_map()
    panel.output_choice.file_widget.setFilePath(str(FOLDER / "town" / "mine.tif"))
    yield from one_map()
    yield from one_map()  # mine_2
    shoot("02-a-number")
    panel.output_choice.file_widget.setFilePath("")
    panel.area_picker.choose_visible_canvas()
    QgsProject.instance().layerTreeRoot().findGroup("CrossEarth").setItemVisibilityChecked(False)
    yield from one_map()
    panel.output_choice.temporary_box.setChecked(True)
    yield from one_map()
    kept = FOLDER / "town" / "kept.tif"
    QFileDialog.getSaveFileName = lambda *_arguments, **_options: (str(kept), "")
    panel.result_view.keep_button.click()
    yield kept.exists
    yield ticks(3)
    MADE["files"][-1] = [str(kept), str(kept.with_name("kept_report.html"))]
    panel.output_choice.temporary_box.setChecked(False)
    yield is_drawn
    shoot("03-kept")
    dock().widget().setCurrentIndex(1)
    begin_samples("town")
    for number in range(1, 4):
        yield from one_round(town)
        yield is_drawn
        shoot(f"04-round-{number}")
    before = MADE["runs"]
    training.rounds.menu.actions()[0].trigger()  # back to round 2
    yield lambda: MADE["runs"] > before and not panel._runner.is_running
    MADE["files"].pop()
    yield ticks(5)
    shoot("05-back-to-round-2")
    save("town")
    MADE["state"] = [panel.state(), training.state()]
    yield from in_the_field()
    (FOLDER / "morning.json").write_text(json.dumps(MADE), encoding="utf-8")


def in_the_field() -> Story:
    """Another project: nothing of the first is left in the panel."""
    field = begin_project("field")
    yield ticks(10)
    panel, training = dock().panel, dock().training_panel
    yield is_drawn
    shoot("06-another-project")
    MADE["leftovers"] = [
        panel.result_view.isVisible(),
        training.result_group.isVisible(),
        panel.output_choice.boxes["CONFIDENCE"].isChecked(),
        training.samples_combo.currentLayer() is not None,
    ]
    save("field")
    dock().widget().setCurrentIndex(0)
    yield from one_map()
    yield from one_map()
    dock().widget().setCurrentIndex(1)
    begin_samples("field")
    for _ in range(2):
        yield from one_round(field)
    save("field")
    shoot("07-field")


def afternoon() -> Story:
    """QGIS was closed. Open the town again, map the other raster in it, and count."""
    open_window()
    MADE.update(json.loads((FOLDER / "morning.json").read_text(encoding="utf-8")))
    yield ticks(10)
    iface.addProject(str(FOLDER / "town" / "town.qgz"))
    yield ticks(20)
    yield is_drawn
    panel, training = dock().panel, dock().training_panel
    shoot("08-opened-again")
    problems = []
    if [panel.state(), training.state()] != MADE["state"]:
        problems.append(f"state: {panel.state()} {training.state()}, was {MADE['state']}")
    if any(MADE["leftovers"]):
        problems.append(f"another project was shown {MADE['leftovers']}")
    dock().widget().setCurrentIndex(0)
    panel.area_picker.set_state({})
    yield from one_map()
    other = QgsRasterLayer(str(FOLDER / "field" / "field.tif"), "field")
    QgsProject.instance().addMapLayer(other)
    panel.raster_picker.combo.pick(other)
    yield ticks(5)
    yield from one_map()
    iface.setActiveLayer(other)
    iface.zoomToActiveLayer()
    yield ticks(10)
    yield is_drawn
    shoot("09-another-raster")
    save("town")
    maps = []
    for name in ("town", "field"):
        iface.addProject(str(FOLDER / name / f"{name}.qgz"))
        yield ticks(10)
        maps += layers_of(name, problems)
        (samples,) = QgsProject.instance().mapLayersByName("samples")
        if samples.featureCount() != MADE["samples"][name]:
            problems.append(
                f"{name}: {samples.featureCount()} samples, not {MADE['samples'][name]}"
            )
    problems += [
        f"{path} is gone" for files in MADE["files"] for path in files if not Path(path).is_file()
    ]
    report = {
        "runs": MADE["runs"],
        "rounds": MADE["rounds"],
        "maps": maps,
        "problems": problems,
    }
    (FOLDER / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    (FOLDER / "afternoon.json").write_text("{}", encoding="utf-8")


def layers_of(name: str, problems: list[str]) -> list[str]:
    """Return a line for each layer of the open project; what is wrong is added to the problems."""
    lines, seen_files, seen_names = [], {}, set()
    for layer in QgsProject.instance().mapLayers().values():
        path = layer.source().partition("|")[0]
        raster, model = (layer.customProperty(f"crossearth/{key}") for key in ("raster", "model"))
        lines.append(f"{name}: {layer.name()}  {os.path.relpath(path, FOLDER)}")
        if not layer.isValid() or not Path(path).is_file():
            problems.append(f"{name}: the layer {layer.name()} shows nothing, {path}")
        if path in seen_files:
            problems.append(f"{name}: {layer.name()} and {seen_files[path]} show one file, {path}")
        if layer.name() in seen_names:
            problems.append(f"{name}: two layers are called {layer.name()}")
        if raster and not (raster in layer.name() and model in layer.name()):
            problems.append(
                f"{name}: {layer.name()} does not say that it is of {raster} by {model}"
            )
        seen_files[path] = layer.name()
        seen_names.add(layer.name())
    return lines


tell({"morning": morning, "afternoon": afternoon}[os.environ["CROSSEARTH_STORY"]]())
