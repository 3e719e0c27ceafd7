"""How requests for maps end, whichever thread QGIS makes them in.

By version that is the thread that asks for pixels or one of QGIS's own, to which nobody else can
listen. The network manager of the main thread repeats what those of all other threads say.
"""

from __future__ import annotations

import re
import threading
import time

from qgis.core import (
    QgsFeedback,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsNetworkRequestParameters,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from ..errors import JobCanceled
from ..translation import translate

_PATIENCE_S = 30.0  # with a main thread that is busy
_NOTHING_THERE = (204, 404, 410)  # what servers say of tiles that they do not have
# Who asks: not the news feed, not the plugin manager. What the canvas draws meanwhile is not told
# apart; it only matters where pixels are missing as well.
_FOR_MAPS = re.compile("Qgs(Wms|Wcs|Ams|ArcGis)")
_PICTURES = re.compile("image/|application/octet-stream|$", re.IGNORECASE)  # as QGIS takes them


class NetworkReplies(QObject):
    """Hears of all requests for maps; made and asked in any one thread.

    Attributes:
        failures: address -> reason, of what failed since `forget` and did not succeed later.
        absent: addresses that the server has nothing for, since then.
        is_deaf: the main thread does not listen, so that nothing is known.
    """

    _asked = pyqtSignal()

    def __init__(self, are_pictures: bool) -> None:
        """Listen.

        Args:
            are_pictures: whether any other answer is a failure.
        """
        super().__init__()
        self.failures: dict[str, str] = {}
        self.absent: set[str] = set()
        self.is_deaf = False
        self._are_pictures = are_pictures
        self._network: QgsNetworkAccessManager | None = None
        self._is_unsettled = False
        self._answered = threading.Event()
        self.moveToThread(QCoreApplication.instance().thread())
        self._asked.connect(self._answer)

    def forget(self) -> None:
        """Start anew."""
        self.failures, self.absent, self._is_unsettled = {}, set(), False

    def catch_up(self, feedback: QgsFeedback) -> None:
        """Return when everything is heard that has ended so far; at first, when it listens.

        Raises:
            JobCanceled: on request.
        """
        self._ask(feedback)
        if self._is_unsettled:
            time.sleep(0.05)
            self._ask(feedback)

    def close(self) -> None:
        """Stop listening."""
        if self._network is not None:
            self._network.finished[QgsNetworkReplyContent].disconnect(self._hear)
            self._network.requestTimedOut[QgsNetworkRequestParameters].disconnect(self._hear_none)

    def _ask(self, feedback: QgsFeedback) -> None:
        if self.is_deaf:
            return
        until = time.monotonic() + _PATIENCE_S
        self._answered.clear()
        # In the main thread this is a call, elsewhere the last in the queue of its events.
        self._asked.emit()
        while not self._answered.wait(0.05):
            if feedback.isCanceled():
                raise JobCanceled
            if time.monotonic() > until:
                self.is_deaf = True
                return

    def _answer(self) -> None:
        if self._network is None:
            self._network = QgsNetworkAccessManager.instance()  # of this, the main thread
            self._network.finished[QgsNetworkReplyContent].connect(self._hear)
            self._network.requestTimedOut[QgsNetworkRequestParameters].connect(self._hear_none)
        QCoreApplication.sendPostedEvents(self._network)
        self._answered.set()

    def _hear(self, reply: QgsNetworkReplyContent) -> None:
        request, error = reply.request(), reply.error()
        get = QNetworkAccessManager.Operation.GetOperation
        if not _is_for_map(QgsNetworkRequestParameters(get, request, reply.requestId())):
            return
        address = request.url().toString()
        self.absent.discard(address)
        self.failures.pop(address, None)
        errors = QNetworkReply.NetworkError
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status in _NOTHING_THERE or error == errors.ContentNotFoundError:
            self.absent.add(address)
        elif error == errors.OperationCanceledError:
            # By whoever asked, or because it took too long, which is told a moment later.
            self._is_unsettled = True
        elif error != errors.NoError:
            self.failures[address] = reply.errorString()
        elif self._are_pictures and not _is_picture(reply):
            self.failures[address] = translate(
                "CrossEarth", "the server sent {kind} instead of a picture"
            ).format(kind=_kind(reply))

    def _hear_none(self, request: QgsNetworkRequestParameters) -> None:
        if _is_for_map(request):
            self.failures[request.request().url().toString()] = translate(
                "CrossEarth", "the server did not answer in time"
            )


def _is_for_map(request: QgsNetworkRequestParameters) -> bool:
    return bool(_FOR_MAPS.match(request.initiatorClassName()))


def _is_picture(reply: QgsNetworkReplyContent) -> bool:
    target = reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
    return bool(target) or bool(_PICTURES.match(_kind(reply)))


def _kind(reply: QgsNetworkReplyContent) -> str:
    return bytes(reply.rawHeader(b"Content-Type")).decode("latin-1")
