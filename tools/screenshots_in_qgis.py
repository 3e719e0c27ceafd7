"""What happens inside QGIS for ``make_screenshots.py``: the panel is worked as a person would."""

from __future__ import annotations

import os
from pathlib import Path

import processing
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QPainter, QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QSplitter,
    QToolBar,
    QWidget,
)
from qgis.utils import iface
from story_in_qgis import RANDOM, SHOTS, Story, dock, is_drawn, shoot, tell, ticks

from crossearth_qgis.gui.accuracy.accuracy_panel import AccuracyPanel
from crossearth_qgis.layers.sample_points import read_points
from crossearth_qgis.models import catalog
from crossearth_qgis.shared import options as engine_options

WINDOW = (1360, 860)
DOCK_WIDTH = 340
WIDTHS = (300, 360, 480)
PAGE_HEIGHT = 1250
# What the eight groups of the scene of the pictures are, and two of its objects: shares of its
# width and height.
GROUP_NAMES = ("marsh", "water", "grass", "grass", "shore", "shore", "shore", "field")
OBJECTS = ((0.567, 0.372), (0.38, 0.113))


def open_window() -> None:
    """Show the raster, and only the docks that matter."""
    window = iface.mainWindow()
    window.showNormal()
    window.setGeometry(0, 0, *WINDOW)
    for bar in window.findChildren(QToolBar):
        bar.setVisible(bar.objectName() in ("mFileToolBar", "mMapNavToolBar", "mPluginToolBar"))
        window.removeToolBarBreak(bar)
    iface.messageBar().clearWidgets()
    for other in window.findChildren(QDockWidget):
        other.setVisible(other.objectName() == "Layers")
    path = Path(os.environ["CROSSEARTH_RASTER"])
    layer = QgsRasterLayer(str(path), path.stem)
    QgsProject.instance().addMapLayer(layer)
    # Maps are kept beside the project.
    QgsProject.instance().write(str(SHOTS / "town.qgz"))
    iface.setActiveLayer(layer)
    dock().show()
    layers = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([layers, dock()], [300, DOCK_WIDTH], Qt.Orientation.Horizontal)
    iface.mapCanvas().setExtent(layer.extent())
    iface.mapCanvas().refresh()


def run_story() -> Story:
    """Before, during and after a run."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    yield is_drawn
    shoot("dock-before")
    panel = dock().panel
    panel.model_picker.combo.showPopup()
    yield ticks(5)
    shoot("models", panel.model_picker.combo.view().window())
    panel.model_picker.combo.hidePopup()
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    panel.run_button.click()
    yield lambda: panel.run_progress.bar.value() >= 40 or not panel.run_progress.isVisible()
    shoot("dock-during")
    yield lambda: not panel.run_progress.isVisible()
    yield ticks(10)
    yield is_drawn
    shoot("dock-after")
    panel.result_view.hide()
    panel.expert_group.setCollapsed(False)
    yield ticks(5)
    panel.scroll_area.ensureWidgetVisible(panel.expert_group)
    yield ticks(5)
    shoot("dock-expert-options", dock())


def adapt_story() -> Story:
    """Samples are drawn, the model is adapted, and the map is better."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    panels = dock().widget()
    panel, training = dock().panel, dock().training_panel
    panels.setCurrentIndex(1)
    draw_samples(SHOTS / "samples.gpkg")
    samples = training.samples_combo.currentLayer()
    training.draw_button.click()
    yield lambda: training.quick_button.isEnabled()
    yield ticks(10)
    yield is_drawn
    shoot("adapt-before")
    samples.commitChanges()
    training.map_box.setChecked(False)
    training.quick_button.click()
    yield lambda: not training.run_progress.isVisible()
    yield ticks(10)
    shoot("adapt-after")
    model, raster = panel.model_picker.value(), panel.raster_picker.value()
    training.adapted.emit(model, raster, samples.id(), True)
    panels.setCurrentIndex(0)
    yield lambda: not panel.run_progress.isVisible()
    yield ticks(10)
    yield is_drawn
    shoot("adapt-map")


