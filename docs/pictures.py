"""Take the pictures of the documentation: the real window, drawn without a screen.

    python docs/pictures.py [--kept] [--only SCENE] [--steps 240] [--preset NAME ...]

Every scene is taken light and dark, in English and Chinese, at 1280 × 800 and 1920 × 1080, and at 2880 × 1800 where
everything is twice as large. Those of `KEPT` land in ``docs/pictures`` and belong to the repository, the others in
``docs/pictures/every``, which does not; ``--kept`` takes only the first. Numbers in them are what this machine
computed. The scene ``drawings`` is the drawing of every preset and of each of its blocks, not in a window.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import drawings  # noqa: E402
from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

import presets  # noqa: E402
from graphs.edits import SetParameter  # noqa: E402
from graphs.message import Message  # noqa: E402
from presets.registry import Size  # noqa: E402
from workbench.appearance import Appearance  # noqa: E402
from workbench.compare_tab import CompareTab, Side  # noqa: E402
from workbench.gallery import Gallery  # noqa: E402
from workbench.session import RunState, Session  # noqa: E402
from workbench.settings import Language, Settings, ThemeChoice  # noqa: E402
from workbench.shell import application  # noqa: E402
from workbench.window import Window  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
LIGHT, DARK, ENGLISH, CHINESE = ThemeChoice.LIGHT, ThemeChoice.DARK, Language.ENGLISH, Language.CHINESE
SIZES = {1: ((1280, 800), (1920, 1080)), 2: ((2880, 1800),)}
"""Pixels of the pictures, by how many of them stand for one pixel of the design."""
KEPT = {
    (LIGHT, ENGLISH, (1920, 1080)): "light",
    (DARK, CHINESE, (1280, 800)): "dark-zh",
    (DARK, ENGLISH, (2880, 1800)): "dark-2880",
    (LIGHT, CHINESE, (2880, 1800)): "light-zh-2880",
}
"""The dresses in which a scene belongs to the repository, and how its file ends."""
LARGE = ("lenet5", "problem", "compare", "gallery", "resnet152", "bottleneck")
"""The scenes of which the large pictures belong to the repository too; the others would only make it heavier."""


NEAR = 0.9
"""From this zoom on a node shows what is wrong with it in words."""


class Photographer:
    """A window that is dressed, arranged and drawn to files."""

    def __init__(self, folder: Path, kept: Path, scale: int, only_kept: bool):
        self.folder, self.scale, self.only_kept = folder, scale, only_kept
        self.app = application(["workbench"])
        self.settings = Settings(QSettings(str(kept / "pictures.ini"), QSettings.Format.IniFormat))
        self.appearance = Appearance(self.app, self.settings)
        self.session = Session()
        self.session.open_preset("lenet5")
        self.appearance.dress()
        self.window = Window(self.session, self.settings, self.appearance)
        self.window.canvas.reduced_motion = True
        self.window.show()
        self.wait(lambda: self.window.panels.complete and self.window.palette_panel.tree.topLevelItemCount() > 0)

    @staticmethod
    def wait(until: Callable[[], object], seconds: float = 60.0) -> None:
        """Let the window live until something is so, or for some time."""
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            QTest.qWait(30)

    def dresses(self, scene: str) -> Iterator[tuple[ThemeChoice, Language, tuple[int, int], Path]]:
        """Wear one dress after the other: theme, language, pixels, and the folder with the end of the file's name."""
        for language in (ENGLISH, CHINESE):
            for theme in (LIGHT, DARK):
                for pixels in SIZES[self.scale]:
                    kept = KEPT.get((theme, language, pixels))
                    if self.scale > 1 and scene not in LARGE:
                        kept = None
                    if kept is None and self.only_kept:
                        continue
                    self.appearance.wear(theme)
                    self.appearance.speak(language)
                    QTest.qWait(60)
                    width, height = pixels
                    every = f"{theme.value}-{'zh' if language is CHINESE else 'en'}-{width}x{height}"
                    yield theme, language, pixels, self.folder / kept if kept else self.folder / "every" / every

    def take(self, scene: str, layout: str = "design", fit: bool = True, near: str = "") -> None:
        """Take the window in every dress; ``near`` is a node to go near to where the whole would be too small."""
        for _, _, pixels, place in self.dresses(scene):
            self.window.resize(pixels[0] // self.scale, pixels[1] // self.scale)
            self.window.lay(layout)
            QTest.qWait(200)
            if layout != "classroom":
                self.window.docks.reset()
                QTest.qWait(250)
                if fit:
                    self.window.fit_now()
                if near and self.window.canvas.zoom() < NEAR:
                    box = self.window.canvas.view.drawing.bounds((self.session.project.network.node(near).id,))
                    self.window.canvas.set_zoom(NEAR)
                    # So far below the legend that the row above is out of sight, and with what follows in it.
                    self.window.canvas.view.centerOn((box[0] + box[2]) / 2 + 160, (box[1] + box[3]) / 2 + 72)
            else:
                self.window.classroom.look()
            self.window.toast.hide()
            QTest.qWait(200)
            self.keep(self.window, scene, place)
        if layout == "classroom":
            self.window.classroom.leave()

    def beside(self, make: Callable[[], QWidget], scene: str) -> None:
        """Take a dialog in every dress; it is made anew for each."""
        for _, _, pixels, place in self.dresses(scene):
            shown = make()
            shown.resize(pixels[0] // self.scale, pixels[1] // self.scale)
            shown.show()
            QTest.qWait(500)
            self.wait(lambda shown=shown: getattr(shown, "complete", True), 120)  # thumbnails come one by one
            self.keep(shown, scene, place)
            shown.close()

    def keep(self, widget: QWidget, scene: str, place: Path) -> None:
        """Write what a window looks like now."""
        path = place.with_name(f"{scene}-{place.name}.png")
        path.parent.mkdir(parents=True, exist_ok=True)
        self.wait(lambda: not self.window.code.is_printing, 10)
        widget.grab().save(str(path))
        print(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path, flush=True)

    def show(self, preset: str, size: Size) -> None:
        """Open another preset, without asking whether to keep the one before."""
        self.session.open_preset(preset, size)
        QTest.qWait(400)

    def select(self, name: str = "") -> None:
        """Select a node, or nothing."""
        self.window.canvas.select((self.session.project.network.node(name).id,) if name else ())
        QTest.qWait(100)

    def train(self, steps: int, patience: float = 400.0) -> None:
        """Train for some steps and pause."""
        end = time.monotonic() + patience
        self.window.training.toggle()
        self.wait(lambda: self.session.running)
        # Statistics are taken of what the inspector shows.
        self.window.docks.lay("design")
        self.window.docks.reveal("inspector")
        while time.monotonic() < end and (self.window.bar.bar.value() < steps or not self.session.running):
            if not self.session.running and not self.window.training.waiting:
                raise SystemExit(f"The training ended early: {self.window.status.state.text()}")
            QTest.qWait(50)
        self.session.pause()
        while time.monotonic() < end and self.session.state is not RunState.PAUSED:
            QTest.qWait(50)
        QTest.qWait(500)

    def draw_presets(self, chosen: list[str]) -> None:
        """Take the drawings of presets, light in English and dark in Chinese."""
        for theme, language, ending in ((LIGHT, ENGLISH, "light"), (DARK, CHINESE, "dark-zh")):
            self.appearance.wear(theme)
            self.appearance.speak(language)
            drawings.take(self.folder / "every" / "presets", ending, chosen)

    @contextmanager
    def comparison(self, left: str, right: str) -> Iterator[None]:
        """Two presets beside each other in a tab."""
        sides = [Side(presets.build(name, "full"), Message(presets.info(name).title)) for name in (left, right)]
        tab = CompareTab(*sides)
        self.window.tabs.add(tab)
        QTest.qWait(500)
        yield
        self.window.tabs.close_now(tab)


def photograph(who: Photographer, only: str | None, steps: int) -> None:
    """Take every scene, or one."""

    def wanted(*scenes: str) -> bool:
        return only is None or only in scenes

    if wanted("lenet5"):
        who.select("C1")
        who.take("lenet5")
    if wanted("problem"):
        who.session.do(SetParameter(who.session.project.network.node("C1").id, "kernel_size", 7))
        who.select("C5")
        who.take("problem", near="C5")
        who.session.undo()
    if wanted("statistics", "training", "classroom"):
        who.select("C3")
        who.train(steps)
        if wanted("statistics"):
            who.take("statistics")
        who.select()
        if wanted("training"):
            who.take("training", "train")
        if wanted("classroom"):
            who.take("classroom", "classroom")
        who.window.stop_and_wait()
        who.window.lay("design")
    if wanted("gallery"):
        who.beside(lambda: Gallery(who.window), "gallery")
    if wanted("compare"):
        with who.comparison("resnet34", "resnet50"):
            who.take("compare", fit=False)
    if wanted("resnet152", "bottleneck"):
        who.show("resnet152", "full")
        if wanted("resnet152"):
            who.take("resnet152")
        if wanted("bottleneck"):
            network, levels = who.session.project.network, who.window.canvas.levels
            levels.enter(network.node("layer3").id)
            QTest.qWait(300)
            levels.enter(network.blocks["Stage"].node("1").id)
            QTest.qWait(300)
            inside = who.window.canvas.editor
            if inside is not None:
                who.window.canvas.select((inside.project.network.node("conv2").id,))
            who.window.canvas.set_map_visible(False)
            who.take("bottleneck")
            who.window.canvas.set_map_visible(True)
            levels.out()
            levels.out()


def main() -> int:
    """Take every picture, or those of one scene; what is twice as large is taken by a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--steps", type=int, default=240, help="how long the network in the pictures has trained")
    parser.add_argument("--only", help="the name of one scene")
    parser.add_argument("--kept", action="store_true", help="only the pictures that belong to the repository")
    parser.add_argument("--preset", nargs="+", default=[], help="of the scene drawings: only these")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--scale", type=int, choices=sorted(SIZES), help="only the pictures of this scale")
    chosen = parser.parse_args()
    if chosen.scale is None:
        for scale in SIZES:
            environment = os.environ | {"QT_SCALE_FACTOR": str(scale)}
            command = [sys.executable, __file__, *sys.argv[1:], "--scale", str(scale)]
            code = subprocess.run(command, env=environment, check=False).returncode
            if code:
                return code
        return 0
    with tempfile.TemporaryDirectory() as kept:
        who = Photographer(chosen.folder, Path(kept), chosen.scale, chosen.kept)
        photograph(who, chosen.only, chosen.steps)
        if chosen.scale == 1 and not chosen.kept and chosen.only in (None, "drawings"):
            who.draw_presets(chosen.preset)
        who.window.bridge.close()
    return 0


if __name__ == "__main__":
    # Without the window's own farewell, which would ask about unsaved weights.
    code = main()
    sys.stdout.flush()
    os._exit(code)
