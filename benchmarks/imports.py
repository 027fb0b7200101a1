"""How torchvision's models come back as drawings: blocks, numbers, and the time it takes.

    python benchmarks/imports.py [model …]

Each model is built with fresh weights, read, compiled and given the same weights; then both are run on the same random
images, in use and in training (random numbers from one seed). A row says whether the weights load by their names,
whether counts agree with torch's, and whether every number of every output is the same to the last bit.
"""

from __future__ import annotations

import copy
import sys
import time
from pathlib import Path
from typing import Any

import torch
import torchvision
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

sys.path.insert(0, str(Path(__file__).parents[1]))

import graphs

MODELS = (
    "alexnet", "vgg11", "vgg16_bn", "googlenet", "inception_v3", "resnet18", "resnet50", "resnet152",
    "resnext50_32x4d", "wide_resnet50_2", "densenet121", "densenet201", "squeezenet1_0", "squeezenet1_1",
    "mobilenet_v2", "mobilenet_v3_small", "mobilenet_v3_large", "shufflenet_v2_x0_5", "shufflenet_v2_x1_0",
    "mnasnet1_0", "efficientnet_b0", "efficientnet_v2_s", "regnet_x_400mf", "regnet_y_400mf", "convnext_tiny",
    "vit_b_16", "swin_t", "swin_v2_t", "maxvit_t", "fcn_resnet50", "deeplabv3_resnet50", "deeplabv3_mobilenet_v3_large",
    "lraspp_mobilenet_v3_large",
)  # fmt: skip
SIDES = {"vit_b_16": 224, "maxvit_t": 224, "inception_v3": 299, "googlenet": 96}
ONE_AT_A_TIME = ("swin_v2_t",)  # it weighs distances once a batch; the drawing counts one example


def made(name: str) -> nn.Module:
    """A model with fresh weights, none of them all zeros, with its auxiliary heads."""
    given: dict[str, Any] = {"weights": None}
    if name.startswith(("fcn", "deeplab", "lraspp")):
        given |= {"weights_backbone": None, "num_classes": 21}
        given |= {} if name.startswith("lraspp") else {"aux_loss": True}
    if name in ("googlenet", "inception_v3"):
        given |= {"init_weights": False, "aux_logits": True}
    model: nn.Module = torchvision.models.get_model(name, **given)
    for parameter in model.parameters():
        if not parameter.detach().any():
            nn.init.normal_(parameter, std=0.02)
    return model


def tensors(result: Any) -> list[torch.Tensor]:
    """The tensors of a result, in their order."""
    if isinstance(result, torch.Tensor):
        return [result]
    return list(result.values()) if isinstance(result, dict) else list(result)


def same(model: nn.Module, tree: nn.Module, x: torch.Tensor, field: str, training: bool) -> bool:
    """Whether a model and its import give the same numbers to the last bit."""
    results = []
    for one, given in ((model, (x,)), (tree, ())):
        one.train(training)
        torch.manual_seed(1)
        with torch.no_grad():
            results.append(tensors(one(*given, **({} if given else {field: x}))))
    here, there = results
    return len(here) == len(there) and all(torch.equal(a, b) for a, b in zip(here, there, strict=True))


def multiply_adds(model: nn.Module, x: torch.Tensor) -> int:
    """Half of what torch counts for one example while training, where attention takes no shortcut."""
    counter = FlopCounterMode(display=False)
    with torch.no_grad(), counter:
        copy.deepcopy(model).train()(x)
    return int(counter.get_total_flops() // (2 * x.shape[0]))


def row(name: str) -> str:
    """Import one model and compare it with itself."""
    torch.manual_seed(0)
    model = made(name)
    side = SIDES.get(name, 64)
    x = torch.randn(2, 3, side, side)
    start = time.perf_counter()
    network = graphs.from_module(model, x)
    took = time.perf_counter() - start
    tree = graphs.compile(network)
    keys = tree.load_state_dict(model.state_dict(), strict=False)
    cost = graphs.summary(network)
    field = next(node.name for node in network if node.type == "Input")
    everywhere = [*network, *(node for block in network.blocks.values() for node in block)]
    learned = sum(p.numel() for p in model.parameters())
    flops = multiply_adds(model, x[:1] if name in ONE_AT_A_TIME else x)
    answers = [
        not keys.missing_keys and not keys.unexpected_keys,
        cost.parameters == learned,
        cost.multiply_adds == flops,
        same(model, tree, x, field, False),
        same(model, tree, x, field, True),
    ]
    closed = sum(node.type == "PythonModule" for node in everywhere)
    words = "".join(f"{'yes' if answer else 'NO':>8}" for answer in answers)
    note = "" if answers[2] else f"   torch {flops:,}, summary {cost.multiply_adds:,}"
    return f"{name:30}{len(everywhere):>6}{len(network.blocks):>7}{closed:>7}{words}{1000 * took:>9.0f}{note}"


def main() -> None:
    """Print the table."""
    torch.set_num_threads(2)
    heads = "".join(f"{word:>8}" for word in ("keys", "params", "m-adds", "use", "train"))
    print(f"{'model':30}{'nodes':>6}{'blocks':>7}{'Python':>7}{heads}{'ms':>9}")
    for name in sys.argv[1:] or MODELS:
        print(row(name), flush=True)


if __name__ == "__main__":
    main()
