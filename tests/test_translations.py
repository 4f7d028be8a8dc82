"""Every text has its Chinese translation with the same fields; the compiled file is current."""

import importlib.util
import string
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location(
    "update_translations", ROOT / "resources" / "update_translations.py")
update = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(update)


def fields(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_every_text_is_translated_with_its_fields(language):
    done = update.translations(update.FOLDER / f"{language}.ts")
    texts = update.collected()
    assert len(texts) > 100
    assert [text for text in texts if not done.get(text)] == []
    assert [text for text in texts if fields(text) != fields(done[text])] == []
    assert [text for text in done if text not in texts] == []


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_compiled_translations_are_current(language):
    translator = QTranslator()
    assert translator.load(str(update.FOLDER / f"{language}.qm"))
    done = update.translations(update.FOLDER / f"{language}.ts")
    stale = [text for text, translation in done.items()
             if translator.translate(update.CONTEXT, text) != translation]
    assert stale == []


def test_no_text_is_built_from_parts():
    """f-strings and sums inside tr() can never be found in the translation."""
    import ast

    wrong = []
    for path in update.sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args \
                    and getattr(node.func, "id", "") in update.FUNCTIONS \
                    and isinstance(node.args[0], (ast.JoinedStr, ast.BinOp)):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []
