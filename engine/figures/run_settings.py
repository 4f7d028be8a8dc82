"""What runs were set to: which settings differ among them, and which are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.figures.figure import Text
from engine.networks.functions import function_name
from engine.parameters import Parameter, parameters_of, plain
from engine.storage.runs_rows import StoredRun
from engine.texts import phrase
from engine.training.settings import TrainingSettings


@dataclass(frozen=True)
class SettingRow:
    """A setting with its value in each run, None where the run has none; `differs` among them."""

    name: Text
    values: tuple[Text | None, ...]

    @property
    def differs(self) -> bool:
        """Whether not all runs have the same."""
        return len(set(map(str, self.values))) > 1


def compared_settings(runs: Sequence[StoredRun]) -> tuple[SettingRow, ...]:
    """All that decides the numbers of these runs, what differs first; then in the form's order.

    Settings that change nothing in any of the runs are left out. A setting that was not there yet
    when a run was made has its default.
    """
    rows = [
        SettingRow(phrase("Function"), tuple(_function(run) for run in runs)),
        *_value_rows(runs), *_setting_rows(runs),
        SettingRow(phrase("Data"), _data(runs)),
        SettingRow(phrase("Device"), tuple(run.device for run in runs)),
        *_version_rows(runs),
    ]
    return tuple(sorted(rows, key=lambda row: not row.differs))


def setting_names(runs: Sequence[StoredRun]) -> tuple[str, ...]:
    """The settings that any of the runs has: those of this version in its order, then others."""
    declared = [parameter.name for parameter in parameters_of(TrainingSettings)]
    there = dict.fromkeys(name for run in runs for name in run.settings)
    return (*(name for name in declared if name in there),
            *(name for name in there if name not in declared))


def short_data_name(name: str) -> Text:
    """A data set's name for a column."""
    short = name.removesuffix(" (not FashionMNIST)")
    return phrase("Garments") if short == "Garments" else short


def plain_text(value: Any) -> str:
    """A value as notes and CSV write it: 256, 192; 0.001; true."""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(plain_text, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(value)


def _function(run: StoredRun) -> Text:
    if run.own is not None:
        return f"{run.own['name']}: {run.own['formula']}"
    return function_name(run.function)


def _value_rows(runs: Sequence[StoredRun]) -> list[SettingRow]:
    """The parameters of the functions themselves."""
    names = dict.fromkeys(name for run in runs for name in run.values)
    return [SettingRow(name, tuple(plain_text(run.values[name]) if name in run.values else None
                                   for run in runs)) for name in names]


def _setting_rows(runs: Sequence[StoredRun]) -> list[SettingRow]:
    declared = parameters_of(TrainingSettings)
    whole = [{parameter.name: parameter.default for parameter in declared} | run.settings
             for run in runs]
    rows = [SettingRow(parameter.label, tuple(
        _said(parameter, values[parameter.name]) if parameter.matters(values) else None
        for values in whole)) for parameter in declared if parameter.name != "device"]
    return [row for row in rows if any(value is not None for value in row.values)]


def _said(parameter: Parameter, value: Any) -> Text:
    """A value in the words of the form."""
    if parameter.type == "bool":
        return phrase("yes") if value else phrase("no")
    labels = dict(zip(parameter.choices or (), getattr(parameter.declaration, "labels", ()),
                      strict=False))
    return labels.get(value, plain_text(value)) if labels else plain_text(value)


def _data(runs: Sequence[StoredRun]) -> tuple[Text, ...]:
    """The names; the digests too, where sets of one name differ."""
    alike: dict[str, set[str]] = {}
    for run in runs:
        alike.setdefault(run.data_name, set()).add(run.data_digest)
    return tuple(
        short_data_name(run.data_name) if len(alike[run.data_name]) == 1 else
        phrase("{name} {digest}", name=short_data_name(run.data_name), digest=run.data_digest[:8])
        for run in runs)


def _version_rows(runs: Sequence[StoredRun]) -> list[SettingRow]:
    """Only where they differ: else they say nothing beside the settings."""
    names = dict.fromkeys(name for run in runs for name, _ in run.versions)
    rows = [SettingRow(name, tuple(dict(run.versions).get(name) for run in runs))
            for name in names]
    return [row for row in rows if row.differs]
