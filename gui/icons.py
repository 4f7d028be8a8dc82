"""Icons from our own SVG files, drawn in the colours of the theme that is shown."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from engine.storage.folders import resources_folder
from gui import theme

ROLES = ("text", "secondary", "accent", "on_accent", "danger", "warning", "success", "outline")
_DISABLED_OPACITY = 0.38
_LINE = 1.5


def icon_folder() -> Path:
    """Where the SVG files are."""
    return resources_folder() / "icons"


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (icon_folder() / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, width: int, height: int, line: float = _LINE) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace("currentColor", colour)
    source = source.replace(f'stroke-width="{_LINE}"', f'stroke-width="{line}"')
    renderer = QSvgRenderer(QByteArray(source.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


class _Engine(QIconEngine):
    """Draws one SVG in the colour that its role has now, so a change of theme needs no new icon.

    Checked it takes the accent, disabled it fades.
    """

    def __init__(self, name: str, role: str, checked_role: str) -> None:
        super().__init__()
        self._name, self._role, self._checked_role = name, role, checked_role

    def _colour(self, state: QIcon.State) -> str:
        role = self._checked_role if state == QIcon.State.On else self._role
        return getattr(theme.current(), role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        image = _drawn(self._name, self._colour(state), size.width(), size.height())
        opacity = painter.opacity()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(opacity * _DISABLED_OPACITY)
        painter.drawImage(rect, image)
        painter.setOpacity(opacity)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> _Engine:
        """A copy for Qt, which deletes it; it is held here until then, or Python would do so."""
        copy = _Engine(self._name, self._role, self._checked_role)
        _clones[:] = [other for other in _clones if isValid(other)] + [copy]
        return copy


_clones: list[_Engine] = []


def icon(name: str, role: str = "text", checked_role: str = "accent") -> QIcon:
    """The icon of this name in the colour of a role (see ROLES); it follows the theme by itself.

    A checked button shows it in `checked_role`, a disabled one faded. An unknown name or role
    raises KeyError.
    """
    if role not in ROLES or checked_role not in ROLES:
        raise KeyError(role if role not in ROLES else checked_role)
    if not (icon_folder() / f"{name}.svg").exists():
        raise KeyError(name)
    return QIcon(_Engine(name, role, checked_role))


def pixmap(
    name: str, role: str, size: int, ratio: float = 1.0, line: float = _LINE
) -> QPixmap:
    """One icon as a picture of `size` logical pixels, for a label; made anew on theme.changed.

    `line` is the width of its strokes on the grid of 20; large icons want finer ones.
    """
    colour = getattr(theme.current(), role)
    pixels = round(size * ratio)
    made = QPixmap.fromImage(_drawn(name, colour, pixels, pixels, line))
    made.setDevicePixelRatio(ratio)
    return made


def application_icon() -> QIcon:
    """The icon of the program, in its own colours."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(QPixmap.fromImage(_drawn("app", QColor("black").name(), size, size)))
    return made
