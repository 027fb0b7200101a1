"""Who came from whom: the architectures whose ideas were handed on, and what each brought that was new.

A station is found among the presets by the ids of the catalogue of architectures, so the lineage grows with them: one
whose preset does not come along yet keeps its place, so that the story has no gap, and cannot be opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import presets
from graphs.message import mark


@dataclass(frozen=True)
class Station:
    """An architecture in the lineage: its name and year, the ids it is known by, the one it came from, and what was new
    in at most six words. ``preferred`` names the preset that stands for it when several have the id."""

    name: str
    title: str
    year: int
    ids: tuple[str, ...]
    parent: str = ""
    new: str = ""
    preferred: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A station at its place: its preset (empty where none comes along yet), the station it hangs on (empty for the
    first), what was new, and the name and year it is known by."""

    name: str
    preset: str
    parent: str
    new: str
    title: str
    year: int


LINES: Mapping[str, tuple[Station, ...]] = {
    mark("Images"): (
        Station("lenet", "LeNet-5", 1998, ("A14",), preferred=("lenet5",)),
        Station(
            "alexnet", "AlexNet", 2012, ("A15",), "lenet", mark("ReLU, dropout, GPUs"), ("alexnet_2012", "alexnet")
        ),
        Station("vgg", "VGG", 2014, ("A16", "A17"), "alexnet", mark("only small filters, much deeper"), ("vgg16",)),
        Station(
            "googlenet", "GoogLeNet", 2014, ("A18",), "vgg", mark("several filter sizes side by side"), ("googlenet",)
        ),
        Station(
            "resnet",
            "ResNet",
            2015,
            ("A19", "A20", "A21", "A22"),
            "googlenet",
            mark("a shortcut around every block"),
            ("resnet50",),
        ),
        Station(
            "densenet", "DenseNet", 2016, ("A23",), "resnet", mark("shortcuts to all later layers"), ("densenet121",)
        ),
        Station("style", mark("Style transfer"), 2016, ("A118",), "vgg", mark("the picture itself is learned")),
        Station("transfer", mark("Transfer"), 2014, ("A35",), "vgg", mark("learned features for another task")),
        Station("fcn", "FCN", 2014, ("A48",), "vgg", mark("scores everywhere at once"), ("fcn",)),
        Station("unet", "U-Net", 2015, ("A49",), "fcn", mark("bridges carry the details across"), ("unet",)),
        Station("yolo", "YOLO", 2016, ("A40",), "googlenet", mark("one look finds everything"), ("grid_detector",)),
        Station("centernet", "CenterNet", 2019, ("A44",), "yolo", mark("a point instead of boxes"), ("centernet",)),
    ),
    mark("Sequences"): (
        Station("rnn", "RNN", 1990, ("A61", "A63"), preferred=("elman", "rnn")),
        Station("lstm", "LSTM", 1997, ("A65",), "rnn", mark("gates and a cell that remembers"), ("lstm",)),
        Station("ctc", "BLSTM + CTC", 2006, ("A84",), "lstm", mark("letters without saying when"), ("blstm_ctc",)),
        Station(
            "rnn_lm",
            mark("RNN language model"),
            2010,
            ("A77",),
            "rnn",
            mark("says how probable a text is"),
            ("rnn_language_model",),
        ),
        Station(
            "word2vec", "word2vec", 2013, ("A127",), "rnn_lm", mark("only which words stand together"), ("word2vec",)
        ),
        Station("gru", "GRU", 2014, ("A68",), "lstm", mark("two gates, no separate cell"), ("gru",)),
        Station(
            "attention",
            mark("Attention"),
            2014,
            ("A73", "A74"),
            "gru",
            mark("looks back at every input"),
            ("bahdanau",),
        ),
        Station(
            "transformer",
            "Transformer",
            2017,
            ("A95",),
            "attention",
            mark("attention alone, no recurrence"),
            ("transformer",),
        ),
        Station("bert", "BERT", 2018, ("A96",), "transformer", mark("encoder only, fills in hidden words"), ("bert",)),
        Station("albert", "ALBERT", 2019, ("A101",), "bert", mark("one layer for all layers"), ("albert",)),
        Station("t5", "T5", 2019, ("A99",), "transformer", mark("every task as text to text"), ("t5",)),
        Station("gpt", "GPT", 2018, ("A97",), "transformer", mark("decoder only, predicts the next word"), ("gpt",)),
        Station(
            "vit", "ViT", 2020, ("A102",), "transformer", mark("patches of an image as words"), ("vit_b_16", "vit")
        ),
    ),
    mark("Generating"): (
        Station("autoencoder", mark("Autoencoder"), 1986, ("A105", "A106"), preferred=("autoencoder",)),
        Station(
            "anomaly", mark("Anomaly detector"), 2014, ("A107",), "autoencoder", mark("what is copied badly is odd")
        ),
        Station("lstm_ae", mark("LSTM autoencoder"), 2015, ("A81",), "autoencoder", mark("a sequence in one state")),
        Station("vae", "VAE", 2013, ("A108",), "autoencoder", mark("a code that can be sampled"), ("vae",)),
        Station("gan", "GAN", 2014, ("A109",), "vae", mark("a critic instead of a distance"), ("gan",)),
        Station("cgan", "CGAN", 2014, ("A112",), "gan", mark("both are told the class")),
        Station("dcgan", "DCGAN", 2015, ("A113",), "gan", mark("convolutions in both players")),
        Station("lsgan", "LSGAN", 2016, ("A110",), "gan", mark("squares instead of logarithms")),
        Station("wgan", "WGAN", 2017, ("A111",), "gan", mark("a distance instead of a verdict"), ("wgan_clip",)),
        Station("cyclegan", "CycleGAN", 2017, ("A114",), "dcgan", mark("two games and a way back")),
        Station(
            "diffusion",
            mark("Diffusion"),
            2020,
            ("A115",),
            "gan",
            mark("noise taken away step by step"),
            ("diffusion", "ddpm"),
        ),
    ),
    mark("Representations"): (
        Station("facenet", "FaceNet", 2015, ("A56",), preferred=("triplet",)),
        Station("arcface", "ArcFace", 2019, ("A57",), "facenet", mark("a margin between angles"), ("arcface",)),
        Station("moco", "MoCo", 2020, ("A120",), "facenet", mark("no labels, rivals in a queue"), ("moco",)),
        Station("simclr", "SimCLR", 2020, ("A119",), "facenet", mark("no labels, two views"), ("simclr",)),
        Station("clip", "CLIP", 2021, ("A122",), "simclr", mark("captions find pictures"), ("clip",)),
    ),
    mark("Recommending"): (
        Station("factors", mark("Matrix factorisation"), 2009, ("A129",), preferred=("matrix_factorisation",)),
        Station("gru4rec", "GRU4Rec", 2016, ("A134",), "factors", mark("reads a visit in order"), ("gru4rec",)),
        Station("sasrec", "SASRec", 2018, ("A135",), "gru4rec", mark("attention looks back"), ("sasrec",)),
    ),
}
"""The lines of descent: each begins with a station that has no parent."""


def steps(line: Sequence[Station], known: Mapping[str, Iterable[str]]) -> tuple[Step, ...]:
    """Return the stations of a line, parents first, each with the preset that stands for it.

    ``known`` maps the names of presets to their ids in the catalogue of architectures.
    """
    made: list[Step] = []
    for station in line:
        taken = {step.preset for step in made}
        fitting = sorted(name for name, ids in known.items() if set(ids) & set(station.ids) and name not in taken)
        preset = next((name for name in (*station.preferred, *fitting) if name in fitting), "")
        made.append(Step(station.name, preset, station.parent, station.new, station.title, station.year))
    return tuple(made)


def lineage() -> dict[str, tuple[Step, ...]]:
    """Return every line by its title."""
    known = {name: presets.info(name).textbook for name in presets.names()}
    return {title: steps(line, known) for title, line in LINES.items()}
