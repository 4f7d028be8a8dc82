"""Every colour of the program: tokens for light and dark, and one look for each function."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPalette, QPen
from PySide6.QtWidgets import QApplication

from engine.figures.series import function_of, point_of
from gui import fonts, styles
from gui.focus_frame import FocusFollower

NAMES = ("light", "dark", "system")


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme as #RRGGBB; `functions` has the twelve of the curves."""

    name: str
    window: str
    surface: str
    field: str
    text: str
    secondary: str
    hairline: str
    outline: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    plot_ground: str
    grid: str
    axis: str
    danger: str
    danger_ground: str
    warning: str
    warning_ground: str
    success: str
    barely_alive: str
    others: str
    functions: tuple[str, ...]

    @property
    def dark(self) -> bool:
        """Whether the ground is dark."""
        return self.name == "dark"

    @property
    def band_opacity(self) -> float:
        """How strongly a band between seeds covers what lies behind it."""
        return 0.22 if self.dark else 0.16


LIGHT = Tokens(
    name="light", window="#F4F5F7", surface="#FFFFFF", field="#FFFFFF", text="#1A1F26",
    secondary="#56606C", hairline="#D5DAE0", outline="#7F8995", accent="#0B6E7F",
    on_accent="#FFFFFF", selection="#DCEEF1", hover="#E9ECEF", plot_ground="#FFFFFF",
    grid="#ECEEF1", axis="#7F8995", danger="#B3261E", danger_ground="#FBE9E7",
    warning="#8A5A00", warning_ground="#FFF4DC", success="#1B6E3C", barely_alive="#E0A92E",
    others="#C9D0D8",
    functions=("#1A6AF1", "#C87325", "#257C5B", "#7B0D2F", "#5F489C", "#2097D9",
               "#804614", "#E23AA4", "#776F0A", "#2F3583", "#035F5D", "#717F8E"),
)

DARK = Tokens(
    name="dark", window="#1B1F25", surface="#22272E", field="#14171C", text="#E7EAEE",
    secondary="#A5AFBB", hairline="#363D46", outline="#727D8A", accent="#4FC0D0",
    on_accent="#0E1519", selection="#1F3F47", hover="#2A3038", plot_ground="#14171C",
    grid="#23282F", axis="#727D8A", danger="#FF8A80", danger_ground="#3A2322",
    warning="#F2C063", warning_ground="#3A311C", success="#6FD08F", barely_alive="#E0A92E",
    others="#3A424C",
    functions=("#58B2FE", "#F77F14", "#AAE9A0", "#E24A4B", "#A56BC4", "#6CE1FC",
               "#C6B388", "#E289C1", "#DDD115", "#6C7CF9", "#B0FEF3", "#7A838B"),
)

SOLID, LONG, DASH, DOT, DASHDOT, DASHDOTDOT = range(6)
DASHES: tuple[tuple[int, ...], ...] = (
    (), (12, 4), (6, 4), (2, 3), (9, 3, 2, 3), (9, 3, 2, 3, 2, 3),
)
"""Lengths of strokes and gaps in pixels, at a pen width of 1; the first is solid."""


class LineStyle(NamedTuple):
    """The look of one function: an index into `Tokens.functions` and one into DASHES."""

    colour_index: int
    dash_index: int

    @property
    def dashes(self) -> tuple[int, ...]:
        """Stroke and gap lengths; empty for a solid line."""
        return DASHES[self.dash_index]

    def colour(self, tokens: Tokens | None = None) -> QColor:
        """The colour in these tokens, or in those shown now."""
        return QColor((tokens or current()).functions[self.colour_index])

    def pen(self, tokens: Tokens | None = None) -> QPen:
        """A cosmetic pen of width 1 with this colour and dash."""
        pen = QPen(self.colour(tokens), 1)
        pen.setCosmetic(True)
        if self.dashes:
            pen.setDashPattern(list(self.dashes))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


FIXED: dict[str, LineStyle] = {key: LineStyle(*pair) for key, pair in {
    "gelu": (0, SOLID), "relu": (1, DASH), "silu": (2, LONG), "tanh": (3, DOT),
    "elu": (4, DASHDOT), "mish": (5, DASHDOTDOT), "leaky_relu": (6, LONG),
    "sigmoid": (7, DASHDOTDOT), "prelu": (8, DASH), "selu": (9, DOT), "softplus": (10, SOLID),
    "identity": (11, DOT), "hardswish": (2, DOT), "swish": (5, SOLID), "relu6": (1, DASHDOT),
    "hardsigmoid": (7, DASH), "hardtanh": (3, LONG), "softsign": (8, SOLID),
    "telu": (6, DASHDOTDOT), "binary_step": (11, SOLID), "celu": (10, DASH), "rrelu": (9, DASH),
    "trainable_elu": (8, DOT), "staf": (9, LONG), "none": (11, DASH),
}.items()}
"""The functions whose look never depends on what else is shown; "none" is no activation."""

FREE: tuple[LineStyle, ...] = tuple(
    LineStyle(colour, dash) for colour in range(len(LIGHT.functions))
    for dash in range(len(DASHES)) if (colour, dash) not in FIXED.values()
)

