"""Patches taken away and put back, a queue of keys, and a search, each checked by hand against plain torch."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from graphs.catalogue import layer_type
from graphs.layer import ShapeError
from graphs.modules.gathered_metrics import RetrievalAccuracy
from graphs.modules.hiding import MaskedMSELoss, MaskPatches, RestorePatches
from graphs.modules.metric_losses import InfoNCELoss
from graphs.modules.queues import ImageHistory, KeyQueue
from graphs.tensors import Kind, TensorSpec


def test_three_patches_of_four_go_and_come_back_into_their_places() -> None:
    torch.manual_seed(0)
    x = torch.arange(2 * 8 * 3.0).reshape(2, 8, 3) + 1
    kept, mask, places = MaskPatches(2)(x)
    assert kept.shape == (2, 2, 3) and mask.sum((1, 2)).tolist() == [6, 6]
    back = RestorePatches(3)
    filled = back(kept, places)
    seen = ~mask.expand_as(x)
    assert torch.equal(filled[seen], x[seen])
    assert torch.equal(filled[~seen].reshape(-1, 3), back.mask_token.expand(12, 3))
    assert layer_type("MaskPatches")().left(16) == 4  # int(16 · ¼), as in the paper


def test_every_example_has_holes_of_its_own_also_when_it_is_used() -> None:
    torch.manual_seed(0)
    _, mask, _ = MaskPatches(4).eval()(torch.zeros(6, 64, 1))
    assert len({tuple(one.flatten().tolist()) for one in mask}) == 6


def test_only_what_was_hidden_counts() -> None:
    x, target = torch.randn(3, 4, 5), torch.randn(3, 4, 5)
    mask = torch.rand(3, 4, 1) < 0.5
    mask[0, 0] = True
    by_hand = ((x - target) ** 2).mean(2)[mask.squeeze(2)].mean()
    assert float(MaskedMSELoss()(x, target, mask)) == pytest.approx(float(by_hand), rel=1e-6)
    assert float(MaskedMSELoss()(x, target, mask & False)) == 0


def test_a_queue_forgets_the_oldest_and_rests_when_it_is_used() -> None:
    torch.manual_seed(0)
    queue = KeyQueue(2, 5)
    start = queue(torch.full((3, 2), 1.0))
    assert torch.allclose(start.norm(dim=1), torch.ones(5))  # what it held before
    queue(torch.full((3, 2), 2.0))
    assert queue.keys[:, 0].tolist() == [2.0, 1.0, 1.0, 2.0, 2.0] and int(queue.next) == 1
    held = queue.eval()(torch.full((3, 2), 9.0))
    assert torch.equal(held, queue.keys) and int(queue.next) == 1
    queue.train()(torch.arange(14.0).reshape(7, 2))  # more than it holds: the last five
    assert sorted(queue.keys[:, 0].tolist()) == [4, 6, 8, 10, 12]


def test_a_history_passes_all_until_it_is_full_and_then_swaps_about_half() -> None:
    torch.manual_seed(0)
    history = ImageHistory((1, 2, 2), 50)
    first = torch.arange(50.0).reshape(50, 1, 1, 1).expand(50, 1, 2, 2)
    for batch in first.split(20):
        assert torch.equal(history(batch), batch)
    new = torch.full((40, 1, 2, 2), 100.0, requires_grad=True)
    shown = history(new)
    old = shown[:, 0, 0, 0] != 100
    assert 10 < int(old.sum()) < 30 and len(shown[old, 0, 0, 0].unique()) == int(old.sum())
    assert int((history.kept[:, 0, 0, 0] == 100).sum()) == int(old.sum())  # what did not pass is kept
    shown.sum().backward()
    assert torch.equal(new.grad[:, 0, 0, 0] == 0, old)
    before = history.kept.clone()
    assert torch.equal(history.eval()(new), new) and torch.equal(history.kept, before)


def test_rivals_from_a_queue_as_in_moco() -> None:
    torch.manual_seed(0)
    q, k, rivals = torch.randn(4, 3), torch.randn(4, 3), torch.randn(6, 3)
    unit = [F.normalize(value, dim=1) for value in (q, k, rivals)]
    positive = (unit[0] * unit[1]).sum(1) / 0.2
    every = torch.logsumexp(torch.cat([positive[:, None], unit[0] @ unit[2].T / 0.2], 1), 1)
    assert float(InfoNCELoss(0.2)(q, k, rivals)) == pytest.approx(float((every - positive).mean()), rel=1e-6)


def test_a_search_counts_who_finds_the_right_one() -> None:
    a = torch.eye(3)
    b = torch.tensor([[1.0, 0.1, 0.0], [0.9, 0.2, 0.0], [0.0, 0.0, 1.0]])
    assert float(RetrievalAccuracy()(a, b)) == 1  # the second finds 0.2 before 0.1
    assert float(RetrievalAccuracy()(b, a)) == pytest.approx(2 / 3)
    assert float(RetrievalAccuracy()(b, a, torch.tensor([7, 7, 1]))) == 1  # either of the two alike is right
    assert float(RetrievalAccuracy(k=2)(b, a)) == 1
    assert float(RetrievalAccuracy()(torch.ones(3, 2), torch.ones(3, 2))) == 0  # all alike: nothing is found
    whole = RetrievalAccuracy()
    for part in (slice(0, 2), slice(2, 3)):
        whole.update(b[part], a[part])
    assert float(whole.compute()) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("name", "arriving", "words"),
    [
        ("MaskPatches", {"x": TensorSpec.of(Kind.FEATURES, 4)}, "takes a sequence"),
        ("RestorePatches", {"x": TensorSpec.of(Kind.SEQUENCE, 5, 2), "places": TensorSpec.of(Kind.TOKENS, 4)}, "many"),
        ("KeyQueue", {"x": TensorSpec.of(Kind.SEQUENCE, 5, 2)}, "takes features"),
        ("InfoNCELoss", {"query": TensorSpec.of(Kind.FEATURES, 4), "key": TensorSpec.of(Kind.FEATURES, 4),
                         "others": TensorSpec.of(Kind.TENSOR, 5, 4)}, "same ones for all"),
        ("RetrievalAccuracy", {"a": TensorSpec.of(Kind.FEATURES, 4), "b": TensorSpec.of(Kind.FEATURES, 3)}, "one size"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said(name: str, arriving: dict[str, TensorSpec], words: str) -> None:
    with pytest.raises(ShapeError, match=words):
        layer_type(name)().output(**arriving)
