"""Spectrograms, mel bands, cepstra, anchors, decoded boxes and suppression give the numbers others give."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.ops import nms

from graphs.catalogue import check_parameters, layer_type
from graphs.layer import Layer, ShapeError
from graphs.modules.audio import cosines, mel_filters
from graphs.modules.detection import BoxDecode
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build
from tests.graphs.test_shape_messages import cured


def layer(name: str, **parameters: Any) -> Layer:
    return check_parameters(layer_type(name), parameters)


def built(of: Layer, **inputs: TensorSpec) -> Any:
    call = of.torch(**inputs)
    assert call is not None
    return build(call).eval()


SOUND = TensorSpec.of(Kind.SIGNAL, 1, 1024)
MAP = TensorSpec.of(Kind.IMAGE, 2, 3, 4)


def test_a_tone_is_a_line_in_the_spectrogram() -> None:
    spectrogram = layer("Spectrogram", n_fft=64, hop_length=32)
    tone = torch.sin(2 * torch.pi * 8 * torch.arange(1024) / 64)
    frames = built(spectrogram, x=SOUND)(tone[None, None])
    assert spectrogram.output(x=SOUND).text == "1×33×33" and frames.shape == (1, 1, 33, 33)
    assert set(frames[0, 0, :, 1:-1].argmax(dim=0).tolist()) == {8}
    assert spectrogram.arithmetic(x=SOUND)[0].text == "⌊(1024 + 2·32 − 64)/32⌋ + 1 = 33"


def test_power_is_the_square_of_the_magnitude() -> None:
    x = torch.randn(1, 1, 1024)
    magnitude = built(layer("Spectrogram", power="magnitude"), x=SOUND)(x)
    assert torch.allclose(built(layer("Spectrogram"), x=SOUND)(x), magnitude.square(), rtol=1e-4, atol=1e-5)


def test_mel_bands_are_triangles_that_widen_upwards() -> None:
    filters = mel_filters(bins=2001, sample_rate=16_000, n_mels=10, f_min=0, f_max=8000)
    hertz = torch.linspace(0, 8000, 2001)
    peaks = hertz[filters.argmax(dim=1)]
    mels = 2595 * torch.log10(1 + peaks / 700)
    highest = 2595 * math.log10(1 + 8000 / 700)
    assert torch.allclose(mels, torch.arange(1, 11) * highest / 11, atol=5)
    widths = (filters > 0).sum(dim=1)
    assert widths.tolist() == sorted(widths.tolist())


def test_the_cosines_are_an_orthonormal_dct() -> None:
    whole = cosines(8, 8)
    assert torch.allclose(whole @ whole.T, torch.eye(8), atol=1e-6)
    assert torch.allclose(cosines(1, 4), torch.full((1, 4), 0.5))


def test_mfcc_is_dct_of_log_of_mel_of_power() -> None:
    x = torch.randn(1, 1, 1024)
    mfcc = built(layer("MFCC", n_fft=128, hop_length=64, n_mels=12, n_mfcc=5, sample_rate=8000.0), x=SOUND)
    power = built(layer("Spectrogram", n_fft=128, hop_length=64), x=SOUND)
    bank = layer("MelFilterBank", n_mels=12, sample_rate=8000.0)
    mels = built(bank, x=TensorSpec.of(Kind.IMAGE, 1, 65, 17))(power(x))
    by_hand = torch.einsum("km,ncmt->nckt", cosines(5, 12), torch.log(mels + 1e-6))
    assert torch.allclose(mfcc(x), by_hand, atol=1e-4)


def test_anchors_are_those_of_torchvision() -> None:
    made = built(layer("AnchorGenerator", stride=8, sizes=(32, 64)), x=MAP)(torch.zeros(1, 2, 3, 4))
    theirs = AnchorGenerator(((32, 64),), ((0.5, 1.0, 2.0),))
    images = ImageList(torch.zeros(1, 3, 24, 32), [(24, 32)])
    assert torch.equal(made[0], theirs(images, [torch.zeros(1, 2, 3, 4)])[0])


def test_boxes_are_decoded_as_torchvision_does() -> None:
    from torchvision.models.detection._utils import BoxCoder

    corner, deltas = torch.rand(1, 6, 2) * 50, torch.randn(1, 6, 4)
    boxes = torch.cat([corner, corner + 5 + torch.rand(1, 6, 2) * 20], dim=-1)
    for weights in ((1.0, 1.0, 1.0, 1.0), (10.0, 10.0, 5.0, 5.0)):
        theirs = BoxCoder(weights).decode_single(deltas[0], boxes[0])
        assert torch.allclose(BoxDecode(weights)(boxes, deltas)[0], theirs, atol=1e-4)


def test_a_map_of_deltas_is_read_place_by_place_as_anchors_are_laid() -> None:
    boxes = torch.tensor([0.0, 0.0, 10.0, 10.0]).expand(1, 2 * 3 * 4, 4)
    deltas = torch.zeros(1, 8, 3, 4)
    deltas[0, 4 + 0, 1, 2] = 1  # second anchor, row 1, column 2: one width to the right
    moved = BoxDecode()(boxes, deltas)[0, :, 0].nonzero().flatten().tolist()
    assert moved == [(1 * 4 + 2) * 2 + 1]


def test_decoded_boxes_are_cut_to_the_picture() -> None:
    boxes = torch.tensor([[[-5.0, 2.0, 40.0, 90.0]]])
    assert BoxDecode(image_size=(20, 30))(boxes, torch.zeros(1, 1, 4)).tolist() == [[[0, 2, 30, 20]]]


def test_of_overlapping_boxes_the_surest_stays() -> None:
    boxes = torch.tensor([[[0.0, 0, 10, 10], [1, 1, 11, 11], [20, 20, 30, 30], [50, 50, 60, 60]]])
    scores = torch.tensor([[0.6, 0.9, 0.8, 0.01]])
    arriving = {"boxes": TensorSpec.of(Kind.BOXES, 4, 4), "scores": TensorSpec.of(Kind.FEATURES, 4)}
    kept, sure, real = built(layer("NonMaximumSuppression", max_boxes=3), **arriving)(boxes, scores)
    assert kept[0].tolist() == [[1, 1, 11, 11], [20, 20, 30, 30], [0, 0, 0, 0]]
    assert sure[0].tolist() == pytest.approx([0.9, 0.8, 0.0]) and real[0].tolist() == [True, True, False]
    assert nms(boxes[0, :3], scores[0, :3], 0.5).tolist() == [1, 2]


def test_a_box_as_large_as_the_map_is_pooled_like_the_map() -> None:
    arriving = {"x": TensorSpec.of(Kind.IMAGE, 1, 4, 4), "boxes": TensorSpec.of(Kind.BOXES, 1, 4)}
    x, all_of_it = torch.randn(1, 1, 4, 4), torch.tensor([[[0.0, 0, 3, 3]]])
    pooled = built(layer("RoIPool", output_size=1), **arriving)(x, all_of_it)
    assert pooled.shape == (1, 1, 1, 1, 1) and pooled.item() == x.max().item()


def test_roi_align_reads_between_the_pixels() -> None:
    arriving = {"x": TensorSpec.of(Kind.IMAGE, 1, 8, 8), "boxes": TensorSpec.of(Kind.BOXES, 1, 4)}
    slope = torch.arange(8.0).expand(1, 1, 8, 8)
    box = torch.tensor([[[4.0, 4, 8, 8]]])
    aligned = built(layer("RoIAlign", output_size=1, spatial_scale=0.5), **arriving)(slope, box)
    assert aligned.item() == pytest.approx((2 + 4) / 2 - 0.5)  # pixel 0 lies from 0 to 1, its centre at 0.5


REFUSALS: list[tuple[Layer, dict[str, TensorSpec], str]] = [
    (
        layer("Spectrogram"),
        {"x": TensorSpec.of(Kind.SIGNAL, 1, 100)},
        "Spectrogram needs a signal of at least 129 steps",
    ),
    (layer("MFCC", n_mfcc=41), {"x": SOUND}, "MFCC can make at most as many numbers as it has bands"),
    (layer("MelFilterBank", f_max=9000.0), {"x": MAP}, "MelFilterBank needs f_min below f_max"),
    (layer("Spectrogram"), {"x": TensorSpec.of(Kind.FEATURES, 1000)}, "Spectrogram takes a signal"),
]


@pytest.mark.parametrize(("broken", "inputs", "expected"), REFUSALS, ids=lambda value: str(value)[:30])
def test_a_refusal_says_what_is_expected_and_every_cure_works(
    broken: Layer, inputs: dict[str, TensorSpec], expected: str
) -> None:
    with pytest.raises(ShapeError) as caught:
        broken.output(**inputs)
    error = caught.value
    assert str(error.expected).startswith(expected) and error.fixes
    for fix in error.fixes:
        cured(broken, inputs, fix)


def test_every_box_needs_its_four_numbers_and_its_score() -> None:
    boxes = TensorSpec.of(Kind.BOXES, 36, 4)
    with pytest.raises(ShapeError, match="each of 36 boxes"):
        layer("BoxDecode").output(boxes=boxes, deltas=TensorSpec.of(Kind.IMAGE, 11, 3, 4))
    with pytest.raises(ShapeError, match="each of 36 boxes"):
        layer("NonMaximumSuppression").output(boxes=boxes, scores=TensorSpec.of(Kind.FEATURES, 35))