FORMATS: dict[str, LineStyle] = {
    "float32": LineStyle(3, SOLID), "bfloat16": LineStyle(2, SOLID), "float16": LineStyle(1, SOLID),
}
"""The number formats, where they are what is compared: three of the free looks."""


def style_of(key: str) -> LineStyle:
    """The look of a function by itself: fixed, or by CRC-32 so that it is the same everywhere.

    At each point of a grid it has its own colour and, of six, another dash.
    """
    function, point = function_of(key), point_of(key)
    own = _style_of(function)
    return own._replace(dash_index=(own.dash_index + point) % len(DASHES)) \
        if point < len(DASHES) else FREE[zlib.crc32(key.encode()) % len(FREE)]


def _style_of(key: str) -> LineStyle:
    return FIXED.get(key) or FORMATS.get(key) or FREE[zlib.crc32(key.encode()) % len(FREE)]


def styles_for(keys: Iterable[str]) -> dict[str, LineStyle]:
    """The looks of functions shown together, in order: a later one that collides takes the next
    free pair. Beyond the 47 pairs of functions without a fixed one, pairs repeat."""
    styles: dict[str, LineStyle] = {}
    taken: set[LineStyle] = set()
    for key in keys:
        if key in styles:
            continue
        style = style_of(key)
        if style in taken and len(taken.intersection(FREE)) < len(FREE):
            start = FREE.index(style) if style in FREE else zlib.crc32(key.encode()) % len(FREE)
            style = next(other for other in FREE[start:] + FREE[:start] if other not in taken)
        styles[key] = style
        taken.add(style)
    return styles


def neuron_brush(state: str, tokens: Tokens | None = None) -> tuple[QColor, QBrush | None]:
    """The ground of a neuron state and the pattern to paint over it, if it has one.

    States: dead, constant, saturated, barely_alive; any other has the colour of the rest.
    """
    tokens = tokens or current()
    ground = {
        "dead": tokens.danger, "constant": tokens.functions[1],
        "saturated": tokens.functions[6], "barely_alive": tokens.barely_alive,
    }.get(state, tokens.others)
    pattern = {
        "dead": Qt.BrushStyle.BDiagPattern, "constant": Qt.BrushStyle.HorPattern,
        "saturated": Qt.BrushStyle.Dense6Pattern,
    }.get(state)
    return QColor(ground), QBrush(QColor(tokens.plot_ground), pattern) if pattern else None


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette of these tokens; disabled text takes the secondary colour."""
    made = QPalette()
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for name, targets in {
        "window": (role.Window, role.Button, role.Midlight),
        "surface": (role.AlternateBase, role.ToolTipBase, role.Light),
        "field": (role.Base,),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
        "secondary": (role.PlaceholderText,),
        "hairline": (role.Mid,),
        "outline": (role.Dark, role.Shadow),
        "accent": (role.Highlight, role.Accent, role.Link, role.LinkVisited),
        "on_accent": (role.HighlightedText,),
    }.items():
        for target in targets:
            made.setColor(target, QColor(getattr(tokens, name)))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, target, QColor(tokens.secondary))
    made.setColor(disabled, role.Base, QColor(tokens.window))
    made.setColor(disabled, role.Highlight, QColor(tokens.hairline))
    made.setColor(disabled, role.HighlightedText, QColor(tokens.secondary))
    return made


class _Shown(QObject):
    """What is shown now; tells when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.choice = "light"
        self.follower: FocusFollower | None = None


_shown = _Shown()
changed = _shown.changed
"""Emitted after the palette, the style sheet and `current()` have changed."""


def current() -> Tokens:
    """The tokens that are shown now."""
    return _shown.tokens


def apply(app: QApplication, name: str) -> None:
    """Shows the theme "light", "dark" or "system" (what the desktop says, also later on).

    fonts.apply comes first: the style sheet takes its sizes from there, and follows it later.
    """
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark,
               "system": Qt.ColorScheme.Unknown}
    hints = app.styleHints()
    _shown.choice = name
    if _shown.follower is None:
        _shown.follower = FocusFollower(app)
        app.setStyle("Fusion")
        hints.colorSchemeChanged.connect(_follow_system)
        fonts.changed.connect(_show_again)
    hints.setColorScheme(schemes[name])
    _show(app, _tokens_of(name, hints.colorScheme()))


def _tokens_of(name: str, scheme: Qt.ColorScheme) -> Tokens:
    if name == "system":
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK}[name]


def _follow_system(scheme: Qt.ColorScheme) -> None:
    app = QApplication.instance()
    tokens = _tokens_of(_shown.choice, scheme)
    if isinstance(app, QApplication) and tokens is not _shown.tokens:
        _show(app, tokens)


def _show_again() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _show(app, _shown.tokens)


def _show(app: QApplication, tokens: Tokens) -> None:
    _shown.tokens = tokens
    app.setPalette(palette(tokens))
    app.setStyleSheet(styles.sheet(tokens))
    if _shown.follower is not None:
        _shown.follower.set_colour(tokens.accent)
    changed.emit()
