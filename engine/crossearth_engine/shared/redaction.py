"""Takes out of a text what strangers must not read: names of people, and what opens doors.

What goes into a public report was written by pip, GDAL, servers and people, so it is known by its
looks only. In doubt it is hidden: a report that lacks a word can be asked for it, one that has said
a password cannot be called back.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

HIDDEN = "***"

# Between two folders: as each system, a JSON text and a web address write it.
_SLASH = r"(?:[\\/]|%5c|%2f|%255c|%252f)+"
_IN_NAME = r"[^\\/\s\"'<>|:*?;,&%]|%(?!5c|2f|255c|252f)"
# Where homes are, on every system; others than one's own are people's, too.
_HOMES = rf"(?:homes?\$?|users\$?|documents and settings|docume~\d){_SLASH}"
_NOBODY = ("Public", "Shared", "Default", "All Users", "linuxbrew")
# A user may be called like what a report speaks of. In a path such a name is hidden all the same.
# fmt: off
_COMMON = frozenset((
    "admin", "administrator", "app", "conda", "crossearth", "darwin", "default", "engine", "gdal",
    "gis", "home", "linux", "local", "localhost", "macos", "map", "model", "none", "osgeo", "pip",
    "plugin", "proj", "public", "python", "qgis", "root", "runner", "setup", "shared", "test",
    "torch", "true", "user", "users", "version", "windows",
))
# fmt: on
_FEWEST_LETTERS = 3

_TELLTALE = (
    r"(?:token|secret|passw(?:or)?[dt]|kennwort|passphrase|pwd|(?:api|access|account|private)key"
    r"|[a-z][_-]key(?![a-z])|credential|signature|authcfg|auth(?!or)|cookie"
    r"|session[_-]?id|userpwd|headers?(?![a-z_]))"
)
_VALUE = r"(?:\\?\"[^\"\n]*\"|\\?'[^'\n]*'|[^\s,;&\"']+)"
_SCHEME = r"[a-z][a-z0-9+.-]*"
# What is asked of these is public, and which file it was may be what is wrong.
_PUBLIC_HOSTS = frozenset(
    ("pypi.org", "files.pythonhosted.org", "github.com", "huggingface.co", "download.pytorch.org")
)
_PACKAGE = re.compile(r"[\w.+-]+\.(?:whl|zip|tar\.gz|onnx|pth|safetensors|json|metadata|tiff?)")

# In this order: what is in an address is judged as a part of it.
_PATTERNS = [
    (re.compile(pattern, re.IGNORECASE | re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"-----BEGIN [^-\n]+-----[\s\S]*?(?:-----END [^-\n]+-----|\Z)", HIDDEN),
        (r"((?:authorization|cookie|http_headers)[\"']?\s*[:=]\s*)[^\r\n]+", rf"\1{HIDDEN}"),
        # pip tells of a page without its host; that of PyPI is public.
        (r"(with url: |connection broken by [^\n]{0,500}: )/(?!simple/)[^\s)]+", r"\1/…"),
        (r"\b(bearer|negotiate|ntlm)[\s:=]+[\w.~+/=-]{8,}", rf"\1 {HIDDEN}"),
        (r"\b(basic)\s+[\w+/]{8,}={1,2}", rf"\1 {HIDDEN}"),
        # As forms of XML have it: in an element, or beside its name.
        (rf"({_TELLTALE}[\w.-]{{0,40}}>)[^<\n]+", rf"\1{HIDDEN}"),
        (rf"({_TELLTALE}[\w.-]{{0,40}}[\"'][^<>\n]{{0,80}}\bvalue=[\"'])[^\"'\n]*", rf"\1{HIDDEN}"),
        (r"(\s(?:-u|--user|--proxy-user)[\s=]+)\S+", rf"\1{HIDDEN}"),
        (rf"(--[\w-]{{0,40}}{_TELLTALE}[\w-]{{0,40}}[\s=]+){_VALUE}", rf"\1{HIDDEN}"),
        (rf"([\w.-]{{0,40}}{_TELLTALE}[\w.-]{{0,40}}[\"']?\s*[:=]\s*){_VALUE}", rf"\1{HIDDEN}"),
        (rf"(?<![a-z])((?:key|sig|sas|pass|user(?:name)?|login)=){_VALUE}", rf"\1{HIDDEN}"),
        # Somebody and a secret before a host, without a scheme: proxies are written so.
        (r"(?<![\w/])[^\s/:@\"'=]+:[^\s\"'/]\S*@(?=[\w.\[-])", f"{HIDDEN}@"),
        (r"(?<=[\w/}])\?[\w.%-]+=[^\s\"'<>]+", f"?{HIDDEN}"),
        (
            r"\b(?:gh[oprsu]_|github_pat_|gl(?:pat|ptt|dt|rt)-|hf_|npm_|pypi-|sk-|xox[a-z]-)[\w-]{16,}",
            HIDDEN,
        ),
        (r"\b(?:AKIA|ASIA|AIza)[\w-]{16,}", HIDDEN),
        (r"\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?", HIDDEN),
        (r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", "<mail>"),
        (r"\bS-1-5-21-[\d-]+", "<sid>"),
    )
]
# A home in it has been hidden by now: it does not end there.
_ADDRESS = re.compile(rf"(?<![a-z])({_SCHEME})://((?:[^\s\"'<>|]|<user>)+)", re.IGNORECASE)
_QUOTED_ADDRESS = re.compile(
    rf"({_SCHEME}%(?:25)?3a(?:%(?:25)?2f){{2}})[^\s\"'<>&]+", re.IGNORECASE
)
# PWD is the folder that a shell is in.
_SECRET_NAME = re.compile(
    rf"^(?!(?:old)?pwd$).*(?:{_TELLTALE}|connection_?string|user(?:name)?(?![a-z])"
    r"|(?<![a-z])key(?![a-z]))",
    re.IGNORECASE,
)
_USER_NAME = re.compile(r"user(?:name)?$", re.IGNORECASE)
_FEWEST_LETTERS_OF_SECRETS = 6
_HOME_VARIABLES = ("HOME", "USERPROFILE", "HOMEPATH", "HOMESHARE")
_USER_VARIABLES = ("USER", "LOGNAME", "USERNAME", "SUDO_USER")


@dataclass(frozen=True)
class Redaction:
    """What to hide besides secrets: the homes of people, and their names.

    Attributes:
        homes: folders; each becomes ``~``.
        users: names of accounts.
        computers: names of computers.
        secrets: what is hidden wherever it stands.
    """

    homes: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    computers: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()

    def __call__(self, text: str) -> str:
        """Return the text without them, in whichever spelling it has them."""
        for secret in self.secrets:
            text = text.replace(secret, HIDDEN)
        for home in self.homes:
            text = _folder_pattern(home).sub("~", text)
        text = _OTHER_HOMES.sub(r"\1<user>", text)
        text = _without_secrets(text)
        for names, instead in ((self.computers, "<computer>"), (self.users, "<user>")):
            for name in names:
                # Not within a word; an underscore and a digit are no part of one.
                before, after = r"(?<![^\W_\d])", r"(?![^\W_\d])"
                if len(name) < _FEWEST_LETTERS:
                    before, after = r"(?<=[\\/])", r"(?=[\\/])"
                if name.lower() not in _COMMON:
                    pattern = before + _spellings(name) + after
                    text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
        return text

    def variable(self, name: str, value: str) -> str:
        """Return the value of an environment variable or a setting; its name may say: a secret."""
        if _SECRET_NAME.search(name):
            return HIDDEN
        if name.lower().endswith("proxy"):
            # The secret of a proxy may hold any letter, blanks and slashes, too.
            scheme, separator, rest = value.rpartition("://")
            value = f"{scheme}{separator}{rest.rpartition('@')[2]}"
        return self(value)


def of_this_computer() -> Redaction:
    """Return what to hide of those who use this computer."""
    homes = {os.environ.get(name, "") for name in _HOME_VARIABLES}
    with contextlib.suppress(RuntimeError):  # nobody has said where it is
        homes |= {str(Path.home()), str(Path.home().resolve())}
    homes |= {_short(home) for home in tuple(homes)}
    # A service may have the whole drive for its home, or none.
    homes = {home for home in homes if re.match(r"([A-Za-z]:)?[\\/]+[^\\/]", home)}
    users = {os.environ.get(name, "") for name in _USER_VARIABLES} | set(_account())
    users |= {re.split(r"[\\/]+", home.rstrip("\\/"))[-1] for home in homes}
    computers = {platform.node(), platform.node().partition(".")[0]}
    computers |= {os.environ.get(name, "") for name in ("COMPUTERNAME", "USERDOMAIN")}
    return Redaction(
        _longest_first(homes),
        _longest_first(users),
        _longest_first(computers),
        _longest_first(_known_secrets(os.environ)),
    )


def _account() -> Iterator[str]:
    """Yield the name of the account, and that of the person, where the system knows them."""
    # No such account, or no word of it on this system.
    with contextlib.suppress(Exception):
        yield getpass.getuser()
    with contextlib.suppress(Exception):
        import pwd

        yield pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]


def _longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, texts), key=len, reverse=True))


def _known_secrets(environment: Mapping[str, str]) -> set[str]:
    """Return what variables hold as secrets, as they stand there and in plain letters."""
    found: set[str] = set()
    for name, value in environment.items():
        if _SECRET_NAME.search(name) and not _USER_NAME.search(name):
            found.add(value)
        for part in re.findall(r"://(.*)@", value):
            found.add(part.partition(":")[2])
    found |= {unquote(secret) for secret in found}
    # A path or a common word is no secret, whatever the name of its variable.
    return {
        secret
        for secret in found
        if len(secret) >= _FEWEST_LETTERS_OF_SECRETS
        and secret.lower() not in _COMMON
        and not re.match(r"[\\/~]|[A-Za-z]:[\\/]", secret)
    }


def _short(folder: str) -> str:
    """Return a folder in the short form that Windows keeps of it, with ``~1`` in its names."""
    if sys.platform == "win32":
        import ctypes

        buffer = ctypes.create_unicode_buffer(1024)
        if ctypes.windll.kernel32.GetShortPathNameW(folder, buffer, len(buffer)):
            return buffer.value
    return ""


def _folder_pattern(folder: str) -> re.Pattern[str]:
    drive, colon, rest = folder.partition(":")
    parts = [_spellings(part) for part in re.split(r"[\\/]+", rest if colon else folder) if part]
    # C:\… is /c/… to Git's shell, /mnt/c/… to Linux on Windows, and \\?\C:\… where it is long.
    start = ""
    if colon:
        start = rf"(?:\\\\\?\\)?(?:{_SLASH}(?:mnt{_SLASH})?)?{re.escape(drive)}(?::|%3a)?"
    # Not the beginning of a longer name: /home/ann is not the home of /home/anna.
    end = r"(?![^\W_]|[-.][^\W_]|%(?!5c|2f|255c|252f|20|22|27))"
    return re.compile(start + _SLASH + _SLASH.join(parts) + end, re.IGNORECASE)


_NAME = rf"(?:{_IN_NAME})+(?:[ ](?:{_IN_NAME})+){{0,3}}(?={_SLASH})|(?:{_IN_NAME})+"
_OTHER_HOMES = re.compile(
    rf"({_SLASH}{_HOMES})(?!(?:{'|'.join(_NOBODY)})\b)(?:{_NAME})", re.IGNORECASE
)


def _spellings(name: str) -> str:
    """Return a pattern for a name as systems, addresses and programs spell it."""
    found: dict[str, None] = {}
    for form in ("NFC", "NFD"):
        plain = unicodedata.normalize(form, name)
        for text in (plain, *_escaped(plain), *_misread(plain)):
            found[text] = None
    # Blanks are escaped for a shell, or a sign of their own in an address.
    patterns = [re.escape(text).replace(r"\ ", r"(?:\\? |%20|%2520|\+)") for text in found]
    # Six letters and a number, as MS-DOS had it; others may drop what is no letter of its own.
    for letters in (re.sub(r"[^\w-]", "", name), re.sub(r"[^\x21-\x7e]|[. ]", "", name)):
        if len(name) > 8 or not name.isascii() or " " in name:
            patterns.append(re.escape(letters[:6]) + r"~\d")
    return f"(?:{'|'.join(patterns)})"


def _escaped(text: str) -> Iterator[str]:
    yield quote(text)
    yield quote(quote(text))
    yield text.encode("unicode_escape").decode()  # as Python's repr does in a console of ASCII
    yield "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in text)  # as JSON does


def _misread(text: str) -> Iterable[str]:
    """Yield what UTF-8 looks like to programs that take it for the code page of Windows."""
    for page in ("cp1252", "latin-1", "cp437", "cp850"):
        with contextlib.suppress(UnicodeError):
            yield text.encode().decode(page)


def _without_secrets(text: str) -> str:
    text = _QUOTED_ADDRESS.sub(rf"\1{HIDDEN}", text)
    text = _ADDRESS.sub(_harmless, text)
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return text


def _harmless(match: re.Match[str]) -> str:
    """Return an address with its host and the name of a package: the rest may open doors."""
    scheme, rest = match.groups()
    if scheme.lower() == "file":
        return match.group()
    rest = re.split(r"[?#]", rest.rpartition("@")[2])[0]
    host, slash, path = rest.partition("/")
    if not re.fullmatch(r"([^:]*|\[.*\])(:\d*\W*)?", host):
        # Somebody and the beginning of a secret that has a blank or a quotation mark in it.
        return f"{scheme}://{HIDDEN}"
    name = path.rpartition("/")[2]
    if host.lower() in _PUBLIC_HOSTS or not path:
        return f"{scheme}://{host}{slash}{path}"
    return f"{scheme}://{host}/…{f'/{name}' if _PACKAGE.fullmatch(name) else ''}"