def dates_story() -> Story:
    """Crops are told apart by several dates, which are ticked in the menu beside the raster."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    panels, panel, training = dock().widget(), dock().panel, dock().training_panel
    first = training.raster_picker.layer()
    for file in os.environ["CROSSEARTH_DATES"].split(os.pathsep):
        QgsProject.instance().addMapLayer(QgsRasterLayer(file, Path(file).stem))
    panels.setCurrentIndex(1)
    training.raster_picker.combo.pick(first)
    panel.raster_picker.combo.pick(first)
    draw_samples(SHOTS / "samples.gpkg")
    training.samples_combo.currentLayer().commitChanges()
    training.model_picker.set_value(engine_options.BANDS_ID)
    button = training.raster_picker.dates_button
    menu = button.menu()
    # As a click does, which would wait for another one.
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    yield ticks(5)
    for action in [action for action in menu.actions() if action.data()]:
        action.trigger()
    yield ticks(5)
    shoot("dates-menu", menu)
    menu.close()
    training.map_box.setChecked(True)
    yield lambda: training.quick_button.isEnabled()
    shoot("dates-before")
    training.quick_button.click()
    yield lambda: training.run_progress.isVisible()
    yield lambda: not training.run_progress.isVisible()
    yield ticks(30)
    shoot("dates-adapted")
    yield lambda: not panel.run_progress.isVisible()
    yield ticks(20)
    panels.setCurrentIndex(0)
    yield is_drawn
    shoot("dates-map")
    panel.log_group.setCollapsed(False)
    panel.scroll_area.ensureWidgetVisible(panel.log_pane)
    yield ticks(5)
    shoot("dates-log", dock())


def encoder_story() -> Story:
    """An encoder from disk is proposed, adapted with what is drawn, and maps."""
    yield ticks(10)
    processing.run("crossearth:importmodel", {"FILE": os.environ["CROSSEARTH_ENCODER"]})
    open_window()
    yield ticks(15)
    panels = dock().widget()
    panel, training = dock().panel, dock().training_panel
    panels.setCurrentIndex(1)
    yield ticks(20)
    yield is_drawn
    shoot("encoder-proposed")
    training.model_proposal.button.click()
    draw_samples(SHOTS / "samples.gpkg")
    samples = training.samples_combo.currentLayer()
    training.draw_button.click()
    yield lambda: training.quick_button.isEnabled()
    yield ticks(10)
    yield is_drawn
    shoot("encoder-drawn")
    samples.commitChanges()
    training.map_box.setChecked(False)
    training.quick_button.click()
    yield lambda: training.run_progress.bar.value() >= 20 or not training.run_progress.isVisible()
    shoot("encoder-during")
    yield lambda: not training.run_progress.isVisible()
    yield ticks(10)
    shoot("encoder-adapted")
    training.log_group.setCollapsed(False)
    training.scroll_area.ensureWidgetVisible(training.log_pane)
    yield ticks(5)
    shoot("encoder-log", dock())
    panels.setCurrentIndex(0)
    yield ticks(20)
    shoot("encoder-look")
    panel.run_button.click()
    yield lambda: panel.run_progress.isVisible()
    yield lambda: not panel.run_progress.isVisible()
    yield ticks(10)
    yield is_drawn
    shoot("encoder-map")


def dark_story() -> Story:
    """After a run, in the dark theme."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    panel = dock().panel
    panel.run_button.click()
    yield lambda: panel.run_progress.isVisible()
    yield lambda: not panel.run_progress.isVisible()
    yield ticks(10)
    yield is_drawn
    shoot("dock-dark")


def options_story() -> Story:
    """The page in QGIS's options."""
    found = []

    def look() -> None:
        dialogs = [
            widget
            for widget in QgsApplication.topLevelWidgets()
            if widget.isVisible() and widget.objectName() == "QgsOptionsBase"
        ]
        if dialogs and not found:
            dialogs[0].resize(900, 520)
            dialogs[0].findChild(QSplitter).setSizes([200, 700])
            found.append(dialogs[0])
        elif found:
            timer.stop()
            shoot("options", found[0])
            found[0].reject()

    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(look)
    timer.start(1500)
    iface.showOptionsDialog(iface.mainWindow(), "crossearth")
    yield ticks(5)


