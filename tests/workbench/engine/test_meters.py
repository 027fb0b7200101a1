"""Meters: what this process and the GPU do, and nothing where there is nothing to measure."""

from __future__ import annotations

import sys
import time
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from workbench.engine.meters import Meters


def test_a_busy_process_is_seen_and_its_memory() -> None:
    meters = Meters()
    held = np.ones(8_000_000)
    until = time.thread_time() + 0.3
    while time.thread_time() < until:
        pass
    load = meters.read()
    assert 0.05 < load.cpu <= load.cores + 0.5
    assert held.nbytes < load.memory < load.memory_of
    assert (load.gpu, load.gpu_memory) == (None, None)  # nothing computes on a GPU here


class NVMLError(Exception):
    pass


def cuda(**more: Any) -> SimpleNamespace:
    return SimpleNamespace(
        is_available=lambda: True,
        is_initialized=lambda: True,
        current_device=lambda: 0,
        get_device_properties=lambda index: SimpleNamespace(uuid="1234"),
        mem_get_info=lambda: (60, 100),
        **more,
    )


def driver(fails: bool) -> SimpleNamespace:
    def handle(name: str) -> str:
        if fails:
            raise NVMLError
        return name

    return SimpleNamespace(
        NVMLError=NVMLError,
        nvmlInit=lambda: None,
        nvmlDeviceGetHandleByUUID=handle,
        nvmlDeviceGetUtilizationRates=lambda handle: SimpleNamespace(gpu=45 if handle == "GPU-1234" else 0),
        nvmlDeviceGetMemoryInfo=lambda handle: SimpleNamespace(used=30, total=100),
    )


@pytest.mark.parametrize(
    ("module", "told"),
    [(driver(False), (0.45, 30, 100)), (driver(True), (None, 40, 100)), (None, (None, 40, 100))],
    ids=["driver", "driver that does not know the GPU", "no driver"],
)
def test_the_gpu_is_asked_of_its_driver_else_of_torch(
    module: Any, told: tuple[float | None, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(cuda=cuda()))
    monkeypatch.setitem(sys.modules, "pynvml", module)
    load = Meters().read()
    assert (load.gpu, load.gpu_memory, load.gpu_memory_of) == told
