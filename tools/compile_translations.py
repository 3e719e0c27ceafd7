#!/usr/bin/env python3
"""Compile ``i18n/*.ts`` to the ``.qm`` files that Qt reads; standard library only.

Qt's own lrelease does the same but is packaged differently everywhere, or not at all. The format is
that of qtbase, src/corelib/kernel/qtranslator.cpp: a table of hashes and, for each, a message.
Plural forms and comments that tell equal texts apart are not supported, because we use neither.
"""

from __future__ import annotations

import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES = 0x42, 0x69
END, TRANSLATION, SOURCE_TEXT, CONTEXT = 1, 3, 6, 7


def compile_file(source: Path) -> Path:
    """Write the compiled form of a ``.ts`` file beside it and return its path."""
    hashes, messages = [], bytearray()
    for context in ET.parse(source).iter("context"):  # noqa: S314 - a file of this repository
        name = context.findtext("name", "")
        for message in context.iter("message"):
            text, translation = message.findtext("source", ""), message.find("translation")
            if translation is None or not translation.text or translation.get("type"):
                continue  # unfinished or obsolete: the English text is shown
            hashes.append((elf_hash(text.encode()), len(messages)))
            messages += field(TRANSLATION, translation.text.encode("utf-16-be"))
            messages += field(SOURCE_TEXT, text.encode())
            messages += field(CONTEXT, name.encode())
            messages.append(END)
    table = b"".join(struct.pack(">II", *row) for row in sorted(hashes))
    target = source.with_suffix(".qm")
    target.write_bytes(MAGIC + field(HASHES, table) + field(MESSAGES, bytes(messages)))
    return target


def field(tag: int, data: bytes) -> bytes:
    """Return a tagged, length-prefixed piece of the file."""
    return struct.pack(">BI", tag, len(data)) + data


def elf_hash(text: bytes) -> int:
    """Return the hash by which Qt looks a text up."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1


def compile_all(root: Path) -> list[Path]:
    """Compile all translations of a checkout and return what was written."""
    return [compile_file(source) for source in sorted((root / "i18n").glob("*.ts"))]


if __name__ == "__main__":
    sys.stdout.writelines(f"{path}\n" for path in compile_all(Path(__file__).resolve().parents[1]))
