"""The proxy that QGIS would use, in the form that a child process understands."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ..errors import UnsupportedProxy
from ..translation import translate


def proxy_variables(address: str) -> dict[str, str]:
    """Return the variables that make a child process use QGIS's proxy; the system's it finds.

    Args:
        address: what it is going to download from.

    Raises:
        UnsupportedProxy: if it is a SOCKS proxy.
    """
    proxy = proxy_for(address)
    names = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
    return dict.fromkeys(names, proxy) if proxy else {}


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
                "Nothing can be downloaded through the SOCKS proxy {host}. Choose an HTTP proxy "
                "under Settings > Options > Network. Without one, models can be taken from a "
                "folder, and another Python with the engine's packages be chosen under Settings > "
                "Options > CrossEarth.",
            ).format(host=proxy.hostName())
        )
    user = ""
    if proxy.user():
        user = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@"
    return f"http://{user}{proxy.hostName()}:{proxy.port()}"
