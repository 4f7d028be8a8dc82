"""Collects every translatable text of the sources into the .ts files and compiles them to .qm.

Run it after a text was added or changed, translate what it lists as unfinished, run it again:

    python resources/update_translations.py
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)
CONTEXT = "ActivationLab"
FUNCTIONS = ("tr", "phrase")


def sources() -> list[Path]:
    """The files whose texts a person sees in the window."""
    return sorted([*(ROOT / "engine").rglob("*.py"), *(ROOT / "gui").rglob("*.py")])


def texts_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, text) of every first literal argument of tr(), phrase() and an error."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = node.args[0]
        if (name in FUNCTIONS or name.endswith("Error")) and isinstance(first, ast.Constant) \
                and isinstance(first.value, str) and first.value:
            yield node.lineno, first.value


def collected() -> dict[str, str]:
    """Text to the place where it first stands, in the order of the sources."""
    found: dict[str, str] = {}
    for path in sources():
        place = path.relative_to(ROOT).as_posix()
        for _line, text in texts_of(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(text, place)
    return found


def translations(path: Path) -> dict[str, str]:
    """Text to its finished translation in a .ts file."""
    if not path.exists():
        return {}
    done = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") != "unfinished":
            done[message.findtext("source", "")] = translation.text or ""
    return done


def write(path: Path, language: str, texts: dict[str, str], done: dict[str, str]) -> list[str]:
    """Writes the .ts file and gives the texts that have no translation yet."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, place in texts.items():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", filename=f"../../{place}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if text in done:
            translation.text = done[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n',
                    encoding="utf-8")
    return [text for text in texts if text not in done]


def main() -> int:
    """Updates all languages; 1 where a text is left without a translation."""
    texts, missing = collected(), []
    for language in LANGUAGES:
        path = FOLDER / f"{language}.ts"
        missing += write(path, language, texts, translations(path))
        subprocess.run(["pyside6-lrelease", "-silent", str(path)], check=True)
    sys.stdout.write("".join(f"unfinished: {text!r}\n" for text in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
