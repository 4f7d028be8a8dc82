"""The choice of a data set, the same on every page that reads pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.data.fashion_mnist import find_fashion_mnist
from engine.data.images import CLASSES, SHAPE, ImageData
from engine.data.settings import read_source
from engine.errors import DataError, InputError
from gui import preferences
from gui.data_dialog import DataDialog
from gui.download_dialog import DownloadDialog
from gui.eliding_box import ElidingBox
from gui.texts import tr

_FOLDER, _FILE, _SHOW, _DOWNLOAD = "folder:", "file:", "show:", "download:"
_ACTIONS = (_FOLDER, _FILE, _SHOW, _DOWNLOAD)


_forms: dict[str, tuple[tuple[int, int, int], int]] = {}
"""What the data of each source looked like when they were opened last, on whichever page."""


class DataChoice(ElidingBox):
    """FashionMNIST where it is found, the garments, own data that were chosen, and some actions.

    `source()` is what engine.data.sources.opened takes; `changed` comes when a person changed it.
    Own data are shown and checked before they are taken.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Data set"))
        remembered = preferences.data_source()
        self._own = [remembered] if remembered and _is_there(remembered) else []
        self._source = self._own[0] if self._own else "auto"
        self._official: set[str] = set()
        self._dialog: DownloadDialog | DataDialog | None = None
        self._fill()
        self.activated.connect(self._activated)

    def source(self) -> str:
        """The data set that is chosen: "auto", "garments" or own data."""
        return self._source

    def set_source(self, source: str) -> None:
        """Chooses a data set; emits nothing. One place is listed once, as it was read last."""
        if source not in ("auto", "garments") and source not in self._own:
            place = read_source(source)[0]
            self._own = [own for own in self._own if read_source(own)[0] != place]
            self._own.append(source)
        self._source = source
        self._fill()

    def opened(self, source: str, data: ImageData) -> None:
        """What a source turned out to hold: a folder of FashionMNIST is called so."""
        _forms[source] = data.shape, len(data.classes)
        if data.is_fashion_mnist and source in self._own and source not in self._official:
            self._official.add(source)
            self._fill()

    def form(self) -> tuple[tuple[int, int, int], int]:
        """(channels, height, width) of a picture and the number of classes, of the data chosen.

        Those of FashionMNIST while the data have not been opened in this window yet.
        """
        return _forms.get(self._source, (SHAPE, len(CLASSES)))

    def choose_folder(self) -> None:
        """Asks for a folder of pictures, and shows what is in it."""
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of pictures"))
        if folder:
            self.show_data(folder)

    def choose_file(self) -> None:
        """Asks for a file of pictures, or one of several in a folder, and shows what it holds."""
        file, _ = QFileDialog.getOpenFileName(
            self, tr("File of pictures"), "",
            tr("Pictures and labels") + " (*.npz *.gz *.bin *ubyte);;" + tr("All files") + " (*)")
        if file:
            self.show_data(file)

    def show_data(self, source: str) -> None:
        """Opens the dialog that shows a data set; own data are taken where a person says so."""
        self.close_work()
        dialog = DataDialog(source, source == self._source, self.window())
        dialog.chosen.connect(self._take)
        dialog.opened.connect(self.opened)
        dialog.folder_wanted.connect(self.choose_folder)
        dialog.file_wanted.connect(self.choose_file)
        self._dialog = dialog
        dialog.open()

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Choosing another folder mends data that cannot be used."""
        if isinstance(error, DataError):
            return ((tr("Choose folder…"), self.choose_folder),)
        return ()

    def close_work(self) -> None:
        """Ends a download or the reading of data, and waits for it."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _fill(self) -> None:
        found = find_fashion_mnist()
        if self._source == "auto" and not found:
            self._source = "garments"
        self.clear()
        if found:
            self.addItem("FashionMNIST", "auto")
        self.addItem(tr("Garments (not FashionMNIST)"), "garments")
        for own in self._own:
            place = Path(read_source(own)[0])
            name = place.name or str(place)
            self.addItem(tr("FashionMNIST in {folder}", folder=name)
                         if own in self._official else name, own)
        self.insertSeparator(self.count())
        self.addItem(tr("Choose folder…"), _FOLDER)
        self.addItem(tr("Choose file…"), _FILE)
        self.addItem(tr("Show data…"), _SHOW)
        if not found:
            self.addItem(tr("Download FashionMNIST…"), _DOWNLOAD)
        self._show_source(found)

    def _show_source(self, found: Path | None) -> None:
        self.setCurrentIndex(self.findData(self._source))
        place = {"auto": str(found), "garments": tr("Drawn by the program; works offline")}
        self.setToolTip(place.get(self._source, self._source))

    def _activated(self, index: int) -> None:
        chosen = self.itemData(index)
        if chosen in _ACTIONS:
            self._show_source(find_fashion_mnist())
            {_FOLDER: self.choose_folder, _FILE: self.choose_file, _DOWNLOAD: self._download,
             _SHOW: lambda: self.show_data(self._source)}[chosen]()
        elif chosen != self._source:
            self._take(chosen)

    def _take(self, source: str) -> None:
        self.set_source(source)
        preferences.set_data_source(source if source in self._own else "")
        self.changed.emit(source)

    def _download(self) -> None:
        self.close_work()
        self._dialog = DownloadDialog(self.window())
        self._dialog.downloaded.connect(self._downloaded)
        self._dialog.folder_wanted.connect(self.choose_folder)
        self._dialog.open()

    def _downloaded(self) -> None:
        self._take("auto")


def _is_there(source: str) -> bool:
    try:
        return Path(read_source(source)[0]).exists()
    except (OSError, InputError):
        return False
