"""What stands between the layers of a network: a key of the catalogue, or none."""

from __future__ import annotations

from typing import Any

from engine.activations import find
from engine.activations.registry import Values
from engine.errors import InputError

NO_ACTIVATION = "none"
"""The key of a network whose layers follow each other without an activation."""


def check_function(key: str, values: Values | None) -> dict[str, Any]:
    """All parameters of the activation `key`, the given ones checked; "none" has no parameter.

    Raises InputError for an unknown key, an unknown parameter or a wrong value.
    """
    if key != NO_ACTIVATION:
        return find(key).checked(values)
    if values:
        raise InputError("No activation has no parameters, but {names} was given.",
                         names=", ".join(values))
    return {}


def start_values(key: str, values: Values | None) -> dict[str, Any]:
    """The values that a network starts from, checked, without those that its seed draws.

    Drawn are the learned vectors (STAF) that stand at their default. Raises InputError.
    """
    checked = check_function(key, values)
    if key == NO_ACTIVATION:
        return checked
    drawn = {parameter.name for parameter in find(key).parameters
             if parameter.drawn and checked[parameter.name] == tuple(parameter.default)}
    return {name: value for name, value in checked.items() if name not in drawn}
