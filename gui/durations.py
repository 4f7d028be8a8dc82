"""Spans of time in words."""

from __future__ import annotations

from gui.texts import tr


def in_words(seconds: float) -> str:
    """A span in its two largest units: 43 s, 2 min 5 s, 1 h 12 min."""
    whole = round(seconds)
    if whole < 60:
        return tr("{seconds} s", seconds=whole)
    if whole < 3600:
        return tr("{minutes} min {seconds} s", minutes=whole // 60, seconds=whole % 60)
    return tr("{hours} h {minutes} min", hours=whole // 3600, minutes=whole % 3600 // 60)
