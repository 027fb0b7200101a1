"""Augmentation: every step over every data set, formulas held against torchvision, and the same bits after a resume."""

from functools import cache
from pathlib import Path

import pytest
import torch
from torch import Tensor

import graphs
from graphs.augmentation import (
    AUGMENTATIONS,
    AddedNoise,
    ApartViews,
    Augmentation,
    Axis,
    Brightness,
    CloudJitter,
    CloudTurn,
    Contrast,
    Cutout,
    FlipHorizontal,
    FlipVertical,
    FrequencyMask,
    Hue,
    Loudness,
    RandomCrop,
    RandomPolicy,
    Rotation,
    Saturation,
    TimeMask,
    TimeShift,
    TokenDropout,
    TokenSwap,
    Translation,
    Zoom,
)
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from graphs.tensors import Kind
from tests.workbench.data.own_files import own_parameters
from workbench.data import DataSet, Prepared, Table, data_set, data_sets, prepare
from workbench.data.concerns import acts, concern, concerns
from workbench.data.moves import Moves
from workbench.engine.augmenting import Augmenter
from workbench.engine.loading import load_data
from workbench.engine.previewing import pairs
from workbench.engine.training import Training
from workbench.engine.varying import Dice, Varied, turn_cloud

STRONG: dict[type[Augmentation], Augmentation] = {
    kind: kind.model_validate({"chance": 1.0}) for kind in AUGMENTATIONS
} | {TokenDropout: TokenDropout(share=0.5), TokenSwap: TokenSwap(share=0.5), RandomPolicy: RandomPolicy(strength=1.0)}
"""Every augmentation, certain to happen."""


@cache
def prepared(name: str, folder: Path) -> Prepared:
    kind = data_sets()[name]
    own = own_parameters(name, folder) if kind.own else {}
    few = {"samples": 40} if "samples" in kind.model_fields else {}
    return prepare(data_set(name, **own, **few), seed=1)


def batch_of(table: Table, count: int = 6) -> dict[str, Tensor]:
    return {name: torch.from_numpy(column[:count].copy()) for name, column in table.columns.items()}


def augmenter(steps: tuple[Augmentation, ...], made: Prepared, seed: int = 5) -> Augmenter:
    fields = {name: name for name in made.dataset.fields()}
    generator = torch.Generator().manual_seed(seed)
    return Augmenter(steps, made.dataset, made.scaler, made.parts.training, fields, generator)


@pytest.mark.parametrize("name", sorted(name for name, kind in data_sets().items() if not kind.downloaded))
def test_every_augmentation_keeps_what_every_data_set_promises(name: str, tmp_path_factory: pytest.TempPathFactory):
    made = prepared(name, tmp_path_factory.getbasetemp() / "augmented")
    batch = batch_of(made.parts.training)
    moves = made.dataset.moves()
    for kind, step in STRONG.items():
        changed = augmenter((step,), made)(batch)
        differs = set()
        for column, before in batch.items():
            after = changed[column]
            assert (after.shape, after.dtype) == (before.shape, before.dtype), (kind, column)
            assert not after.is_floating_point() or bool(torch.isfinite(after).all()), (kind, column)
            if not torch.equal(after, before):
                differs.add(column)
        assert differs <= set(moves), (kind, differs)
        assert acts(step, made.dataset) or not differs, kind
        said = concern(step, made.dataset)
        assert acts(step, made.dataset) == (said is None or "does nothing here" not in said.text), kind
    every = tuple(STRONG.values())
    once, again, other = (augmenter(every, made, seed)(batch) for seed in (1, 1, 2))
    assert all(torch.equal(once[column], again[column]) for column in batch)
    assert not moves or not all(torch.equal(once[column], other[column]) for column in batch)


def test_whoever_is_left_out_keeps_every_bit():
    made = prepared("shapes", Path())
    batch = batch_of(made.parts.training, 28)
    steps = tuple(step.model_copy(update={"chance": 0.3}) for step in (Rotation(), Hue(), AddedNoise()))
    changed = augmenter(steps, made)(batch)
    same = (changed["image"] == batch["image"]).flatten(1).all(1)
    assert 2 <= int(same.sum()) <= 20


