"""The drawing as a file: it opens again, on white, with every name in it and nothing of the person at the screen."""

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

import presets
from tests.workbench.desk import Desk
from widgets import theme
from widgets.canvas.opened import part_of
from widgets.canvas.publishing import CannotPublish, publish
from workbench import cli, dialogs
from workbench.exporting import picture_of


@pytest.fixture
def lenet(qapp):
    return picture_of(presets.build("lenet5"))


def svg_texts(path: Path) -> set[str]:
    """Every line of letters in a vector picture."""
    return set(re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text(encoding="utf-8")))


def test_a_vector_picture_has_letters_for_every_name_and_no_pixels(lenet, tmp_path):
    publish(lenet, tmp_path / "lenet.svg", "LeNet-5")
    text = (tmp_path / "lenet.svg").read_text(encoding="utf-8")
    assert {node.name for node in lenet.nodes} <= svg_texts(tmp_path / "lenet.svg")
    assert "<image" not in text and "<title>LeNet-5</title>" in text
    renderer = QSvgRenderer(str(tmp_path / "lenet.svg"))
    assert renderer.isValid() and renderer.defaultSize().width() > 1000


def test_a_page_is_as_large_as_the_drawing_and_brings_its_fonts(lenet, tmp_path):
    publish(lenet, tmp_path / "lenet.pdf")
    publish(lenet, tmp_path / "lenet.svg")
    raw = (tmp_path / "lenet.pdf").read_bytes()
    assert raw.startswith(b"%PDF-") and raw.rstrip().endswith(b"%%EOF")
    assert b"/FontFile" in raw and b"/Subtype /Image" not in raw
    width, height = (float(word) for word in re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", raw).groups())
    size = QSvgRenderer(str(tmp_path / "lenet.svg")).viewBoxF().size()
    assert (width, height) == pytest.approx((size.width() * 0.75, size.height() * 0.75), abs=1.0)
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)
    assert any(b"Tj" in zlib.decompressobj().decompress(part) for part in packed if part[:1] == b"x")


def test_a_picture_in_pixels_has_300_to_the_inch_and_white_corners(lenet, tmp_path):
    publish(lenet, tmp_path / "lenet.png")
    image = QImage(str(tmp_path / "lenet.png"))
    assert image.dotsPerMeterX() * 0.0254 == pytest.approx(300, abs=0.1)
    corners = [image.pixelColor(x, y).name() for x in (0, image.width() - 1) for y in (0, image.height() - 1)]
    assert corners == [QColor(theme.PAPER.surface).name()] * 4
    assert image.width() > 3000


def test_neither_the_scheme_of_the_window_nor_a_selection_changes_the_file(desk: Desk, tmp_path, monkeypatch):
    written = []
    for number in range(2):
        path = tmp_path / f"{number}.svg"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        desk.window.actions_table["export_drawing"].trigger()
        written.append(path.read_text(encoding="utf-8"))
        theme.apply(desk.app, theme.DARK)
        desk.click("C1")
        assert theme.current() is theme.DARK
    assert written[0] == written[1]


def test_what_is_selected_is_exported_alone(desk: Desk, tmp_path, monkeypatch):
    path = tmp_path / "part"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "Vector picture (*.svg)"))
    assert not desk.window.actions_table["export_selection"].isEnabled()
    desk.window.canvas.select((desk.id("C1"), desk.id("tanh1")))
    desk.window.actions_table["export_selection"].trigger()
    texts = svg_texts(tmp_path / "part.svg")
    assert {"C1", "tanh1", "6×28×28"} <= texts and not texts & {"S2", "C3", "1×32×32"}


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_a_selected_block_that_is_open_is_exported_with_what_is_inside(desk: Desk, tmp_path, monkeypatch, suffix):
    desk.session.open_preset("resnet18")
    path, canvas = tmp_path / f"part{suffix}", desk.window.canvas
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    sizes = []
    for block in (None, "layer1"):
        if block is not None:
            canvas.select((desk.id(block),))
            desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, on=canvas.view)
        canvas.select((desk.id("layer1"), desk.id("relu")))
        desk.window.actions_table["export_selection"].trigger()
        sizes.append(path.stat().st_size)
    assert sizes[1] > 1.3 * sizes[0]  # what is inside, and the line over it
    if suffix == ".svg":
        (inner,) = (place for place in canvas.places if place.way)
        names = {node.name for node in inner.editor.project.network}
        texts = svg_texts(path)
        assert names | {"relu"} <= texts and not texts & {"fc", "layer2"}
        canvas.places.step_into(inner.way)
        canvas.select([inner.editor.project.network.node("conv1").id])
        desk.window.actions_table["export_selection"].trigger()
        assert "conv1" in (texts := svg_texts(path)) and not texts & {"layer1", "relu", "conv2"}


def test_a_part_keeps_only_whole_frames(lenet):
    whole = next(frame for frame in lenet.frames)
    part = part_of(lenet, whole.nodes)
    assert part.frames == (whole,) and len(part.nodes) == len(whole.nodes)
    assert part_of(lenet, whole.nodes[:2]).frames == ()


def test_what_cannot_be_written_is_one_sentence(desk: Desk, lenet, tmp_path, monkeypatch):
    with pytest.raises(CannotPublish, match=r"\.svg, \.png, \.pdf.*x\.bmp"):
        publish(lenet, tmp_path / "x.bmp")
    with pytest.raises(CannotPublish, match="nothing to write"):
        publish(part_of(lenet, ()), tmp_path / "x.svg")
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, title, body: told.append((title, body)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.png"), ""))
    desk.window.actions_table["export_drawing"].trigger()
    assert told and told[0][0] == "The drawing cannot be written" and "x.png" in told[0][1]


def test_the_command_line_writes_a_drawing_without_a_window(qapp, tmp_path, capsys):
    assert cli.main(["export", "perceptron", "--drawing", str(tmp_path / "p.svg")]) == 0
    assert {"Linear"} <= svg_texts(tmp_path / "p.svg")
    assert cli.main(["export", "perceptron", "--drawing", str(tmp_path / "p.tiff")]) == 1
    assert "p.tiff" in capsys.readouterr().err
