"""Pictures that travel, a picture that is painted, and Gram matrices: what is recorded is what torch gives by hand."""

import numpy as np
import torch

import graphs
import presets
from graphs.planning import plan
from tests.workbench.engine.sentences import look, training_of
from workbench.data import data_set, prepare
from workbench.engine.painted import grams, journeys, painted
from workbench.engine.probes.worlds import Canvas, GramMatrices, Journeys


def test_a_cycle_is_found_where_both_ways_lead_home_and_nowhere_else() -> None:
    project = presets.build("cyclegan")
    called = {node.id: node.name for node in project.network}
    ways = journeys(plan(project.network))
    assert [[called[source.node] for source in way] for way in ways] == [
        ["A", "A_as_B", "A_again"], ["B", "B_as_A", "B_again"],
    ]  # fmt: skip
    for other in ("autoencoder", "vae", "style_transfer", "dcgan"):
        assert not journeys(plan(presets.build(other).network))


def test_the_way_back_is_measured_in_the_units_of_the_data() -> None:
    training = training_of(presets.build("cyclegan"))
    sample = look(Journeys(), training)
    a = training.part("validation")["A"][:6]
    with torch.no_grad():
        across = training.tree.eval()(A=a, B=a)["as_B"]
        home = training.tree(A=a, B=across)["as_A"]
    assert np.isclose(sample.data["errors"][0], float((a - home).abs().mean()), rtol=1e-5)
    assert sample.data["home/1"].shape == (6, 16, 16, 3) and sample.labels["worlds"] == ("A", "B")


def test_a_painting_is_seen_beside_its_models_and_its_gram_matrices_beside_the_style() -> None:
    project = presets.build("style_transfer")
    found = painted(plan(project.network))
    called = {node.id: node.name for node in project.network}
    assert found is not None and called[found.picture.node] == "painting"
    assert [called[source.node] for source in found.models] == ["photograph", "style"]
    assert painted(plan(presets.build("vae").network)) is None and not grams(plan(presets.build("lenet5").network))
    training = training_of(project)
    seen = look(Canvas(), training)
    pixels = training.tree.get_parameter("pixels").detach().sigmoid()[:, 10, 20]
    style = training.part("validation")["style"]
    photo = training.part("validation")["photograph"]
    low, high = min(photo[0].min(), style[0].min()), max(photo[0].max(), style[0].max())
    assert np.abs(seen.data["picture"][10, 20] - (255 * (pixels - low) / (high - low)).clamp(0, 255).numpy()).max() <= 1
    maps = torch.relu(training.tree.features.get_submodule("0")(style[:1]))[0].flatten(1).detach()
    gram = look(GramMatrices(), training)
    assert np.allclose(gram.data["wanted/0"], (maps @ maps.T / (2 * maps.shape[1])).numpy(), atol=1e-5)


def test_full_size_is_the_papers_to_the_last_parameter() -> None:
    generator = 49 * 3 * 64 + 64 + 9 * 64 * 128 + 128 + 9 * 128 * 256 + 256 + 18 * (9 * 256 * 256 + 256)
    generator += 9 * 256 * 128 + 128 + 9 * 128 * 64 + 64 + 49 * 64 * 3 + 3
    judge = 16 * (3 * 64 + 64 * 128 + 128 * 256 + 256 * 512 + 512) + 64 + 128 + 256 + 512 + 1
    assert (generator, judge) == (11_378_179, 2_764_737)
    assert graphs.summary(presets.build("cyclegan", "full").network).parameters == 2 * generator + 2 * judge
    vgg19 = 20_024_384
    assert graphs.summary(presets.build("style_transfer", "full").network).parameters == vgg19 + 3 * 224 * 224


def test_what_is_normal_is_learned_and_faults_are_only_watched() -> None:
    for name in ("sensors", "faulty_waves"):
        prepared = prepare(data_set(name, samples=200, learn_from="normal"))
        everything = prepare(data_set(name, samples=200, learn_from="all"))
        assert not prepared.parts.training["label"].any() and everything.parts.training["label"].any()
        for part in ("validation", "test"):
            assert np.array_equal(getattr(prepared.parts, part)["label"], getattr(everything.parts, part)["label"])
            assert getattr(prepared.parts, part)["fault"].mean() == 0.5