class Fixed(Augmenter):
    """An augmenter whose random numbers are all the same."""

    def __init__(self, steps: tuple[Augmentation, ...], made: Prepared, monkeypatch: pytest.MonkeyPatch, value: float):
        fields = {name: name for name in made.dataset.fields()}
        super().__init__(steps, made.dataset, made.scaler, made.parts.training, fields)
        monkeypatch.setattr(torch, "rand", lambda shape, generator=None: torch.full(shape, value))


def colours(value: Tensor, made: Prepared) -> Tensor:
    """A scaled picture in colours from 0 to 1."""
    return torch.from_numpy(made.scaler.original("image", value.numpy()))


@pytest.mark.parametrize("value", [0.05, 0.4, 0.9])
def test_colours_are_torchvisions(value: float, monkeypatch: pytest.MonkeyPatch):
    from torchvision.transforms.v2 import functional

    made = prepared("shapes", Path())
    batch = batch_of(made.parts.training)
    before = colours(batch["image"], made)
    factor = 0.7 + 0.6 * value
    cases = (
        (Brightness(amount=0.3), functional.adjust_brightness(before, factor)),
        (Contrast(amount=0.3), functional.adjust_contrast(before, factor)),
        (Saturation(amount=0.3), functional.adjust_saturation(before, factor)),
        (Hue(amount=0.2), functional.adjust_hue(before, -0.2 + 0.4 * value)),
    )
    for step, expected in cases:
        after = Fixed((step,), made, monkeypatch, value)(batch)
        assert torch.allclose(colours(after["image"], made), expected, atol=2e-4), step
        assert torch.equal(after["mask"], batch["mask"])


def test_places_are_torchvisions(monkeypatch: pytest.MonkeyPatch):
    from torchvision.transforms import InterpolationMode
    from torchvision.transforms.v2 import functional

    made = prepared("shapes", Path())
    batch = batch_of(made.parts.training)
    before = colours(batch["image"], made)
    inner = (slice(None), slice(None), slice(10, 22), slice(10, 22))  # the edge is filled in another way
    bilinear = InterpolationMode.BILINEAR
    cases = (
        (Rotation(degrees=30), functional.rotate(before, 12.0, interpolation=bilinear)),
        (Zoom(amount=0.3), functional.affine(before, 0, [0, 0], 1.12, [0.0, 0.0], interpolation=bilinear)),
        (Translation(share=0.3125), functional.affine(before, 0, [4, 4], 1, [0.0, 0.0], interpolation=bilinear)),
    )
    for step, expected in cases:
        after = Fixed((step,), made, monkeypatch, 0.7)(batch)
        assert torch.allclose(colours(after["image"], made)[inner], expected[inner], atol=2e-3), step
    flipped = Fixed((FlipHorizontal(), FlipVertical()), made, monkeypatch, 0.2)(batch)
    assert torch.allclose(flipped["image"], batch["image"].flip(-1, -2), atol=1e-5)
    assert torch.equal(flipped["mask"], batch["mask"].flip(-1, -2))


@pytest.mark.parametrize(
    "step", [FlipHorizontal(chance=1), FlipVertical(chance=1), Rotation(degrees=20), Translation(share=0.1), Zoom()]
)
def test_masks_and_boxes_go_along(step: Augmentation):
    """The box that came along lies round the mask that came along: a turned box is wider, never too small."""
    made = prepared("shapes", Path())
    batch = batch_of(made.parts.training, 20)
    after = augmenter((step,), made)(batch)
    assert set(after["mask"].unique().tolist()) <= {0.0, 1.0}
    for mask, box in zip(after["mask"][:, 0], after["box"], strict=True):
        rows, columns = torch.nonzero(mask, as_tuple=True)
        x, y, wide, high = (box * 32).tolist()
        assert columns.min() >= x - wide / 2 - 1.5 and columns.max() <= x + wide / 2 + 0.5
        assert rows.min() >= y - high / 2 - 1.5 and rows.max() <= y + high / 2 + 0.5
        if not isinstance(step, Rotation):
            assert columns.max() - columns.min() + 1 >= wide - 2.5


