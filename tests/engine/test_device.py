import subprocess
import sys
import threading

import pytest
import torch

from engine import device
from engine.errors import DeviceError


def pretend(monkeypatch, built=True, count=1, kernel=lambda: True):
    monkeypatch.setattr(torch.backends.cuda, "is_built", lambda: built)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: count)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Test card")
    monkeypatch.setattr(device, "_run_kernel", kernel)


def broken():
    raise RuntimeError("CUDA driver version is insufficient\nsecond line")


@pytest.mark.parametrize(("how", "reason"), [
    ({"built": False}, "this torch build has no CUDA"),
    ({"count": 0}, "no CUDA device found"),
    ({"kernel": broken}, "the CUDA device failed its test: CUDA driver version is insufficient"),
    ({"kernel": lambda: False}, "the CUDA device computed a wrong result"),
])
def test_without_cuda_the_reason_is_said(monkeypatch, how, reason):
    pretend(monkeypatch, **how)
    chosen = device.chosen("auto")
    assert (chosen.name, str(chosen.reason)) == ("cpu", reason)
    with pytest.raises(DeviceError, match="CUDA cannot be used") as caught:
        device.chosen("cuda")
    assert reason in str(caught.value)


def test_cuda_is_taken_once_a_kernel_has_run(monkeypatch):
    pretend(monkeypatch)
    for name in ("auto", "cuda"):
        assert device.chosen(name).name == "cuda"
    assert "Test card" in str(device.chosen("auto").reason)
    assert device.chosen("cpu").name == "cpu"


def test_the_kernel_is_a_real_one():
    if torch.cuda.is_available():
        assert device._run_kernel()
    else:
        with pytest.raises((RuntimeError, AssertionError)):
            device._run_kernel()


def test_one_thread_holds_for_later_threads():
    before, seen = torch.get_num_threads(), []
    try:
        device.use_one_thread()
        thread = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
        thread.start()
        thread.join()
        assert (torch.get_num_threads(), seen) == (1, [1])
    finally:
        torch.set_num_threads(before)


def test_warming_loads_what_the_first_step_needs():
    code = """
import sys
from engine import device
assert "torch" not in sys.modules
device.warm()
before = set(sys.modules)
import torch
weight = torch.nn.Parameter(torch.ones(3))
optimizer = torch.optim.SGD([weight], lr=0.1, momentum=0.9, fused=True)
weight.sum().backward()
optimizer.step()
assert "torch._dynamo" in before
assert not [name for name in set(sys.modules) - before if name.startswith("torch")]
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_which_errors_end_the_use_of_a_device():
    full, lost = torch.OutOfMemoryError("CUDA out of memory"), RuntimeError("CUDA error: lost")
    assert device.is_out_of_memory(full)
    assert not device.is_out_of_memory(lost)
    assert "memory is full" in str(device.trouble(full, "cuda"))
    assert "CUDA error: lost" in str(device.trouble(lost, "cuda"))
    assert "it was lost" in str(device.trouble(torch.AcceleratorError("x"), "cuda"))
    assert device.trouble(RuntimeError("shapes do not fit"), "cuda") is None
    assert device.trouble(lost, "cpu") is None
