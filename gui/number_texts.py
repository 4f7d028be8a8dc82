"""How numbers are written for a person: a true minus, thousands in groups, 0 for exactly zero."""

from __future__ import annotations

import math
from numbers import Integral, Real

MINUS, ABSENT = "\N{MINUS SIGN}", "\N{EN DASH}"
_SIGNIFICANT = 6


def shown_number(value: Real | None, digits: int | None = None) -> str:
    """A number with `digits` decimals, or with up to six significant ones.

    Exactly zero is 0, near zero 0.0000; whole numbers are grouped: 60,000. None and NaN are a dash.
    """
    if value is None or (not isinstance(value, Integral) and math.isnan(value)):
        return ABSENT
    sign = MINUS if value < 0 else ""
    if math.isinf(value):
        return sign + "\N{INFINITY}"
    size = abs(value)
    if size == 0:
        return "0"
    if digits is None:
        whole = size == int(size) and size < 10**_SIGNIFICANT * 1000
        return sign + (f"{int(size):,}" if whole else _significant(float(size)))
    text = f"{size:,.{digits}f}"
    return text if float(text.replace(",", "")) == 0 else sign + text


def _significant(size: float) -> str:
    text = f"{size:.{_SIGNIFICANT}g}"
    if "e" not in text:
        return text
    mantissa, exponent = text.split("e")
    return f"{mantissa}e{MINUS if int(exponent) < 0 else ''}{abs(int(exponent))}"
