"""Random generators that depend on a seed and on what their numbers are for."""

from __future__ import annotations

import hashlib

import torch


def generator(seed: int, purpose: str, device: str = "cpu") -> torch.Generator:
    """A generator whose numbers depend on the seed and on what they are for."""
    digest = hashlib.sha256(f"{purpose}/{seed}".encode()).digest()
    return torch.Generator(device).manual_seed(int.from_bytes(digest[:8], "big") >> 1)
