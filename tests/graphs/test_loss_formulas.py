"""The losses over numbers, classes and embeddings, held against torch's functions and sums done by hand."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F

from graphs.catalogue import check_parameters, layer_type
from graphs.layer import ShapeError
from graphs.layers.sentences import SCALAR
from graphs.modules import class_losses, metric_losses
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build

ONE, SCORES, LABEL = TensorSpec.of(Kind.FEATURES, 1), TensorSpec.of(Kind.FEATURES, 3), TensorSpec.of(Kind.INDEX)


def placed(name: str, *arriving: TensorSpec, **parameters: object) -> torch.nn.Module:
    """The module that a layer becomes."""
    call = check_parameters(layer_type(name), parameters).torch(*arriving)
    assert call is not None
    module: torch.nn.Module = build(call)
    return module


def test_torchs_own_classes_are_used_and_a_weight_multiplies_them() -> None:
    x, target = torch.rand(4, 3), torch.rand(4, 3)
    for name, options in (
        ("SmoothL1Loss", {"beta": 0.5}),
        ("HuberLoss", {"delta": 0.3}),
        ("PoissonNLLLoss", {"log_input": False}),
        ("BCELoss", {}),
        ("MultiLabelSoftMarginLoss", {}),
    ):
        plain = placed(name, SCORES, SCORES, **options)
        assert type(plain).__module__.startswith("torch.nn")
        weighted = placed(name, SCORES, SCORES, weight=0.25, **options)
        assert weighted(x, target).item() == pytest.approx(0.25 * plain(x, target).item())


def test_labels_become_numbers_or_signs() -> None:
    x, labels = torch.tensor([[0.5], [-1.0]]), torch.tensor([1, 0])
    signs = torch.tensor([[1.0], [-1.0]])
    assert placed("SoftMarginLoss", ONE, LABEL)(x, labels).item() == pytest.approx(F.soft_margin_loss(x, signs).item())
    expected = F.huber_loss(x, torch.tensor([[1.0], [0.0]])).item()
    assert placed("HuberLoss", ONE, LABEL)(x, labels).item() == pytest.approx(expected)


def test_cross_entropy_of_every_step_leaves_out_padding() -> None:
    sequence, tokens = TensorSpec.of(Kind.SEQUENCE, 4, 3), TensorSpec.of(Kind.TOKENS, 4)
    x, target = torch.randn(2, 4, 3), torch.tensor([[0, 2, -1, -1], [1, 1, 2, -1]])
    kept = target >= 0
    loss = placed("CrossEntropyLoss", sequence, tokens, ignore_index=-1)
    assert loss(x, target).item() == pytest.approx(F.cross_entropy(x[kept], target[kept]).item())


def test_cross_entropy_of_every_pixel_weighs_classes() -> None:
    image, map_ = TensorSpec.of(Kind.IMAGE, 3, 2, 2), TensorSpec(Kind.TENSOR, (2, 2), "int64")
    x, target = torch.randn(2, 3, 2, 2), torch.randint(0, 3, (2, 2, 2))
    loss = placed("CrossEntropyLoss", image, map_, class_weights=(1, 2, 0.5), label_smoothing=0.1, weight=2)
    expected = 2 * F.cross_entropy(x, target, torch.tensor([1, 2, 0.5]), label_smoothing=0.1).item()
    assert loss(x, target).item() == pytest.approx(expected)
    assert not loss.state_dict()  # the weights of classes are no learned numbers


def test_class_weights_have_to_be_as_many_as_classes() -> None:
    layer = check_parameters(layer_type("CrossEntropyLoss"), {"class_weights": (1, 2)})
    with pytest.raises(ShapeError) as caught:
        layer.output(SCORES, LABEL)
    (fix,) = caught.value.fixes
    assert check_parameters(type(layer), layer.model_dump() | dict(fix.set)).output(SCORES, LABEL) == SCALAR


def test_log_cosh_and_quantiles_by_hand() -> None:
    x, target = torch.tensor([[1.0, 50.0]]), torch.tensor([[0.0, -50.0]])
    expected = (math.log(math.cosh(1)) + 100 - math.log(2)) / 2
    assert class_losses.LogCoshLoss()(x, target).item() == pytest.approx(expected, rel=1e-6)
    # one too high by 1, one too low by 2
    z, t = torch.tensor([[3.0], [1.0]]), torch.tensor([2, 3])
    assert class_losses.QuantileLoss(0.9)(z, t).item() == pytest.approx((0.1 * 1 + 0.9 * 2) / 2)


def test_penalties_and_entropy_by_hand() -> None:
    x = torch.tensor([[1.0, -2.0], [0.0, 3.0]])
    assert class_losses.AbsolutePenalty()(x).item() == pytest.approx((3 + 3) / 2)
    assert class_losses.SquaredPenalty(2.0)(x).item() == pytest.approx(2 * 0.5 * (5 + 9) / 2)
    even = torch.zeros(2, 4)
    assert class_losses.EntropyLoss()(even).item() == pytest.approx(math.log(4))
    assert class_losses.EntropyLoss(spread=True)(even).item() == pytest.approx(-math.log(4))


def test_focal_loss_is_cross_entropy_without_gamma_and_turns_down_clear_examples() -> None:
    x, labels = torch.randn(5, 3), torch.tensor([0, 1, 2, 1, 0])
    assert class_losses.FocalLoss(0.0)(x, labels).item() == pytest.approx(F.cross_entropy(x, labels).item())
    p = x.softmax(1)[torch.arange(5), labels]
    assert class_losses.FocalLoss(2.0)(x, labels).item() == pytest.approx((-((1 - p) ** 2) * p.log()).mean().item())
    torchvision = pytest.importorskip("torchvision.ops")
    z, t = torch.randn(6, 1), torch.tensor([1, 0, 0, 1, 1, 0])
    expected = torchvision.sigmoid_focal_loss(z, t.float()[:, None], alpha=0.25, gamma=2, reduction="mean")
    assert class_losses.FocalLoss(2.0, 0.25)(z, t).item() == pytest.approx(expected.item())


def test_distillation_by_hand() -> None:
    student, teacher, labels = torch.randn(4, 3), torch.randn(4, 3), torch.tensor([0, 1, 2, 0])
    p, q = (teacher / 2).softmax(1), (student / 2).softmax(1)
    divergence = (p * (p / q).log()).sum(1).mean()
    expected = 0.7 * 4 * divergence + 0.3 * F.cross_entropy(student, labels)
    assert class_losses.DistillationLoss(2.0, 0.7)(student, teacher, labels).item() == pytest.approx(expected.item())


def test_ctc_reads_padding_or_lengths() -> None:
    x, text = torch.randn(2, 6, 4), torch.tensor([[1, 2, 0], [3, 0, 0]])
    logs = x.log_softmax(2).transpose(0, 1)
    steps, lengths = torch.tensor([6, 6]), torch.tensor([2, 1])
    expected = F.ctc_loss(logs, text, steps, lengths).item()
    assert class_losses.CTCLoss()(x, text).item() == pytest.approx(expected, rel=1e-5)
    shorter = torch.tensor([5, 4])
    expected = F.ctc_loss(logs, text, shorter, lengths).item()
    assert class_losses.CTCLoss()(x, text, shorter, lengths).item() == pytest.approx(expected, rel=1e-5)


def test_kl_divergence_of_a_distribution_is_the_sum_over_it() -> None:
    x, target = torch.randn(4, 3).log_softmax(1), torch.rand(4, 3).softmax(1)
    expected = (target * (target.log() - x)).sum() / 4
    assert placed("KLDivLoss", SCORES, SCORES)(x, target).item() == pytest.approx(expected.item())


def test_a_blank_beyond_the_classes_is_mended_by_its_proposal() -> None:
    steps, text = TensorSpec.of(Kind.SEQUENCE, 6, 4), TensorSpec.of(Kind.TOKENS, 3)
    layer = check_parameters(layer_type("CTCLoss"), {"blank": 4})
    with pytest.raises(ShapeError, match="more than 4 scores") as caught:
        layer.output(steps, text)
    (fix,) = caught.value.fixes
    assert check_parameters(type(layer), dict(fix.set)).output(steps, text) == SCALAR


def test_pairs_by_hand() -> None:
    a, b = torch.tensor([[0.0, 0.0], [0.0, 0.0]]), torch.tensor([[0.6, 0.8], [0.3, 0.4]])
    loss = metric_losses.ContrastiveLoss(margin=2.0)(a, b, torch.tensor([1, 0]))
    assert loss.item() == pytest.approx((0.5 * 1 + 0.5 * 1.5**2) / 2)
    better = metric_losses.MarginRankingLoss(0.5)(torch.tensor([[1.0], [2.0]]), torch.tensor([[0.8], [3.0]]),
                                                  torch.tensor([1, 0]))  # fmt: skip
    assert better.item() == pytest.approx((0.3 + 0) / 2)
    chosen = metric_losses.BPRLoss()(torch.tensor([[2.0]]), torch.tensor([[0.5]]))
    assert chosen.item() == pytest.approx(math.log(1 + math.exp(-1.5)))
    x, y = torch.randn(3, 4), torch.randn(3, 4)
    expected = F.cosine_embedding_loss(x, y, torch.tensor([1, -1, -1]), margin=0.2).item()
    assert metric_losses.CosineEmbeddingLoss(0.2)(x, y, torch.tensor([1, 0, 0])).item() == pytest.approx(expected)


def test_views_find_their_partners() -> None:
    a, b = torch.randn(3, 4), torch.randn(3, 4)
    z = F.normalize(torch.cat([a, b]), dim=1)
    alike = (z @ z.T / 0.5).exp()
    terms = [-math.log(alike[i, (i + 3) % 6] / (alike[i].sum() - alike[i, i])) for i in range(6)]
    assert metric_losses.NTXentLoss(0.5)(a, b).item() == pytest.approx(sum(terms) / 6, rel=1e-5)
    rows = F.cosine_similarity(a[:, None], b[None], dim=2) / 0.07
    own = torch.arange(3)
    one, other = F.cross_entropy(rows, own).item(), F.cross_entropy(rows.T, own).item()
    assert metric_losses.InfoNCELoss()(a, b).item() == pytest.approx(one, rel=1e-5)
    assert metric_losses.ClipLoss()(a, b).item() == pytest.approx((one + other) / 2, rel=1e-5)


def test_margin_heads_turn_the_right_class_only_in_training() -> None:
    x, labels = torch.randn(4, 5), torch.tensor([0, 2, 1, 2])
    arc, cos = metric_losses.ArcFaceHead(5, 3, 10.0, 0.5), metric_losses.CosFaceHead(5, 3, 10.0, 0.35)
    for head in (arc, cos):
        cosine = F.cosine_similarity(x[:, None], head.weight[None], dim=2)
        right = F.one_hot(labels, 3).bool()
        wanted = (cosine.acos() + 0.5).cos() if head is arc else cosine - 0.35
        beyond = cosine.acos() > math.pi - 0.5
        if head is arc:
            wanted = torch.where(beyond, cosine - 0.5 * math.sin(0.5), wanted)
        assert torch.allclose(head(x, labels), 10 * torch.where(right, wanted, cosine), atol=1e-4)
        assert torch.allclose(head(x), 10 * cosine, atol=1e-5)
        assert torch.allclose(head.eval()(x, labels), 10 * cosine, atol=1e-5)


def test_prototypes_are_means_of_shots() -> None:
    x, support = torch.randn(2, 3, 4), torch.randn(2, 6, 4)
    scores = metric_losses.PrototypeDistance(shots=3)(x, support)
    assert scores.shape == (2, 3, 2)
    assert scores[1, 2, 1].item() == pytest.approx(-(x[1, 2] - support[1, 3:].mean(0)).square().sum().item(), rel=1e-5)
    layer = check_parameters(layer_type("PrototypeDistance"), {"shots": 4})
    with pytest.raises(ShapeError, match="multiple of 4"):
        layer.output(TensorSpec.of(Kind.SEQUENCE, 3, 4), TensorSpec.of(Kind.SEQUENCE, 6, 4))


def test_embeddings_of_two_sizes_are_mended_by_a_projection() -> None:
    layer = check_parameters(layer_type("NTXentLoss"), {})
    with pytest.raises(ShapeError) as caught:
        layer.output(TensorSpec.of(Kind.FEATURES, 8), TensorSpec.of(Kind.FEATURES, 5))
    (fix,) = caught.value.fixes
    assert fix.port == "b" and fix.insert == (("Linear", {"out_features": 8}),)
