"""The recipe's form about techniques: what a person chooses there, and that every change is one step back."""

import pytest
from PySide6.QtTest import QTest

from graphs.optimizers import OPTIMIZERS
from graphs.recipe import Recipe
from graphs.schedules import SCHEDULES
from graphs.techniques import EMA, PGD, SWA, Balance, Descent, Execution, Folds, LinearSampling, Mixup, Precision
from tests.workbench.test_recipe_panel import choose, panel, recipe, type_into
from workbench.recipe_techniques import KINDS
from workbench.recipe_words import first_paragraph
from workbench.translations import vocabulary

__all__ = ["panel"]


@pytest.mark.parametrize(
    ("name", "kind", "field", "text", "value"),
    [
        ("average", EMA, "decay", "0.9", 0.9),
        ("average", SWA, "every", "2", 2),
        ("mixing", Mixup, "alpha", "1", 1.0),
        ("adversary", PGD, "steps", "7", 7),
        ("teaching", LinearSampling, "length", "4", 4.0),
    ],
)
def test_a_technique_brings_its_fields_in_one_step(panel, name, kind, field, text, value):
    before = recipe(panel)
    choose(panel.choosers[name], kind.__name__)
    QTest.qWait(20)
    assert isinstance(getattr(recipe(panel), name), kind)
    type_into(panel.rows[f"{name}.{field}"].box.box, text)
    assert getattr(getattr(recipe(panel), name), field) == pytest.approx(value)
    panel.session.undo()
    panel.session.undo()
    assert recipe(panel) == before
    QTest.qWait(20)
    assert f"{name}.{field}" not in panel.rows


@pytest.mark.parametrize(
    ("name", "value"),
    [("descent", Descent.WHOLE), ("precision", Precision.BFLOAT16), ("balance", Balance.SAMPLING)],
)
def test_a_word_is_chosen_in_one_step(panel, name, value):
    before = recipe(panel)
    choose(panel.choosers[name], value)
    assert getattr(recipe(panel), name) is value
    panel.session.undo()
    assert recipe(panel) == before


def test_what_cannot_go_together_is_said_at_the_list_that_was_used(panel):
    choose(panel.choosers["mixing"], "Mixup")
    QTest.qWait(20)
    chooser = panel.choosers["adversary"]
    choose(chooser, "PGD")
    assert "do not go together" in chooser.error.full_text and chooser.error.isVisibleTo(chooser)
    assert chooser.box.currentText() == "none"


def test_numbers_of_a_step_and_of_its_player_are_typed(panel):
    type_into(panel.rows["accumulate"].box.box, "4")
    panel.rows["keep_every"].edited.emit("keep_every", 5)
    panel.rows["player0.l1"].edited.emit("l1", 0.001)
    panel.rows["player0.thaw_every"].edited.emit("thaw_every", 2.0)
    assert (recipe(panel).accumulate, recipe(panel).keep_every) == (4, 5)
    assert (recipe(panel).players[0].l1, recipe(panel).players[0].thaw_every) == (0.001, 2.0)


def test_labels_are_smoothed_at_the_loss(panel):
    network = panel.session.project.network
    type_into(panel.rows["label_smoothing"].box.box, "0.1")
    (loss,) = panel.losses()
    assert network.node(loss.id).parameters["label_smoothing"] == pytest.approx(0.1)
    panel.rows["label_smoothing"].edited.emit("label_smoothing", 1.5)
    assert "label_smoothing" in panel.rows["label_smoothing"].error.full_text
    panel.session.undo()
    assert "label_smoothing" not in network.node(loss.id).parameters


def test_every_technique_has_its_place_in_the_form(panel):
    box = panel.choosers["optimizer0"].box
    assert {"Muon", "LBFGS", "NAdam"} < {box.itemData(place) for place in range(box.count())}
    for name, (_, _, kinds) in KINDS.items():
        box = panel.choosers[name].box
        assert [box.itemData(place) for place in range(box.count())] == [kind.__name__ for kind in kinds]
    rows = ("clip_norm", "clip_value", "clip_weights", "l1", "decoupled", "thaw_every", "thaw_first")
    assert {f"player0.{name}" for name in rows} | {"data-folds", "patience", "label_smoothing"} < set(panel.rows)


def test_folds_are_chosen_with_the_data(panel):
    panel.rows["data-folds"].edited.emit("folds", 5)
    panel.rows["data-fold"].edited.emit("fold", 4)
    choose(panel.choosers["dealt"], Folds.PLAIN)
    data = recipe(panel).data
    assert (data.folds, data.fold, data.dealt) == (5, 4, Folds.PLAIN)
    panel.rows["data-fold"].edited.emit("fold", 5)
    assert recipe(panel).data.fold == 4 and "from 0 to 4" in panel.rows["data-fold"].error.full_text


def test_what_every_kind_does_is_said_in_both_languages():
    words = vocabulary("zh_CN")
    kinds = [*OPTIMIZERS, *SCHEDULES, *(kind for _, _, kinds in KINDS.values() for kind in kinds)]
    assert not [first_paragraph(kind) for kind in kinds if first_paragraph(kind) not in words]


def test_a_recipe_goes_through_json_as_it_is():
    made = Recipe.model_validate(
        {"data": {"name": "digits", "folds": 3}, "average": {"type": "SWA", "start": 0.5}, "mixing": {"type": "CutMix"}}
    )
    assert Recipe.model_validate_json(made.model_dump_json()) == made


def test_how_the_device_works_is_chosen_with_its_help(panel, monkeypatch):
    before = recipe(panel)
    choose(panel.choosers["execution"], Execution.RECORDED)
    panel.rows["channels_last"].edited.emit("channels_last", True)
    panel.rows["tf32"].edited.emit("tf32", True)
    made = recipe(panel)
    assert (made.execution, made.channels_last, made.tf32) == (Execution.RECORDED, True, True)
    for _ in range(3):
        panel.session.undo()
    assert recipe(panel) == before


def test_a_machine_that_cannot_do_so_says_it_at_the_list(panel, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("workbench.engine.execution._devices_here", lambda: ["cpu"])
    chooser = panel.choosers["execution"]
    choose(chooser, Execution.COMPILED)
    QTest.qWait(20)
    assert "torch.compile needs a C++ compiler" in chooser.error.full_text and chooser.error.isVisibleTo(chooser)
    assert recipe(panel).execution is Execution.COMPILED  # another machine may have one
    choose(chooser, Execution.RECORDED)
    QTest.qWait(20)
    assert "A CUDA graph needs an NVIDIA GPU." in chooser.error.full_text
    choose(chooser, Execution.DRAWN)
    QTest.qWait(20)
    assert not chooser.error.isVisibleTo(chooser)
    assert panel.techniques.place.full_text == "A training runs on the CPU of this machine."
    choose(panel.choosers["device"], "cuda")
    QTest.qWait(20)
    assert "asks for the NVIDIA GPU, and this machine does not have it" in panel.techniques.place.full_text
