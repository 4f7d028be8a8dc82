"""Translation: every text that a person sees goes through `tr`."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.storage.folders import resources_folder
from engine.texts import Phrase

CONTEXT = "ActivationLab"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}

_installed: list[QTranslator] = []


def tr(text: Phrase | str, /, **fields: Any) -> str:
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


def language_of(choice: str) -> str:
    """"en" or "zh_CN": the choice itself, or the desktop's language for "system"."""
    if choice in LANGUAGES:
        return choice
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return "zh_CN" if chinese else "en"


def install(app: QCoreApplication, choice: str) -> None:
    """Makes a language that of all texts asked for from now on, Qt's own included."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    language = language_of(choice)
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return
    own, qt = _translator(language), QTranslator()
    _add(app, own)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _add(app, qt)


def _add(app: QCoreApplication, translator: QTranslator) -> None:
    app.installTranslator(translator)
    _installed.append(translator)


@cache
def _translator(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(resources_folder() / "translations" / f"{language}.qm"))
    return translator


def in_every_language(text: Phrase | str) -> tuple[str, ...]:
    """A text without fields in all languages, for a search that understands each of them."""
    template = text.template if isinstance(text, Phrase) else text
    translated = (_translator(language).translate(CONTEXT, template)
                  for language in LANGUAGES if language != "en")
    return (template, *(words for words in translated if words))
