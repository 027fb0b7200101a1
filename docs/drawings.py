"""Take the drawings of the presets, each by the real canvas: what stands outermost and the inside of every block.

Called by ``pictures.py`` as the scene ``drawings``. Sheets of nine lie beside the single pictures, for looking quickly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

import presets
from graphs.network import Network
from presets.registry import Size
from widgets import theme
from widgets.canvas import Canvas
from workbench.session import Session

LARGEST = QSize(1900, 1100)
"""Pixels that no picture exceeds: what a projector shows."""
CELL = QSize(620, 400)
"""Pixels of one picture on a sheet."""
ACROSS, DOWN = 3, 3
SIZES: tuple[Size, Size] = ("small", "full")


def take(folder: Path, ending: str, chosen: Sequence[str] = ()) -> None:
    """Take the drawings of some presets, or of all, as ``NAME[.full][.BLOCK]-ENDING.png``, and their sheets."""
    folder.mkdir(parents=True, exist_ok=True)
    outermost: list[tuple[str, QImage]] = []
    insides: list[tuple[str, QImage]] = []
    for name in chosen or presets.names():
        for size in sizes(name):
            for block, image in drawings(name, size):
                title = ".".join(part for part in (name, "" if size == "small" else size, block) if part)
                image.save(str(folder / f"{title}-{ending}.png"))
                (insides if block else outermost).append((title, image))
        print(f"{name}-{ending}", flush=True)
    _lay_out(folder, f"sheet-{ending}", outermost)
    _lay_out(folder, f"sheet-blocks-{ending}", insides)


def sizes(name: str) -> tuple[Size, ...]:
    """The small size of a preset, and its full one where other nodes stand outermost."""
    if "full" not in presets.info(name).sizes:
        return ("small",)
    small, full = ({(node.name, node.type) for node in presets.build(name, size).network} for size in SIZES)
    return ("small",) if small == full else SIZES


def drawings(name: str, size: Size) -> Iterator[tuple[str, QImage]]:
    """The drawing of a preset, under the name "", and then the inside of each block where it is used first."""
    canvas = Canvas(Session(presets.build(name, size)))
    canvas.reduced_motion = True
    project = canvas.levels.outside
    assert project is not None
    yield "", _picture(canvas)
    for block, way in ways(project.project.network):
        for node in way:
            canvas.levels.enter(node)
        yield block, _picture(canvas)
        while canvas.levels.way:
            canvas.levels.out()
    canvas.deleteLater()


def ways(network: Network) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each block of a network with the nodes to go through to its first use, the outer ones first."""
    seen: set[str] = set()
    waiting: list[tuple[Network, tuple[int, ...]]] = [(network, ())]
    while waiting:
        around, way = waiting.pop(0)
        for node in around:
            inside = around.block_of(node.id)
            if inside is not None and inside.block_name and inside.block_name not in seen:
                seen.add(inside.block_name)
                yield inside.block_name, (*way, node.id)
                waiting.append((inside, (*way, node.id)))


def _picture(canvas: Canvas) -> QImage:
    """What the canvas shows, at its own scale or as large as fits."""
    image = canvas.to_image()
    if image.width() <= LARGEST.width() and image.height() <= LARGEST.height():
        return image
    return canvas.to_image(image.size().scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))


def _lay_out(folder: Path, name: str, pictures: Sequence[tuple[str, QImage]]) -> None:
    """Lay pictures side by side on sheets, each under its name."""
    on_one = ACROSS * DOWN
    for first in range(0, len(pictures), on_one):
        sheet = QImage(CELL.width() * ACROSS, CELL.height() * DOWN, QImage.Format.Format_RGB32)
        sheet.fill(theme.current().window)
        painter = QPainter(sheet)
        painter.setPen(theme.current().text)
        for place, (title, image) in enumerate(pictures[first : first + on_one]):
            corner = QPoint(place % ACROSS * CELL.width(), place // ACROSS * CELL.height())
            painter.drawText(corner + QPoint(8, 18), f"{title}  {image.width()} × {image.height()}")
            room = QRect(corner + QPoint(4, 26), CELL - QSize(8, 30))
            small = image.scaled(
                room.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(room.topLeft(), small)
        painter.end()
        sheet.save(str(folder / f"{name}-{first // on_one + 1:02}.png"))
