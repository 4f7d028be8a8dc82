"""The catalogue of activation functions: `catalogue()`, `find(key)`, and `Layer` in layer.py."""

from engine.activations import (
    exponentials,
    learned_shapes,
    rectifiers,
    sigmoids,
    smooth_rectifiers,
    steps,
)
from engine.activations.registry import (
    FAMILIES,
    Activation,
    Interval,
    Kink,
    Values,
    catalogue,
    find,
)

FAMILY_MODULES = (steps, sigmoids, rectifiers, smooth_rectifiers, exponentials, learned_shapes)
"""Named one by one, so that a frozen build contains them."""

__all__ = ["FAMILIES", "FAMILY_MODULES", "Activation", "Interval", "Kink", "Values", "catalogue",
           "find"]
