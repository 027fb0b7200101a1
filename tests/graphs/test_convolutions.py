"""Convolutions of every kind give the numbers of their formula, cost what they say, and explain themselves."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch.nn import functional as F

from graphs.catalogue import check_parameters, layer_type
from graphs.layer import Layer, ShapeError
from graphs.layers.windows import SpreadWindow
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build
from tests.graphs.test_shape_messages import cured

SIGNAL = TensorSpec.of(Kind.SIGNAL, 3, 10)
IMAGE = TensorSpec.of(Kind.IMAGE, 8, 12, 10)
VOLUME = TensorSpec.of(Kind.VOLUME, 2, 4, 6, 6)


def layer(name: str, **parameters: Any) -> Layer:
    return check_parameters(layer_type(name), parameters)


def built(of: Layer, **inputs: TensorSpec) -> Any:
    call = of.torch(**inputs)
    assert call is not None
    return build(call).eval()


def test_a_causal_convolution_never_sees_the_future() -> None:
    causal = built(layer("CausalConv1d", out_channels=2, kernel_size=3, dilation=2), x=SIGNAL)
    x = torch.randn(1, 3, 10)
    changed = x.clone()
    changed[..., 6:] += 1
    assert torch.equal(causal(x)[..., :6], causal(changed)[..., :6])
    assert not torch.equal(causal(x)[..., 6:], causal(changed)[..., 6:])


def test_a_causal_convolution_sees_the_present_and_what_was() -> None:
    causal = built(layer("CausalConv1d", out_channels=1, kernel_size=2, dilation=3, bias=False), x=SIGNAL)
    x = torch.randn(1, 3, 10)
    weight = causal.conv.weight[0]
    by_hand = (weight[:, 0] * x[0, :, 2] + weight[:, 1] * x[0, :, 5]).sum()
    assert torch.allclose(causal(x)[0, 0, 5], by_hand, atol=1e-6)


def test_a_separable_convolution_costs_the_share_of_howards_equation_5() -> None:
    full = layer("Conv2d", out_channels=16, kernel_size=3, bias=False).cost(x=IMAGE)
    separable = layer("SeparableConv2d", out_channels=16, kernel_size=3, bias=False).cost(x=IMAGE)
    share = 1 / 16 + 1 / 3**2
    assert separable.multiply_adds.number == pytest.approx(full.multiply_adds.number * share)
    assert separable.parameters.number == pytest.approx(full.parameters.number * share)


def test_a_separable_convolution_is_a_convolution_with_a_product_of_two_kernels() -> None:
    both = built(layer("SeparableConv2d", out_channels=4, kernel_size=3, padding=1), x=IMAGE)
    weight = torch.einsum("mc,ckl->mckl", both.pointwise.weight[:, :, 0, 0], both.depthwise.weight[:, 0])
    x = torch.randn(2, 8, 12, 10)
    assert torch.allclose(both(x), F.conv2d(x, weight, both.pointwise.bias, padding=1), atol=1e-5)


def test_a_depthwise_convolution_keeps_channels_apart() -> None:
    depthwise = built(layer("DepthwiseConv2d", channel_multiplier=2, kernel_size=3), x=IMAGE)
    x = torch.randn(1, 8, 12, 10)
    changed = x.clone()
    changed[:, 3] += 1
    differs = (depthwise(x) - depthwise(changed)).abs().amax(dim=(0, 2, 3)) > 0
    assert differs.nonzero().flatten().tolist() == [6, 7]


def test_a_locally_connected_layer_with_equal_weights_everywhere_is_a_convolution() -> None:
    small = TensorSpec.of(Kind.IMAGE, 2, 5, 4)
    local = built(layer("LocallyConnected2d", out_channels=3, kernel_size=(3, 2), stride=(2, 1), padding=1), x=small)
    x, shared = torch.randn(2, 2, 5, 4), torch.randn(3, 2, 3, 2)
    with torch.no_grad():
        local.weight.copy_(shared.flatten(1).T.expand_as(local.weight))
        local.bias.zero_()
    assert torch.allclose(local(x), F.conv2d(x, shared, stride=(2, 1), padding=1), atol=1e-5)


def test_local_windows_of_10_by_10_on_a_million_units_have_a_hundred_million_weights() -> None:
    picture = TensorSpec.of(Kind.IMAGE, 1, 1009, 1009)
    local = layer("LocallyConnected2d", out_channels=1, kernel_size=10, bias=False)
    assert local.output(x=picture).text == "1×1000×1000"
    assert local.cost(x=picture).parameters.number == 10**8
    assert layer("Conv2d", out_channels=1, kernel_size=10, bias=False).cost(x=picture).parameters.number == 100


def test_a_transposed_convolution_doubles_an_image_and_says_how() -> None:
    doubled = layer("ConvTranspose2d", out_channels=4)
    assert doubled.output(x=IMAGE).text == "4×24×20"
    assert doubled.arithmetic(x=IMAGE)[0].text == "(12 − 1)·2 − 2·1 + 1·(4 − 1) + 0 + 1 = 24"


def test_a_transposed_window_keeps_a_symbol_it_does_not_change() -> None:
    assert SpreadWindow(3, 1, 1).places("T") == "T"
    assert SpreadWindow(4, 2, 1).places("T") == "2·T"


def test_bilinear_weighs_every_pair() -> None:
    a, b = TensorSpec.of(Kind.FEATURES, 3), TensorSpec.of(Kind.FEATURES, 2)
    both = built(layer("Bilinear", out_features=4), input1=a, input2=b)
    x1, x2 = torch.randn(5, 3), torch.randn(5, 2)
    by_hand = torch.einsum("ni,oij,nj->no", x1, both.weight, x2) + both.bias
    assert torch.allclose(both(x1, x2), by_hand, atol=1e-6)


def test_the_rbf_layer_of_lenet_measures_squared_distances() -> None:
    centres = built(layer("RBFLayer", out_features=2), x=TensorSpec.of(Kind.FEATURES, 3))
    with torch.no_grad():
        centres.weight.copy_(torch.tensor([[1.0, -1.0, 1.0], [0.0, 0.0, 0.0]]))
    assert centres(torch.tensor([[1.0, 1.0, 0.0]])).tolist() == [[0 + 4 + 1, 2]]


def test_a_graph_convolution_is_kipf_and_wellings_equation_2() -> None:
    nodes, table = TensorSpec.of(Kind.SEQUENCE, 3, 2), TensorSpec(Kind.TENSOR, (3, 3))
    graph = built(layer("GraphConv", out_features=4, bias=False), x=nodes, adjacency=table)
    a = torch.tensor([[0.0, 1, 0], [1, 0, 1], [0, 1, 0]])
    root = torch.diag(1 / torch.tensor([2.0, 3, 2]).sqrt())
    x = torch.randn(1, 3, 2)
    by_hand = root @ (a + torch.eye(3)) @ root @ x @ graph.linear.weight.T
    assert torch.allclose(graph(x, a[None]), by_hand, atol=1e-6)


def test_a_node_without_neighbours_gives_the_bias_when_it_does_not_hear_itself() -> None:
    nodes, table = TensorSpec.of(Kind.SEQUENCE, 2, 2), TensorSpec(Kind.TENSOR, (2, 2))
    graph = built(layer("GraphConv", out_features=3, self_loops=False), x=nodes, adjacency=table)
    assert torch.equal(graph(torch.randn(1, 2, 2), torch.zeros(1, 2, 2)), torch.zeros(1, 2, 3))


def test_xconv_does_not_mind_where_the_cloud_lies() -> None:
    cloud = built(layer("XConv", out_features=4, out_points=3, k=4), points=TensorSpec.of(Kind.POINTS, 9, 3))
    points = torch.randn(2, 9, 3)
    chosen, features = cloud(points)
    moved, same = cloud(points + 1)
    assert torch.allclose(moved, chosen + 1, atol=1e-5) and torch.allclose(same, features, atol=1e-4)


def test_xconv_chooses_points_far_from_each_other() -> None:
    cloud = built(layer("XConv", out_points=3, k=2), points=TensorSpec.of(Kind.POINTS, 4, 3))
    line = torch.tensor([[[0.0, 0, 0], [1, 0, 0], [9, 0, 0], [5, 0, 0]]])
    assert cloud(line)[0][0, :, 0].tolist() == [0, 9, 5]


REFUSALS: list[tuple[Layer, dict[str, TensorSpec], str]] = [
    (layer("Conv1d", kernel_size=7), {"x": SIGNAL.with_dims(1, 4)}, "Conv1d needs a signal of at least 7 here."),
    (layer("Conv1d"), {"x": TensorSpec.of(Kind.SEQUENCE, 10, 3)}, "Conv1d takes a signal."),
    (layer("Conv1d"), {"x": TensorSpec.of(Kind.FEATURES, 9)}, "Conv1d takes a signal."),
    (layer("Conv1d", groups=4), {"x": SIGNAL}, "Conv1d divides channels and filters into 4 equal groups."),
    (
        layer("Conv1d", padding=12, padding_mode="reflect"), {"x": SIGNAL},
        "With padding_mode reflect the border of 12 copies numbers from inside.",
    ),
    (layer("Conv3d", kernel_size=5), {"x": VOLUME}, "Conv3d needs a volume of at least 5×5×5 here."),
    (layer("Conv3d", padding=1), {"x": IMAGE}, "Conv3d takes a volume."),
    (layer("CausalConv1d", groups=2), {"x": SIGNAL}, "CausalConv1d divides channels and filters into 2 equal groups."),
    (
        layer("ConvTranspose1d", output_padding=3), {"x": SIGNAL},
        "ConvTranspose1d needs an output_padding below its stride or its dilation.",
    ),
    (
        layer("ConvTranspose2d", kernel_size=1, padding=4), {"x": TensorSpec.of(Kind.IMAGE, 1, 2, 2)},
        "ConvTranspose2d must leave something of the output.",
    ),
    (layer("DepthwiseConv2d", kernel_size=11), {"x": IMAGE}, "DepthwiseConv2d needs an image of at least 11×11 here."),
    (layer("SeparableConv2d", kernel_size=13), {"x": IMAGE}, "SeparableConv2d needs an image of at least 13×13 here."),
    (
        layer("LocallyConnected2d", out_channels=4096), {"x": TensorSpec.of(Kind.IMAGE, 1, 500, 500)},
        "LocallyConnected2d keeps every weight apart, and two thousand million are the most it takes.",
    ),
    (
        layer("XConv", k=9, out_points=20), {"points": TensorSpec.of(Kind.POINTS, 8, 3)},
        "XConv cannot choose more points than there are.",
    ),
    (layer("RBFLayer"), {"x": IMAGE}, "RBFLayer takes features or a sequence."),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "inputs", "expected"), REFUSALS, ids=lambda value: str(value)[:30])
def test_a_refusal_says_what_is_expected_and_every_cure_works(
    broken: Layer, inputs: dict[str, TensorSpec], expected: str
) -> None:
    with pytest.raises(ShapeError) as caught:
        broken.output(**inputs)
    error = caught.value
    assert str(error.expected) == expected and error.hint is not None
    assert error.fixes
    for fix in error.fixes:
        cured(broken, inputs, fix)


def test_a_graph_needs_a_square_table() -> None:
    with pytest.raises(ShapeError, match="3 rows and 3 columns"):
        layer("GraphConv").output(x=TensorSpec.of(Kind.SEQUENCE, 3, 2), adjacency=TensorSpec(Kind.TENSOR, (3, 4)))


def test_an_open_length_stays_a_symbol_with_its_sum() -> None:
    text = TensorSpec.of(Kind.SIGNAL, 4, "T")
    assert layer("Conv1d", kernel_size=3, padding=1).output(x=text).dims == (32, "T")  # type: ignore[union-attr]
    assert layer("CausalConv1d", stride=2).output(x=text).dims == (32, "⌊(T-1)/2⌋+1")  # type: ignore[union-attr]
    assert layer("Conv1d", kernel_size=2, stride=2, padding=1).output(x=text).dims == (32, "⌊T/2⌋+1")  # type: ignore[union-attr]


def test_points_are_chosen_from_a_known_number() -> None:
    with pytest.raises(ShapeError, match="needs to know the size N before it runs"):
        layer("XConv").output(points=TensorSpec.of(Kind.POINTS, "N", 3))
