"""What a trained network says of each test picture: right or wrong, and how sure it is."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import torch

from engine.data.images import ImageData
from engine.errors import DataError
from engine.networks.network import Network
from engine.training.batches import EVALUATION_BATCH, evaluation_samples
from engine.training.checkpoints import Checkpoint


@dataclass(frozen=True, eq=False)
class Outcomes:
    """For the n test pictures of a data set: `labels` and `predicted` classes, both (n,), and
    `confidence` (n,), the softmax of the predicted class, 0 to 1.

    `counts` (classes, classes) has a row for each true and a column for each predicted class.
    """

    labels: np.ndarray
    predicted: np.ndarray
    confidence: np.ndarray
    counts: np.ndarray

    @property
    def accuracy(self) -> float:
        """The share that is right."""
        return float((self.labels == self.predicted).mean())

    @property
    def wrong(self) -> np.ndarray:
        """The places of the wrong ones, the surest first."""
        places = np.flatnonzero(self.labels != self.predicted)
        return places[np.argsort(-self.confidence[places], kind="stable")]


@dataclass(frozen=True)
class OutcomesProgress:
    """How much is done, 0 to 1."""

    fraction: float


def outcomes_of(checkpoint: Checkpoint, data: ImageData
                ) -> Generator[OutcomesProgress | Outcomes]:
    """Progress after each batch, at the end the outcomes of a run on the test set of its data.

    Raises DataError where `data` is another set than the run was trained with.
    """
    if checkpoint.record.data_digest != data.digest:
        raise DataError("This run was trained with other data ({name}). Open those to see what it "
                        "makes of them.", name=checkpoint.record.data_name)
    return outcomes(checkpoint.network, data)


def outcomes(network: Network, data: ImageData) -> Generator[OutcomesProgress | Outcomes]:
    """The same for any network of these pictures; it is left in evaluation mode."""
    network.eval()
    device = str(next(network.parameters()).device)
    samples = evaluation_samples(data, device)
    predicted, confidence = [], []
    for images, _ in samples.in_order(EVALUATION_BATCH):
        with torch.no_grad():
            best = torch.softmax(network(images).double(), dim=1).max(dim=1)
        predicted.append(best.indices.cpu().numpy())
        confidence.append(best.values.cpu().numpy())
        yield OutcomesProgress(min(1.0, len(predicted) * EVALUATION_BATCH / len(samples)))
    labels = data.test_labels.astype(np.int64)
    found, classes = np.concatenate(predicted), len(data.classes)
    counts = np.zeros((classes, classes), dtype=np.int64)
    np.add.at(counts, (labels, found), 1)
    yield Outcomes(labels, found, np.concatenate(confidence), counts)
