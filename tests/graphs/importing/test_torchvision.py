"""torchvision's models come back as drawings: the same numbers to the last bit, and few blocks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode
from torchvision import models

import graphs
from tests.graphs.importing.test_modules import both


def small_vit() -> nn.Module:
    return models.VisionTransformer(32, 16, num_layers=3, num_heads=2, hidden_dim=16, mlp_dim=32, num_classes=5)


def small_swin() -> nn.Module:
    return models.SwinTransformer([2, 2], 16, [2, 2], [2, 4], [2, 2], num_classes=5)


def small_swin_v2() -> nn.Module:
    from torchvision.models.swin_transformer import PatchMergingV2, SwinTransformerBlockV2

    return models.SwinTransformer([2, 2], 16, [2, 2], [2, 4], [2, 2], num_classes=5,
                                  block=SwinTransformerBlockV2, downsample_layer=PatchMergingV2)  # fmt: skip


def small_maxvit() -> nn.Module:
    return models.MaxVit((32, 32), 8, 2, [8, 16], [1, 2], 4, 0.2, num_classes=5)


def small_densenet() -> nn.Module:
    return models.DenseNet(8, (3, 2, 2), 16, num_classes=5)


def small_convnext() -> nn.Module:
    settings = [models.convnext.CNBlockConfig(8, 16, 2), models.convnext.CNBlockConfig(16, None, 2)]
    return models.ConvNeXt(settings, stochastic_depth_prob=0.2, num_classes=5)


def googlenet() -> nn.Module:
    return models.googlenet(weights=None, init_weights=False, num_classes=5)


SMALL: list[tuple[Callable[[], nn.Module], int, int]] = [  # what makes it, the side of an image, how many blocks
    (small_vit, 32, 5),
    (small_swin, 32, 7),
    (small_swin_v2, 32, 7),
    (small_maxvit, 32, 28),
    (small_densenet, 32, 4),
    (small_convnext, 32, 8),
    (googlenet, 64, 5),
    (lambda: models.mobilenet_v3_small(num_classes=5), 32, 14),
    (lambda: models.shufflenet_v2_x0_5(num_classes=5), 32, 6),
    (lambda: models.segmentation.lraspp_mobilenet_v3_large(weights=None, weights_backbone=None), 32, 22),
]


@pytest.mark.parametrize(("make", "side", "blocks"), SMALL)
def test_a_model_and_its_drawing_are_the_same_to_the_last_bit(
    make: Callable[[], nn.Module], side: int, blocks: int
) -> None:
    torch.manual_seed(0)
    model = make()
    for parameter in model.parameters():
        if not parameter.detach().any():  # a head of zeros would agree with anything
            nn.init.normal_(parameter, std=0.02)
    x = torch.randn(2, 3, side, side)
    network = graphs.from_module(model, x)
    types = {node.type for one in (network, *network.blocks.values()) for node in one}
    assert "PythonModule" not in types
    assert len(network.blocks) <= blocks
    for training in (False, True):
        here, there = both(model, network, (x,), training)
        assert len(here) == len(there) and all(torch.equal(a, b) for a, b in zip(here, there, strict=True))
    cost = graphs.summary(network)
    assert cost.parameters == sum(parameter.numel() for parameter in model.parameters())
    counter = FlopCounterMode(display=False)
    x = x[:1] if make is small_swin_v2 else x  # it weighs distances once a batch, the drawing counts one example
    with torch.no_grad(), counter:
        model.train()(x)
    assert 2 * len(x) * cost.multiply_adds == counter.get_total_flops()


@pytest.mark.parametrize("make", [small_vit, small_swin_v2, small_densenet])
def test_an_import_can_be_printed_and_taken_away(make: Callable[[], nn.Module]) -> None:
    torch.manual_seed(0)
    model, x = make().eval(), torch.randn(2, 3, 32, 32)
    space: dict[str, object] = {}
    exec(graphs.to_python(graphs.from_module(model, x), "Taken"), space)
    taken: nn.Module = space["Taken"]()  # type: ignore[operator]
    taken.load_state_dict(model.state_dict(), strict=True)
    assert torch.equal(taken.eval()(x), model(x))


def test_resnet_50_is_four_blocks_that_read_like_the_paper() -> None:
    with torch.device("meta"):
        model = models.resnet50()
    network = graphs.from_module(model, torch.zeros(1, 3, 224, 224))
    assert list(network.blocks) == ["Downsample", "Bottleneck", "Bottleneck2", "Layer"]
    stage = network.blocks["Layer"]
    assert [(node.name, node.type, node.repeat, node.copies) for node in stage if node.type.startswith("Bottle")] == [
        ("0", "Bottleneck2", None, "inside"),
        ("1", "Bottleneck", "=depth", "beside"),
    ]
    assert network.blocks["Bottleneck"].node("conv1").parameters["out_channels"] == "=x.channels//4"
    assert graphs.summary(network).parameters == 25_557_032
    assert graphs.summary(network).multiply_adds == 4_089_184_256


def test_vit_b_16_is_five_blocks() -> None:
    with torch.device("meta"):
        model = models.vit_b_16()
    network = graphs.from_module(model, torch.zeros(1, 3, 224, 224))
    assert len(network.blocks) == 5
    layers = network.blocks["Layers"].node("encoder_layer_0")
    assert (layers.repeat, layers.copies) == (12, "beside")
    assert graphs.summary(network).parameters == 86_567_656
