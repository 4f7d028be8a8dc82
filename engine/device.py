"""Where the numbers are computed, and why there."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import DeviceError
from engine.lazily import torch
from engine.texts import Phrase, phrase


@dataclass(frozen=True)
class ChosenDevice:
    """A device that works: `name` is cpu or cuda, `reason` says why it was taken."""

    name: str
    reason: Phrase


def chosen(name: str) -> ChosenDevice:
    """The device for "auto", "cpu" or "cuda".

    CUDA counts only after a kernel has run on it and its result was right. Raises DeviceError
    where CUDA was asked for and does not work.
    """
    if name == "cpu":
        return ChosenDevice("cpu", phrase("as chosen"))
    obstacle = _cuda_obstacle()
    if obstacle is None:
        return ChosenDevice("cuda", phrase("CUDA device {device} has passed a test",
                                           device=torch.cuda.get_device_name()))
    if name == "cuda":
        raise DeviceError("CUDA cannot be used: {reason}. Choose automatic or CPU.",
                          reason=obstacle)
    return ChosenDevice("cpu", obstacle)


def _cuda_obstacle() -> Phrase | None:
    """Why CUDA cannot be used; None where a kernel has run on it."""
    if not torch.backends.cuda.is_built():
        return phrase("this torch build has no CUDA")
    if torch.cuda.device_count() == 0:
        return phrase("no CUDA device found")
    try:
        right = _run_kernel()
    except (RuntimeError, AssertionError) as error:
        return phrase("the CUDA device failed its test: {reason}",
                      reason=(str(error).splitlines() or [""])[0])
    return None if right else phrase("the CUDA device computed a wrong result")


def _run_kernel() -> bool:
    """Whether a product of matrices on the GPU, waited for, has the right value."""
    ones = torch.ones(64, 64, device="cuda")
    product = ones @ ones
    torch.cuda.synchronize()
    return bool((product == 64).all())


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether a device had too little memory for what was asked; it works on."""
    return isinstance(error, torch.OutOfMemoryError)


def trouble(error: RuntimeError, device: str) -> Phrase | None:
    """What happened to a device that can go on with this run no more; None for any other error.

    After an error of CUDA itself, such as a failed kernel or a reset driver, nothing works on it
    in this process.
    """
    if device == "cpu":
        return None
    if is_out_of_memory(error):
        return phrase("its memory is full")
    words = (str(error).splitlines() or [""])[0]
    if isinstance(error, torch.AcceleratorError) \
            or any(name in words for name in ("CUDA", "cuBLAS", "CUBLAS", "cuDNN", "CUDNN")):
        return phrase("it was lost: {reason}", reason=words)
    return None


def use_one_thread() -> None:
    """One torch thread on the CPU, for threads started later too: the window stays smooth.

    More threads wait for each other busily and come to a halt where a core is taken.
    """
    torch.set_num_threads(1)


def warm() -> None:
    """Loads what torch loads at its first backward pass and optimizer, about 1.5 s."""
    weight = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([weight], lr=0.0, fused=True)
    weight.square().sum().backward()
    optimizer.step()
