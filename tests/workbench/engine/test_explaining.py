"""Why a network answered so: captum's numbers agree with what one computes by hand."""

import itertools
import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

import presets
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from tests.workbench.engine.small import flowers
from workbench.engine.asking import Asked, CannotAsk, GivenUp, Patience, onward_from
from workbench.engine.attributing import grad_cam, integrated, maps_at, slopes
from workbench.engine.explaining import STEPS, Baseline, Method, explain, methods, shapley
from workbench.engine.loading import load_data
from workbench.engine.probes.explanations import Explanations
from workbench.engine.training import Training
from workbench.views.examples import overlay


def line() -> Project:
    """A linear classifier of iris."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", x, name="scores", out_features=3)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, Recipe(data=DataChoice(name="iris"), device="cpu"), "Line")


def pictures() -> Project:
    """A tiny convolutional network for digits of 8×8 pixels."""
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("Tanh", net.add("Conv2d", x, name="conv", out_channels=4, kernel_size=3), name="bend")
    scores = net.add("Linear", net.add("Flatten", h, name="flat"), name="scores", out_features=10)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    return Project(net, Recipe(data=DataChoice(name="digits", parameters={"size": 8}), device="cpu"), "Pictures")


def words() -> Project:
    """A bag of embedded words."""
    net = Network()
    x = net.add("Input", name="tokens", field="tokens", shape=(16,), kind="tokens")
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("Embedding", x, name="embed", num_embeddings=400, embedding_dim=6)
    h = net.add("Tanh", net.add("Linear", h, name="mix", out_features=5), name="bend")
    scores = net.add("Linear", net.add("Flatten", h, name="flat"), name="scores", out_features=2)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, Recipe(data=DataChoice(name="reviews"), device="cpu"), "Words")


@pytest.fixture(scope="module")
def digits() -> Asked:
    return Asked(pictures(), {}, None, None)


def one(asked: Asked, method: Method, target: int = 1, **more):
    """Explain one class of the fourth validation example."""
    return explain(asked, asked.question(), asked.rows("validation", [3]), method, target, Patience(), **more)


def test_integrated_gradients_of_a_linear_network_are_weight_times_difference() -> None:
    asked = Asked(line(), {}, None, None)
    weight = asked.tree.scores.weight[1].double().numpy()
    x = asked.rows("validation", [3])["features"][0].double().numpy()
    found = one(asked, Method.INTEGRATED)
    np.testing.assert_allclose(found.values, weight * x, rtol=1e-5)
    assert abs(found.gap) < 1e-6
    mean = asked.outline("features")[2].double().numpy()
    np.testing.assert_allclose(
        one(asked, Method.INTEGRATED, baseline=Baseline.MEAN).values, weight * (x - mean), rtol=1e-4, atol=1e-7
    )
    # On a linear network occlusion and the Shapley values are the same numbers.
    np.testing.assert_allclose(one(asked, Method.OCCLUSION).values, weight * x, rtol=1e-4, atol=1e-6)
    shap = one(asked, Method.SHAP)
    np.testing.assert_allclose(shap.values, weight * x, rtol=1e-4, atol=1e-6)
    assert shap.exact and abs(shap.gap) < 1e-6
    lime = one(asked, Method.LIME)
    assert lime.fit > 0.999
    np.testing.assert_allclose(lime.values, weight * x, atol=0.02)


def test_saliency_is_the_gradient_and_integrated_gradients_add_up(digits: Asked) -> None:
    x = digits.rows("validation", [3])["image"].clone().requires_grad_()
    score = digits.tree.scores(digits.tree.conv(x).tanh().flatten(1))[0, 1]
    gradient = torch.autograd.grad(score, x)[0][0, 0].abs()
    np.testing.assert_allclose(one(digits, Method.SALIENCY).values, gradient.numpy(), rtol=1e-5, atol=1e-8)
    found = one(digits, Method.INTEGRATED)
    assert found.score == pytest.approx(score.item(), abs=1e-6)
    assert found.values.sum() == pytest.approx(found.score - found.baseline, abs=1e-5)
    # By hand: the gradient at 200 places on the way, times the way.
    ways = (torch.arange(200) + 0.5) / 200
    on_way = (ways.reshape(-1, 1, 1, 1) * x.detach()).requires_grad_()
    scores = digits.tree.scores(digits.tree.conv(on_way).tanh().flatten(1))[:, 1].sum()
    by_hand = torch.autograd.grad(scores, on_way)[0].mean(0, keepdim=True) * x.detach()
    np.testing.assert_allclose(found.values, by_hand[0, 0].numpy(), atol=2e-5)


def test_occlusion_is_the_fall_of_the_score_where_a_cell_is_covered() -> None:
    asked = Asked(flowers(dropout=0.0), {}, None, None)
    found = one(asked, Method.OCCLUSION)
    x = asked.rows("validation", [3])
    for place in range(4):
        covered = {"features": x["features"].clone(), "label": x["label"]}
        covered["features"][0, place] = 0
        fall = found.score - float(asked.answers(asked.question(), covered)[0, 1])
        assert found.values[place] == pytest.approx(fall, abs=1e-6)


def test_grad_cam_by_hand_and_at_the_node_that_is_chosen(digits: Asked) -> None:
    question = digits.question()
    conv, bend = (next(s.node for s in digits.plan.steps if s.name == name) for name in ("conv", "bend"))
    assert maps_at(digits.plan, question, None).node == bend
    assert Method.GRAD_CAM not in methods(digits.plan, question, digits.plan.by_node[conv].node + 100)
    x = digits.rows("validation", [3])["image"]
    maps = digits.tree.conv(x).detach().requires_grad_()
    score = digits.tree.scores(maps.tanh().flatten(1))[0, 1]
    weights = torch.autograd.grad(score, maps)[0].mean((2, 3), keepdim=True)
    cam = F.relu((weights * maps).sum(1, keepdim=True)).detach()
    by_hand = F.interpolate(cam, size=(8, 8), mode="bilinear")[0, 0].numpy()
    np.testing.assert_allclose(one(digits, Method.GRAD_CAM, node=conv).values, by_hand, rtol=1e-5, atol=1e-8)


def test_words_are_explained_through_their_embedding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.explaining.SAMPLES", 60)
    from captum.attr import LayerIntegratedGradients

    project = words()
    asked = Asked(project, {}, None, None)
    question, x = asked.question(), asked.rows("validation", [3])
    assert question.of_words and question.place.node == project.network.node("embed").id
    found = one(asked, Method.INTEGRATED)

    def score(tokens: torch.Tensor) -> torch.Tensor:
        tree = asked.tree
        return tree.scores(tree.mix(tree.embed(tokens)).tanh().flatten(1))

    layer = LayerIntegratedGradients(score, asked.tree.embed)
    theirs = layer.attribute(x["tokens"], torch.zeros_like(x["tokens"]), target=1, n_steps=64)
    np.testing.assert_allclose(found.values, theirs[0].sum(1).detach().numpy(), atol=1e-6)
    assert abs(found.gap) < 1e-4 and found.values.shape == (x["tokens"].shape[1],)
    shap = one(asked, Method.SHAP)
    padding = (x["tokens"][0] == 0).numpy()
    assert abs(shap.gap) < 1e-3 and (shap.values[padding] == shap.values[padding][:1]).all()


def test_shapley_values_are_the_mean_over_all_orders() -> None:
    worth = {
        frozenset(s): float(v) for v, s in enumerate(s for k in range(4) for s in itertools.combinations(range(3), k))
    }
    worth[frozenset({0, 2})] = -3.5

    def value(there: torch.Tensor) -> torch.Tensor:
        return torch.tensor([worth[frozenset(np.flatnonzero(row).tolist())] for row in there.numpy()]).double()

    by_hand = np.zeros(3)
    for order in itertools.permutations(range(3)):
        for place, part in enumerate(order):
            before = frozenset(order[:place])
            by_hand[part] += (worth[before | {part}] - worth[before]) / math.factorial(3)
    np.testing.assert_allclose(shapley(3, value, Patience()).numpy(), by_hand, rtol=1e-12)


def test_the_same_numbers_each_time_and_everybody_elses_stay_as_they_were(digits: Asked) -> None:
    torch.manual_seed(1)
    before = torch.get_rng_state()
    first = one(digits, Method.LIME).values
    assert torch.equal(torch.get_rng_state(), before)
    np.testing.assert_array_equal(one(digits, Method.LIME).values, first)
    gradient_shap = one(digits, Method.GRADIENT_SHAP)
    assert abs(gradient_shap.gap) < 0.2 * abs(gradient_shap.score - gradient_shap.baseline) + 0.05


def test_whoever_gives_up_is_heard(digits: Asked) -> None:
    patience = Patience()
    patience.cancel()
    with pytest.raises(GivenUp):
        explain(digits, digits.question(), digits.rows("validation", [0]), Method.OCCLUSION, 0, patience)


def test_a_network_without_one_answer_says_so() -> None:
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    net.add("MSELoss", net.add("Conv2d", x, name="conv", out_channels=1, kernel_size=3, padding=1), x, name="loss")
    with pytest.raises(CannotAsk, match="neither with classes"):
        Asked(
            Project(net, Recipe(data=DataChoice(name="digits", parameters={"size": 8}), device="cpu"), "Copy"),
            {},
            None,
            None,
        ).question()


def test_what_is_measured_while_it_learns_is_what_captum_finds(digits: Asked) -> None:
    question, rows = digits.question(), [3, 5, 8]
    x, inputs = digits.rows("validation", rows)["image"], digits.rows("validation", rows)
    target = torch.tensor([1, 4, 4])
    onward = onward_from(digits.tree, question.place, (question.scores,), inputs)

    def score(values: torch.Tensor) -> torch.Tensor:
        return question.spread(onward(values)[0])

    conv = next(s.node for s in digits.plan.steps if s.name == "conv")
    source = maps_at(digits.plan, question, conv)
    behind = onward_from(digits.tree, source, (question.scores,), inputs)
    maps = digits.value_at(source, inputs)
    found = {
        Method.SALIENCY: slopes(score, x, target).abs()[:, 0],
        Method.INTEGRATED: integrated(score, x, torch.zeros_like(x), target, STEPS, 48)[:, 0],
        Method.GRAD_CAM: grad_cam(lambda one: question.spread(behind(one)[0]), maps, target, (8, 8)),
    }
    for place, row in enumerate(rows):
        for method, values in found.items():
            theirs = explain(
                digits, question, digits.rows("validation", [row]), method, int(target[place]), Patience(), node=conv
            )
            np.testing.assert_allclose(values[place].numpy(), theirs.values, atol=1e-6)


def test_the_probe_explains_what_was_said_and_what_is_true() -> None:
    training = Training(pictures(), load_data(pictures()), torch.device("cpu"), 1)
    probe = Explanations(every=1)
    with training.random:
        training.advance()
        assert probe.suits(training)
        before = {name: value.clone() for name, value in training.tree.state_dict().items()}
        (sample,) = probe.collect(training)
    assert all(torch.equal(before[name], value) for name, value in training.tree.state_dict().items())
    assert all(parameter.grad is None or parameter.requires_grad for parameter in training.tree.parameters())
    data, (said, true) = sample.data, sample.data["explained"]
    x = probe.inputs["image"]
    with torch.no_grad():
        scores = training.tree.scores(training.tree.conv(x).tanh().flatten(1))
        nothing = training.tree.scores(training.tree.conv(torch.zeros_like(x)).tanh().flatten(1))
    np.testing.assert_array_equal(said, scores.argmax(1).numpy())
    np.testing.assert_array_equal(true, probe.inputs["label"].numpy())
    for which, target in enumerate((said, true)):
        rises = (scores - nothing)[torch.arange(4), torch.from_numpy(target)].numpy()
        np.testing.assert_allclose(data["integrated"][which].sum((1, 2)), rises, atol=1e-4)
    assert data["cam"].shape == data["saliency"].shape == (2, 4, 8, 8) and (data["cam"] >= 0).all()
    wrong = said != true
    assert wrong.any() and not np.allclose(data["saliency"][0][wrong], data["saliency"][1][wrong])
    np.testing.assert_array_equal(data["saliency"][0][~wrong], data["saliency"][1][~wrong])
    assert sample.labels["shape"] == ("image",) and sample.labels["answers"][:2] == ("0", "1")


def test_one_place_of_a_map_is_explained_or_the_mean_over_all() -> None:
    asked = Asked(presets.build("fcn"), {}, None, None)
    question, whole = asked.question(5 * 48 + 7), asked.question()
    assert question.places == (48, 48) and len(question.names) == 5
    inputs = asked.rows("validation", [3])
    x = inputs["image"].clone().requires_grad_()
    scores = asked.tree.program((question.scores,))({"image": x})[0]
    by_hand = torch.autograd.grad(scores[0, 2, 5, 7], x)[0][0].abs().amax(0)
    found = explain(asked, question, inputs, Method.SALIENCY, 2, Patience()).values
    np.testing.assert_allclose(found, by_hand.numpy(), rtol=1e-4, atol=1e-9)
    np.testing.assert_allclose(
        asked.answers(whole, inputs)[0].numpy(), scores.detach().mean((2, 3))[0].numpy(), rtol=1e-5, atol=1e-7
    )


def test_one_step_of_a_sequence_is_explained_by_its_class() -> None:
    asked = Asked(presets.build("tagger"), {}, None, None)
    question = asked.question(4)
    assert question.places == (12,) and question.names[1] == "person"
    inputs = asked.rows("validation", [3])
    whole = asked.value_at(question.scores, inputs)
    np.testing.assert_allclose(asked.answers(question, inputs)[0], whole[0, 4])
    found = explain(asked, question, inputs, Method.INTEGRATED, 1, Patience())
    assert found.values.shape == (12,) and abs(found.gap) < 1e-4


def test_an_overlay_lets_the_picture_through_where_nothing_counts() -> None:
    image = np.full((2, 2, 3), 90, dtype=np.uint8)
    colours = np.tile(np.arange(256)[:, None], (1, 3))
    laid = overlay(image, np.array([[0.0, 1.0], [-1.0, 0.0]]), colours, 1.0)
    assert laid[0, 0].tolist() == [90, 90, 90] and laid[0, 1].tolist() == [255] * 3 and laid[1, 0].tolist() == [0] * 3


def test_a_clip_is_explained_frame_by_frame() -> None:
    net = Network()
    clip = net.add("Input", name="clip", field="clip", shape=(1, 8, 24, 24), kind="volume")
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", net.add("Flatten", clip, name="flat"), name="scores", out_features=6)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    asked = Asked(Project(net, Recipe(data=presets.build("c3d").recipe.data, device="cpu"), "Clip"), {}, None, None)
    shap = one(asked, Method.SHAP)
    x = asked.rows("validation", [3])["clip"][0, 0]
    weight = asked.tree.scores.weight[1].reshape(8, 24, 24)
    np.testing.assert_allclose(shap.values[:, 0, 0], (weight * x).sum((1, 2)).numpy(), atol=1e-4)
    assert shap.exact and shap.values.shape == (8, 24, 24)
