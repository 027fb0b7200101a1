"""What every test stands on: no screen, one thread, and a home folder that is thrown away afterwards."""

import gc
import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.waiting import let_others_run

_HOME = tempfile.TemporaryDirectory(prefix="workbench-tests-", ignore_cleanup_errors=True)


def _settle() -> None:
    """Set the environment before anything reads it: Qt, torch's threads, platformdirs and QSettings all look once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Tests share few cores; more threads would make tiny matrices slower and the tests wait for each other.
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    home = Path(_HOME.name)
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
    }
    for name, place in places.items():
        place.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(place)


_settle()
gc.disable()

# The machine's speed varies, so no example has a deadline; `HYPOTHESIS_PROFILE=thorough` looks further.
hypothesis.settings.register_profile(
    "everyday", deadline=None, max_examples=25, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("ci", hypothesis.settings.get_profile("everyday"), derandomize=True)
hypothesis.settings.register_profile("thorough", hypothesis.settings.get_profile("everyday"), max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "everyday"))


@pytest.fixture(autouse=True, scope="session")
def _qt_keeps_to_its_test_folders() -> None:
    """Send Qt's standard folders elsewhere on systems where no variable does; Qt is not imported for it."""
    if "PySide6.QtCore" in sys.modules:
        sys.modules["PySide6.QtCore"].QStandardPaths.setTestModeEnabled(True)


@pytest.fixture(autouse=True, scope="session")
def _waiting_holds_nobody_up() -> None:
    """Let a training go on at its own speed while a test waits for it."""
    let_others_run()


def pytest_collection_finish() -> None:
    """Spare the collector what is there before the first test: half a million objects of modules, which all stay.

    A look through everything took 0.6 s and takes a hundredth of it.
    """
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Give the collector everything back: what ends with the process is taken down in order."""
    gc.unfreeze()


SELDOM = 50
"""Tests between two looks of the collector through everything that tests have left."""
_ended = itertools.count(1)


def pytest_runtest_logfinish() -> None:
    """Collect circular rubbish between two tests, in the thread of the windows, and never in a training's thread.

    A collector that runs in another thread takes widgets out of the hands of Qt, which ends the process.
    """
    gc.collect(2 if next(_ended) % SELDOM == 0 else 1)


@pytest.fixture
def home() -> Iterator[Path]:
    """The thrown-away home folder, for tests that look at what was written there."""
    yield Path(_HOME.name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a test with a real window a second chance: it waits for clocks and paints that a busy machine can hold up.

    Only these; a test without a window has no such excuse.
    """
    here = Path(__file__).parent
    windows = (here / "widgets", here / "workbench" / "views")
    for item in items:
        seen = any(place in item.path.parents for place in windows)
        if seen or {"qtbot", "qapp", "desk"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.flaky(reruns=2))
