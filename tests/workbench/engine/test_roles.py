"""What plays which part is found in drawings, and in no drawing where it is not."""

from collections.abc import Callable

import pytest
import torch

import presets
from graphs.block_edits import make_block
from graphs.meaning import Source
from graphs.planning import plan
from graphs.project import Project
from tests.workbench.engine.adversaries import wgan_gp
from tests.workbench.engine.makers import cleaner, copier, diffuser, dreamer, foreteller, framer, segmenter
from tests.workbench.engine.sentences import training_of
from workbench.engine.begun import begun_from
from workbench.engine.roles import Shape, answering, code_of, copying, diffusion, judged, made, spec_of


def called(project: Project, source: Source | None) -> str:
    """How an output is called: its node and port."""
    return "" if source is None else f"{project.network.node(source.node).name}.{source.port}"


def test_an_auto_encoder_copies_what_it_is_shown_through_its_narrowest_place() -> None:
    for variational, code in ((False, "code.y"), (True, "code.z")):
        project = copier(variational=variational)
        meaning = plan(project.network)
        found = copying(meaning)
        assert found is not None
        assert [called(project, source) for source in found.values] == ["again.y", "image.y", "image.y"]
        assert called(project, code_of(meaning, found)) == code


def test_a_cleaner_gives_back_what_lies_under_the_noise_and_has_no_code() -> None:
    project = cleaner()
    meaning = plan(project.network)
    found = copying(meaning)
    assert found is not None and called(project, found.truth) == "clean.y" and called(project, found.shown) == "image.y"
    assert code_of(meaning, found) is None


def test_what_fills_holes_has_no_code_that_everything_passes() -> None:
    meaning = plan(presets.build("mae").network)
    found = copying(meaning)
    assert found is not None
    assert code_of(meaning, found) is None  # patches that were seen go around


@pytest.mark.parametrize(
    ("make", "shape", "answer"),
    [
        (foreteller, Shape.NUMBERS, "answer.y"),
        (segmenter, Shape.MAP, "maps.y"),
        (lambda: segmenter(classes=True), Shape.MAP, "maps.y"),
        (framer, Shape.BOXES, "answer.y"),
        (lambda: presets.build("grid_detector"), Shape.FOUND, "suppress.boxes"),
        (lambda: presets.build("linear_regression"), Shape.NUMBERS, "plane.y"),
    ],
)
def test_answers_that_are_no_classes(make: Callable[[], Project], shape: Shape, answer: str) -> None:
    project = make()
    found = answering(plan(project.network))
    assert found is not None and found[1] is shape and called(project, found[0].answer) == answer


@pytest.mark.parametrize("name", ["lenet5", "seq2seq", "softmax_regression"])
def test_a_classifier_neither_copies_nor_makes_nor_foretells(name: str) -> None:
    meaning = plan(presets.build(name).network)
    assert copying(meaning) is None and answering(meaning) is None and made(meaning) is None
    assert diffusion(meaning) is None and judged(meaning) == (None, None)


@pytest.mark.parametrize(("make", "fake"), [(dreamer, "picture.y"), (lambda: dreamer(False), "g2.y"), (wgan_gp, "G.y")])
def test_who_makes_and_who_judges(make: Callable[[], Project], fake: str) -> None:
    project = make()
    meaning = plan(project.network)
    assert called(project, made(meaning)) == fake
    assert [called(project, source) for source in judged(meaning)] == ["D.y", "D_fake.y"]


def test_where_noise_is_seen() -> None:
    project = diffuser()
    found = diffusion(plan(project.network))
    assert found is not None and found.mixed.name == "mixed"
    assert [called(project, s) for s in (found.clean, found.time, found.answer)] == [
        "features.y",
        "time.step",
        "answer.y",
    ]


def test_a_program_may_begin_at_a_code() -> None:
    training = training_of(copier())
    found = copying(training.plan)
    assert found is not None
    code = code_of(training.plan, found)
    assert code is not None
    values = torch.randn(5, 3)
    with torch.no_grad():
        (back,) = training.tree.program_from((code,), (found.answer,))({"code": values})
        tree = training.tree
        by_hand = tree.back(tree.widen(values).relu()).reshape(5, 1, 8, 8)
    assert torch.equal(back, by_hand)
    assert training.tree.program_from((code,), (found.answer,)).inputs == ("code",)


def boxed(project: Project, *names: str) -> Project:
    """The same drawing with some of its nodes put into a block."""
    project.apply(make_block(project, [project.network.node(name).id for name in names], "Inside"))
    return project


def test_a_code_inside_a_block_is_found_and_decoded_as_outside() -> None:
    """The whole auto-encoder is one block: nothing outside it is narrow."""
    names = ("flat", "narrow", "tanh", "code", "widen", "relu", "back")
    outside, inside = copier(), boxed(copier(), *names)
    meaning = plan(inside.network)
    found = copying(meaning)
    assert found is not None
    code = code_of(meaning, found)
    assert code is not None and len(code.path) == 1 and spec_of(meaning, code).dims == (3,)
    values = torch.randn(5, 3)
    answers = []
    for project in (outside, inside):
        training = training_of(project)
        copied = copying(training.plan)
        assert copied is not None
        place = code_of(training.plan, copied)
        assert place is not None
        with torch.no_grad():
            torch.manual_seed(0)
            for parameter in training.tree.parameters():
                parameter.copy_(torch.randn(parameter.shape))
            answers.append(begun_from(training.tree.eval(), place, copied.answer)(values))
    torch.testing.assert_close(answers[1], answers[0])


def test_a_maker_whose_chance_lies_in_a_block_still_makes() -> None:
    project = dreamer()
    meaning = plan(project.network)
    fake = made(meaning)
    assert fake is not None
    chance = [step.name for step in meaning.needed((fake,)) if step.layer.type_name() == "RandomNormal"]
    later = [step.name for step in meaning.needed((fake,)) if step.layer.type_name() in ("Linear", "ReLU")]
    block = boxed(project, *chance, later[0])
    again = made(plan(block.network))
    assert again is not None and called(block, again) == called(project, fake)
