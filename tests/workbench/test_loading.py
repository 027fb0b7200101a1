"""What keeps loading short, each in a Python of its own."""

import subprocess
import sys


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
    assert told(source) == ["False", "True", "True"]
