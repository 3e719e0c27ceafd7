from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from crossearth_qgis.errors import UnsupportedProxy
from crossearth_qgis.setup.network_proxy import proxy_for, proxy_variables

HUB = "https://hub.example/models"


@pytest.fixture(autouse=True)
def _restore(qgis_app) -> Iterator[None]:
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    yield
    manager.setFallbackProxyAndExcludes(before, [], [])


def use(kind: QNetworkProxy.ProxyType, *options, without: tuple[str, ...] = ()) -> None:
    proxy = QNetworkProxy(kind, *options)
    QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(proxy, [], list(without))


def test_proxy_of_qgis_is_an_address_with_its_login() -> None:
    use(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "a b", "c:d")
    assert proxy_for(HUB) == "http://a%20b:c%3Ad@proxy.example:3128"
    use(QNetworkProxy.ProxyType.HttpCachingProxy, "proxy.example", 3128)
    assert proxy_for(HUB) == "http://proxy.example:3128"


def test_exceptions_of_qgis_go_without_proxy() -> None:
    use(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, without=("https://intranet",))
    assert proxy_for("https://intranet/models") == ""
    assert proxy_for(HUB) == "http://proxy.example:3128"


def test_without_a_proxy_in_qgis_the_system_decides() -> None:
    use(QNetworkProxy.ProxyType.DefaultProxy)
    assert proxy_for(HUB) is None


def test_folders_need_no_proxy() -> None:
    use(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128)
    assert proxy_for("/srv/models") is None
    assert proxy_for("C:/models") is None
    assert proxy_for("file:///srv/models") is None


def test_socks_is_refused_with_a_way_out() -> None:
    use(QNetworkProxy.ProxyType.Socks5Proxy, "proxy.example", 1080)
    with pytest.raises(UnsupportedProxy, match=r"SOCKS proxy proxy\.example"):
        proxy_for(HUB)


def test_child_processes_get_the_proxy_as_variables() -> None:
    use(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128)
    variables = proxy_variables("https://packages.example/simple")
    assert variables["https_proxy"] == variables["HTTP_PROXY"] == "http://proxy.example:3128"
    use(QNetworkProxy.ProxyType.DefaultProxy)
    assert proxy_variables("https://packages.example/simple") == {}
