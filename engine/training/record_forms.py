"""Records as JSON: for a file, another process or another machine."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine import errors
from engine.activations.own import OwnFunction, OwnParameter
from engine.errors import LabError
from engine.texts import Named, Phrase
from engine.training import records

_FORMS = {form.__name__: form for form in (
    *(item for item in vars(records).values() if dataclasses.is_dataclass(item)),
    OwnFunction, OwnParameter, Phrase, Named)}
"""Every record of engine.training.records, and what they are made of."""

_ERRORS = {item.__name__: item for item in vars(errors).values()
           if isinstance(item, type) and issubclass(item, LabError)}


def record_text(record: Any) -> str:
    """One line of strict JSON that `record_of` reads back; infinities and NaN are kept."""
    return json.dumps(_plain(record), ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def record_of(text: str) -> Any:
    """The record of a line. Raises ValueError for anything else."""
    try:
        return _made(json.loads(text))
    except (KeyError, TypeError, AttributeError, RecursionError, LabError) as error:
        raise ValueError(f"no record: {text[:100]}") from error


def error_text(error: LabError) -> str:
    """A sentence for people with its kind, as JSON."""
    return record_text({"kind": type(error).__name__, "phrase": error.phrase})


def error_of(text: str) -> LabError:
    """The error of such a text. Raises ValueError for anything else."""
    content = record_of(text)
    try:
        return _ERRORS[content["kind"]](content["phrase"].template, **content["phrase"].fields)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no error: {text[:100]}") from error


def _plain(value: Any) -> Any:
    """In JSON's own types; what has no such form is {"is": its kind, ...}."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else {"is": "float", "text": repr(value)}
        case Path():
            return {"is": "path", "text": str(value)}
        case Mapping():
            return {str(name): _plain(item) for name, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
    name = type(value).__name__
    if _FORMS.get(name) is not type(value):
        raise TypeError(f"{name} is no part of a record")
    return {"is": name, **{field.name: _plain(getattr(value, field.name))
                           for field in dataclasses.fields(value)}}


def _made(value: Any) -> Any:
    """What `_plain` made this of; lists become tuples."""
    if isinstance(value, list):
        return tuple(_made(item) for item in value)
    if not isinstance(value, dict):
        return value
    kind = value.pop("is", None)
    content = {name: _made(item) for name, item in value.items()}
    if kind is None:
        return content
    if kind == "float":
        return float(content["text"])
    return Path(content["text"]) if kind == "path" else _FORMS[kind](**content)
