"""Other computers that compute for this one: the option, and what goes with it."""

from __future__ import annotations

import re
from typing import Any

from .. import settings
from ..bridge.conversation import CANCEL_TIMEOUT_S
from ..translation import translate
from .options import OptionRow

_COMPLETION_TIMEOUT_S = 600.0


def cluster_row(what: str) -> OptionRow:
    """Return the option; what its computers have to see differs, and is said as its help."""
    return OptionRow("CLUSTER", "cluster", translate("CrossEarth", "Compute on"), what)


def at_cluster(arguments: dict[str, Any], device: Any) -> dict[str, Any]:
    """Return the arguments of a command as a cluster gets them, if one is asked for.

    Args:
        arguments: of the command.
        device: value of its parameter; empty: none was chosen for this run.
    """
    if not arguments.get("cluster"):
        return arguments
    told = {"tls": settings.cluster_tls(), "places": settings.cluster_places()}
    return {
        # Device and cores of the settings are of this computer.
        **{name: value for name, value in arguments.items() if name != "threads"},
        "device": device or "auto",
        **{name: value for name, value in told.items() if value},
    }


def is_far(cluster: str | None) -> bool:
    """Return whether workers may be on other computers, which see shared folders only."""
    return bool(cluster) and not re.fullmatch(r"local(:[0-9]+)?", str(cluster))


def cancel_timeout_s(arguments: dict[str, Any], usual: float = CANCEL_TIMEOUT_S) -> float:
    """Return how long a run with these arguments may take to end when it is cancelled."""
    # A map that is to be kept has to be completed after the cancel, and what others compute has to
    # be taken back from them.
    is_long = "keep_partial" in arguments or "cluster" in arguments
    return _COMPLETION_TIMEOUT_S if is_long else usual