def test_a_box_that_is_cut_away_has_no_label_any_more():
    made = prepared("shape_scenes", Path())
    batch = batch_of(made.parts.training, 28)
    after = augmenter((RandomCrop(least=0.05),), made)(batch)
    area = after["boxes"][..., 2:].prod(-1)
    lost = (batch["labels"] >= 0) & (after["labels"] < 0)
    assert 3 < int(lost.sum()) < int((batch["labels"] >= 0).sum())
    assert bool(((area > 0) == (after["labels"] >= 0)).all())
    assert bool((after["boxes"] >= 0).all()) and bool((after["boxes"] <= 1).all())
    assert set(after["classes"].unique().tolist()) <= set(range(5))


def test_a_square_is_hidden_and_a_row_of_pixels_is_varied_like_its_picture():
    made = prepared("digits", Path())
    batch = batch_of(made.parts.training)
    after = augmenter((Cutout(share=0.5), Rotation(), AddedNoise(chance=0.01)), made)(batch)
    rows = torch.from_numpy(made.scaler.original("pixels", after["pixels"].numpy())).reshape(after["image"].shape)
    assert torch.allclose(rows, colours(after["image"], made), atol=1e-2)
    hidden = augmenter((Cutout(share=0.5),), made)(batch)["image"]
    assert 20 < int(((hidden != batch["image"])[0]).sum()) and float(hidden.abs().min()) < 1e-5


def test_waves_are_shifted_masked_and_made_louder():
    made = prepared("voices", Path())
    batch = batch_of(made.parts.training)
    later = augmenter((TimeShift(share=0.1),), made, seed=3)(batch)
    moved = [
        next(
            s for s in range(-103, 104)
            if torch.equal(new[0, 200:800], old[0, 200 - s : 800 - s])
        )
        for new, old in zip(later["clean"], batch["clean"], strict=True)
    ]  # fmt: skip
    assert len(set(moved)) > 3
    assert all(
        torch.equal(new[0, 200:800], old[0, 200 - s : 800 - s])
        for new, old, s in zip(later["signal"], batch["signal"], moved, strict=True)
    )
    quiet = augmenter((TimeMask(share=0.5),), made)(batch)["signal"]
    assert int((quiet == quiet[0].mode().values).sum()) > 100
    spectrum = torch.fft.rfft(augmenter((FrequencyMask(share=0.5),), made)(batch)["signal"])
    assert int((spectrum.abs() < 1e-3).sum()) > 100
    factor = augmenter((Loudness(amount=0.5),), made)(batch)["signal"] / batch["signal"]
    assert all(float(f.max() - f.min()) < 1e-3 and 0.5 <= float(f.mean()) <= 1.5 for f in factor)
    assert torch.equal(augmenter((Loudness(),), made)(batch)["clean"], batch["clean"])


def test_noise_has_the_strength_that_was_asked_for():
    made = prepared("iris", Path())
    batch = batch_of(made.parts.training, 100)
    noise = augmenter((AddedNoise(sigma=0.2),), made)(batch)["features"] - batch["features"]
    assert 0.17 < float(noise.std()) < 0.23  # the features are scaled, so their deviation is 1


def test_words_are_hidden_and_swapped_with_their_tags():
    made = prepared("tagged_sentences", Path())
    batch = batch_of(made.parts.training, 28)
    unknown = made.dataset.vocabulary("tokens").index("<unknown>")
    hidden = augmenter((TokenDropout(share=0.3),), made)(batch)
    words = batch["tokens"] > 3
    share = float((hidden["tokens"] == unknown)[words].float().mean())
    assert 0.15 < share < 0.45
    assert torch.equal(hidden["tokens"][~words], batch["tokens"][~words])
    swapped = augmenter((TokenSwap(share=0.5),), made)(batch)
    before = [
        sorted(zip(t, g, strict=True)) for t, g in zip(batch["tokens"].tolist(), batch["tags"].tolist(), strict=True)
    ]
    after = [
        sorted(zip(t, g, strict=True))
        for t, g in zip(swapped["tokens"].tolist(), swapped["tags"].tolist(), strict=True)
    ]
    assert before == after and not torch.equal(swapped["tokens"], batch["tokens"])


