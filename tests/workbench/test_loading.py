"""What keeps loading short, each in a Python of its own."""

import subprocess
import sys
import threading

from workbench.rubbish import Collector


def told(source: str) -> list[str]:
    """What a fresh Python prints."""
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.split()


def test_modules_loaded_after_qt_are_not_searched():
    source = (
        "import linecache\n"
        "from workbench import loading\n"
        "loading.begin()\n"
        "import colorsys\n"
        "print(colorsys.__file__ in linecache.cache)\n"
    )
    assert told(source) == ["False"]


def test_the_collector_rests_while_loading_and_never_looks_through_what_was_loaded():
    source = (
        "import gc\n"
        "from workbench import loading\n"
        "loading.begin()\n"
        "print(gc.isenabled())\n"
        "loading.settled()\n"
        "print(gc.isenabled(), gc.get_freeze_count() > 1000)\n"
    )
    assert told(source) == ["False", "False", "True"]


def test_rubbish_is_collected_in_the_thread_of_the_window_alone(qapp, qtbot):
    where: list[bool] = []

    class Ring:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            where.append(threading.current_thread() is threading.main_thread())

    collector = Collector()
    collector.begin()
    try:
        other = threading.Thread(target=lambda: [Ring() for _ in range(5000)])
        other.start()
        other.join()
        assert not where
        collector.look()
        assert len(where) == 5000 and all(where)
    finally:
        collector.deleteLater()
