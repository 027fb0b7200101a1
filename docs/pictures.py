"""Take the pictures of the documentation: the real window, drawn without a screen.

    python docs/pictures.py [--steps 240] [--only NAME]

The window designs and trains LeNet-5, opens ResNet-152 down to a bottleneck, compares two networks and shows the
gallery, in light and dark, English and Chinese; every picture lands in ``docs/pictures``. Numbers in them are what this
machine computed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

import presets  # noqa: E402
from graphs.edits import SetParameter  # noqa: E402
from graphs.message import say  # noqa: E402
from presets.registry import Size  # noqa: E402
from workbench.appearance import Appearance  # noqa: E402
from workbench.compare_tab import CompareTab, Side  # noqa: E402
from workbench.gallery import Gallery  # noqa: E402
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
        session = Session()
        session.open_preset("lenet5")
        self.appearance.dress()
        self.window = Window(session, self.settings, self.appearance)
        self.window.canvas.reduced_motion = True
        self.window.show()

    @property
    def session(self) -> Session:
        """What is open in front."""
        return self.window.session

    def take(self, name: str, layout: str, theme: ThemeChoice, language: Language, size: tuple[int, int]) -> None:
        """Dress the window and write what it looks like."""
        self.appearance.wear(theme)
        self.appearance.speak(language)
        self.window.resize(*size)
        self.window.lay(layout)
        QTest.qWait(250)
        if layout != "classroom":
            self.window.docks.reset()
            QTest.qWait(250)
        self.window.toast.hide()
        if layout != "classroom":  # it shows what can be read from the last row
            self.window.fit_now()
        QTest.qWait(150)
        self.keep(self.window, name)

    def keep(self, widget: QWidget, name: str) -> None:
        """Write what a window looks like now."""
        path = self.folder / f"{name}.png"
        widget.grab().save(str(path))
        print(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)

    def show(self, preset: str, size: Size) -> None:
        """Open another preset, without asking whether to keep the one before."""
        self.session.open_preset(preset, size)
        QTest.qWait(400)

    def beside(self, make: Callable[[], QWidget], name: str, theme: ThemeChoice, language: Language) -> None:
        """Take a window that opens beside the first one, in the dress that is asked for."""
        self.appearance.wear(theme)
        self.appearance.speak(language)
        QTest.qWait(100)
        shown = make()
        shown.resize(*SMALL)
        shown.show()
        QTest.qWait(3000)  # thumbnails and drawings come one after the other
        self.keep(shown, name)
        shown.close()

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
        take("classroom-dark-zh", "classroom", dark, chinese, SMALL)
        who.window.stop_and_wait()
        who.show("resnet152", "full")
        take("resnet152-light", "design", light, english, LARGE)
        take("resnet152-dark-zh", "design", dark, chinese, SMALL)
        network = who.session.project.network
        who.window.canvas.levels.enter(network.node("layer3").id)
        QTest.qWait(300)
        who.window.canvas.levels.enter(network.blocks["Stage"].node("1").id)
        take("bottleneck-light", "design", light, english, LARGE)
        take("bottleneck-dark-zh", "design", dark, chinese, SMALL)
        who.window.canvas.levels.out()
        who.window.canvas.levels.out()

        def comparison() -> QWidget:
            names = ("resnet34", "ResNet-34"), ("resnet50", "ResNet-50")
            return CompareTab(
                *(Side(presets.build(name, "full"), say("{title}", title=title)) for name, title in names)
            )

        for theme, language, ending in ((light, english, "light"), (dark, chinese, "dark-zh")):
            if chosen.only in (None, f"compare-{ending}"):
                who.beside(comparison, f"compare-{ending}", theme, language)
            if chosen.only in (None, f"gallery-{ending}"):
                who.beside(lambda: Gallery(who.window), f"gallery-{ending}", theme, language)
        who.window.bridge.close()
    return 0


if __name__ == "__main__":
    # Without the window's own farewell, which would ask about unsaved weights.
    code = main()
    sys.stdout.flush()
    os._exit(code)
