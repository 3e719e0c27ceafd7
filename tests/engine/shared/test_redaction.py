import time
import unicodedata
from urllib.parse import quote

import pytest

from crossearth_engine.shared import redaction
from crossearth_engine.shared.redaction import Redaction

REDACT = Redaction(
    homes=(r"C:\Users\Jörg Müller", "/home/anna", "/Users/zoë.lund", r"D:\profiles\王小明"),
    users=("Jörg Müller", "anna", "zoë.lund", "王小明", "qgis"),
    computers=("ANNA-LAPTOP",),
)
UTF_8_READ_AS_WINDOWS = "C:\\Users\\Jörg Müller\\a".encode().decode("cp1252")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"C:\Users\Jörg Müller\AppData", r"~\AppData"),
        ("c:/users/JÖRG MÜLLER/a.tif", "~/a.tif"),
        (r'"C:\\Users\\Jörg Müller\\a"', r'"~\\a"'),
        (r"\\?\C:\Users\Jörg Müller\a", r"~\a"),
        (r"'C:\\Users\\J\xf6rg M\xfcller\\a'", r"'~\\a'"),
        (r'"C:\\Users\\J\u00f6rg M\u00fcller\\a"', r'"~\\a"'),
        (UTF_8_READ_AS_WINDOWS, r"~\a"),
        ("file:///C:/Users/" + quote("Jörg Müller") + "/a.tif", "file:~/a.tif"),
        (quote("file:///C:/Users/Jörg Müller/a.tif", safe=""), "file%3A~%2Fa.tif"),
        ("/mnt/c/Users/Jörg\\ Müller/a", "~/a"),
        ("/c/Users/Jörg Müller/a", "~/a"),
        (r"C:\Users\JRGMLL~1\AppData\Local\Temp", r"~\AppData\Local\Temp"),
        (r"C:\DOCUME~1\ADMINI~2\Temp", r"C:\DOCUME~1\<user>\Temp"),
        (r"D:\profiles\王小明\a", r"~\a"),
        ("/Users/" + unicodedata.normalize("NFD", "zoë.lund") + "/Library", "~/Library"),
        ("/home/anna/lib:/home/anna:/opt/anna", "~/lib:~:/opt/<user>"),
        ("/home/annabel/x and /home/anna-old", "/home/<user>/x and /home/<user>"),
        ("/home/anna.", "~."),
        (
            r"\\fs01\home$\max\qgis and /homes/moritz/x",
            r"\\fs01\home$\<user>\qgis and /homes/<user>/x",
        ),
        (r"E:\Users\Max Mustermann\x", r"E:\Users\<user>\x"),
        ("/run/media/anna/disk, anna_1.tif", "/run/media/<user>/disk, <user>_1.tif"),
        ("Hannah has a savanna", "Hannah has a savanna"),
        ("anna-laptop.local: qgis 3.44", "<computer>.local: qgis 3.44"),
        ("S-1-5-21-397955417-626881126-188441444-1010", "<sid>"),
        ("Maintainer: Anna Berg <a.berg@city.example>", "Maintainer: <user> Berg <<mail>>"),
    ],
)
def test_homes_and_names_are_hidden_in_every_spelling(text: str, expected: str) -> None:
    assert REDACT(text) == expected


