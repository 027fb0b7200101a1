"""The page of what the presets reach: goals are those of presets there are, and the script measures and judges."""

from __future__ import annotations

import json

import presets
from benchmarks import results
from benchmarks.judges import Goal, goals


def test_every_goal_is_one_of_a_preset_that_trains():
    assert {"lenet5", "xor_relu"} <= set(goals())
    for name, declared in goals().items():
        assert "small" in presets.info(name).sizes
        assert len({one.figure for one in declared}) == len(declared)


def test_a_goal_is_kept_by_the_worst_seed_or_missed():
    high = Goal("mlp", "accuracy", lambda _: 0.0, at_least=0.9)
    low = Goal("mlp", "loss", lambda _: 0.0, at_most=0.1)
    assert high.worst([0.95, 0.8]) == 0.8 and not high.holds(0.8) and high.holds(0.9)
    assert low.worst([0.05, 0.3]) == 0.3 and not low.holds(0.3)
    assert not high.holds(float("nan")) and not low.holds(float("nan"))


def test_results_are_trained_kept_and_written(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "KEPT", tmp_path / "results.json")
    monkeypatch.setattr(results, "PAGE", tmp_path / "RESULTS.md")
    project = presets.build("xor_relu")
    project.recipe = project.recipe.model_copy(update={"epochs": 4})
    monkeypatch.setattr(presets, "build", lambda name: project)
    found = results.train("xor_relu", 0)
    assert 0 <= found["figures"]["corners of XOR right, of 4"] <= 4 and found["steps"] == 4
    found["figures"]["corners of XOR right, of 4"] = 4
    results.keep("xor_relu", 0, "a", found)
    results.keep("xor_relu", 1, "a", {**found, "figures": {**found["figures"], "corners of XOR right, of 4": 3}})
    results.write()
    row = next(line for line in results.PAGE.read_text().splitlines() if line.startswith("| `xor_relu`"))
    assert [cell.strip() for cell in row.split("|")][2:8] == [
        "corners of XOR right, of 4",
        "≥ 4",
        "3.5",
        "3",
        "no",
        "0 1",
    ]
    assert results.missed(["xor_relu"]) == ["xor_relu: corners of XOR right, of 4 3 (≥ 4)"]
    results.keep("xor_relu", 0, "another drawing", found)
    assert list(json.loads(results.KEPT.read_text())["xor_relu"]["seeds"]) == ["0"]


def test_a_fingerprint_follows_the_recipe_and_not_the_places(monkeypatch):
    before = results.fingerprint("xor_relu")
    project = presets.build("xor_relu")
    project.network.place({node.id: (node.id * 7.0, 3.0) for node in project.network})
    monkeypatch.setattr(presets, "build", lambda name: project)
    assert results.fingerprint("xor_relu") == before
    project.recipe = project.recipe.model_copy(update={"epochs": 3})
    assert results.fingerprint("xor_relu") != before


def test_a_result_of_another_drawing_is_marked_on_the_page(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "KEPT", tmp_path / "results.json")
    monkeypatch.setattr(results, "PAGE", tmp_path / "RESULTS.md")
    found = {"figures": {"corners of XOR right, of 4": 4.0}, "seconds": 60.0, "processor": 60.0, "steps": 500}
    results.keep("xor_relu", 0, results.fingerprint("xor_relu"), found)
    results.keep("mlp", 0, "as it was drawn once", {**found, "figures": {"accuracy": 0.9}})
    results.write()
    page = results.PAGE.read_text()
    assert "| `xor_relu` |" in page and "| `mlp` † |" in page and "lenet5" in page.split("Not measured yet")[1]
