"""One step of the setup: a headline, a command, and what to tell a person if it fails."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from .. import paths
from ..errors import EngineSetupFailed, SetupStopped, UnsuitablePython, UnsupportedProxy
from ..shared import model_places, pip_settings
from ..translation import translate
from .advice import setup_advice
from .child_environment import child_environment
from .child_process import CanceledCallback, LineCallback, pause, python_command, stream
from .network_proxy import proxy_variables

# Virus scanners look into every new program, and Windows keeps files that are open.
_ATTEMPTS, _PAUSE_S = 3, 5.0

# Of errors, by whether another Python may do better.
_KINDS = {True: UnsuitablePython, False: SetupStopped, None: EngineSetupFailed}

logger = logging.getLogger(__name__)


def run_step(
    headline: str,
    command: list[str],
    on_line: LineCallback,
    is_canceled: CanceledCallback,
    python: Path | None = None,
    more: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Run a command with QGIS's proxy and hand on what it says; it ends when QGIS does.

    Args:
        headline: what is done, for the log.
        command: a program and its arguments; nothing is lost if it is run again.
        on_line: called with every line of the log.
        is_canceled: asked several times a second.
        python: a Python; None: the command's program is one.
        more: variables beyond those that each child has.

    Raises:
        EngineSetupFailed: with advice, if it does not exit with 0, also after another attempt
            where files were held. UnsuitablePython if another Python may do better, SetupStopped
            if none will.
        JobCanceled: if ``is_canceled`` said so.
    """
    try:
        proxy = proxy_variables(pip_settings.index_address())
    except UnsupportedProxy as error:
        raise SetupStopped(str(error)) from error
    # The variable wins over a configuration file that asks for installation in the user's site.
    variables = {**child_environment(), **proxy, "PIP_USER": "0", **more}
    end_with_parent = str(paths.PACKAGE / "setup" / "end_with_parent.py")
    watched = python_command(python or Path(command[0]), end_with_parent, *command)
    on_line(headline)
    for attempt in range(1, _ATTEMPTS + 1):
        lines: list[str] = []

        def keep(line: str, lines: list[str] = lines) -> None:
            lines.append(line)
            on_line(line)

        exit_code = stream(watched, variables, keep, is_canceled)
        if exit_code == 0:
            return
        advice = setup_advice("\n".join(lines), _free_bytes(), exit_code)
        if attempt == _ATTEMPTS or not advice.is_passing:
            break
        on_line(translate("CrossEarth", "Another program held a file. Trying again…"))
        pause(_PAUSE_S, is_canceled)
    logger.error("%s\nexit code %s\n%s", headline, exit_code, "\n".join(lines[-60:]))
    raise _KINDS[advice.is_of_this_python](advice.sentence)


def _free_bytes() -> int:
    try:
        return shutil.disk_usage(model_places.user_data_folder()).free
    except OSError:
        return sys.maxsize
