"""Losses of generators, masks, boxes and detectors, held against sums by hand and torchvision."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F
from torchvision import ops

from graphs.catalogue import check_parameters, layer_type
from graphs.layer import ShapeError
from graphs.layers.sentences import SCALAR
from graphs.modules import box_losses, generative_losses, overlap_losses
from graphs.tensors import Kind, TensorSpec


def test_divergence_of_a_code_is_that_of_two_normal_distributions() -> None:
    mean, logvar = torch.randn(3, 4), torch.randn(3, 4)
    code = torch.distributions.Normal(mean, (0.5 * logvar).exp())
    noise = torch.distributions.Normal(torch.zeros(3, 4), torch.ones(3, 4))
    expected = torch.distributions.kl_divergence(code, noise).sum(1).mean().item()
    assert generative_losses.KLDivergence()(mean, logvar).item() == pytest.approx(expected, rel=1e-5)
    assert generative_losses.KLDivergence()(torch.zeros(2, 3), torch.zeros(2, 3)).item() == 0


def test_adversaries_by_hand() -> None:
    z = torch.tensor([[0.3], [-1.2]])
    p = z.sigmoid()
    real, fake = -p.log().mean().item(), -(1 - p).log().mean().item()
    assert generative_losses.AdversarialLoss("real")(z).item() == pytest.approx(real)
    assert generative_losses.AdversarialLoss("fake")(z).item() == pytest.approx(fake)
    assert generative_losses.AdversarialLoss("real", "minimax")(z).item() == pytest.approx(-fake)
    assert generative_losses.LeastSquaresGANLoss("real")(z).item() == pytest.approx((0.7**2 + 2.2**2) / 4)
    assert generative_losses.LeastSquaresGANLoss("fake")(z).item() == pytest.approx((0.3**2 + 1.2**2) / 4)
    assert generative_losses.WassersteinLoss("real")(z).item() == pytest.approx(0.45)
    assert generative_losses.WassersteinLoss("fake")(z).item() == pytest.approx(-0.45)


def test_gradient_penalty_of_a_linear_critic_is_known() -> None:
    critic = torch.nn.Linear(2, 1, bias=False)
    with torch.no_grad():
        critic.weight.copy_(torch.tensor([[3.0, 4.0]]))
    x = torch.randn(5, 2, requires_grad=True)
    loss = generative_losses.GradientPenalty()(critic(x), x)
    assert loss.item() == pytest.approx(10 * (5 - 1) ** 2)
    loss.backward()  # the penalty moves the critic: d/dw 10·(|w| − 1)² = 20·4·w/5
    assert critic.weight.grad is not None
    assert critic.weight.grad.flatten().tolist() == pytest.approx([20 * 4 * 3 / 5, 20 * 4 * 4 / 5])
    with pytest.raises(RuntimeError, match="RandomInterpolate"):
        generative_losses.GradientPenalty()(critic(x.detach()), x.detach())


def test_pictures_by_hand() -> None:
    x = torch.tensor([[[[0.0, 1.0], [3.0, 3.0]]]])
    assert generative_losses.TotalVariationLoss()(x).item() == pytest.approx((3 + 2) / 2 + (1 + 0) / 2)
    assert generative_losses.ContentLoss()(x, torch.zeros_like(x)).item() == pytest.approx((1 + 9 + 9) / 2)
    a, b = torch.randn(2, 3, 2, 2), torch.randn(2, 3, 2, 2)
    grams = [torch.einsum("nihw,njhw->nij", t, t) for t in (a, b)]
    expected = (grams[0] - grams[1]).square().sum() / (4 * 9 * 16) / 2
    assert generative_losses.StyleLoss()(a, b).item() == pytest.approx(expected.item(), rel=1e-5)


def test_masks_by_hand() -> None:
    p, t = torch.tensor([[[[0.5, 1.0]]]]), torch.tensor([[[[1.0, 0.0]]]])
    dice = overlap_losses.DiceLoss(smooth=1.0, scores=False)(p, t).item()
    assert dice == pytest.approx(1 - (2 * 0.5 + 1) / (1.5 + 1 + 1))
    jaccard = overlap_losses.JaccardLoss(smooth=1.0, scores=False)(p, t).item()
    assert jaccard == pytest.approx(1 - (0.5 + 1) / (1.5 + 1 - 0.5 + 1))
    tversky = overlap_losses.TverskyLoss(0.3, 0.7, 1.0, scores=False)(p, t).item()
    assert tversky == pytest.approx(1 - 1.5 / (0.5 + 0.3 * 1 + 0.7 * 0.5 + 1))
    x, classes = torch.randn(2, 3, 4, 4), torch.randint(0, 3, (2, 4, 4))
    half = overlap_losses.TverskyLoss(0.5, 0.5, 0.5)(x, classes).item()
    assert half == pytest.approx(overlap_losses.DiceLoss(1.0)(x, classes).item(), rel=1e-5)
    whole = overlap_losses.TverskyLoss(1, 1, 1.0)(x, classes).item()
    assert whole == pytest.approx(overlap_losses.JaccardLoss(1.0)(x, classes).item(), rel=1e-5)
    one_hot = F.one_hot(classes, 3).permute(0, 3, 1, 2).float()
    soft = overlap_losses.DiceLoss(scores=False)(x.softmax(1), one_hot).item()
    assert soft == pytest.approx(overlap_losses.DiceLoss()(x, classes).item(), rel=1e-5)


def some_boxes(count: int) -> torch.Tensor:
    """Random boxes as corners, two examples of them."""
    start = torch.rand(2, count, 2)
    return torch.cat([start, start + 0.1 + torch.rand(2, count, 2)], -1)


@pytest.mark.parametrize(
    ("form", "theirs"),
    [
        ("GIoU", ops.generalized_box_iou_loss),
        ("DIoU", ops.distance_box_iou_loss),
        ("CIoU", ops.complete_box_iou_loss),
    ],
)
def test_boxes_in_pairs_are_compared_as_in_torchvision(form: str, theirs: object) -> None:
    assert callable(theirs)
    a, b = some_boxes(5), some_boxes(5)
    ours = overlap_losses.BoxOverlapLoss(form)(a, b).item()
    assert ours == pytest.approx(theirs(a, b, reduction="mean").item(), rel=1e-4)
    centred = [ops.box_convert(box, "xyxy", "cxcywh") for box in (a, b)]
    assert overlap_losses.BoxOverlapLoss(form, centred=True)(*centred).item() == pytest.approx(ours, rel=1e-4)


def test_iou_loss_by_hand() -> None:
    a, b = torch.tensor([[[0.0, 0.0, 2.0, 2.0]]]), torch.tensor([[[1.0, 0.0, 3.0, 2.0]]])
    assert overlap_losses.BoxOverlapLoss()(a, b).item() == pytest.approx(1 - 2 / 6)


def test_a_grid_that_says_everything_right_costs_nothing() -> None:
    # one object of class 1 in a grid of 2×2, its centre in the right upper cell
    boxes, labels = torch.tensor([[[0.8, 0.3, 0.36, 0.25], [0.1, 0.1, 0.1, 0.1]]]), torch.tensor([[1, -1]])
    x = torch.zeros(1, 5 + 2, 2, 2)
    x[0, :, 0, 1] = torch.tensor([0.6, 0.6, 0.6, 0.5, 1.0, 0.0, 1.0])
    loss = box_losses.GridDetectionLoss(2)
    assert loss(x, boxes, labels).item() == pytest.approx(0, abs=1e-6)
    x[0, 0, 0, 1] += 0.1  # moved by a tenth of a cell: 5·0.1², and the wanted confidence is the IoU
    inner, area = 0.36 - 0.05, 0.36
    iou = inner / (2 * area - inner)
    assert loss(x, boxes, labels).item() == pytest.approx(5 * 0.01 + (1 - iou) ** 2, rel=1e-3)
    x[0, 0, 0, 1] -= 0.1
    x[0, 4, 1, 0] = 0.4  # sure of an object where there is none
    assert loss(x, boxes, labels).item() == pytest.approx(0.5 * 0.16, rel=1e-4)


def test_anchors_count_matched_ones_and_the_hardest_others() -> None:
    anchors = torch.tensor([[[0.25, 0.25, 0.5, 0.5], [0.75, 0.75, 0.5, 0.5], [0.75, 0.25, 0.5, 0.5]]])
    boxes, labels = torch.tensor([[[0.30, 0.25, 0.5, 0.5]]]), torch.tensor([[1]])
    scores, offsets = torch.randn(1, 3, 3), torch.zeros(1, 3, 4)
    entropy = -scores[0].log_softmax(1)
    wanted = [0.05 / 0.5 / 0.1, 0.0, 0.0, 0.0]  # one unit to the right
    moved = F.smooth_l1_loss(torch.zeros(4), torch.tensor(wanted), reduction="sum")
    expected = entropy[0, 2] + entropy[1:, 0].amax() + moved
    loss = box_losses.AnchorDetectionLoss(negatives=1.0)(scores, offsets, anchors, boxes, labels)
    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    nothing = box_losses.AnchorDetectionLoss()(scores, offsets, anchors, boxes, torch.tensor([[-1]]))
    assert nothing.item() == 0  # as in the paper, a picture without objects has no negatives either


def test_centres_are_peaks_and_sizes_are_read_there() -> None:
    heat, offset, size = torch.zeros(1, 2, 4, 4), torch.zeros(1, 2, 4, 4), torch.zeros(1, 2, 4, 4)
    boxes, labels = torch.tensor([[[0.4, 0.6, 0.25, 0.5]]]), torch.tensor([[1]])
    # the centre is (1.6, 2.4) in cells, the box 1×2 cells: no radius, a single peak
    focal = -(32 - 1) * 0.25 * math.log(0.5) - 0.25 * math.log(0.5)
    expected = focal + (0.6 + 0.4) + 0.1 * (1 + 2)
    loss = box_losses.CenterDetectionLoss()(heat, offset, size, boxes, labels)
    assert loss.item() == pytest.approx(expected, rel=1e-4)
    zero, eight = torch.tensor([0]), torch.tensor([8])
    large = torch.tensor([[30.0, 30.0]])  # a radius of 2 cells
    bell = box_losses.CenterDetectionLoss.wanted(torch.zeros(1, 1, 16, 16), zero, zero, eight, eight, large)
    assert bell[0, 0, 8, 8] == 1 and 0 < bell[0, 0, 8, 9] < 1 and bell[0, 0, 8, 9] == bell[0, 0, 7, 8]


def test_every_object_gets_the_prediction_that_fits_it() -> None:
    boxes, labels = torch.tensor([[[0.2, 0.2, 0.2, 0.2], [0.7, 0.7, 0.2, 0.2]]]), torch.tensor([[0, 1]])
    x = torch.stack([boxes[0, 1], torch.tensor([0.5, 0.1, 0.1, 0.1]), boxes[0, 0]])[None]  # other order, one over
    scores = torch.full((1, 3, 3), -20.0)
    for place, label in enumerate((1, 2, 0)):
        scores[0, place, label] = 20.0
    loss = box_losses.SetDetectionLoss()
    assert loss(scores, x, boxes, labels).item() == pytest.approx(0, abs=1e-5)
    x[0, 0, 0] += 0.1
    giou = ops.generalized_box_iou(box_losses.corners(x[0, :1]), box_losses.corners(boxes[0, 1:])).item()
    assert loss(scores, x, boxes, labels).item() == pytest.approx((5 * 0.1 + 2 * (1 - giou)) / 2, rel=1e-4)
    none = loss(scores, x, boxes, torch.tensor([[-1, -1]]))
    assert math.isfinite(none.item())


def test_a_grid_says_how_many_channels_it_needs() -> None:
    layer = check_parameters(layer_type("GridDetectionLoss"), {"classes": 20})
    boxes, labels = TensorSpec.of(Kind.BOXES, 3, 4), TensorSpec.of(Kind.TOKENS, 3)
    with pytest.raises(ShapeError, match="20 channels") as caught:
        layer.output(TensorSpec.of(Kind.IMAGE, 28, 7, 7), boxes, labels)
    assert "30 channels" in str(caught.value.hint)
    assert layer.output(TensorSpec.of(Kind.IMAGE, 30, 7, 7), boxes, labels) == SCALAR
    with pytest.raises(ShapeError, match="one label for every true box"):
        layer.output(TensorSpec.of(Kind.IMAGE, 30, 7, 7), boxes, TensorSpec.of(Kind.TOKENS, 2))