def test_a_cloud_keeps_its_form_when_it_is_turned_and_nearly_when_its_points_are_moved():
    made = prepared("point_clouds", Path())
    points = batch_of(made.parts.training, 12)["points"]
    for axis, kept in ((Axis.ACROSS, 0), (Axis.DEPTH, 1), (Axis.UPRIGHT, 2), (Axis.ANY, None)):
        turned = augmenter((CloudTurn(axis=axis),), made)({"points": points})["points"]
        assert torch.allclose(torch.cdist(turned, turned), torch.cdist(points, points), atol=1e-3)
        assert torch.allclose(turned.mean(1), points.mean(1), atol=1e-5) and not torch.allclose(turned, points)
        if kept is not None:
            assert torch.allclose(turned[..., kept], points[..., kept], atol=1e-5)
    quarter = CloudTurn(axis=Axis.UPRIGHT, degrees=90)
    x, y = torch.zeros(1, 2, 3), torch.zeros(1, 2, 3)
    x[0, :, 0], y[0, :, 1] = torch.tensor([-1.0, 1.0]), torch.tensor([-1.0, 1.0])
    group = {"points": Varied(x, Moves.CLOUD, Kind.POINTS)}
    turn_cloud(quarter, Loaded(1, x.device), group)
    assert torch.allclose(group["points"].value, y, atol=1e-6)  # from x to y is counter-clockwise, seen from above
    moved = augmenter((CloudJitter(sigma=0.1, most=0.15),), made)({"points": points})["points"] - points
    assert 0.06 < moved.std() < 0.1 and moved.abs().max() <= 0.15 + 1e-6
    assert pairs(made, (quarter,), seed=1)[0].before.values.shape == (48, 48, 3)


class Loaded(Dice):
    """Dice that always give the highest number."""

    def uniform(self, low: float, high: float, *shape: int) -> torch.Tensor:
        return torch.full((self.count, *shape), float(high if high > 1 else 0.0))


def test_two_inputs_see_two_views_of_one_example():
    made = prepared("shapes", Path())
    one = batch_of(made.parts.training)["image"]
    fields = {"first": "image", "second": "image"}
    for steps, alike in (((Rotation(),), True), ((Rotation(), ApartViews()), False)):
        views = Augmenter(steps, made.dataset, made.scaler, made.parts.training, fields)({"first": one, "second": one})
        assert torch.equal(views["first"], views["second"]) is alike
        assert not torch.equal(views["first"], one)


@pytest.mark.parametrize(
    ("step", "name", "sentence"),
    [
        (FlipHorizontal(), "digits", "a 3 is no 3"),
        (FlipVertical(), "noisy_digits", "mirrored 3 is no 3"),
        (Rotation(degrees=90), "digits", "a 6 is a 9"),
        (FlipVertical(), "shapes", "on its base"),
        (FlipHorizontal(), "moving_shapes", "direction"),
        (Hue(), "shape_captions", "names the colours"),
        (Hue(), "digits", "does nothing here"),
        (TokenSwap(), "corpus", "another answer"),
        (TokenDropout(), "letters", "Every sign"),
        (TimeShift(), "sine", "no longer follows"),
        (Rotation(), "digits", None),
        (FlipHorizontal(), "shapes", None),
        (FlipVertical(), "textures", None),
        (TokenDropout(), "reviews", None),
        (AddedNoise(), "iris", None),
    ],
)
def test_it_says_what_is_wrong_for_the_data_and_is_silent_where_nothing_is(
    step: Augmentation, name: str, sentence: str | None
):
    said = concern(step, data_set(name))
    assert said is None if sentence is None else sentence in str(said)


def test_classes_with_sides_and_photographs_upside_down(tmp_path: Path):
    from PIL import Image

    for folder in ("turn_left", "turn right"):
        (tmp_path / folder).mkdir()
        Image.new("RGB", (8, 8)).save(tmp_path / folder / "a.png")
    signs = data_set("image_folder", folder=str(tmp_path), size=8)
    assert "turn right" in str(concern(FlipHorizontal(), signs)).replace("turn_left", "turn right")
    assert "upside down" in str(concern(FlipVertical(), data_set("mask_folder")))
    assert [place for place, _ in concerns((ApartViews(),), signs)] == [0]


