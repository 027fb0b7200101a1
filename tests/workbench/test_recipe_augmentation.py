"""Augmentation in the recipe's form: added, ordered, warned about, and seen at work on real examples."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graphs.augmentation import AUGMENTATIONS, AddedNoise, Brightness, FlipHorizontal, Rotation, TokenDropout
from graphs.edits import SetRecipe
from tests.workbench.test_recipe_panel import choose, panel, recipe, type_into
from workbench.recipe_words import first_paragraph
from workbench.translations import vocabulary

__all__ = ["panel"]


def settled(panel) -> None:
    """Let the form follow the recipe."""
    QTest.qWait(30)


def put(panel, *steps) -> None:
    """Give the recipe a pipeline."""
    panel.session.do(SetRecipe(recipe(panel).model_copy(update={"augment": steps})))
    settled(panel)


def drawn(panel):
    """The examples as they are drawn, once nothing newer is on its way."""
    examples = panel.augmentation.examples
    for _ in range(600):
        QTest.qWait(20)
        if examples.strip.pairs and not examples.busy:
            return examples
    raise AssertionError(examples.word.full_text)


def test_a_step_is_added_typed_and_taken_back(panel):
    before = recipe(panel)
    choose(panel.choosers["augment"], "Rotation")
    settled(panel)
    assert recipe(panel).augment == (Rotation(),)
    type_into(panel.rows["augment0.degrees"].box.box, "12")
    assert recipe(panel).augment == (Rotation(degrees=12),)
    panel.rows["augment0.degrees"].edited.emit("degrees", 500.0)
    assert "degrees" in panel.rows["augment0.degrees"].error.full_text
    panel.session.undo()
    panel.session.undo()
    assert recipe(panel) == before
    settled(panel)
    assert "augment0.degrees" not in panel.rows and panel.augmentation.examples is None


def test_only_what_does_something_in_the_data_is_offered(panel):
    box = panel.choosers["augment"].box
    offered = [box.itemData(place) for place in range(box.count())]
    assert {"Rotation", "AddedNoise"} < set(offered) and not {"Hue", "TokenDropout", "TimeShift"} & set(offered)
    assert "mirror image" in box.itemData(offered.index("FlipHorizontal"), Qt.ItemDataRole.ToolTipRole)


def test_steps_change_places_and_go_by_their_buttons(panel):
    put(panel, Rotation(), Brightness(), AddedNoise())
    _, down, _ = panel.augmentation.buttons[1]
    QTest.mouseClick(down, Qt.MouseButton.LeftButton)
    settled(panel)
    assert [step.type for step in recipe(panel).augment] == ["Rotation", "AddedNoise", "Brightness"]
    QTest.mouseClick(panel.augmentation.buttons[1][0], Qt.MouseButton.LeftButton)
    settled(panel)
    assert [step.type for step in recipe(panel).augment] == ["AddedNoise", "Rotation", "Brightness"]
    QTest.mouseClick(panel.augmentation.buttons[0][2], Qt.MouseButton.LeftButton)
    settled(panel)
    assert [step.type for step in recipe(panel).augment] == ["Rotation", "Brightness"]
    assert not panel.augmentation.buttons[0][0].isEnabled() and not panel.augmentation.buttons[1][1].isEnabled()


def test_flips_of_digits_are_warned_about_and_turns_are_not(panel):
    put(panel, FlipHorizontal(), Rotation(), TokenDropout())
    flip, turn, words = panel.augmentation.warnings
    assert "a 3 is no 3" in flip.full_text and not flip.isHidden()
    assert turn.isHidden()
    assert "does nothing here" in words.full_text


def test_examples_are_drawn_before_and_after_and_again_with_other_numbers(panel):
    put(panel, Rotation(degrees=90))
    panel.resize(380, 1600)
    examples = drawn(panel)
    first = examples.strip.pairs
    assert len(first) == 5 and first[0].before.values.shape == (32, 32, 3)
    assert all(not np.array_equal(pair.before.values, pair.after.values) for pair in first)
    QTest.mouseClick(examples.again, Qt.MouseButton.LeftButton)
    again = drawn(panel).strip.pairs
    assert all(np.array_equal(a.before.values, b.before.values) for a, b in zip(first, again, strict=True))
    assert any(not np.array_equal(a.after.values, b.after.values) for a, b in zip(first, again, strict=True))
    type_into(panel.rows["augment0.degrees"].box.box, "1")
    less = drawn(panel).strip.pairs
    change = [sum(float(abs(p.after.values / 255 - p.before.values / 255).mean()) for p in ps) for ps in (again, less)]
    assert change[1] < change[0] / 3
    picture = examples.strip.grab().toImage()
    ink = {picture.pixelColor(x, y).lightness() for x in range(0, picture.width(), 3) for y in range(0, 60, 3)}
    assert max(ink) > 200 and min(ink) < 40


@pytest.mark.parametrize(
    ("data", "step", "shape"),
    [
        ("shape_scenes", Rotation(), 3),
        ("voices", AddedNoise(), 2),
        ("sensors", AddedNoise(), 2),
        ("volumes", Brightness(), 3),
        ("reviews", TokenDropout(share=0.9), 1),
        ("iris", AddedNoise(), 1),
    ],
)
def test_every_sort_of_example_has_a_look(panel, data, step, shape):
    panel.session.do(panel.session.choose_data(data, {"samples": 40} if data != "iris" else {}))
    put(panel, step)
    examples = drawn(panel)
    pair = examples.strip.pairs[0]
    assert pair.before.values.ndim == shape and (pair.before.words != pair.after.words) == (data == "reviews")
    assert (pair.before.boxes is not None) == (data == "shape_scenes")
    assert not examples.strip.grab().isNull()


def test_it_says_when_the_examples_cannot_be_had(panel):
    panel.session.do(panel.session.choose_data("image_folder", {"folder": "/nowhere", "size": 8}))
    put(panel, Rotation())
    examples = panel.augmentation.examples
    for _ in range(300):
        QTest.qWait(20)
        if not examples.busy and "on their way" not in examples.word.full_text:
            break
    assert "holds no pictures" in examples.word.full_text and not examples.strip.pairs


def test_every_step_is_told_in_both_languages():
    words = vocabulary("zh_CN")
    texts = [first_paragraph(kind) for kind in AUGMENTATIONS] + list(AUGMENTATIONS.values())
    assert [text for text in texts if text not in words] == []


def test_a_change_of_the_language_makes_the_form_again(panel):
    put(panel, Rotation())
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    settled(panel)
    assert "augment0.degrees" in panel.rows
