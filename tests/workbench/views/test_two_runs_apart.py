"""Every view can be put beside another run's, and says which numbers can be taken from each other, or why not."""

import numpy as np
import pytest

from tests.workbench.views.samples import one_of_everything
from workbench.engine.differing import differences, tiles
from workbench.engine.events import Sample
from workbench.translations import vocabulary
from workbench.views import views
from workbench.views.apart import DifferenceCard

NAMES = tuple(views())
ALONE = {"embeddings", "inputs", "latent"}
"""The views without a difference; each says why."""


def seen(name: str, step: int) -> Sample | None:
    """What a view has to draw at a step."""
    probe = views()[name].probe
    return next((one for one in one_of_everything(step) if isinstance(one, Sample) and one.probe == probe), None)


def test_only_these_stand_alone() -> None:
    assert {name for name, kind in views().items() if kind.alone} == ALONE


@pytest.mark.parametrize("name", NAMES)
def test_a_view_names_what_it_compares_or_says_why_it_stands_alone(name: str) -> None:
    kind, words = views()[name], vocabulary("zh_CN")
    assert bool(kind.compares) != bool(kind.alone)
    assert all(text in words for text in (*kind.compares.values(), *([kind.alone] if kind.alone else ())))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ALONE and views()[name].probe])
def test_the_difference_is_the_first_less_the_second_and_none_of_equal_ones(name: str) -> None:
    one, other = seen(name, 3), seen(name, 31)
    assert one is not None and other is not None
    found = differences(one, other, views()[name].compares)
    assert found, "nothing of what it names is in its samples"
    for key, apart in found.items():
        here, there = one.data[key].astype(float), other.data[key].astype(float)
        if key.startswith("maps/"):
            continue
        if key.split("/")[0] in ("classes", "answers"):
            np.testing.assert_array_equal(apart, here != there)
        elif one.data[key].dtype == np.uint8 and here.ndim > 2 and here.shape[-1] == 3:
            np.testing.assert_allclose(apart, (here.mean(-1) - there.mean(-1)) / 255, atol=1e-12)
        else:
            np.testing.assert_allclose(apart, here - there)
        assert tiles(apart).ndim == 3
    assert all(not apart.any() for apart in differences(one, one, views()[name].compares).values())


def test_what_is_packed_is_opened_before_it_is_taken_apart() -> None:
    scale = np.array([[[-1.0, 1.0]]], dtype=np.float32)
    one = Sample("feature_maps", 1, {"maps/0": np.array([[[[0, 255]]]], dtype=np.uint8), "scale/0": scale}, {})
    other = Sample("feature_maps", 1, {"maps/0": np.array([[[[255, 255]]]], dtype=np.uint8), "scale/0": 2 * scale}, {})
    assert differences(one, other, ["maps"])["maps/0"].ravel().tolist() == [-3.0, -1.0]


def test_other_shapes_have_no_difference() -> None:
    one = Sample("x", 1, {"a": np.zeros(3)}, {})
    assert differences(one, Sample("x", 1, {"a": np.zeros(4)}, {}), ["a"]) == {}


@pytest.mark.parametrize("name", ["attention", "probabilities", "gradients", "confusion_matrix", "generated"])
def test_one_picture_serves_them_all(name: str, qtbot) -> None:
    card = DifferenceCard()
    qtbot.addWidget(card)
    card.resize(400, 300)
    card.show()
    one, other = seen(name, 3), seen(name, 31)
    assert one is not None and other is not None
    found = differences(one, other, views()[name].compares)
    card.set_differences(found, views()[name].compares, one)
    np.testing.assert_array_equal(card.shown, next(iter(found.values())))
    card.grab()
    card.set_differences(differences(one, one, views()[name].compares), views()[name].compares, one)
    assert card.said.full_text == "Both runs are equal here, to the last digit."
