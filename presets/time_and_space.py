"""Convolution beyond pictures: along time, through clips, over sound, words, series and clouds of points."""

from __future__ import annotations

from graphs.augmentation import Axis, CloudTurn
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam
from presets.finishing import classes, data, numbers, trained
from presets.placing import end, line, stand
from presets.registry import CONVOLUTIONAL, PresetInfo, Size, preset

VIEWS = ("curves", "gradients", "confusion_matrix")
PICTURED = ("curves", "gradients", "feature_maps", "confusion_matrix")


def _clip(net: Network, full: bool) -> Outlet:
    """Give the network the sizes of a clip and place the Input: (C, T, H, W)."""
    frames, side = (16, 112) if full else (8, 24)
    net.parameters = {"channels": 1, "depth": frames, "height": side, "width": side, "classes": 6}
    return net.add(
        "Input", name="clip", field="clip", shape=["=channels", "=depth", "=height", "=width"], kind="volume"
    )


@preset(
    PresetInfo(
        name="stacked_frames", title=mark("Frames as channels"), chinese="叠帧二维卷积", family=CONVOLUTIONAL,
        year=2014,
        source="A. Karpathy et al., Large-scale Video Classification with Convolutional Neural Networks, CVPR 2014, "
        "early fusion; D. Tran et al., Learning Spatiotemporal Features with 3D Convolutional Networks, ICCV 2015, "
        "figure 1(b)",
        summary=mark(
            "A clip as one picture with many channels: the frames are stacked, and a usual convolution mixes them all "
            "in its first layer. After it there is no time left to look at."
        ),
        look_for=mark(
            "Open it beside the 3D CNN: the same clips, the same number of layers. Read the shapes: the axis of time "
            "ends at conv1. Both learn these motions; which needs fewer multiply-adds, and which fewer parameters?"
        ),
        textbook=("A28",), views=PICTURED, sizes=("small",),
        reached=mark("Test accuracy 100 % (seeds 0 to 2), after 168 steps."),
    )
)  # fmt: skip
def stacked_frames(size: Size) -> Project:
    """Frames become channels; three convolutions; the mean of each map decides."""
    net = Network()
    x = net.add("Reshape", _clip(net, full=False), name="frames", shape=["=depth", "=height", "=width"], kind="image")
    for number, channels in enumerate((16, 32, 64), 1):
        x = net.add("Conv2d", x, name=f"conv{number}", out_channels=channels, kernel_size=3, padding=1, bias=False)
        x = net.add("ReLU", net.add("BatchNorm2d", x, name=f"norm{number}"), name=f"relu{number}")
        if number < 3:
            x = net.add("MaxPool2d", x, name=f"pool{number}", kernel_size=2)
    x = net.add("GlobalAveragePool2d", x, name="mean")
    x = net.add("Linear", x, name="fc", out_features="=classes")
    return trained(classes(x), data("moving_shapes"), Adam(learning_rate=0.002), epochs=12)


_C3D = ((64,), (128,), (256, 256), (512, 512), (512, 512))


@preset(
    PresetInfo(
        name="c3d", title=mark("3D CNN (C3D)"), chinese="三维卷积网络 C3D", family=CONVOLUTIONAL, year=2015,
        source="D. Tran, L. Bourdev, R. Fergus, L. Torresani and M. Paluri, Learning Spatiotemporal Features with 3D "
        "Convolutional Networks, ICCV 2015, arXiv 1412.0767, figures 1(c) and 3",
        summary=mark(
            "The kernel slides through time as it slides over the picture, so its answers keep an axis of time, and "
            "motion itself can be a feature. The first pooling leaves time alone, so that it is not lost too early. In "
            "full size eight convolutions and two layers of 4096, for clips of 16 frames."
        ),
        look_for=mark(
            "Read the shapes: time is still there behind conv1. Try it: make the kernels 1×3×3. Now it sees pictures, "
            "but no motion: how far does the accuracy fall?"
        ),
        textbook=("A29",), views=VIEWS,
        reached=mark("Test accuracy 100 % (seed 0), after 168 steps."),
    )
)  # fmt: skip
def c3d(size: Size) -> Project:
    """Convolutions of 3×3×3 in five groups and two large linear layers; three groups in small size."""
    full = size == "full"
    net = Network()
    x = _clip(net, full)
    groups = _C3D if full else ((8,), (16,), (32,))
    for number, group in enumerate(groups, 1):
        for part, channels in enumerate(group):
            letter = "" if len(group) == 1 else "ab"[part]
            x = net.add("Conv3d", x, name=f"conv{number}{letter}", out_channels=channels, kernel_size=3, padding=1,
                        bias=full)  # fmt: skip
            if not full:
                x = net.add("BatchNorm3d", x, name=f"norm{number}")
            x = net.add("ReLU", x, name=f"relu{number}{letter}")
        window = [1, 2, 2] if number == 1 else [2, 2, 2]
        last = {"padding": [0, 1, 1]} if number == 5 else {}
        x = net.add("MaxPool3d", x, name=f"pool{number}", kernel_size=window, **last)
    if not full:
        x = net.add("Linear", net.add("GlobalAveragePool3d", x, name="mean"), name="fc", out_features="=classes")
        return trained(classes(x), data("moving_shapes"), Adam(learning_rate=0.003), epochs=12)
    x = net.add("Flatten", x, name="flatten")
    for number in (6, 7):
        x = net.add("ReLU", net.add("Linear", x, name=f"fc{number}", out_features=4096), name=f"relu{number}")
        x = net.add("Dropout", x, name=f"drop{number}")
    x = net.add("Linear", x, name="fc8", out_features="=classes")
    return trained(classes(x), data("moving_shapes", frames=16, size=112), Adam(learning_rate=1e-4), epochs=4, batch=30)


