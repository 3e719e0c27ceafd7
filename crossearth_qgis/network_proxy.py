"""The proxy that QGIS would use, in the form that a child process understands."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from .errors import UnsupportedProxy
from .translation import translate


def proxy_for(address: str) -> str | None:
    """Return the address of the HTTP proxy for a web address, as QGIS's options say.

    Returns:
        Empty: none is to be used. None: QGIS leaves it to the system.

    Raises:
        UnsupportedProxy: if it is a SOCKS proxy.
    """
    if urlsplit(address).scheme not in ("http", "https"):
        return None
    # Asks what QGIS itself asks: rules of other plugins, exceptions, the system, the options.
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    proxy = factory.queryProxy(QNetworkProxyQuery(QUrl(address)))[0]
    kind = proxy.type()
    if kind == QNetworkProxy.ProxyType.NoProxy:
        return ""
    if kind == QNetworkProxy.ProxyType.DefaultProxy or not proxy.hostName():
        return None
    if kind == QNetworkProxy.ProxyType.Socks5Proxy:
        raise UnsupportedProxy(
            translate(
                "CrossEarth",
                "Models cannot be downloaded through the SOCKS proxy {host}. Choose an HTTP proxy "
                "under Settings > Options > Network, or take the model from a folder.",
            ).format(host=proxy.hostName())
        )
    user = ""
    if proxy.user():
        user = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@"
    return f"http://{user}{proxy.hostName()}:{proxy.port()}"
