"""Where the program keeps things; ACTIVATION_LAB_HOME puts all of it under one folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

_NAME = "ActivationLab"


def data_folder() -> Path:
    """What the user keeps: downloaded data sets and runs."""
    home = os.environ.get("ACTIVATION_LAB_HOME")
    return Path(home) / "data" if home else Path(platformdirs.user_data_dir(_NAME, False))


def cache_folder() -> Path:
    """What can be made again: the built-in data set."""
    home = os.environ.get("ACTIVATION_LAB_HOME")
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir(_NAME, False))


def log_folder() -> Path:
    """The log that a report of a problem points to."""
    home = os.environ.get("ACTIVATION_LAB_HOME")
    return Path(home) / "log" if home else Path(platformdirs.user_log_dir(_NAME, False))


def resources_folder() -> Path:
    """Icons, fonts, translations and licences, beside the source or in the frozen application."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).parents[2] / "resources"
