"""How much memory this process takes now, in bytes, on every system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from engine.lazily import torch

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of the Windows API."""

        _fields_ = (("cb", wintypes.DWORD), ("PageFaultCount", wintypes.DWORD), *(
            (name, ctypes.c_size_t) for name in (
                "PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage",
                "QuotaPagedPoolUsage", "QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage",
                "PagefileUsage", "PeakPagefileUsage")))

    def _resident() -> int | None:
        counters = _Counters()
        counters.cb = ctypes.sizeof(counters)
        ask = ctypes.windll.kernel32.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD)
        process = wintypes.HANDLE(-1)  # a name for this process
        return counters.WorkingSetSize if ask(process, counters, counters.cb) else None
elif sys.platform == "linux":
    def _resident() -> int | None:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
else:
    import resource

    def _resident() -> int | None:
        """The most that the process has taken so far: macOS tells no less without its own API."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def memory_now(device: str) -> int | None:
    """Bytes of this process in main memory; of torch on a CUDA device, the most since `forget`.

    None where the system does not say.
    """
    if device.startswith("cuda"):
        return int(torch.cuda.max_memory_allocated(device))
    try:
        return _resident()
    except OSError:
        return None


def forget(device: str) -> None:
    """The most on a CUDA device is counted from now on."""
    if device.startswith("cuda"):
        torch.cuda.reset_peak_memory_stats(device)
