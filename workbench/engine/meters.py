"""How hard the machine works: the load of this process on the processor, its memory, and the GPU where one is used.

A look costs a tenth of a millisecond, so one a second takes a ten thousandth of a core. Nothing here is required: what
cannot be measured is None.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Load:
    """One look. ``cpu`` is how many cores this process kept busy since the look before, of ``cores``; ``memory`` its
    bytes of main memory, of ``memory_of``. ``gpu`` is the share of the time in which the GPU computed, ``gpu_memory``
    the bytes that are taken there, by whomever, of ``gpu_memory_of``; None without a GPU in use or without its driver.
    """

    cpu: float
    cores: int
    memory: int
    memory_of: int
    gpu: float | None = None
    gpu_memory: int | None = None
    gpu_memory_of: int | None = None


class Meters:
    """Looks at this process and at the GPU it computes on."""

    def __init__(self) -> None:
        import psutil

        self._process = psutil.Process()
        self._cores = psutil.cpu_count() or 1
        self._whole = int(psutil.virtual_memory().total)
        self._process.cpu_percent()  # counts from here on
        self._handle: Any = None
        self._driver: Any = None
        self._asked = False

    def read(self) -> Load:
        """Look now."""
        busy, memory = self._process.cpu_percent() / 100, int(self._process.memory_info().rss)
        share, used, whole = self._gpu()
        return Load(busy, self._cores, memory, self._whole, share, used, whole)

    def _gpu(self) -> tuple[float | None, int | None, int | None]:
        torch: Any = sys.modules.get("torch")
        cuda = getattr(torch, "cuda", None)
        if cuda is None or not cuda.is_available() or not cuda.is_initialized():
            return None, None, None
        if not self._asked:
            self._asked = True
            self._find(cuda)
        if self._handle is not None:
            try:
                rates = self._driver.nvmlDeviceGetUtilizationRates(self._handle)
                room = self._driver.nvmlDeviceGetMemoryInfo(self._handle)
                return rates.gpu / 100, int(room.used), int(room.total)
            except self._driver.NVMLError:
                self._handle = None  # the driver does not tell here; torch knows the memory at least
        free, whole = cuda.mem_get_info()
        return None, int(whole - free), int(whole)

    def _find(self, cuda: Any) -> None:
        """Find the GPU in use among those the driver knows; the order of the two may differ, the name does not."""
        try:
            import pynvml
        except ImportError:
            return
        self._driver = pynvml
        try:
            pynvml.nvmlInit()
            own = str(getattr(cuda.get_device_properties(cuda.current_device()), "uuid", ""))
            self._handle = (
                pynvml.nvmlDeviceGetHandleByUUID(own if own.startswith("GPU-") else f"GPU-{own}")
                if own
                else pynvml.nvmlDeviceGetHandleByIndex(cuda.current_device())
            )
        except pynvml.NVMLError:
            self._handle = None
