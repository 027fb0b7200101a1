"""Measuring a part of the data: metrics that are no means are those of the whole part, not of its batches."""

from pathlib import Path

import pytest
import torch
from sklearn.metrics import f1_score, roc_auc_score

from graphs import Network, compile
from graphs.network import Outlet
from tests.workbench.engine.small import finished, flowers, train
from workbench.engine.evaluation import CHUNK, evaluate


def test_a_set_with_an_uneven_last_chunk_is_measured_as_one() -> None:
    net = Network()
    x = net.add("Input", name="x", field="x", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", x, name="scores", out_features=3)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("F1Score", scores, label, name="f1")
    net.add("AUROC", scores, label, name="auroc")
    net.add("Accuracy", scores, label, name="accuracy")
    torch.manual_seed(0)
    tree = compile(net)
    count = 2 * CHUNK + 37
    columns = {"x": torch.randn(count, 4), "label": torch.randint(0, 3, (count,))}
    columns["label"][-37:] = 0  # the last chunk is of another kind than the others
    found = evaluate(tree, columns, 32)
    with torch.no_grad():
        logits = tree.scores(columns["x"])
    shares, right = logits.softmax(1), columns["label"]
    assert found["f1_score"] == pytest.approx(f1_score(right, logits.argmax(1), average="macro"), abs=1e-6)
    assert found["auroc"] == pytest.approx(roc_auc_score(right, shares, multi_class="ovr"), abs=1e-6)
    assert found["accuracy"] == pytest.approx((logits.argmax(1) == right).double().mean().item())
    assert found["loss"] == pytest.approx(torch.nn.functional.cross_entropy(logits, right).item(), rel=1e-5)
    assert evaluate(tree, columns, 32) == found


def test_a_network_with_nothing_but_such_a_metric_is_measured() -> None:
    net = Network()
    x = net.add("Input", name="x", field="x", shape=(1,))
    t = net.add("Input", name="t", field="t", shape=(1,))
    net.add("RootMeanSquaredError", x, t)
    values = {"x": torch.tensor([[1.0], [2.0]]), "t": torch.tensor([[1.0], [4.0]])}
    assert evaluate(compile(net), values, 1) == {"root_mean_squared_error": pytest.approx(2**0.5)}


def test_training_shows_such_metrics_for_every_part(tmp_path: Path) -> None:
    project = flowers(epochs=2)
    network = project.network
    node = {n.name: n.id for n in network}
    network.add("F1Score", Outlet(network, node["scores"], "y"), Outlet(network, node["label"], "y"), name="f1")
    events, _ = train(project, tmp_path / "run")
    end = finished(events)
    assert 0 < end.validation["f1_score"] <= 1
    assert 0 < end.test["f1_score"] <= 1
