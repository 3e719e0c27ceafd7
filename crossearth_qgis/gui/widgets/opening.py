"""Pages, files and folders that another program of the desktop shows."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ...translation import translate


def open_outside(url: QUrl) -> str:
    """Have the desktop open something.

    Returns:
        Nothing; or, where no program opens it, a sentence for the user. The address is on the
        clipboard then.
    """
    if QDesktopServices.openUrl(url):
        return ""
    address = url.toLocalFile() if url.isLocalFile() else url.toString()
    QgsApplication.clipboard().setText(address)
    return translate(
        "CrossEarth",
        "No program of this computer opens {address}. The address is on the clipboard.",
    ).format(address=address)
