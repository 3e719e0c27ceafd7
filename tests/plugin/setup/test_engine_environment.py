from __future__ import annotations

import json
import sys
from pathlib import Path

from crossearth_qgis import paths, settings
from crossearth_qgis.setup import engine_environment


def test_nothing_is_found_on_a_fresh_computer(home) -> None:
    assert engine_environment.find() is None
    assert "not installed yet" in engine_environment.missing_reason()


def test_variable_wins_over_setting(monkeypatch) -> None:
    settings.set_engine_python(sys.executable)
    assert engine_environment.find().origin == "setting"
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", sys.executable)
    found = engine_environment.find()
    assert (found.origin, found.python) == ("variable", Path(sys.executable))


def test_variable_that_names_no_file_is_not_passed_over_in_silence(monkeypatch) -> None:
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", "/no/python")
    assert engine_environment.find() is None
    assert "/no/python" in engine_environment.missing_reason()


def test_setting_that_names_no_file_is_explained() -> None:
    settings.set_engine_python("/no/python")
    assert engine_environment.find() is None
    assert "Options" in engine_environment.missing_reason()


def test_folder_without_stamp_counts_as_interrupted(home) -> None:
    python = engine_environment.venv_python(engine_environment.installed_folder())
    python.parent.mkdir(parents=True)
    python.touch()
    assert engine_environment.find() is None
    assert "interrupted" in engine_environment.missing_reason()


def test_environment_for_other_requirements_counts_as_outdated(home) -> None:
    folder = engine_environment.installed_folder()
    python = engine_environment.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "complete.json").write_text(json.dumps({"requirements_sha256": "0" * 64}))
    assert engine_environment.find() is None
    assert "another version" in engine_environment.missing_reason()


def installed(home, **stamp: str) -> Path:
    """Make what looks like a complete environment and return its interpreter."""
    folder = engine_environment.installed_folder()
    python = engine_environment.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    for name, minimum in engine_environment.required_packages().items():
        distribution = f"{name.replace('-', '_')}-{minimum}.dist-info"
        (folder / "lib/python3.11/site-packages" / distribution).mkdir(parents=True)
    digest = engine_environment.requirements_digest()
    (folder / "complete.json").write_text(json.dumps({"requirements_sha256": digest, **stamp}))
    return python


def test_environment_that_does_not_work_has_to_be_set_up_again(home) -> None:
    python = installed(home)
    assert engine_environment.find().python == python
    engine_environment.distrust("No module named 'numpy'")
    assert engine_environment.find() is None
    assert "damaged (No module named 'numpy')" in engine_environment.missing_reason()


def test_package_that_was_lost_is_noticed_and_named(home) -> None:
    installed(home)
    for info in engine_environment.installed_folder().glob("lib/*/*/numpy-*"):
        info.rmdir()
    assert engine_environment.find() is None
    assert "damaged (numpy)" in engine_environment.missing_reason()


def test_environment_of_an_older_plugin_is_used_while_it_has_what_is_needed(
    home, tmp_path, monkeypatch
) -> None:
    installed(home)
    requirements = tmp_path / "requirements.txt"
    monkeypatch.setattr(paths, "ENGINE_REQUIREMENTS", requirements)
    requirements.write_text("# in other words\nnumpy>=1.3\nonnxruntime\n")
    assert engine_environment.find() is not None
    requirements.write_text("numpy>=99\n")
    assert engine_environment.find() is None
    assert "another version" in engine_environment.missing_reason()


def test_pointer_that_names_nothing_of_ours_is_passed_over(home) -> None:
    folder = engine_environment.installed_folder()
    folder.mkdir(parents=True)
    (folder.parent / "current.txt").write_text("../../elsewhere")
    assert engine_environment.installed_folder() == folder


def test_stamp_that_is_no_stamp_counts_as_none(home) -> None:
    installed(home)
    stamp = engine_environment.installed_folder() / "complete.json"
    for text in ("[]", "nonsense"):
        stamp.write_text(text)
        assert engine_environment.find() is None
        assert "interrupted" in engine_environment.missing_reason()


def test_nothing_to_distrust_is_no_problem(home) -> None:
    engine_environment.distrust("whatever")
    assert "not installed yet" in engine_environment.missing_reason()


def test_torch_is_looked_for_in_our_own_environment_only(home, monkeypatch) -> None:
    assert not engine_environment.lacks_torch()
    python = installed(home)
    assert engine_environment.lacks_torch()
    packages = python.parent.parent / "lib" / "python3.11" / "site-packages" / "torch"
    packages.mkdir(parents=True)
    (packages / "__init__.py").touch()
    assert not engine_environment.lacks_torch()
    (packages / "__init__.py").unlink()
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", sys.executable)
    assert not engine_environment.lacks_torch()


def test_what_may_be_installed_later_is_what_the_add_on_asks_for() -> None:
    lines = (paths.SHARED_FOLDER.parents[1] / "requirements-torch.txt").read_text().splitlines()
    wanted = {line.split(">=")[0] for line in lines if not line.startswith("#")}
    assert wanted == engine_environment.LATER_PACKAGES