# Each with the word that nobody must read, and one without which the text is of no use.
SECRETS = [
    ("http://clerk:hunter2@proxy.city.example:8080", "hunter2", "proxy.city.example:8080"),
    ("http://clerk:hun@ter2:w@proxy.city.example:8080", "ter2", "proxy.city.example:8080"),
    ("Looking in indexes: https://__token__:pypi-AgEIcH@pkgs.example/simple", "AgEIcH", "pkgs"),
    ("ProxyError('CITY\\clerk:hunter2@proxy:3128 refused')", "hunter2", "proxy:3128 refused"),
    ("https://store.example/a.tif?sv=2&sig=hunter2%3D&se=9", "hunter2", "store.example/…/a.tif"),
    ("/vsicurl/https://s3.example/b/a.tif?X-Amz-Signature=hunter2", "hunter2", "/vsicurl/https"),
    ("/vsicurl?url=https%3A%2F%2Fclerk%3Ahunter2%40h%2Fa.tif&empty_dir=yes", "hunter2", "vsicurl"),
    ("https://dl.example/hunter2/simple/numpy-2.4-cp311.whl (8 MB)", "hunter2", "numpy-2.4-cp311"),
    ("https://dl.example/hunter2/simple/", "hunter2", "dl.example"),
    ("url=https://tiles.example/{z}/{x}/{y}.png?apikey=hunter2&type=xyz", "hunter2", "tiles"),
    ("type=xyz&username=clerk&password=hunter2&zmax=19", "hunter2", "zmax=19"),
    ("PG: dbname='gis' host=db user='clerk' password='hunter 2'", "hunter 2", "host=db"),
    ("authcfg=hunter2 crs='EPSG:3857'", "hunter2", "EPSG:3857"),
    ("> Authorization: Basic aHVudGVyMg== and more", "aHVudGVyMg", "Authorization"),
    ('{"headers": {"x": "Bearer hunter2hunter2"}}', "hunter2hunter2", "Bearer"),
    ("AWS_SECRET_ACCESS_KEY = hunter2/x+y=", "hunter2/x", "AWS_SECRET_ACCESS_KEY"),
    ('"sasToken": "hunter2"', "hunter2", "sasToken"),
    ("hf download --token hunter2 --quiet", "hunter2", "--quiet"),
    ("remote: ghp_0123456789abcdefghij0123456789abcdef failed", "0123456789", "failed"),
    ("cookie eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2lnbmF0dXJl sent", "c2lnbmF0dXJl", "sent"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIEhunter2\n-----END RSA PRIVATE KEY-----ok", "MIIE", "ok"),
    ("GET /simple/numpy/?code=hunter2&x=1 HTTP/1.1", "hunter2", "/simple/numpy/"),
    ("git+https://hunter2@github.com/city/tool.git", "hunter2", "github.com/city/tool.git"),
    ("corp=https://clerk:hun/ter2@pkgs.example/simple", "ter2", "corp=https://pkgs.example"),
    ("BlobEndpoint=https://b;SharedAccessSignature=sv=2&sig=hunter2", "hunter2", "Endpoint"),
    ("<password>hunter2</password>", "hunter2", "</password>"),
    ('<Option type="QString" name="password" value="hunter2"/> x', "hunter2", "/> x"),
    ("curl -u clerk:hunter2 https://h/", "hunter2", "curl -u"),
    ("Passwort: hunter2, Kennwort=hunter2", "hunter2", "Kennwort"),
    ("next=https%253A%252F%252Fclerk%253Ahunter2%2540h", "hunter2", "next="),
    ("Cookie: theme=dark; sid=hunter2\nstatus 403", "hunter2", "status 403"),
    ("Ocp-Apim-Subscription-Key: hunter2, x", "hunter2", ", x"),
    ("x-functions-key=hunter2 x", "hunter2", " x"),
    ("host=db pass=hunter2 x", "hunter2", "host=db"),
    ("https://clerk:hunter2 and 3@proxy.example/ x", "hunter2", "/ x"),
    ('{"uri": "password=\\"hunter 2\\" x"}', "hunter 2", " x"),
    ("Max retries exceeded with url: /hunter2/simple/gdal/ (Caused by", "hunter2", "(Caused by"),
    ("Retrying after connection broken by 'E(\"a: b\")': /hunter2/simple/", "hunter2", "Retrying"),
    ("npm_0123456789abcdefghij0123456789 failed", "0123456789", "failed"),
    ("postgresql://clerk:hunter2@db.example/gis", "hunter2", "db.example"),
    ("url=https://w.example/ows?MAP%3D/home/max/x.map%26key%3Dhunter2", "hunter2", "w.example"),
    ("url=https://w.example/ows?MAP=/home/anna/x.map&id=hunter2", "hunter2", "w.example"),
    ("GDAL_HTTP_HEADERS=X-Api: hunter2\nGDAL_CACHEMAX=9", "hunter2", "GDAL_CACHEMAX=9"),
    ("Bearer: hunter2hunter2", "hunter2", "Bearer"),
    ("tiles of pk.eyJ1IjoiY2xlcmsifQ.hunter2_x do not come", "hunter2", "do not come"),
]


@pytest.mark.parametrize(("text", "hidden", "kept"), SECRETS)
def test_secrets_are_hidden_and_the_rest_stays(text: str, hidden: str, kept: str) -> None:
    shown = REDACT(text)
    assert hidden not in shown
    assert kept in shown
    assert REDACT(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "KeyError: 'scores'",
        "https://pypi.org/simple/numpy/",
        "Downloading https://files.pythonhosted.org/packages/ab/numpy-2.4.6-cp311.whl (17 MB)",
        r"C:\OSGeo4W\apps\Python312\python.exe",
        "/usr/share/qgis/python/plugins:/Users/Shared/x",
        "author: City of X, keywords=roads",
        "numpy 2.4.6 sha256:1525f24be488ae3f88f378734c9c654bd31c700be8f68bbcb096bd33776e4912",
        "Max retries exceeded with url: /simple/numpy/ (Caused by NewConnectionError",
        "http://[::1]:8080/ and http://localhost:8080, http://proxy:80 do not answer",
        "EPSG:32633, +proj=utm +zone=33",
        "error: 407 Proxy Authentication Required",
    ],
)
def test_what_tells_a_fault_stays(text: str) -> None:
    assert REDACT(text) == text


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("https_proxy", "http://clerk:hun /ter2@proxy:8080", "http://proxy:8080"),
        ("HTTP_PROXY", "clerk:hunter2@proxy:8080", "proxy:8080"),
        ("GDAL_HTTP_USERPWD", "clerk:hunter2", "***"),
        ("GDAL_HTTP_HEADERS", "X-Thing: hunter2", "***"),
        ("AWS_SESSION_TOKEN", "hunter2", "***"),
        ("AZURE_STORAGE_CONNECTION_STRING", "AccountName=a;AccountKey=hunter2==", "***"),
        ("UV_INDEX_CITY_USERNAME", "hunter2", "***"),
        ("UV_INDEX", "city=https://u:hunter2@a/simple", "city=https://a/…"),
        ("PWD", "/opt/work", "/opt/work"),
        ("AZURE_STORAGE_ACCESS_KEY", "hunter2", "***"),
        (
            "PIP_EXTRA_INDEX_URL",
            "https://u:hunter2@a/x https://hunter2@b/y",
            "https://a/… https://b/…",
        ),
        ("PYTHONPATH", "/home/anna/lib:/opt/lib", "~/lib:/opt/lib"),
        ("OMP_NUM_THREADS", "4", "4"),
    ],
)
def test_variables_are_judged_by_their_names_too(name: str, value: str, expected: str) -> None:
    shown = REDACT.variable(name, value)
    assert "hunter" not in shown
    assert shown == expected


