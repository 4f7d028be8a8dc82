"""The errors that a person can act on; everything else that is raised is a fault of the program."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.texts import Phrase


class LabError(Exception):
    """A sentence saying what is wrong and what to do, as a template and its fields.

    The template must be a literal at the place of the raise: the translation tool collects it.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, template: str, /, **fields: Any) -> None:
        self.phrase = Phrase(template, fields)
        super().__init__(str(self.phrase))


class InputError(LabError):
    """A wrong argument: an unknown key, a value out of its range, a wrong suffix."""

    exit_code = 2


class DataError(LabError):
    """A data set that is absent, damaged or of the wrong form."""


class DownloadError(DataError):
    """A download that did not arrive whole."""


class DeviceError(LabError):
    """A computing device that was asked for and cannot be used."""


class StorageError(LabError):
    """A file that cannot be written, or one of ours that cannot be read back."""