def _signal(net: Network, length: int, count: int) -> Outlet:
    """Give the network the sizes of a recording and place the Input: (C, L)."""
    net.parameters = {"channels": 1, "length": length, "classes": count}
    return net.add("Input", name="signal", field="signal", shape=["=channels", "=length"], kind="signal")


@preset(
    PresetInfo(
        name="speech_cnn", title=mark("1D CNN for the mood of a voice"), chinese="一维卷积语音情感识别",
        family=CONVOLUTIONAL, year=2019,
        source="Y. Li, T. Zhao and T. Kawahara, Improved End-to-End Speech Emotion Recognition Using Self Attention "
        "Mechanism and Multitask Learning, Interspeech 2019 (its convolution over the time of features)",
        summary=mark(
            "A sound has one direction to slide along: time. Everything else of a convolutional network stays as it "
            "is: filters, pooling, a decision at the end. Here it hears the mood of a made-up voice."
        ),
        look_for=mark(
            "The filters of conv1 become little waves: each listens for a pitch. Try it: make its kernel 5 samples "
            "long. What can it not hear any more?"
        ),
        textbook=("A30",), views=VIEWS, sizes=("small",),
        reached=mark("Test accuracy 93.3 to 97.3 % (seeds 0 to 2), after 165 steps."),
    )
)  # fmt: skip
def speech_cnn(size: Size) -> Project:
    """Four strided convolutions along time, the mean over time, a linear layer."""
    net = Network()
    x = _signal(net, 2000, 4)
    for number, (channels, kernel, stride) in enumerate(((16, 64, 4), (32, 16, 4), (32, 8, 2), (64, 4, 2)), 1):
        x = net.add("Conv1d", x, name=f"conv{number}", out_channels=channels, kernel_size=kernel, stride=stride,
                    bias=False)  # fmt: skip
        x = net.add("ReLU", net.add("BatchNorm1d", x, name=f"norm{number}"), name=f"relu{number}")
    x = net.add("Linear", net.add("GlobalAveragePool1d", x, name="mean"), name="fc", out_features="=classes")
    return trained(classes(x), data("tone_moods"), Adam(learning_rate=0.002), epochs=15)