def setup_story() -> Story:
    """The first start: explanation, live log, and the form that follows."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    yield is_drawn
    shoot("setup", dock())
    page = dock().panel.setup_page
    page.setup_button.click()
    # What the installer says further on depends on the machine.
    yield lambda: "Creating" in page.log_pane.text()
    shoot("setup-running", dock())
    yield lambda: not page.is_running
    yield ticks(5)
    shoot("setup-done", dock())
    yield from options_story()


def widths_story() -> Story:
    """Every page of the panel, in three widths."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    yield is_drawn
    panels, panel, training = dock().widget(), dock().panel, dock().training_panel
    pages: dict[int, list[QPixmap]] = {width: [] for width in WIDTHS}
    panel.pages.setCurrentWidget(panel.setup_page)
    yield from in_all_widths(pages)
    panel.pages.setCurrentWidget(panel.segment_page)
    for box in panel.output_choice.boxes.values():
        box.setChecked(True)
    panel.run_button.click()
    yield lambda: panel.run_progress.isVisible()
    yield from in_all_widths(pages)
    yield lambda: not panel.run_progress.isVisible()
    panel.log_group.setCollapsed(True)
    yield from in_all_widths(pages)
    panel.result_view.hide()
    panel.map_options.setCollapsed(False)
    panel.expert_group.setCollapsed(False)
    panel.model_details.hide()
    yield from in_all_widths(pages)
    panels.setCurrentIndex(1)
    draw_samples(SHOTS / "samples.gpkg")
    training.draw_button.click()
    training.options_group.setCollapsed(False)
    yield from in_all_widths(pages)
    training.map_box.setChecked(False)
    training.quick_button.click()
    yield lambda: not training.run_progress.isVisible()
    yield ticks(5)
    yield from in_all_widths(pages)
    for width, pictures in pages.items():
        side_by_side(pictures).save(str(SHOTS / f"dock-{width}.png"))


def accuracy_story() -> Story:
    """A map is judged, and compared with another one, by keys and mouse.

    Who labels agrees with the map nine times in ten, and cannot tell two of the points.
    """
    yield ticks(10)
    open_window()
    yield ticks(15)
    panel = dock().panel
    panel.run_button.click()
    yield lambda: panel.run_progress.isVisible()
    yield lambda: not panel.run_progress.isVisible()
    page = dock().accuracy_panel
    dock().widget().setCurrentIndex(2)
    pages: dict[int, list[QPixmap]] = {width: [] for width in WIDTHS}
    yield ticks(5)
    click(page.plan_button)
    yield lambda: page.plan_hint.text() != ""
    yield from in_all_widths(pages)
    page.count_spin.setValue(60)
    page.least_spin.setValue(8)
    click(page.draw_button)
    yield lambda: page.points_combo.currentLayer() is not None
    click(page.label_box.walk_button)
    yield from labelled(page, pages)
    click(page.measure_button)
    yield lambda: page.result_group.isVisible()
    yield from in_all_widths(pages)
    other = SHOTS / "smoothed.tif"
    parameters = {"INPUT": os.environ["CROSSEARTH_RASTER"], "OUTPUT": str(other), "MAJORITY": 9}
    processing.run("crossearth:segment", parameters)
    layer = QgsRasterLayer(str(other), "Smoothed")
    QgsProject.instance().addMapLayer(layer)
    page.against_combo.set_value(layer.id())
    click(page.measure_button)
    yield lambda: page.result_group.isVisible()
    yield from in_all_widths(pages)
    for width, pictures in pages.items():
        side_by_side(pictures).save(str(SHOTS / f"accuracy-{width}.png"))


def labelled(page: AccuracyPanel, pages: dict[int, list[QPixmap]]) -> Story:
    """Label all points by keys; the window is pictured at one of them, and the panel."""
    mapped = page.map_combo.currentLayer()
    names = {item.value: item.label for item in mapped.renderer().classes()}
    for number, point in enumerate(read_points(page.points_combo.currentLayer())):
        if number == 7:
            dock().setFloating(False)
            yield ticks(10)
            yield is_drawn
            shoot("accuracy-labelling")
            yield from in_all_widths(pages)
        value, _is_there = mapped.dataProvider().sample(point.at, 1)
        keys = page.label_box.class_keys
        rows = [row for row in range(keys.count()) if names[int(value)] in keys.item(row).text()]
        key = "s" if number in (4, 5) else str(rows[0] + 1 if number % 10 else 1)
        QTest.keyClick(iface.mapCanvas(), key)
        yield ticks(0)
    if page.label_box.is_walking:
        raise RuntimeError(page.label_box.hint.text())


