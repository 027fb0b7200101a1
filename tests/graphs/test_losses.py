"""The losses and metrics that torch lacks, held against sums done by hand."""

from __future__ import annotations

import pytest
import torch

from graphs.catalogue import check_parameters, layer_type
from graphs.layer import Call
from graphs.modules import losses, metrics
from graphs.tensors import Kind, TensorSpec

ONE = TensorSpec.of(Kind.FEATURES, 1)
LABEL = TensorSpec.of(Kind.INDEX)
SCORES = TensorSpec.of(Kind.FEATURES, 3)


def call(name: str, x: TensorSpec, target: TensorSpec, **parameters: float) -> Call:
    made = check_parameters(layer_type(name), parameters).torch(x, target)
    assert made is not None
    return made


def test_hinge_loss_by_hand() -> None:
    z = torch.tensor([[0.3], [2.0], [-0.5]])
    labels = torch.tensor([1, 1, 0])
    # max(0, 1 - 0.3), max(0, 1 - 2), max(0, 1 - 0.5)
    assert losses.HingeLoss()(z, labels).item() == pytest.approx((0.7 + 0 + 0.5) / 3)
    assert losses.HingeLoss(margin=2.5, factor=2)(z, labels).item() == pytest.approx(2 * (2.2 + 0.5 + 2.0) / 3)


def test_labels_and_signs_mean_the_same() -> None:
    z = torch.tensor([[0.3], [2.0], [-0.5]])
    labels, signs = torch.tensor([1, 0, 0]), torch.tensor([[1.0], [-1.0], [-1.0]])
    for loss in (losses.HingeLoss(), losses.PerceptronLoss()):
        assert loss(z, labels).item() == loss(z, signs).item()


def test_perceptron_loss_counts_only_errors() -> None:
    z = torch.tensor([[0.5], [-0.25], [0.0]])
    assert losses.PerceptronLoss()(z, torch.tensor([1, 1, 0])).item() == pytest.approx(0.25 / 3)


@pytest.mark.parametrize("rate", [1.0, 0.3])
def test_one_example_a_step_is_rosenblatts_rule(rate: float) -> None:
    points = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
    labels = [0, 0, 0, 1]  # AND
    neuron = torch.nn.Linear(2, 1, dtype=torch.float64)
    torch.nn.init.zeros_(neuron.weight)
    torch.nn.init.zeros_(neuron.bias)
    loss, sgd = losses.PerceptronLoss(), torch.optim.SGD(neuron.parameters(), lr=rate)
    w, b, errors = [0.0, 0.0], 0.0, 0
    for _ in range(20):
        for x, label in zip(points, labels, strict=True):
            y = 2 * label - 1
            if y * (w[0] * x[0] + w[1] * x[1] + b) <= 0:  # z = 0 is an error, so the first step moves
                w, b, errors = [w[0] + rate * y * x[0], w[1] + rate * y * x[1]], b + rate * y, errors + 1
            sgd.zero_grad()
            loss(neuron(torch.tensor([x], dtype=torch.float64)), torch.tensor([label])).backward()
            sgd.step()
            assert [*neuron.weight.flatten().tolist(), neuron.bias.item()] == pytest.approx([*w, b], abs=1e-12)
    assert 0 < errors < 80
    answers = neuron(torch.tensor(points, dtype=torch.float64)).flatten()
    assert [int(z > 0) for z in answers.tolist()] == labels


def test_a_plain_loss_is_torchs_own_class() -> None:
    assert call("CrossEntropyLoss", SCORES, LABEL).target == "torch.nn.CrossEntropyLoss"
    for name in ("MSELoss", "L1Loss", "BCEWithLogitsLoss"):
        assert call(name, SCORES, SCORES).target == f"torch.nn.{name}"


def test_a_weight_multiplies_the_loss() -> None:
    x, labels = torch.randn(4, 3), torch.tensor([0, 2, 1, 1])
    weighted = call("CrossEntropyLoss", SCORES, LABEL, weight=0.3, label_smoothing=0.1)
    assert weighted.target == "graphs.modules.losses.ScaledCrossEntropyLoss"
    plain = torch.nn.functional.cross_entropy(x, labels, label_smoothing=0.1)
    scaled = losses.ScaledCrossEntropyLoss(*weighted.args, **weighted.kwargs)(x, labels)
    assert scaled.item() == pytest.approx(0.3 * plain.item())
    target = torch.rand(4, 3)
    for ours, theirs in (
        (losses.ScaledMSELoss(2.0), torch.nn.MSELoss()),
        (losses.ScaledL1Loss(2.0), torch.nn.L1Loss()),
        (losses.ScaledBCEWithLogitsLoss(2.0), torch.nn.BCEWithLogitsLoss()),
    ):
        assert ours(x, target).item() == pytest.approx(2 * theirs(x, target).item())


def test_a_label_is_a_number_for_a_single_output() -> None:
    assert call("BCEWithLogitsLoss", ONE, LABEL).target == "graphs.modules.losses.ScaledBCEWithLogitsLoss"
    z, labels = torch.tensor([[0.4], [-1.0]]), torch.tensor([1, 0])
    expected = torch.nn.functional.binary_cross_entropy_with_logits(z.flatten(), labels.float())
    assert losses.ScaledBCEWithLogitsLoss()(z, labels).item() == pytest.approx(expected.item())


def test_accuracy_takes_the_highest_score() -> None:
    scores = torch.tensor([[0.1, 0.9], [0.8, 0.2], [0.3, 0.7]], requires_grad=True)
    found = metrics.Accuracy()(scores, torch.tensor([1, 0, 0]))
    assert found.item() == pytest.approx(2 / 3)
    assert not found.requires_grad


def test_accuracy_of_one_output_asks_for_the_right_side_of_the_threshold() -> None:
    z = torch.tensor([[0.5], [-0.5], [0.0], [0.2]])
    assert metrics.Accuracy()(z, torch.tensor([1, 0, 0, 0])).item() == pytest.approx(2 / 4)  # 0 is wrong either way
    assert metrics.Accuracy(threshold=0.3)(z, torch.tensor([[1.0], [-1.0], [-1.0], [-1.0]])).item() == 1


def test_mean_errors_by_hand() -> None:
    x, target = torch.tensor([[1.0], [4.0]], requires_grad=True), torch.tensor([2, 1])
    assert metrics.MeanAbsoluteError()(x, target).item() == pytest.approx((1 + 3) / 2)
    assert metrics.MeanSquaredError()(x, target).item() == pytest.approx((1 + 9) / 2)
    assert not metrics.MeanSquaredError()(x, target).requires_grad
