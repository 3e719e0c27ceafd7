"""pystac and what we use of it, imported so that no socket is opened.

pystac looks whether urllib3 is there, and urllib3, where another package has brought it, opens a
socket when it is imported, to see whether the computer has IPv6. Items are read and written here,
never fetched.
"""

from __future__ import annotations

import socket

_has_ipv6, socket.has_ipv6 = socket.has_ipv6, False
# ruff: noqa: E402
import pystac
from pystac.extensions.classification import Classification, ClassificationExtension
from pystac.extensions.file import FileExtension
from pystac.extensions.projection import ProjectionExtension
from pystac.utils import str_to_datetime

socket.has_ipv6 = _has_ipv6

__all__ = [
    "Classification",
    "ClassificationExtension",
    "FileExtension",
    "ProjectionExtension",
    "pystac",
    "str_to_datetime",
]
