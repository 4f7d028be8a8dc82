"""Source code to read and copy, in the colours of the theme."""

from __future__ import annotations

import keyword
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui import fonts, theme

_PARTS = (
    ("comment", re.compile(r"#.*")),
    ("string", re.compile(r'"""[^"]*"""|"[^"]*"|\'[^\']*\'')),
    ("name", re.compile(r"(?<=\bdef )\w+|(?<=\bclass )\w+")),
    ("keyword", re.compile(rf"\b(?:{'|'.join(keyword.kwlist)})\b")),
    ("number", re.compile(r"(?<![\w.])\d+(?:\.\d*)?(?:e[-+]?\d+)?\b")),
)


class PythonColours(QSyntaxHighlighter):
    """Colours comments, texts, keywords, numbers and the names that are defined."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.take_theme()

    def take_theme(self) -> None:
        """Takes the colours shown now and colours again."""
        tokens = theme.current()
        colours = {"comment": tokens.secondary, "string": tokens.success, "name": tokens.text,
                   "keyword": tokens.accent, "number": tokens.warning}
        self._formats = {}
        for part, colour in colours.items():
            made = QTextCharFormat()
            made.setForeground(QColor(colour))
            if part == "name":
                made.setFontWeight(700)
            self._formats[part] = made
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Colours one line; the first kind that takes a character keeps it."""
        taken: list[tuple[int, int]] = []
        for part, pattern in _PARTS:
            for found in pattern.finditer(text):
                start, end = found.span()
                if any(start < other_end and end > other for other, other_end in taken):
                    continue
                taken.append((start, end))
                self.setFormat(start, end - start, self._formats[part])


class CodeView(QPlainTextEdit):
    """Code in a monospaced font; a line that is too long is scrolled to, never broken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                     | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self._colours = PythonColours(self.document())
        self._take_font()
        theme.changed.connect(self._colours.take_theme)
        fonts.changed.connect(self._take_font)

    def _take_font(self) -> None:
        self.setFont(fonts.font("code"))

    def show_code(self, text: str) -> None:
        """Shows other code; the same leaves scroll and selection alone."""
        if text != self.toPlainText():
            self.setPlainText(text)
