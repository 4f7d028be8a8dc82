"""Records as JSON, there and back."""

import json
import math
from pathlib import Path

import pytest

from engine.activations.own import OwnFunction, OwnParameter
from engine.errors import DataError, InputError, StorageError
from engine.texts import Named, phrase
from engine.training import records
from engine.training.record_forms import error_of, error_text, record_of, record_text
from engine.training.records import (
    Adapted,
    Diverged,
    EpochDone,
    JobRecord,
    LayerShape,
    LearnedShapes,
    RunDone,
    RunStarted,
    StepsDone,
)

TYPED = OwnFunction("own_wave", "Wave", "sin(a*x)", (OwnParameter("a", 2.0, learned=True),))
EPOCH = EpochDone("relu", 7, 3, 0.1 + 0.2, 1 / 3, 5e-324, 1.0, 12.5)
ALL = [
    RunStarted("relu", 7, 0, 13, "cpu", Path("runs") / "relu-seed7.safetensors"),
    RunStarted("relu", 7, 0, 13, "cpu", None),
    StepsDone("relu", 7, 0.5, math.inf, 0.1, 2.0, -0.0), EPOCH,
    Diverged("relu", 7, 1, 2, 3.0),
    RunDone("staf", 7, "finished", 1.0, None, {"tau": (1.0, 2.0), "k": 3}),
    LearnedShapes("own_wave", 7, 1.5, (
        LayerShape(phrase("Layer {number}", number=1), "own_wave", {"a": 2.0}, TYPED),
        LayerShape(Named("All", {}, "all"), "prelu", {"weight": 0.25}))),
    Adapted("relu", 7, phrase("Half of {size}", size=128), 3.0),
    JobRecord("0" * 32, EPOCH),
]


@pytest.mark.parametrize("record", ALL, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_as_it_was(record):
    text = record_text(record)
    assert "\n" not in text
    json.loads(text, parse_constant=pytest.fail)
    again = record_of(text)
    assert again == record
    assert type(again) is type(record)


def test_every_kind_of_record_is_here():
    declared = {item.__name__ for item in vars(records).values()
                if isinstance(item, type) and item.__module__ == records.__name__}
    tried = {type(record).__name__ for record in ALL} | {"LayerShape"}
    assert tried == declared


def test_nothing_else_is_written_or_read():
    with pytest.raises(TypeError):
        record_text(RunDone("relu", 7, "finished", 1.0, None, {"x": object()}))
    for text in ("", "{", '{"is": "Popen", "args": 1}', '{"is": "EpochDone"}', "[" * 100_000,
                 '{"is": "EpochDone", "unknown": 1}', '{"is": "float", "text": "x"}',
                 '{"is": []}'):
        with pytest.raises(ValueError, match=r"."):
            record_of(text)


@pytest.mark.parametrize("error", [
    InputError("{name} is wrong.", name=phrase("The {what}", what="seed")),
    StorageError("{file} is full.", file="x"), DataError("No pictures.")])
def test_a_sentence_keeps_its_kind_and_its_fields(error):
    again = error_of(error_text(error))
    assert (type(again), again.phrase, str(again)) == (type(error), error.phrase, str(error))
    with pytest.raises(ValueError, match="no error"):
        error_of(record_text({"kind": "SystemExit", "phrase": phrase("x")}))
