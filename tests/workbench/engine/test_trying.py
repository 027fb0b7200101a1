"""A network tried on something of one's own: drawn, typed, and read from files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

import presets
from workbench.engine.asking import Asked, CannotAsk
from workbench.engine.trying import Given, Trial, _frame


def trial(name: str) -> Trial:
    return Trial(Asked(presets.build(name), {}, None, None))


def test_an_example_of_the_data_goes_round_unchanged():
    made = trial("lenet5")
    (wish,) = made.wishes
    assert wish.way is Given.PICTURE and wish.grey
    value = made.example("test", 3)[wish.name]
    assert torch.allclose(made.from_ink(wish, made.ink(wish, value), placed=False), value, atol=1e-4)
    scores = made.asked.value_at(made._wanted[0], {wish.name: value})
    wanted = scores.softmax(1)[0].max()
    assert max(made.reply({wish.name: value}).shares.values()) == pytest.approx(float(wanted), abs=1e-6)


def test_a_drawing_is_placed_and_softened_as_the_examples_are():
    made = trial("lenet5")
    (wish,) = made.wishes
    board = np.zeros((280, 280), dtype=np.float32)
    board[20:80, 30:50] = 1.0  # a small stroke in a corner
    found = torch.from_numpy(made.ink(wish, made.from_ink(wish, board)))
    height, down, across = _frame(found)
    usual = made._usual(wish, (32, 32))
    assert height == pytest.approx(usual[0], abs=0.1) and (down, across) == pytest.approx(usual[1:], abs=0.1)
    as_it_is = _frame(torch.from_numpy(made.ink(wish, made.from_ink(wish, board, placed=False))))
    assert as_it_is[0] < 0.3
    assert not made.from_ink(wish, np.zeros((280, 280))).isnan().any()


def test_pictures_of_any_size_and_colour_are_read_and_others_refused(tmp_path: Path):
    made = trial("lenet5")
    (wish,) = made.wishes
    Image.new("RGB", (50, 80), (255, 255, 255)).save(tmp_path / "white.png")
    _, high, _ = made.asked.outline(wish.name)
    assert torch.allclose(made.from_file(wish, tmp_path / "white.png"), high.expand(1, 1, 32, 32), atol=1e-4)
    (tmp_path / "no.png").write_text("no picture")
    with pytest.raises(CannotAsk, match="cannot be read as a picture"):
        made.from_file(wish, tmp_path / "no.png")


def test_numbers_are_given_and_told_in_the_units_of_the_data(tmp_path: Path):
    made = trial("linear_regression")
    (wish,) = made.wishes
    value = made.example("test", 0)[wish.name]
    own = made.shown(wish.name, value)
    np.savetxt(tmp_path / "one.csv", own[None], delimiter=",")
    assert torch.allclose(made.from_file(wish, tmp_path / "one.csv"), value, atol=1e-4)
    reply = made.reply({wish.name: value})
    scaled = made.asked.value_at(made._wanted[0], {wish.name: value}).numpy()
    assert reply.numbers["y"] == pytest.approx(float(made.scaler.original("target", scaled)[0, 0]), rel=1e-5)
    with pytest.raises(CannotAsk, match="takes 10 numbers"):
        made.from_numbers(wish, [1.0, 2.0])


def test_words_get_their_tags_and_texts_their_classes():
    tags = trial("tagger")
    (wish,) = tags.wishes
    row, strange = tags.from_text(wish, "Anna flew to Zanzibarr")
    assert strange == ("Zanzibarr",) and [word for word, _ in tags.reply({wish.name: row}).tags][:2] == ["Anna", "flew"]
    texts = trial("text_cnn")
    (wish,) = texts.wishes
    assert sum(texts.reply({wish.name: texts.from_text(wish, "a good film")[0]}).shares.values()) == pytest.approx(1)


def test_a_sound_of_another_length_is_cut_or_filled(tmp_path: Path):
    made = trial("speech_cnn")
    (wish,) = made.wishes
    np.save(tmp_path / "short.npy", np.ones(500, dtype=np.float32))
    value = made.from_file(wish, tmp_path / "short.npy")
    assert value.shape == (1, *wish.spec.dims)
    assert made.shown(wish.name, value)[0, :500] == pytest.approx(1.0, abs=1e-4)
    (tmp_path / "odd.csv").write_text("a,b\n")
    with pytest.raises(CannotAsk, match="cannot be read as numbers"):
        made.from_file(wish, tmp_path / "odd.csv")


def test_a_detector_tells_boxes_and_a_segmenter_a_map():
    boxes = trial("grid_detector").reply({})
    assert boxes.boxes.shape[1] == 4 and len(boxes.scores) == len(boxes.kinds) == len(boxes.boxes)
    assert trial("fcn").reply({}).classes.shape == trial("fcn").reply({}).picture.shape[:2]
