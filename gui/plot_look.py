"""What every part of a plot is painted with: colours, fonts and strokes."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from engine.figures.figure import Text
from engine.texts import Phrase
from gui import theme
from gui.plot_data import Span
from gui.texts import tr

LEFT, CENTRE, RIGHT = -1, 0, 1


@dataclass(frozen=True)
class Shown:
    """What of a figure is shown, and how; an export takes the same.

    `cursor` is a place on the x axis. `across` and `up` are the spans that a person zoomed to, in
    the axes' own coordinates; None fits. `legend_place` is where the table was dragged to, as
    shares of the free room.
    """

    crosshair: bool = False
    tangent: bool = False
    kinks: bool = True
    cursor: float | None = None
    selected: str = ""
    hidden: frozenset[str] = field(default_factory=frozenset)
    across: Span | None = None
    up: tuple[Span | None, ...] = ()
    legend_place: tuple[float, float] | None = None


class Look:
    """Colours and fonts of one plot.

    `exact` paints for a file: true widths, at `scale` device pixels for each pixel. `crowded`
    saves strokes where many curves are shown.
    """

    def __init__(self, tokens: theme.Tokens | None = None, exact: bool = False) -> None:
        self.fixed_tokens = tokens
        self.exact = exact
        self.scale = 1.0
        self.crowded = False
        self._fonts: dict[tuple[int, bool, bool, bool], QFont] = {}
        self._scale: float | None = None

    @property
    def tokens(self) -> theme.Tokens:
        """The colours: those given for a picture, else those shown now."""
        return self.fixed_tokens or theme.current()

    def colour(self, name: str) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self.tokens, name))

    def pen(self, name: str) -> QPen:
        """A pen of width 1 in the colour of a token."""
        return QPen(self.colour(name), 1)

    @property
    def font_scale(self) -> float:
        """The user's font size over 13 px."""
        if self._scale is None:
            pixels = QApplication.font().pixelSize()
            self._scale = pixels / 13 if pixels > 0 else 1.0
        return self._scale

    def font(self, size: int = 12, bold: bool = False, italic: bool = False,
             struck: bool = False) -> QFont:
        """The application's font at a size in pixels, semibold on request."""
        key = (round(size * self.font_scale), bold, italic, struck)
        if key not in self._fonts:
            font = QFont(QApplication.font())
            font.setPixelSize(key[0])
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setItalic(italic)
            font.setStrikeOut(struck)
            self._fonts[key] = font
        return self._fonts[key]

    def forget_fonts(self) -> None:
        """Called when the application's font has changed."""
        self._fonts.clear()
        self._scale = None

    def width(self, text: str, font: QFont) -> float:
        """How wide the text is, in px."""
        return QFontMetricsF(font).horizontalAdvance(text)


def draw_text(painter: QPainter, at: QPointF, text: str, font: QFont, colour: QColor,
              *, side: int = LEFT) -> QRectF:
    """Writes one line with its middle at the height of `at`, which is its left end, its centre
    or its right end. Gives the rectangle that it covers."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text)
    left = at.x() - {LEFT: 0.0, CENTRE: width / 2, RIGHT: width}[side]
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(left, at.y() + metrics.capHeight() / 2), text)
    return QRectF(left, at.y() - metrics.height() / 2, width, metrics.height())


def words(text: Text) -> str:
    """A text of a figure: phrases are translated, plain strings are names and stay."""
    return tr(text) if isinstance(text, Phrase) else text


def elided(text: str, font: QFont, width: float) -> str:
    """The text cut with an ellipsis where it is wider than this."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def draw_sample(painter: QPainter, start: QPointF, length: float, style: theme.LineStyle,
                look: Look, *, faint: bool = False) -> None:
    """The line sample of a function: its colour and dash, 2 px thick."""
    pen = QPen(style.colour(look.tokens), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if style.dashes:
        pen.setDashPattern([part / 1.6 for part in style.dashes])
    painter.setOpacity(0.45 if faint else 1.0)
    painter.setPen(pen)
    painter.drawLine(start, start + QPointF(length, 0))
    painter.setOpacity(1.0)
