"""The settings of a network, declared once; readable before torch is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from engine.parameters import Choice, Integers, Range, Switch
from engine.texts import Phrase, phrase

NETWORKS: dict[str, Phrase] = {
    "simple": phrase("Linear layers"),
    "cnn": phrase("Small CNN"),
    "transformer": phrase("Small transformer"),
}

INITIALISATIONS: dict[str, Phrase] = {
    "default": phrase("PyTorch's default"),
    "xavier": phrase("Xavier (Glorot)"),
    "he": phrase("He (Kaiming)"),
    "lecun": phrase("LeCun"),
    "orthogonal": phrase("Orthogonal"),
    "forward_gain": phrase("Forward gain of the function"),
    "backward_gain": phrase("Backward gain of the function"),
}

NORMALISATIONS: dict[str, Phrase] = {
    "none": phrase("None"),
    "batch": phrase("Batch norm"),
    "layer": phrase("Layer norm"),
}

SHAPES: tuple[tuple[Phrase, tuple[int, ...]], ...] = (
    (phrase("Article: 256, 192, 128, 64"), (256, 192, 128, 64)),
    (phrase("One hidden layer of 128"), (128,)),
    (phrase("Two hidden layers of 256"), (256, 256)),
    (phrase("Deep: 10 layers of 64"), (64,) * 10),
    (phrase("Deep and narrow: 30 layers of 32"), (32,) * 30),
    (phrase("Deepest: 100 layers of 16"), (16,) * 100),
    (phrase("No hidden layer"), ()),
)
"""Hidden layers under a name."""


def _is_simple(values: Mapping[str, Any]) -> bool:
    return values["network"] == "simple"


def _is_cnn(values: Mapping[str, Any]) -> bool:
    return values["network"] == "cnn"


def _is_transformer(values: Mapping[str, Any]) -> bool:
    return values["network"] == "transformer"


def _is_normalised_at_will(values: Mapping[str, Any]) -> bool:
    return values["network"] != "transformer"


def _drops(values: Mapping[str, Any]) -> bool:
    return values["dropout"] > 0


@dataclass(frozen=True)
class NetworkSettings:
    """How a network is built; every field is checked by `parameters.checked`.

    Fields of another kind of network than `network` change nothing.
    """

    network: Annotated[
        str, Choice(tuple(NETWORKS), tuple(NETWORKS.values()), label=phrase("Kind"))
    ] = "simple"
    hidden: Annotated[
        tuple[int, ...],
        Integers(1, 8192, longest=100, label=phrase("Hidden layers"), when=_is_simple,
                 tip=phrase("Widths of the hidden layers, separated by commas; 16*100 means 16 a "
                            "hundred times")),
    ] = (256, 192, 128, 64)
    channels: Annotated[
        tuple[int, ...],
        Integers(1, 1024, shortest=1, longest=4, label=phrase("Channels"), when=_is_cnn,
                 tip=phrase("Of the CNN's 3 by 3 convolutions; each halves the picture")),
    ] = (16, 32)
    dense: Annotated[
        int, Range(1, 8192, label=phrase("Linear layer"), when=_is_cnn,
                   tip=phrase("Width of the CNN's linear layer behind the convolutions"))
    ] = 128
    patch: Annotated[
        int, Range(1, 256, label=phrase("Patch"), when=_is_transformer,
                   tip=phrase("Side in pixels of the patches that a transformer sees; it must "
                              "divide the picture's sides"))
    ] = 7
    token_width: Annotated[
        int, Range(1, 4096, label=phrase("Token width"), when=_is_transformer,
                   tip=phrase("How many numbers stand for each patch in a transformer"))
    ] = 64
    heads: Annotated[
        int, Range(1, 64, label=phrase("Heads"), when=_is_transformer,
                   tip=phrase("Of the attention of a transformer; they must divide the token "
                              "width"))
    ] = 4
    blocks: Annotated[
        int, Range(1, 100, label=phrase("Blocks"), when=_is_transformer,
                   tip=phrase("Attention and feed-forward layers of a transformer"))
    ] = 2
    feed_forward: Annotated[
        int, Range(1, 16384, label=phrase("Feed-forward"), when=_is_transformer,
                   tip=phrase("Width of a transformer's feed-forward layers. Gated units, which "
                              "have a third matrix, get two thirds of it, rounded: as many "
                              "parameters where it is a multiple of 3"))
    ] = 192
    shared_activation: Annotated[
        bool,
        Switch(label=phrase("One shared activation instance"),
               tip=phrase("All layers use one instance and so share its learned parameters, "
                          "as in the source article")),
    ] = False
    initialisation: Annotated[
        str,
        Choice(tuple(INITIALISATIONS), tuple(INITIALISATIONS.values()),
               label=phrase("Start weights"),
               tip=phrase("How the weights are drawn. All but PyTorch's default start biases at "
                          "0. The gains are 1/sqrt(E f(z)^2) and 1/sqrt(E f'(z)^2) of the chosen "
                          "function, for the layers behind it")),
    ] = "default"
    normalisation: Annotated[
        str,
        Choice(tuple(NORMALISATIONS), tuple(NORMALISATIONS.values()),
               label=phrase("Normalisation"), when=_is_normalised_at_will,
               tip=phrase("Before each activation; a transformer has layer norm of its own")),
    ] = "none"
    residual: Annotated[
        bool,
        Switch(label=phrase("Residual links"), when=_is_simple,
               tip=phrase("Around each hidden layer that is as wide as the one before")),
    ] = False
    dropout: Annotated[
        float, Range(0, 0.95, step=0.05, label=phrase("Dropout"),
                     tip=phrase("Share of the activations that each training step leaves out"))
    ] = 0.0
    alpha_dropout: Annotated[
        bool,
        Switch(label=phrase("Alpha dropout"), when=_drops,
               tip=phrase("Dropout that keeps mean and variance of SELU; it is meant for SELU "
                          "alone (Klambauer et al., 2017)")),
    ] = False

    @property
    def places(self) -> int:
        """How many places the network has for an activation."""
        return {"simple": len(self.hidden), "cnn": len(self.channels) + 1,
                "transformer": self.blocks}[self.network]
