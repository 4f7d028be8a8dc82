"""The normalisations that can stand before an activation."""

from __future__ import annotations

from torch import Tensor, nn


class BatchNorm(nn.BatchNorm1d):
    """Batch normalisation of (n, width); a single sample is taken as in evaluation.

    For one sample has no variance, and the last batch of an epoch can be one.
    """

    def forward(self, x: Tensor) -> Tensor:
        """x normalised over the batch in training, by the running moments else."""
        if self.training and len(x) == 1:
            return nn.functional.batch_norm(x, self.running_mean, self.running_var, self.weight,
                                            self.bias, False, 0.0, self.eps)
        return super().forward(x)


def normalisations(kind: str, widths: tuple[int, ...]) -> nn.ModuleList:
    """One for each of the linear layers of these widths; none for the kind "none"."""
    made = {"none": None, "batch": BatchNorm, "layer": nn.LayerNorm}[kind]
    return nn.ModuleList(made(width) for width in widths if made is not None)


def picture_normalisations(kind: str, channels: tuple[int, ...]) -> nn.ModuleList:
    """One for each of the convolutions; layer norm is over channels and pixels of a picture."""
    match kind:
        case "batch":
            return nn.ModuleList(nn.BatchNorm2d(count) for count in channels)
        case "layer":
            return nn.ModuleList(nn.GroupNorm(1, count) for count in channels)
    return nn.ModuleList()
