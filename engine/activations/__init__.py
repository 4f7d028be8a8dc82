"""The catalogue of activation functions: `catalogue()`, `find(key)`, and `Layer` in layer.py."""

from engine.activations import rectifiers
from engine.activations.registry import (
    FAMILIES,
    Activation,
    Interval,
    Kink,
    Values,
    catalogue,
    find,
)

FAMILY_MODULES = (rectifiers,)

__all__ = ["FAMILIES", "FAMILY_MODULES", "Activation", "Interval", "Kink", "Values", "catalogue",
           "find"]