@preset(
    PresetInfo(
        name="spectrogram_cnn", title=mark("Spectrogram and 2D CNN"), chinese="频谱图二维卷积网络",
        family=CONVOLUTIONAL,
        year=2014,
        source="O. Abdel-Hamid et al., Convolutional Neural Networks for Speech Recognition, IEEE/ACM Transactions on "
        "Audio, Speech and Language Processing 22, 2014",
        summary=mark(
            "Turn the sound into a picture first: time from left to right, pitch from bottom to top, loudness as "
            "brightness. Then a network for pictures hears. The same recordings as those of the 1D CNN."
        ),
        look_for=mark(
            "Look at the maps of the spectrogram itself: you can see each mood. Then compare the accuracy with the 1D "
            "CNN's on the same data, and the number of steps both need."
        ),
        textbook=("A31",), views=PICTURED, sizes=("small",),
        reached=mark("Test accuracy 97.3 to 100 % (seeds 0 to 2), after 165 steps."),
    )
)  # fmt: skip
def spectrogram_cnn(size: Size) -> Project:
    """A spectrogram, its logarithm, two convolutions, the mean over the maps."""
    net = Network()
    x = net.add("Spectrogram", _signal(net, 2000, 4), name="spectrogram", n_fft=128, hop_length=64)
    x = net.add("Log", net.add("Shift", x, name="floor", amount=1e-3), name="loudness")
    for number, channels in enumerate((8, 16), 1):
        x = net.add("Conv2d", x, name=f"conv{number}", out_channels=channels, kernel_size=3, padding=1, bias=False)
        x = net.add("ReLU", net.add("BatchNorm2d", x, name=f"norm{number}"), name=f"relu{number}")
        x = net.add("MaxPool2d", x, name=f"pool{number}", kernel_size=2)
    x = net.add("Linear", net.add("Flatten", x, name="flatten"), name="fc", out_features="=classes")
    return trained(classes(x), data("tone_moods"), Adam(learning_rate=0.002), epochs=15)


@preset(
    PresetInfo(
        name="text_cnn", title="TextCNN", chinese="TextCNN 文本卷积网络", family=CONVOLUTIONAL, year=2014,
        source="Y. Kim, Convolutional Neural Networks for Sentence Classification, EMNLP 2014, arXiv 1408.5882; the "
        "small form after Y. Zhang and B. Wallace, arXiv 1510.03820, figure 1",
        summary=mark(
            "A sentence as a picture: each row is the vector of a word. Filters as wide as a row and two, three or "
            "four words high look for phrases; of each only the strongest answer anywhere counts. In full size 100 "
            "filters each of heights 3, 4 and 5 over vectors of 300."
        ),
        look_for=mark(
            "Each filter becomes a detector of a phrase. Try it: leave only the filters of height 2. Which reviews are "
            "read wrongly now, those with a “not” far from its word?"
        ),
        textbook=("A32",), views=VIEWS,
        reached=mark("Test accuracy 100 % (seeds 0 to 2), after 330 steps."),
    )
)  # fmt: skip
def text_cnn(size: Size) -> Project:
    """Word vectors, filters of three heights side by side, the strongest answer of each, a linear layer."""
    full = size == "full"
    heights, count, width = ((3, 4, 5), 100, 300) if full else ((2, 3, 4), 2, 16)
    net = Network()
    net.parameters = {"vocabulary": 40, "length": 16, "classes": 2}
    x = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    x = net.add("Embedding", x, name="words", num_embeddings="=vocabulary", embedding_dim=width)
    x = net.add("Unsqueeze", x, name="as_picture", dim=0, kind="image")
    found: list[Outlet] = []
    for height in heights:
        y = net.add("Conv2d", x, name=f"phrases{height}", out_channels=count, kernel_size=[height, width])
        y = net.add("GlobalMaxPool2d", net.add("ReLU", y, name=f"relu{height}"), name=f"strongest{height}")
        found.append(y)
    y = net.add("Concat", *found, name="all")
    y = net.add("Linear", net.add("Dropout", y, name="dropout", p=0.5 if full else 0.0), name="fc",
                out_features="=classes")  # fmt: skip
    classes(y)
    # Figure 1 of the paper: the sentence, beside it the filters of all heights, behind them the strongest answers.
    places = line(net, ("tokens", "words", "as_picture"), 0.0, 1.25)
    for row, height in enumerate(heights):
        places |= line(net, (f"phrases{height}", f"relu{height}", f"strongest{height}"), 3.0, 1.25 * row)
    places |= line(net, ("all", "dropout", "fc"), end(net, places, f"strongest{heights[0]}"), 1.25)
    column = end(net, places, "fc")
    places |= {name: (column + 0.25, 0.25 + row) for row, name in enumerate(("loss", "accuracy", "logits"))}
    stand(net, places | {"label": (column - 1.0, 0.25)})
    return trained(net, data("reviews"), Adam(learning_rate=0.01), epochs=15)