# ---------------------------------------------------------------------- in a training


def small(steps: tuple[Augmentation, ...], **recipe: object) -> Project:
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", net.add("Flatten", image, name="flat"), name="scores", out_features=10)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    settings = {
        "data": DataChoice(name="digits", parameters={"size": 8}), "epochs": 2, "batch_size": 256, "device": "cpu",
        "augment": steps, **recipe,
    }  # fmt: skip
    return Project(net, Recipe.model_validate(settings), "Digits")


STEPS = (Rotation(degrees=15), AddedNoise(sigma=0.2), Brightness(chance=0.5))


def begun(project: Project) -> Training:
    return Training(project, load_data(project), torch.device("cpu"), 1)


def weights(training: Training) -> list[Tensor]:
    return [parameter.detach().clone() for parameter in training.tree.parameters()]


def advance(training: Training, steps: int) -> None:
    with training.random:
        for _ in range(steps):
            training.advance()


def test_a_training_resumed_from_a_checkpoint_draws_the_same(tmp_path: Path):
    from workbench.engine.checkpoint import State

    whole, first = begun(small(STEPS)), begun(small(STEPS))
    advance(whole, 7)
    advance(first, 3)
    with first.random:
        state = State(
            3, 0, first.batches.position, 0, 1, "cpu", {}, batch=first.batches.size, engine=first.engine_state()
        )
        first.save(tmp_path / "kept", state)
    torch.rand(7)  # what others draw meanwhile changes nothing
    second = begun(small(STEPS))
    with second.random:
        second.restore(tmp_path / "kept")
    advance(second, 4)
    assert all(torch.equal(a, b) for a, b in zip(weights(whole), weights(second), strict=True))
    plain = begun(small(()))
    advance(plain, 7)
    assert not torch.equal(weights(plain)[0], weights(whole)[0])


def test_validation_and_test_see_the_examples_as_they_are(monkeypatch: pytest.MonkeyPatch):
    made = begun(small(STEPS))
    with made.random:
        before = made.evaluate("validation")
        made.augmenter = Augmenter((), made.prepared.dataset, made.prepared.scaler, made.prepared.parts.training, {})
        assert made.evaluate("validation") == before


def test_a_run_says_what_is_wrong_with_its_pipeline_and_looks_at_the_batch_it_trained_on():
    assert any("a 3 is no 3" in str(note) for note in begun(small((FlipHorizontal(),))).notes)
    assert not any("a 3 is no 3" in str(note) for note in begun(small(STEPS)).notes)
    one, two = begun(small(STEPS)), begun(small(STEPS))
    with one.random:
        varied = one.next_batch()["image"]
    with two.random:
        plain = two.batches.next()["image"]
    assert not torch.equal(varied, plain)


def test_pictures_that_stay_in_their_files_are_varied_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("workbench.data.streaming.ROOM", 1000)
    made = prepare(data_set("yolo_boxes", **own_parameters("yolo_boxes", tmp_path)), (1.0, 0.0, 0.0))
    assert made.parts.training.streams
    batch = {name: torch.from_numpy(column[:4]) for name, column in made.parts.training.columns.items()}
    after = augmenter((FlipHorizontal(chance=1),), made)(batch)
    assert torch.allclose(after["image"], batch["image"].flip(-1), atol=1e-4)
    there = batch["labels"] >= 0
    assert torch.allclose(after["boxes"][..., 0][there], 1 - batch["boxes"][..., 0][there], atol=1e-5)


def test_a_project_keeps_its_pipeline(tmp_path: Path):
    project = small(STEPS)
    graphs.save(project, tmp_path / "digits.workbench")
    assert graphs.load(tmp_path / "digits.workbench").recipe.augment == STEPS


def test_what_a_data_set_leaves_unsaid_is_guessed_for_own_data():
    kinds: list[DataSet] = [data_set("image_folder"), data_set("wav_folder"), data_set("text_file")]
    assert [len(kind.moves()) for kind in kinds] == [1, 1, 1]
