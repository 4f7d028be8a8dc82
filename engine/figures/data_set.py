"""What every picture and table says of the data that it was made with."""

from __future__ import annotations

from engine.figures.figure import Text
from engine.texts import phrase


def data_notes(name: str, digest: str) -> tuple[tuple[str, str], ...]:
    """The notes that name a data set and its digest."""
    return (("data", name), ("data digest", f"sha256 {digest}"))


def data_warning(name: str, is_fashion_mnist: bool) -> Text:
    """What must be readable in a picture where the data is not FashionMNIST; else empty."""
    if is_fashion_mnist:
        return ""
    short = name.removesuffix(" (not FashionMNIST)")
    return phrase("Data: {name}, not FashionMNIST",
                  name=phrase("Garments") if short == "Garments" else short)