def click(button: QWidget) -> None:
    """Click a button with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def draw_samples(path: Path) -> None:
    """Make a layer for samples with what somebody has drawn, still in editing."""
    training = dock().training_panel
    samples = training.create_samples(path)
    samples.startEditing()
    drawn = QgsVectorLayer(os.environ["CROSSEARTH_SAMPLES"], "drawn", "ogr")
    for shape in drawn.getFeatures():
        feature = QgsFeature(samples.fields())
        feature["class"] = shape["class"]
        feature.setGeometry(shape.geometry())
        samples.addFeature(feature)
    training.class_table.select_class(str(shape["class"]))


def distill_story() -> Story:
    """A model of PyTorch, which the data folder holds, teaches a faster one."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    yield is_drawn
    panel = dock().panel
    pages: dict[int, list[QPixmap]] = {width: [] for width in WIDTHS}
    teacher = next(
        model
        for model in catalog.models()
        if model.weights is not None
        and model.weights.suffix == ".safetensors"
        and not model.needs_adapting
    )
    panel.model_picker.set_value(teacher.id)
    yield from in_all_widths(pages)
    panel.faster_model.button.click()
    dialog = next(
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, QgsProcessingAlgorithmDialogBase)
    )
    yield ticks(5)
    shoot("distill-dialog", dialog)
    dialog.runButton().click()
    yield lambda: not panel.faster_model.result_hint.isHidden()
    dialog.close()
    yield from in_all_widths(pages)
    for width, pictures in pages.items():
        side_by_side(pictures).save(str(SHOTS / f"distill-{width}.png"))


def change_story() -> Story:
    """Two years of one place are mapped and compared, by keys and mouse."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    panel = dock().panel
    click(panel.run_button)
    yield lambda: panel.run_progress.isVisible()
    yield lambda: not panel.run_progress.isVisible()
    path = Path(os.environ["CROSSEARTH_LATER"])
    later = QgsRasterLayer(str(path), path.stem)
    QgsProject.instance().addMapLayer(later)
    panel.raster_picker.set_value(later.id())
    yield ticks(15)
    click(panel.run_button)
    yield lambda: panel.run_progress.isVisible()
    yield lambda: not panel.run_progress.isVisible()
    yield ticks(5)
    pages: dict[int, list[QPixmap]] = {width: [] for width in WIDTHS}
    click(panel.map_uses.change_button)
    dialog = next(
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, QgsProcessingAlgorithmDialogBase)
    )
    yield ticks(5)
    shoot("change-dialog", dialog)
    # Pictures of different years are rarely on one grid: refused, and aligned as the refusal says.
    align = next(box for box in dialog.findChildren(QComboBox) if box.findText("before") >= 0)
    click(dialog.runButton())
    yield ticks(30)
    yield dialog.runButton().isEnabled
    shoot("change-refused", dialog)
    dialog.showParameters()
    QTest.keyClick(align, Qt.Key.Key_Down)
    yield ticks(2)
    click(dialog.runButton())
    yield lambda: not panel.map_uses.hint.isHidden()
    yield ticks(5)
    shoot("change-log", dialog)
    dialog.close()
    yield ticks(10)
    yield is_drawn
    shoot("change-window")
    panel.scroll_area.ensureWidgetVisible(panel.map_uses)
    yield from in_all_widths(pages)
    for width, pictures in pages.items():
        side_by_side(pictures).save(str(SHOTS / f"change-{width}.png"))


def groups_story() -> Story:
    """Groups are found without samples, looked at, named in the table, and adapted to."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    training = dock().training_panel
    dock().widget().setCurrentIndex(1)
    box = training.groups_box
    box.setCollapsed(False)
    yield ticks(10)
    box.count_spin.setValue(8)
    box.area_combo.setCurrentIndex(1)
    click(box.run_button)
    yield lambda: not box.run_progress.isVisible() and bool(box.hint.text())
    yield ticks(20)
    yield is_drawn
    shoot("groups-found")
    click(box.only_box)
    for number, name in enumerate(GROUP_NAMES, 1):
        training.class_table.select_class(f"group {number}")
        yield ticks(8)
        yield is_drawn
        shoot(f"groups-{number}")
        # As somebody types it.
        training.class_table.edit_name(f"group {number}")
        yield ticks(2)
        field = training.class_table.findChild(QLineEdit)
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        yield ticks(8)
    click(box.only_box)
    training.scroll_area.ensureWidgetVisible(training.class_table)
    yield ticks(10)
    yield is_drawn
    shoot("groups-named")
    training.samples_combo.currentLayer().commitChanges()
    yield lambda: training.quick_button.isEnabled()
    click(training.quick_button)
    yield lambda: not training.run_progress.isVisible()
    panel = dock().panel
    yield lambda: panel.run_progress.isVisible()
    yield lambda: not panel.run_progress.isVisible()
    training.scroll_area.ensureWidgetVisible(training.accuracy_table)
    yield ticks(20)
    yield is_drawn
    shoot("groups-adapted")


