"""Fail if detect-secrets, which the plugin repository runs, finds something in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import default_settings


def main(folder: Path) -> int:
    """Print every finding in the folder; return 1 if there is one."""
    secrets = SecretsCollection(root=str(folder))
    with default_settings():
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                secrets.scan_file(path.relative_to(folder).as_posix())
    for filename, secret in secrets:
        print(f"{filename}:{secret.line_number}: {secret.type}")
    return 1 if secrets else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
