"""The table of a network's layers."""

from __future__ import annotations

from math import prod
from typing import Any

from engine.activations.registry import Values
from engine.figures.figure import Column, Table, Text
from engine.figures.formulas import formula_notes
from engine.figures.training import described
from engine.networks.functions import NO_ACTIVATION, function_name
from engine.networks.settings import NetworkSettings
from engine.texts import phrase
from engine.versions import versions


def summary_table(
    settings: NetworkSettings, key: str, values: Values | None = None, *,
    shape: tuple[int, int, int] | None = None, classes: int | None = None,
) -> Table:
    """The layers of a network, their output shapes and parameters, as torchinfo finds them.

    A shared activation's parameters are counted once, in its first row. `shape` and `classes`
    are those of the data, by default FashionMNIST's. Raises InputError.
    """
    import torchinfo

    from engine.networks.building import build
    from engine.networks.network import CLASSES, SHAPE

    shape, classes = shape or SHAPE, classes or CLASSES
    network = build(key, values, settings, seed=0, shape=shape, classes=classes)
    found = torchinfo.summary(network, input_size=(1, prod(shape)), device="cpu", verbose=0)
    leaves = [info for info in found.summary_list if info.is_leaf_layer]
    rows = [(str(index), _layer_name(info),
             "n × " + " × ".join(str(size) for size in info.output_size[1:]),
             0 if info.is_recursive else info.num_params)
            for index, info in enumerate(leaves, 1)]
    own = sum(parameter.numel() for parameter in network.parameters(recurse=False))
    if own:
        rows.append(("", phrase("Positions of the patches"), "", own))
    total = sum(row[-1] for row in rows)
    return Table(
        name="layers", title=phrase("Layers"),
        columns=(Column("number", phrase("No."), kind="text"),
                 Column("layer", phrase("Layer"), kind="text"),
                 Column("output", phrase("Output"), kind="text"),
                 Column("parameters", phrase("Parameters"), digits=0)),
        rows=(*rows, ("", phrase("All layers"), "", total)),
        notes=(("function", described(key, values or {})), *formula_notes([key]), *versions()),
    )


def _layer_name(info: Any) -> Text:
    """What a row calls a module; activations by their name."""
    module = info.module
    match info.class_name:
        case "Linear":
            return phrase("Linear, {inputs} to {outputs}", inputs=module.in_features,
                          outputs=module.out_features)
        case "Conv2d":
            return phrase("Convolution {side} × {side}, {inputs} to {outputs}",
                          side=module.kernel_size[0], inputs=module.in_channels,
                          outputs=module.out_channels)
        case "Attention":
            return phrase("Attention, {count} heads", count=module.heads)
        case "Dropout" | "AlphaDropout":
            return phrase("Dropout, rate {rate}", rate=module.rate)
        case "Layer" | "GatedLayer":
            return function_name(module.activation.key)
        case "Identity":
            return function_name(NO_ACTIVATION)
    return _NAMES[info.class_name]


_NAMES = {
    "BatchNorm": phrase("Batch norm"), "BatchNorm2d": phrase("Batch norm"),
    "LayerNorm": phrase("Layer norm"), "GroupNorm": phrase("Layer norm"),
    "MaxPool2d": phrase("Maximum of 2 × 2"),
}
