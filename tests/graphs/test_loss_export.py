"""What a person takes away: every loss and head as printed Python gives the numbers it gives in the drawing."""

from __future__ import annotations

from typing import Any

import pytest
import torch

import graphs
from graphs.catalogue import layer_type
from graphs.tensors import TensorSpec
from tests.graphs.placing import example

F3, ONE, LABEL = ("features", (3,)), ("features", (1,)), ("index", ())
IMAGE, MAP = ("image", (2, 4, 4)), ("image", (1, 4, 4))
SEQUENCE, TOKENS, BOXES = ("sequence", (5, 3)), ("tokens", (5,)), ("boxes", (5, 4))
GIVEN: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    **{
        name: ((F3, F3), {"weight": 0.5})
        for name in (
            "SmoothL1Loss", "HuberLoss", "PoissonNLLLoss", "LogCoshLoss", "QuantileLoss", "BCELoss", "FocalLoss",
            "SoftMarginLoss", "MultiLabelSoftMarginLoss", "KLDivLoss", "BPRLoss", "NTXentLoss", "InfoNCELoss",
            "ClipLoss", "KLDivergence", "ContentLoss",
        )
    },
    "GaussianNLLLoss": ((F3, F3, F3), {"full": True}),
    "TripletMarginLoss": ((F3, F3, F3), {"margin": 0.3}),
    **{name: ((F3,), {}) for name in ("L1Penalty", "L2Penalty", "EntropyLoss")},
    **{name: ((ONE,), {"target": "fake"}) for name in ("AdversarialLoss", "LeastSquaresGANLoss", "WassersteinLoss")},
    "CrossEntropyLoss": ((SEQUENCE, TOKENS), {"class_weights": (1, 2, 0.5), "weight": 2.0}),
    **{name: ((F3, LABEL), {"weight": 2.0}) for name in ("NLLLoss", "MultiMarginLoss")},
    "MultiLabelMarginLoss": ((F3, ("tokens", (3,))), {}),
    "DistillationLoss": ((F3, F3, LABEL), {}),
    "CTCLoss": ((SEQUENCE, ("tokens", (2,))), {"zero_infinity": True}),
    **{name: ((F3, F3, LABEL), {}) for name in ("ContrastiveLoss", "CosineEmbeddingLoss")},
    "MarginRankingLoss": ((ONE, ONE, LABEL), {"margin": 0.2}),
    "ArcFaceHead": ((F3, LABEL), {"out_features": 4}),
    "CosFaceHead": ((F3, LABEL), {"out_features": 4}),
    "PrototypeDistance": ((SEQUENCE, SEQUENCE), {"shots": 5}),
    "TotalVariationLoss": ((IMAGE,), {}),
    "StyleLoss": ((IMAGE, IMAGE), {}),
    **{name: ((IMAGE, IMAGE), {}) for name in ("DiceLoss", "JaccardLoss", "TverskyLoss")},
    **{name: ((BOXES, BOXES), {"boxes": "cxcywh"}) for name in ("IoULoss", "GIoULoss", "DIoULoss", "CIoULoss")},
    "GridDetectionLoss": ((("image", (7, 2, 2)), BOXES, TOKENS), {"classes": 2}),
    "AnchorDetectionLoss": ((SEQUENCE, BOXES, BOXES, BOXES, TOKENS), {}),
    "CenterDetectionLoss": ((IMAGE, IMAGE, IMAGE, BOXES, TOKENS), {}),
    "SetDetectionLoss": ((SEQUENCE, BOXES, BOXES, TOKENS), {}),
}  # fmt: skip


def drawn(name: str) -> tuple[graphs.Network, dict[str, torch.Tensor]]:
    """A network of Inputs, the layer and an Output, with numbers for the Inputs."""
    arriving, parameters = GIVEN[name]
    net, values, outlets = graphs.Network(), {}, {}
    for port, (kind, shape) in zip(layer_type(name).inputs, arriving, strict=False):
        outlets[port.name] = net.add("Input", name=f"in_{port.name}", field=port.name, shape=shape, kind=kind)
        spec = TensorSpec.of(graphs.tensors.Kind(kind), *shape)
        values[f"in_{port.name}"] = example(spec).detach()
    net.add("Output", net.add(name, name="it", **outlets, **_free(parameters, outlets)), name="y")
    return net, values


def _free(parameters: dict[str, Any], outlets: dict[str, Any]) -> dict[str, Any]:
    assert not set(parameters) & set(outlets)
    return parameters


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_the_printed_class_gives_the_same_number(name: str) -> None:
    net, values = drawn(name)
    tree = graphs.compile(net)
    space: dict[str, Any] = {"__name__": "taken_away"}
    exec(compile(graphs.to_python(net), "<printed>", "exec"), space)
    taken = space["Network"]()
    taken.load_state_dict(tree.state_dict(), strict=True)
    ours, theirs = tree(**values)["y"], taken(**values)
    assert torch.equal(ours, theirs) and bool(torch.isfinite(ours).all())


def test_the_penalty_on_slopes_can_be_taken_away() -> None:
    net = graphs.Network()
    real = net.add("Input", name="real", field="real", shape=(3,))
    fake = net.add("Input", name="fake", field="fake", shape=(3,))
    between = net.add("RandomInterpolate", real, fake, name="between")
    score = net.add("Linear", between, name="critic", out_features=1)
    net.add("Output", net.add("GradientPenalty", score=score, x=between, name="penalty"), name="y")
    tree = graphs.compile(net)
    space: dict[str, Any] = {"__name__": "taken_away"}
    exec(compile(graphs.to_python(net), "<printed>", "exec"), space)
    taken = space["Network"]()
    taken.load_state_dict(tree.state_dict(), strict=True)
    values = {"real": torch.randn(4, 3), "fake": torch.randn(4, 3)}
    length = tree.state_dict()["critic.weight"].norm().item()
    for penalty in (tree(**values)["y"], taken(**values)):  # a linear critic has one slope, wherever it is taken
        assert penalty.item() == pytest.approx(10 * (length - 1) ** 2, rel=1e-3)