def test_who_uses_this_computer_is_known(monkeypatch, tmp_path) -> None:
    home = tmp_path / "Grüße an Øyvind"
    home.mkdir()
    link = tmp_path / "linked"
    link.symlink_to(home)
    monkeypatch.setenv("HOME", str(link))
    monkeypatch.setenv("USERNAME", "oyvind.x")
    redact = redaction.of_this_computer()
    text = f"{home}/a {link}/b {quote(str(home))}/c oyvind.x"
    assert redact(text) == "~/a ~/b ~/c <user>"


def test_what_variables_hold_as_secrets_is_hidden_wherever_it_stands(monkeypatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://clerk:hunter%402 x@proxy:3128")
    monkeypatch.setenv("CITY_API_KEY", "k3y-of-the-city")
    monkeypatch.setenv("SECRETS_FOLDER", "/run/secrets")
    redact = redaction.of_this_computer()
    shown = redact("tried hunter%402 x, hunter@2 x and k3y-of-the-city in /run/secrets")
    assert shown == "tried ***, *** and *** in /run/secrets"


def test_a_short_name_is_hidden_in_paths_only() -> None:
    redact = Redaction(users=("jo",))
    assert redact("/media/jo/disk: jo") == "/media/<user>/disk: jo"


@pytest.mark.parametrize("home", ["/", "", "C:\\", "C:"])
def test_a_drive_as_home_hides_no_path(monkeypatch, home: str) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.delenv("USERPROFILE", raising=False)
    assert redaction.of_this_computer()("/usr/bin/python3 C:\\x") == "/usr/bin/python3 C:\\x"


def test_a_long_line_takes_no_time() -> None:
    begun = time.process_time()
    for part in ("a:", "https://", "home/ a ", "key=", "%2f", "a_", "-", "token", "a@", "--a"):
        REDACT(part * (4000 // len(part)))
    assert time.process_time() - begun < 3
