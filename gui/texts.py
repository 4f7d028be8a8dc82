"""Translation: every text that a person sees goes through `tr`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.texts import Phrase

CONTEXT = "ActivationLab"


def tr(text: Phrase | str, **fields: Any) -> str:
    """The text in the language of the window, filled with its fields.

    A plain string must be a literal: the translation tool collects it. Names and keys that are
    the same in every language pass through unchanged.
    """
    template, values = (text.template, {**text.fields, **fields}) if isinstance(text, Phrase) \
        else (text, fields)
    translated = QCoreApplication.translate(CONTEXT, template) if template else ""
    if not values:
        return translated
    shown = {name: tr(value) if isinstance(value, Phrase) else value
             for name, value in values.items()}
    return translated.format(**shown)
