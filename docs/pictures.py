"""Take the pictures of the documentation: the real window, drawn without a screen.

    python docs/pictures.py [--steps 240] [--only NAME]

The window designs and trains LeNet-5 in light and dark, English and Chinese, at two sizes; every picture lands in
``docs/pictures``. Numbers in them are what this machine computed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from graphs.edits import SetParameter  # noqa: E402
from workbench.appearance import Appearance  # noqa: E402
from workbench.session import RunState, Session  # noqa: E402
from workbench.settings import Language, Settings, ThemeChoice  # noqa: E402
from workbench.shell import application  # noqa: E402
from workbench.window import Window  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
SMALL, LARGE = (1280, 800), (1920, 1080)


class Photographer:
    """A window that is dressed, arranged and drawn to a file."""

    def __init__(self, folder: Path, kept: Path):
        self.folder = folder
        self.app = application(["workbench"])
        self.settings = Settings(QSettings(str(kept / "pictures.ini"), QSettings.Format.IniFormat))
        self.appearance = Appearance(self.app, self.settings)
        self.session = Session()
        self.session.open_preset("lenet5")
        self.appearance.dress()
        self.window = Window(self.session, self.settings, self.appearance)
        self.window.canvas.reduced_motion = True
        self.window.show()

    def take(self, name: str, layout: str, theme: ThemeChoice, language: Language, size: tuple[int, int]) -> None:
        """Dress the window and write what it looks like."""
        self.appearance.wear(theme)
        self.appearance.speak(language)
        self.window.resize(*size)
        self.window.docks.lay(layout)
        QTest.qWait(250)
        self.window.docks.reset()
        QTest.qWait(250)
        self.window.toast.hide()
        self.window.fit_now()
        QTest.qWait(150)
        path = self.folder / f"{name}.png"
        self.window.grab().save(str(path))
        print(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)

    def select(self, name: str) -> None:
        """Select a node."""
        self.window.canvas.select((self.session.project.network.node(name).id,))

    def train(self, steps: int, patience: float = 300.0) -> None:
        """Train for some steps and pause."""
        end = time.monotonic() + patience
        self.window.training.toggle()
        while time.monotonic() < end and (self.window.bar.bar.value() < steps or not self.session.running):
            if not self.session.running and not self.window.training.waiting:
                raise SystemExit(f"The training ended early: {self.window.status.state.text()}")
            QTest.qWait(50)
        self.session.pause()
        while time.monotonic() < end and self.session.state is not RunState.PAUSED:
            QTest.qWait(50)
        QTest.qWait(500)


def main() -> int:
    """Take every picture, or the one that is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--steps", type=int, default=240, help="how long the network in the pictures has trained")
    parser.add_argument("--only", help="the name of one picture")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    light, dark, english, chinese = ThemeChoice.LIGHT, ThemeChoice.DARK, Language.ENGLISH, Language.CHINESE
    with tempfile.TemporaryDirectory() as kept:
        who = Photographer(chosen.folder, Path(kept))

        def take(name: str, layout: str, theme: ThemeChoice, language: Language, size: tuple[int, int]) -> None:
            if chosen.only in (None, name):
                who.take(name, layout, theme, language, size)

        who.select("C1")
        take("lenet5-dark", "design", dark, english, LARGE)
        take("lenet5-light", "design", light, english, LARGE)
        take("lenet5-dark-zh", "design", dark, chinese, SMALL)
        who.session.do(SetParameter(who.session.project.network.node("C1").id, "kernel_size", 7))
        who.select("C5")
        take("lenet5-problem-light", "design", light, english, LARGE)
        who.session.undo()
        who.window.canvas.select(())
        who.train(chosen.steps)
        take("training-light", "train", light, english, LARGE)
        take("training-dark", "train", dark, english, SMALL)
        take("training-light-zh", "train", light, chinese, LARGE)
        who.window.stop_and_wait()
        who.window.bridge.close()
    return 0


if __name__ == "__main__":
    # Without the window's own farewell, which would ask about unsaved weights.
    code = main()
    sys.stdout.flush()
    os._exit(code)
