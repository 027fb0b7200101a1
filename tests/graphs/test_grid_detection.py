"""Detectors without anchors: what cells shall answer, how answers become boxes, and which boxes stay."""

from __future__ import annotations

import pytest
import torch
from torchvision.ops import batched_nms, box_convert, box_iou

from graphs.catalogue import layer_type
from graphs.layer import ShapeError
from graphs.modules.box_metrics import MeanAveragePrecision
from graphs.modules.detection import NonMaximumSuppression
from graphs.modules.grid_detection import CenterDecode, GridDecode, GridTargets
from graphs.tensors import Kind, TensorSpec

BOXES = torch.tensor([[[0.30, 0.55, 0.20, 0.40], [0.80, 0.10, 0.10, 0.10], [0.0, 0.0, 0.0, 0.0]]])
LABELS = torch.tensor([[2, 0, -1]])


def test_the_cell_with_the_centre_answers() -> None:
    box, there, classes = GridTargets()(torch.zeros(1, 7, 2, 5), BOXES, LABELS)  # 2 rows, 5 columns
    assert there[0, 0].nonzero().tolist() == [[0, 4], [1, 1]]
    assert classes[0].tolist() == [[-100, -100, -100, -100, 0], [-100, 2, -100, -100, -100]]
    # Centre .30 · 5 = 1.5 and .55 · 2 = 1.1: half and a tenth into the cell; the sides as square roots.
    assert box[0, :, 1, 1].tolist() == pytest.approx([0.5, 0.1, 0.2**0.5, 0.4**0.5])
    assert box[0, :, 0, 0].tolist() == [0, 0, 0, 0]


def test_of_two_centres_in_a_cell_the_first_object_counts() -> None:
    twice = torch.tensor([[[0.5, 0.5, 0.2, 0.2], [0.52, 0.52, 0.3, 0.3]]])
    box, _, classes = GridTargets()(torch.zeros(1, 1, 3, 3), twice, torch.tensor([[1, 0]]))
    assert classes[0, 1, 1] == 1 and box[0, 2, 1, 1] == pytest.approx(0.2**0.5)


def test_what_a_cell_should_answer_is_read_as_the_box_it_came_from() -> None:
    box, there, classes = GridTargets()(torch.zeros(1, 1, 4, 6), BOXES, LABELS)
    kinds = torch.nn.functional.one_hot(classes.clamp(min=0), 3).permute(0, 3, 1, 2) * 50.0
    boxes, scores = GridDecode()(box, there * 100 - 50, kinds)
    found = scores[0].amax(1) > 0.5
    assert torch.allclose(boxes[0, found], BOXES[0, [1, 0]], atol=1e-6)  # row by row: the higher one first
    assert scores[0, found].argmax(1).tolist() == [0, 2]


def test_a_score_is_the_chance_of_an_object_times_that_of_the_class() -> None:
    torch.manual_seed(0)
    there, classes = torch.randn(2, 1, 3, 3), torch.randn(2, 4, 3, 3)
    _, scores = GridDecode()(torch.rand(2, 4, 3, 3), there, classes)
    assert scores[1, 5].tolist() == pytest.approx(
        (there[1, 0, 1, 2].sigmoid() * classes[1, :, 1, 2].softmax(0)).tolist()
    )


def test_peaks_become_boxes_and_slopes_do_not() -> None:
    heat = torch.full((1, 2, 4, 8), -9.0)
    heat[0, 1, 2, 5], heat[0, 1, 2, 6], heat[0, 0, 0, 1] = 3.0, 2.0, 1.0  # a peak, its slope, another peak
    offset, size = torch.zeros(1, 2, 4, 8), torch.zeros(1, 2, 4, 8)
    offset[0, :, 2, 5], size[0, :, 2, 5] = torch.tensor([0.5, 0.25]), torch.tensor([4.0, 2.0])
    boxes, scores = CenterDecode(3)(heat, offset, size)
    assert boxes[0, 0].tolist() == pytest.approx([5.5 / 8, 2.25 / 4, 4 / 8, 2 / 4])
    assert scores[0, 0].tolist() == pytest.approx([0, torch.tensor(3.0).sigmoid().item()])
    assert scores[0, 1].tolist() == pytest.approx([torch.tensor(1.0).sigmoid().item(), 0])
    assert float(scores[0, 2].max()) < 0.01  # the slope is no third


def test_more_boxes_than_places_are_filled_up_with_nothing() -> None:
    _, scores = CenterDecode(9)(torch.zeros(1, 1, 2, 2), torch.zeros(1, 2, 2, 2), torch.ones(1, 2, 2, 2))
    assert (scores[0, :, 0] > 0).tolist() == [True] * 4 + [False] * 5


def test_suppression_class_by_class_is_torchvisions() -> None:
    torch.manual_seed(1)
    boxes = torch.cat([torch.rand(1, 40, 2), 0.1 + 0.3 * torch.rand(1, 40, 2)], -1)
    scores = torch.rand(1, 40, 3)
    kept, sure, real = NonMaximumSuppression(0.4, 0.6, 40, centred=True)(boxes, scores)
    best, kind = scores[0].max(1)
    good = (best >= 0.6).nonzero().squeeze(1)
    wanted = good[batched_nms(box_convert(boxes[0, good], "cxcywh", "xyxy"), best[good], kind[good], 0.4)]
    assert torch.equal(kept[0][real[0]], boxes[0, wanted]) and torch.equal(sure[0][real[0]], scores[0, wanted])
    assert 0 < len(wanted) < len(good) and not sure[0][~real[0]].any()
    touching = box_iou(*[box_convert(kept[0][real[0]], "cxcywh", "xyxy")] * 2) - torch.eye(len(wanted))
    alike = sure[0][real[0]].argmax(1)
    assert not ((touching > 0.4) & (alike[:, None] == alike)).any()


def test_chances_are_judged_as_they_are_and_fillers_are_no_false_alarms() -> None:
    found = torch.cat([BOXES[:, :2], torch.zeros(1, 3, 4)], 1)
    scores = torch.zeros(1, 5, 3)
    scores[0, 0, 2], scores[0, 1, 0] = 0.3, 0.2
    judge = MeanAveragePrecision(no_object=False, chances=True)
    assert float(judge(scores, found, BOXES, LABELS)) == 1
    assert len(judge.gathered) == 0
    judge.update(scores, found, BOXES, LABELS)
    assert len(judge.gathered[0]) == 4  # two true boxes and two found ones


def test_heads_of_the_wrong_size_are_refused_with_a_way_out() -> None:
    image = {name: TensorSpec.of(Kind.IMAGE, count, 6, 6) for name, count in (("box", 4), ("there", 1), ("classes", 3))}
    decode = layer_type("GridDecode")()
    assert decode.output(**image)["boxes"].dims == (36, 4)
    with pytest.raises(ShapeError, match="a map of 4 channels"):
        decode.output(**image | {"box": TensorSpec.of(Kind.IMAGE, 5, 6, 6)})
    with pytest.raises(ShapeError, match="maps of one size"):
        decode.output(**image | {"there": TensorSpec.of(Kind.IMAGE, 1, 3, 3)})
    with pytest.raises(ShapeError, match="one label for every true box"):
        layer_type("GridTargets")().output(
            x=image["box"], boxes=TensorSpec.of(Kind.BOXES, 3, 4), labels=TensorSpec.of(Kind.TOKENS, 2)
        )
