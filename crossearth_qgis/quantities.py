"""Areas, and sizes of files, as people read them: a column in one unit, the digits that matter."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QLocale


def number_text(value: float, decimals: int) -> str:
    """Return a number with so many decimals; what is there never reads as nothing."""
    locale = QLocale()
    least = 10.0**-decimals
    if 0 < value < least / 2:
        return f"< {locale.toString(least, 'f', decimals)}"
    return str(locale.toString(float(value), "f", decimals))


def area_unit(areas_m2: Sequence[float | None]) -> tuple[str, float | None, int]:
    """Choose one unit for a column of areas, so that its numbers can be compared.

    Args:
        areas_m2: square metres; None where unknown.

    Returns:
        The unit's symbol, its size in m² (None if an area is unknown), and decimals to show.
    """
    known = [area for area in areas_m2 if area is not None]
    if len(known) < len(areas_m2) or not known:
        return "", None, 0
    total = sum(known)
    if total >= 1e8:  # 100 km²
        return "km²", 1e6, 1
    if total >= 1e7:
        return "km²", 1e6, 2
    if total >= 1e4:
        return "ha", 1e4, 1 if total >= 1e6 else 2
    return "m²", 1.0, 0 if total >= 1e3 else 1


def size_text(size: int, decimals: int = 1) -> str:
    """Return a size as download pages say it, in the user's notation: 1.7 GB."""
    return str(QLocale().formattedDataSize(size, decimals, QLocale.DataSizeFormat.DataSizeSIFormat))


def significant_text(value: float, digits: int = 4) -> str:
    """Return a number with so many significant digits, in the user's notation."""
    return str(QLocale().toString(float(value), "g", digits))