def similar_story() -> Story:
    """Two objects are clicked, the threshold is slid, and candidates are kept."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    training = dock().training_panel
    dock().widget().setCurrentIndex(1)
    box = training.similar_box
    box.setCollapsed(False)
    yield ticks(10)
    training.scroll_area.ensureWidgetVisible(box)
    click(box.point_button)
    canvas = iface.mapCanvas()
    extent = training.raster_picker.layer().extent()
    for across, down in OBJECTS:
        place = QgsPointXY(
            extent.xMinimum() + across * extent.width(), extent.yMaximum() - down * extent.height()
        )
        at = canvas.getCoordinateTransform().transform(place).toQPointF().toPoint()
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    yield ticks(5)
    shoot("similar-clicked")
    click(box.run_button)
    yield lambda: box.slider.isVisible()
    for percent in (50, 60, 70):
        box.slider.setValue(percent)
        training.scroll_area.ensureWidgetVisible(box.candidates_button)
        yield ticks(15)
        yield is_drawn
        shoot(f"similar-{percent}")
    click(box.candidates_button)
    yield lambda: not box.run_progress.isVisible()
    yield ticks(15)
    yield is_drawn
    shoot("similar-candidates")


def numbers_story() -> Story:
    """Points with a number are learned; the map has a ramp, the panel says how good it is."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    panels, panel, training = dock().widget(), dock().panel, dock().training_panel
    panels.setCurrentIndex(1)
    points = points_with_numbers(training.raster_picker.layer(), 200)
    training.samples_combo.pick(points)
    training.kind_combo.setCurrentIndex(1)
    training.name_edit.setText("greenness")
    training.scroll_area.ensureWidgetVisible(training.field_combo)
    yield ticks(10)
    yield is_drawn
    shoot("numbers-before")
    click(training.quick_button)
    yield lambda: not training.run_progress.isVisible()
    yield lambda: panel.run_progress.isVisible()
    yield lambda: not panel.run_progress.isVisible()
    training.scroll_area.ensureWidgetVisible(training.report_button)
    yield ticks(20)
    yield is_drawn
    shoot("numbers-adapted")
    (SHOTS / "report.html").write_bytes(Path(training._report).read_bytes())
    panels.setCurrentIndex(0)
    root = QgsProject.instance().layerTreeRoot()
    root.findGroup("CrossEarth").setItemVisibilityChecked(False)
    iface.mapCanvas().zoomByFactor(0.4)
    click(panel.live_preview.switch)
    yield ticks(80)
    yield is_drawn
    shoot("numbers-live")


def points_with_numbers(raster: QgsRasterLayer, count: int) -> QgsVectorLayer:
    """Add points whose field ``greenness`` tells by how much green is above red, percent."""
    layer = QgsVectorLayer("Point?field=greenness:double", "plots", "memory")
    layer.setCrs(raster.crs())
    extent, features = raster.extent(), []
    while len(features) < count:
        place = QgsPointXY(
            RANDOM.uniform(extent.xMinimum(), extent.xMaximum()),
            RANDOM.uniform(extent.yMinimum(), extent.yMaximum()),
        )
        (red, is_red), (green, is_green) = (
            raster.dataProvider().sample(place, band) for band in (1, 2)
        )
        if not (is_red and is_green and red + green):
            continue
        feature = QgsFeature(layer.fields())
        feature["greenness"] = 100 * (green - red) / (green + red)
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def in_all_widths(pages: dict[int, list[QPixmap]]) -> Story:
    """Take a picture of the panel in each width, as high as all that it shows needs."""
    dock().setFloating(True)
    for width, pictures in pages.items():
        dock().resize(width, PAGE_HEIGHT)
        yield ticks(4)
        if dock().width() > width:
            raise RuntimeError(f"The panel is not {width} pixels wide, but {dock().width()}")
        pictures.append(dock().grab())


def side_by_side(pictures: list[QPixmap]) -> QPixmap:
    """Return pictures of one height in one, with a line between them."""
    whole = QPixmap(sum(item.width() + 4 for item in pictures), PAGE_HEIGHT)
    whole.fill(Qt.GlobalColor.red)
    painter = QPainter(whole)
    left = 0
    for picture in pictures:
        painter.drawPixmap(left, 0, picture)
        left += picture.width() + 4
    painter.end()
    return whole


STORIES = {
    "widths": widths_story,
    "run": run_story,
    "dark": dark_story,
    "setup": setup_story,
    "adapt": adapt_story,
    "accuracy": accuracy_story,
    "change": change_story,
    "encoder": encoder_story,
    "dates": dates_story,
    "distill": distill_story,
    "groups": groups_story,
    "similar": similar_story,
    "numbers": numbers_story,
}
tell(STORIES[os.environ["CROSSEARTH_STORY"]]())
