"""Typed access to every setting of the plugin; the keys live under ``crossearth/``."""

from __future__ import annotations

from qgis.core import QgsSettings

_PREFIX = "crossearth/"

DEFAULT_DEVICE = "auto"
DEFAULT_IDLE_TIMEOUT_S = 300

_DEFAULTS = {"device": DEFAULT_DEVICE, "idle_timeout_s": DEFAULT_IDLE_TIMEOUT_S, "threads": 0}
"""Of those that are not empty."""


def changed() -> dict[str, str]:
    """Return every setting that is not as it comes, by its key."""
    stored = QgsSettings()
    stored.beginGroup("crossearth")
    values = {key: str(stored.value(key, "")) for key in sorted(stored.allKeys())}
    return {key: text for key, text in values.items() if text not in ("", str(_DEFAULTS.get(key)))}


def engine_python() -> str:
    """Return the engine's Python as the user chose it; empty: the one that we installed."""
    return str(QgsSettings().value(_PREFIX + "engine_python", "") or "")


def set_engine_python(path: str) -> None:
    """Choose the engine's Python; empty: the one that we installed."""
    QgsSettings().setValue(_PREFIX + "engine_python", path)


def device() -> str:
    """Return the device that is offered first, for instance ``auto``, ``cpu`` or ``cuda:0``."""
    return str(QgsSettings().value(_PREFIX + "device", DEFAULT_DEVICE) or DEFAULT_DEVICE)


def set_device(name: str) -> None:
    """Choose the device that is offered first."""
    QgsSettings().setValue(_PREFIX + "device", name)


def threads() -> int:
    """Return how many processor cores the engine may use; 0: as it sees fit."""
    return max(0, _int("threads", 0))


def set_threads(count: int) -> None:
    """Limit the processor cores of the engine; 0: as it sees fit."""
    QgsSettings().setValue(_PREFIX + "threads", count)


def idle_timeout_s() -> int:
    """Return after how many idle seconds the engine's process is ended."""
    return max(1, _int("idle_timeout_s", DEFAULT_IDLE_TIMEOUT_S))


def set_idle_timeout_s(seconds: int) -> None:
    """Choose after how many idle seconds the engine's process is ended."""
    QgsSettings().setValue(_PREFIX + "idle_timeout_s", seconds)


def model() -> str:
    """Return the id or path of the model used last in the dock; empty: none yet."""
    return str(QgsSettings().value(_PREFIX + "model", "") or "")


def set_model(model_id: str) -> None:
    """Remember the model used last in the dock."""
    QgsSettings().setValue(_PREFIX + "model", model_id)


def torch_is_agreed() -> bool:
    """Return whether the user has agreed to the download of PyTorch where a model needs it."""
    return bool(QgsSettings().value(_PREFIX + "torch_is_agreed", False, type=bool))


def agree_to_torch() -> None:
    """Remember that the user has agreed to the download of PyTorch."""
    QgsSettings().setValue(_PREFIX + "torch_is_agreed", True)


def models_address() -> str:
    """Return the web address or folder with the published models; empty: their own hub."""
    return str(QgsSettings().value(_PREFIX + "models_address", "") or "")


def set_models_address(address: str) -> None:
    """Choose where published models come from; empty: their own hub."""
    QgsSettings().setValue(_PREFIX + "models_address", address)


def python_address() -> str:
    """Return the web address or folder with standalone Pythons; empty: where they are published."""
    return str(QgsSettings().value(_PREFIX + "python_address", "") or "")


def set_python_address(address: str) -> None:
    """Choose where a standalone Python comes from; empty: where they are published."""
    QgsSettings().setValue(_PREFIX + "python_address", address)


def cluster() -> str:
    """Return the address or scheduler file of a cluster that runs may be sent to; empty: none."""
    return str(QgsSettings().value(_PREFIX + "cluster", "") or "")


def set_cluster(address: str) -> None:
    """Choose the cluster that runs may be sent to; empty: none."""
    QgsSettings().setValue(_PREFIX + "cluster", address)


def cluster_tls() -> str:
    """Return the folder with the certificates for the cluster; empty: what dask is set to."""
    return str(QgsSettings().value(_PREFIX + "cluster_tls", "") or "")


def set_cluster_tls(folder: str) -> None:
    """Choose the folder with the certificates for the cluster."""
    QgsSettings().setValue(_PREFIX + "cluster_tls", folder)


def cluster_places() -> list[str]:
    """Return what the cluster calls folders of this computer, each as ``FOLDER=THERE``."""
    text = str(QgsSettings().value(_PREFIX + "cluster_places", "") or "")
    return [line.strip() for line in text.splitlines() if line.strip()]


def set_cluster_places(lines: list[str]) -> None:
    """Say what the cluster calls folders of this computer."""
    QgsSettings().setValue(_PREFIX + "cluster_places", "\n".join(lines))


def _int(key: str, default: int) -> int:
    """Return a number; the default where somebody has written something else into the file."""
    try:
        return int(QgsSettings().value(_PREFIX + key, default))
    except (TypeError, ValueError):
        return default
