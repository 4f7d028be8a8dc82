"""The choice of a data set, the same on every page that reads pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.data.fashion_mnist import find_fashion_mnist
from engine.errors import DataError
from gui import preferences
from gui.download_dialog import DownloadDialog
from gui.eliding_box import ElidingBox
from gui.texts import tr

_CHOOSE, _DOWNLOAD = "choose:", "download:"


class DataChoice(ElidingBox):
    """FashionMNIST where it is found, the garments, folders that were chosen, and two actions.

    `source()` is what engine.data.sources.opened takes; `changed` comes when a person changed it.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Data set"))
        remembered = preferences.data_set_folder()
        self._folders = [str(remembered)] if remembered and remembered.is_dir() else []
        self._source = self._folders[0] if self._folders else "auto"
        self._official: set[str] = set()
        self._dialog: DownloadDialog | None = None
        self._fill()
        self.activated.connect(self._activated)

    def source(self) -> str:
        """The data set that is chosen: "auto", "garments" or a folder."""
        return self._source

    def set_source(self, source: str) -> None:
        """Chooses a data set; emits nothing."""
        if source not in ("auto", "garments") and source not in self._folders:
            self._folders.append(source)
        self._source = source
        self._fill()

    def opened(self, source: str, is_fashion_mnist: bool) -> None:
        """What a source turned out to hold: a folder of FashionMNIST is called so."""
        if is_fashion_mnist and source in self._folders and source not in self._official:
            self._official.add(source)
            self._fill()

    def choose_folder(self) -> None:
        """Asks for the folder of four IDX files and takes it."""
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of the four FashionMNIST files"))
        if folder:
            self._take(folder)

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Choosing another folder mends data that cannot be used."""
        if isinstance(error, DataError):
            return ((tr("Choose folder…"), self.choose_folder),)
        return ()

    def close_work(self) -> None:
        """Ends a download and waits for it."""
        if self._dialog is not None:
            self._dialog.close()

    def _fill(self) -> None:
        found = find_fashion_mnist()
        if self._source == "auto" and not found:
            self._source = "garments"
        self.clear()
        if found:
            self.addItem("FashionMNIST", "auto")
        self.addItem(tr("Garments (not FashionMNIST)"), "garments")
        for folder in self._folders:
            name = Path(folder).name or folder
            self.addItem(tr("FashionMNIST in {folder}", folder=name)
                         if folder in self._official else name, folder)
        self.insertSeparator(self.count())
        self.addItem(tr("Choose folder…"), _CHOOSE)
        if not found:
            self.addItem(tr("Download FashionMNIST…"), _DOWNLOAD)
        self._show_source(found)

    def _show_source(self, found: Path | None) -> None:
        self.setCurrentIndex(self.findData(self._source))
        place = {"auto": str(found), "garments": tr("Drawn by the program; works offline")}
        self.setToolTip(place.get(self._source, self._source))

    def _activated(self, index: int) -> None:
        chosen = self.itemData(index)
        if chosen in (_CHOOSE, _DOWNLOAD):
            self._show_source(find_fashion_mnist())
            (self.choose_folder if chosen == _CHOOSE else self._download)()
        elif chosen != self._source:
            self._take(chosen)

    def _take(self, source: str) -> None:
        self.set_source(source)
        preferences.set_data_set_folder(Path(source) if source in self._folders else None)
        self.changed.emit(source)

    def _download(self) -> None:
        self._dialog = DownloadDialog(self.window())
        self._dialog.downloaded.connect(self._downloaded)
        self._dialog.folder_wanted.connect(self.choose_folder)
        self._dialog.open()

    def _downloaded(self) -> None:
        self._take("auto")
