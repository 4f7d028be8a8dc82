"""The losses and answers of an epoch's training steps."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class EpochPart:
    """What was done of an epoch under way: steps, the sum of their losses over samples, answers
    that were right."""

    steps: int = 0
    loss_sum: float = 0.0
    right: int = 0


class Tally:
    """Counts the steps of one epoch, from `before` on.

    Logits are judged together, and losses read when somebody asks: on a GPU each look at a number
    waits for all that was begun.
    """

    def __init__(self, samples: int, batch_size: int, before: EpochPart) -> None:
        self._samples, self._batch = samples, batch_size
        self._before = before
        self._read = self.steps = before.steps
        self._total = before.loss_sum
        self._recent, self._recent_rows = 0.0, 0
        self._waiting: list[Tensor] = []
        self._logits: Tensor | None = None
        self._labels: list[Tensor] = []

    @property
    def seen(self) -> int:
        """Samples that went through a step."""
        return min(self.steps * self._batch, self._samples)

    def add(self, loss: Tensor, logits: Tensor, labels: Tensor) -> None:
        """A step: its loss in a tensor of its own, logits (rows, classes) that it may overwrite."""
        if self._logits is None:
            rest = self._samples - self._before.steps * self._batch
            self._logits = logits.new_empty(rest, logits.shape[1])
        start = self.seen - self._before.steps * self._batch
        torch.narrow(self._logits, 0, start, len(labels)).copy_(logits)
        self._labels.append(labels)
        self._waiting.append(loss)
        self.steps += 1

    def read(self) -> int | None:
        """Adds up the losses; the first step, from 1, whose loss is not finite ends it."""
        waiting, self._waiting = self._waiting, []
        if len(waiting) > 1:
            values = torch.stack(waiting).tolist()
        else:
            values = [loss.item() for loss in waiting]
        for value in values:
            self._read += 1
            if not math.isfinite(value):
                return self._read
            rows = min(self._batch, self._samples - (self._read - 1) * self._batch)
            self._total += value * rows
            self._recent, self._recent_rows = self._recent + value * rows, self._recent_rows + rows
        return None

    def recent(self) -> float:
        """The mean loss over samples since it was last asked for, of those that were read."""
        mean = self._recent / self._recent_rows
        self._recent, self._recent_rows = 0.0, 0
        return mean

    def part(self) -> EpochPart:
        """The steps so far, all of them read."""
        return EpochPart(self.steps, self._total, self._before.right + self._right())

    def loss(self) -> float:
        """The mean over samples."""
        return self._total / max(self.seen, 1)

    def accuracy(self) -> float:
        """The share of right answers, each before its step."""
        return (self._before.right + self._right()) / max(self.seen, 1)

    def _right(self) -> int:
        if self._logits is None:
            return 0
        labels = torch.cat(self._labels)
        return int((self._logits[:len(labels)].argmax(1) == labels).sum())