@preset(
    PresetInfo(
        name="tcn", title=mark("Temporal convolutional network"), chinese="时间卷积网络 TCN", family=CONVOLUTIONAL,
        year=2018,
        source="S. Bai, J. Kolter and V. Koltun, An Empirical Evaluation of Generic Convolutional and Recurrent "
        "Networks for Sequence Modeling, arXiv 1803.01271, section 3 (here without its weight normalisation)",
        summary=mark(
            "Convolutions along time that never look ahead, each layer with gaps twice as wide: three layers see far "
            "back, all steps at once, and nothing has to be handed on from step to step. Residual ways around each "
            "pair."
        ),
        look_for=mark(
            "Double the dilation from block to block and count how many steps the last output sees. Try it: set all "
            "dilations to 1. Can it still find the season?"
        ),
        textbook=("A34",), views=("curves", "gradients"), sizes=("small",),
        reached=mark(
            "Mean absolute error 0.20 to 0.24 on the test part (seeds 0 to 2); ridge regression on the same "
            "values has 0.24."
        ),
    )
)  # fmt: skip
def tcn(size: Size) -> Project:
    """Residual blocks of two causal convolutions, with dilation 1, 2, 4, 8; the last step answers."""
    net = Network()
    net.parameters = {"features": 3, "length": 48}
    block = net.define("TemporalBlock", channels=16, dilation=1)
    x = block.add("Input", name="x")
    y = x
    for number in (1, 2):
        y = block.add("CausalConv1d", y, name=f"conv{number}", out_channels="=channels", kernel_size=3,
                      dilation="=dilation")  # fmt: skip
        y = block.add("Dropout", block.add("ReLU", y, name=f"relu{number}"), name=f"drop{number}", p=0.1)
    beside = block.add("Conv1d", x, name="projection", out_channels="=channels", kernel_size=1)
    block.add("Output", block.add("ReLU", block.add("Add", y, beside, name="add"), name="relu"), name="y")

    x = net.add("Input", name="sequence", field="sequence", shape=["=length", "=features"], kind="sequence")
    y = net.add("Transpose", x, name="along_time", kind="signal")
    for number, dilation in enumerate((1, 2, 4, 8), 1):
        y = net.add("TemporalBlock", y, name=f"block{number}", channels=24, dilation=dilation)
    y = net.add("LastStep", net.add("Transpose", y, name="as_steps", kind="sequence"), name="last")
    y = net.add("Linear", y, name="ahead", out_features=6)
    return trained(numbers(y, 6), data("seasons"), Adam(learning_rate=0.002), epochs=15)


@preset(
    PresetInfo(
        name="point_cnn", title="PointCNN", chinese="PointCNN 点云卷积网络", family=CONVOLUTIONAL, year=2018,
        source="Y. Li, R. Bu, M. Sun, W. Wu, X. Di and B. Chen, PointCNN: Convolution on X-Transformed Points, NeurIPS "
        "2018, arXiv 1801.07791, algorithm 1 and figure 2",
        summary=mark(
            "A cloud of points has no order and no grid, so a usual filter has nothing to slide over. X-Conv asks the "
            "nearest neighbours of a few chosen points, puts them in order by a learned table and weighs them. The "
            "points become fewer, what is known of each grows."
        ),
        look_for=mark(
            "Follow the shapes: 128 points, then 32, 16 and 8, each with more features. Try it: lower the number of "
            "neighbours k to 2. Which two bodies does it mix up first?"
        ),
        textbook=("A33",), views=VIEWS, sizes=("small",),
        reached=mark("Test accuracy 97.9 % (seed 0), on clouds turned in any direction."),
    )
)  # fmt: skip
def point_cnn(size: Size) -> Project:
    """Three X-Convs from 128 points to 8, the mean over the points, a linear layer."""
    net = Network()
    net.parameters = {"points": 128, "classes": 4}
    points = net.add("Input", name="points", field="points", shape=["=points", 3], kind="points")
    at, known = points, list[Outlet]()
    for number, (features, kept) in enumerate(((24, 32), (48, 16), (96, 8)), 1):
        cut = net.add("XConv", at, *known, name=f"xconv{number}", out_features=features, out_points=kept, k=12)
        at = Outlet(net, cut.node, "points")
        x = net.add("LayerNorm", Outlet(net, cut.node, "features"), name=f"norm{number}")
        known = [net.add("ELU", x, name=f"elu{number}")]
    x = net.add("Mean", *known, name="mean", dim=0)
    x = net.add("Linear", x, name="fc", out_features="=classes")
    rule = Adam(learning_rate=0.003, weight_decay=0.001)
    turned = {"augment": (CloudTurn(axis=Axis.ANY),)}
    return trained(classes(x), data("point_clouds", samples=1600), rule, epochs=16, more=turned)
