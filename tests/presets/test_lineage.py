"""Who came from whom: what exists is shown, and each arrow says what was new."""

import presets
from presets.lineage import LINES, lineage, steps

EVERY = {station.name: station.ids for line in LINES.values() for station in line}


def test_the_whole_lineage_when_every_preset_exists() -> None:
    images, sequences, generating = (steps(line, EVERY) for line in LINES.values())
    assert [step.preset for step in images] == ["lenet", "alexnet", "vgg", "googlenet", "resnet", "densenet"]
    assert [step.parent for step in images] == ["", "lenet", "alexnet", "vgg", "googlenet", "resnet"]
    assert [step.preset for step in sequences if step.parent == "transformer"] == ["bert", "gpt", "vit"]
    assert [step.preset for step in generating] == ["autoencoder", "vae", "gan", "diffusion"]


def test_what_was_new_is_at_most_six_words_and_the_first_has_none() -> None:
    for line in LINES.values():
        names: list[str] = []
        for station in line:
            assert bool(station.new) == bool(station.parent)
            assert len(station.new.split()) <= 6 and (not station.parent or station.parent in names)
            names.append(station.name)


def test_a_missing_station_is_bridged() -> None:
    some = {"lenet5": ("A14",), "vgg16": ("A16",), "resnet18": ("A19",), "resnet50": ("A20",)}
    found = steps(LINES["Images"], some)
    assert [(step.preset, step.parent) for step in found] == [
        ("lenet5", ""), ("vgg16", "lenet5"), ("resnet50", "vgg16"),
    ]  # fmt: skip
    first = steps(LINES["Images"], {"vgg11": ("A16",)})
    assert [(step.preset, step.parent, step.new) for step in first] == [("vgg11", "", "")]


def test_only_presets_that_exist_are_shown() -> None:
    for line in lineage().values():
        assert len(line) > 1
        assert all(step.preset in presets.names() for step in line)
        assert all(step.parent in [other.preset for other in line] for step in line if step.parent)
