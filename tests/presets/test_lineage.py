"""Who came from whom: what exists is shown, and each arrow says what was new."""

import presets
from presets.lineage import LINES, lineage, steps

EVERY = {station.name: station.ids for line in LINES.values() for station in line}


def test_the_whole_lineage_when_every_preset_exists() -> None:
    images, sequences, generating = (steps(line, EVERY) for line in list(LINES.values())[:3])
    classifiers = ["lenet", "alexnet", "vgg", "googlenet", "resnet", "densenet"]
    assert [step.preset for step in images] == [
        *classifiers, "style", "transfer", "fcn", "unet", "yolo", "centernet",
    ]  # fmt: skip
    assert [step.parent for step in images] == ["", *classifiers[:-1], "vgg", "vgg", "vgg", "fcn", "googlenet", "yolo"]
    assert [step.preset for step in sequences if step.parent == "transformer"] == ["bert", "t5", "gpt", "vit"]
    names = [
        "autoencoder",
        "anomaly",
        "lstm_ae",
        "vae",
        "gan",
        "cgan",
        "dcgan",
        "lsgan",
        "wgan",
        "cyclegan",
        "diffusion",
    ]
    assert [step.preset for step in generating] == names


def test_what_was_new_is_at_most_six_words_and_the_first_has_none() -> None:
    for line in LINES.values():
        names: list[str] = []
        for station in line:
            assert bool(station.new) == bool(station.parent)
            assert len(station.new.split()) <= 6 and (not station.parent or station.parent in names)
            names.append(station.name)


def test_a_station_without_a_preset_keeps_its_place() -> None:
    some = {"lenet5": ("A14",), "vgg16": ("A16",), "resnet18": ("A19",), "resnet50": ("A20",)}
    found = steps(LINES["Images"], some)
    assert [(step.name, step.preset, step.parent) for step in found] == [
        ("lenet", "lenet5", ""), ("alexnet", "", "lenet"), ("vgg", "vgg16", "alexnet"), ("googlenet", "", "vgg"),
        ("resnet", "resnet50", "googlenet"), ("densenet", "", "resnet"),
        ("style", "", "vgg"), ("transfer", "", "vgg"), ("fcn", "", "vgg"), ("unet", "", "fcn"),
        ("yolo", "", "googlenet"), ("centernet", "", "yolo"),
    ]  # fmt: skip
    assert (found[1].title, found[1].year, found[1].new) == ("AlexNet", 2012, "ReLU, dropout, GPUs")


def test_the_three_chains_are_whole_and_name_only_presets_that_exist() -> None:
    chains = {title: [step.name for step in line] for title, line in lineage().items()}
    assert chains == {
        "Images": ["lenet", "alexnet", "vgg", "googlenet", "resnet", "densenet", "style"]
        + ["transfer", "fcn", "unet", "yolo", "centernet"],
        "Sequences": [
            "rnn",
            "lstm",
            "ctc",
            "rnn_lm",
            "word2vec",
            "gru",
            "attention",
            "transformer",
            "bert",
            "albert",
            "t5",
            "gpt",
            "vit",
        ],
        "Generating": [
            "autoencoder",
            "anomaly",
            "lstm_ae",
            "vae",
            "gan",
            "cgan",
            "dcgan",
            "lsgan",
            "wgan",
            "cyclegan",
            "diffusion",
        ],
        "Representations": ["facenet", "arcface", "moco", "simclr", "clip"],
        "Recommending": ["factors", "gru4rec", "sasrec"],
    }
    found = [step for line in lineage().values() for step in line]
    assert all(not step.preset or step.preset in presets.names() for step in found)
    # The year of a station is that of the idea; a preset may be a later or a smaller form of it.
    assert all(step.preset for step in found if step.name in ("lenet", "resnet", "lstm", "transformer", "vit"))
