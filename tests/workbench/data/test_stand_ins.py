"""The stand-ins hold what their paragraphs say: moves that win, words that end, clicks that depend on their reasons."""

import numpy as np
import pytest

from tests.workbench.data.own_files import prices
from workbench.data import DataError, data_set, prepare
from workbench.data.gomoku import ROW, SIDE, best_move, lines, score
from workbench.data.words import decode


def test_gomoku_wins_where_it_can_and_blocks_where_it_must():
    assert lines().shape == (28, ROW)
    three = np.zeros(SIDE * SIDE, int)
    three[[0, 1, 2]], three[[20, 21, 23]] = 1, -1
    move, comes = best_move(three)
    assert move == 3 and comes > 5
    threat = np.zeros(SIDE * SIDE, int)
    threat[[0, 6]], threat[[20, 21, 22]] = 1, -1
    assert best_move(threat)[0] == 23
    assert score(three) == -score(-three)
    table = data_set("gomoku", samples=60).load(1)
    empty = table["image"].sum(axis=1).reshape(60, -1) == 0
    assert empty[np.arange(60), table["label"]].all() and (abs(table["value"]) <= 1).all()


def test_the_words_of_a_chinese_sentence_follow_from_their_tags():
    chosen = data_set("word_segments", samples=300)
    table, names = chosen.load(2), chosen.vocabulary()
    words = set()
    for tokens, tags in zip(table["tokens"], table["tags"], strict=True):
        text = decode(tokens, names)
        assert len(text) == (tags >= 0).sum()
        ends = [place + 1 for place in range(len(text)) if tags[place] in (2, 3)]
        words |= {"".join(text[a:b]) for a, b in zip([0, *ends], ends, strict=False)}
    assert {"研究生", "研究", "生命", "北京冬奥会", "看", "北京大学"} <= words


def test_light_is_a_noun_and_an_adjective():
    chosen = data_set("word_roles", samples=400)
    table = chosen.load(0)
    light = table["tokens"] == chosen.vocabulary().index("light")
    assert set(table["tags"][light].tolist()) == {0, 2}


def test_clicks_follow_their_reasons():
    table = data_set("clicks", samples=8000).load(0)
    assert 0.1 < table["label"].mean() < 0.2
    cheap = table["features"][:, 3] < -0.5
    assert table["label"][cheap].mean() > 1.5 * table["label"][~cheap].mean()


def test_photographs_are_real_and_their_styles_are_textures():
    table = data_set("photographs", samples=40, size=32).load(0)
    assert table["image"].min() >= 0 and table["image"].max() <= 1 and table["image"].std() > 0.15
    sky = table["image"][table["label"] == 0].mean(axis=(0, 2, 3))
    assert sky.shape == (3,) and not np.array_equal(table["image"], table["style"])


def test_a_series_in_a_csv_file_is_cut_into_windows_in_time(tmp_path):
    given = prices(tmp_path)
    chosen = data_set("csv_series", **given)
    table = chosen.load()
    assert chosen.feature_names() == ("volume", "price") and table["sequence"].shape == (33, 6, 2)
    assert "price: 1 missing values are filled" in str(table.notes[0])
    np.testing.assert_allclose(table["target"][0], [10 + 6 / 4, 10 + 7 / 4])
    step = table["sequence"][0, :, 1]
    np.testing.assert_allclose(np.diff(step), np.diff(step)[0], rtol=1e-4)  # the gap lies on the line
    made = prepare(chosen)
    assert made.parts.training["target"].max() < made.parts.test["target"].min()
    for wrong, sentence in (
        ({"target": "day"}, "day is no column of numbers"),
        ({"columns": "volume, weight"}, "weight is no column"),
        ({"length": 100}, "has 40 rows, and a window needs 100"),
        ({"file": str(tmp_path / "gone.csv")}, "cannot be read"),
    ):
        with pytest.raises(DataError, match=sentence):
            data_set("csv_series", **{**given, **wrong}).load()


def test_an_array_in_a_npy_file_is_a_column_under_its_name(tmp_path):
    np.save(tmp_path / "signal.npy", np.ones((5, 2, 8)))
    chosen = data_set("arrays_file", file=str(tmp_path / "signal.npy"))
    assert list(chosen.fields()) == ["signal"] and chosen.load()["signal"].shape == (5, 2, 8)
    np.save(tmp_path / "objects.npy", np.array([{"a": 1}], dtype=object))
    with pytest.raises(DataError, match="no objects"):
        data_set("arrays_file", file=str(tmp_path / "objects.npy")).load()
