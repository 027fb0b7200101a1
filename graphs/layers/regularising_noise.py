"""Layers that disturb numbers while training, so that a network does not lean on any of them."""

from __future__ import annotations

from typing import ClassVar

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.elementwise import CHANNELS_FIRST, Elementwise
from graphs.layers.sentences import gets, must_be_float, takes, unless
from graphs.layers.sisters import instead
from graphs.message import Message, say
from graphs.tensors import Kind, TensorSpec


class _ChannelDropout(Layer):
    """What the dropouts of whole channels share. In evaluation mode they pass everything on."""

    kind: ClassVar[Kind]
    elsewhere: ClassVar[dict[Kind, Message]] = {
        Kind.SIGNAL: say("Use Dropout1d for a signal."),
        Kind.IMAGE: say("Use Dropout2d for images."),
        Kind.VOLUME: say("Use Dropout3d for volumes."),
    }

    p: float = Field(0.5, ge=0, lt=1, description="probability that a channel is set to zero", face="p", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not self.kind:
            hint = self.elsewhere.get(x.kind, say("Use Dropout: here there are no channels to drop."))
            fixes = instead(self, x, dict.fromkeys((Kind.FEATURES, Kind.SEQUENCE), "Dropout"))
            raise ShapeError("x", takes(self, (self.kind,)), gets(x), hint, fixes)
        must_be_float(self, "x", x)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call(f"torch.nn.{self.type_name()}", (), {"p": self.p})


class Dropout1d(_ChannelDropout):
    """While training, set whole channels of a signal to zero and enlarge the others to make up for it."""

    family = Family.STOCHASTIC
    inputs = (Port("x", (Kind.SIGNAL,)),)
    kind = Kind.SIGNAL
    pill = True
    chinese = "一维空间随机失活"
    analogy = "An orchestra that rehearses with whole sections sent home, so that the melody never hangs on one."
    advice = "Use it after Conv1d, where neighbours in time are so alike that dropping single ones changes nothing."
    pitfall = "With few channels much is lost at once: start with p = 0.1."
    keywords = ("spatial dropout", "regularization", "channel", "空间丢弃", "正则化")
    formula = r"y_c = \frac{m_c\, x_c}{1 - p},\quad m_c \sim \mathrm{Bernoulli}(1-p)"
    source = "Tompson et al. 2015, Efficient object localization, section 3.2; PyTorch: torch.nn.Dropout1d"


class Dropout2d(_ChannelDropout):
    """While training, set whole feature maps to zero and enlarge the others to make up for it."""

    family = Family.STOCHASTIC
    inputs = (Port("x", (Kind.IMAGE,)),)
    kind = Kind.IMAGE
    pill = True
    chinese = "二维空间随机失活"
    analogy = "A guard whose eyes are covered now and then, so that the ears learn to watch as well."
    advice = "Use it between convolutions: single pixels can be guessed from their neighbours, whole maps cannot."
    pitfall = "Just before or behind batch normalisation it shifts mean and spread, and training and use drift apart."
    keywords = ("spatial dropout", "regularization", "feature map", "空间丢弃", "正则化")
    formula = r"y_{c,i,j} = \frac{m_c\, x_{c,i,j}}{1 - p},\quad m_c \sim \mathrm{Bernoulli}(1-p)"
    source = "Tompson et al. 2015, Efficient object localization using convolutional networks, section 3.2"


class Dropout3d(_ChannelDropout):
    """While training, set whole channels of a volume or clip to zero and enlarge the others to make up for it."""

    family = Family.STOCHASTIC
    inputs = (Port("x", (Kind.VOLUME,)),)
    kind = Kind.VOLUME
    pill = True
    chinese = "三维空间随机失活"
    analogy = "A film crew that loses a camera for the whole take: the scene has to be clear from the others."
    advice = "Use it in networks for clips and scans, late in the network and with a small p."
    pitfall = "A channel is missing in all frames at once; it does not teach the network to bear single lost frames."
    keywords = ("spatial dropout", "regularization", "video", "空间丢弃", "正则化", "视频")
    formula = r"y_{c,t,i,j} = \frac{m_c\, x_{c,t,i,j}}{1 - p},\quad m_c \sim \mathrm{Bernoulli}(1-p)"
    source = "Tompson et al. 2015, section 3.2; PyTorch: torch.nn.Dropout3d"


class AlphaDropout(Elementwise):
    """While training, set a random part of the numbers to SELU's lowest value, so that mean and spread stay.

    In evaluation mode it passes everything on.
    """

    family = Family.STOCHASTIC
    pill = True
    chinese = "Alpha 随机失活"
    analogy = "Players are replaced by substitutes of the team's average strength, so that its level holds."
    advice = "Use it behind SELU, in place of Dropout, with p from 0.05 to 0.1."
    pitfall = "It fits SELU only: behind other activations it adds a value that never occurs there."
    keywords = ("selu", "self-normalizing", "regularization", "自归一化", "正则化")
    formula = r"y = a\,(m \odot x + (1 - m)\,\alpha') + b,\quad \alpha' \approx -1.7581"
    source = "Klambauer et al. 2017, Self-normalizing neural networks, section New dropout technique"

    p: float = Field(0.5, ge=0, lt=1, description="probability that a number is replaced", face="p", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.AlphaDropout", (), {"p": self.p})


class FeatureAlphaDropout(Elementwise):
    """While training, set whole channels to SELU's lowest value, so that mean and spread stay.

    In evaluation mode it passes everything on.
    """

    family = Family.STOCHASTIC
    inputs = (Port("x", CHANNELS_FIRST),)
    pill = True
    chinese = "特征 Alpha 随机失活"
    analogy = "A whole department is on leave, and temporary staff keeps the firm at its usual pace."
    advice = "Use it in convolutional networks with SELU, where neighbours in a channel say nearly the same."
    pitfall = "Few channels and a large p make the scale of the others jump from step to step."
    keywords = ("selu", "self-normalizing", "channel", "spatial dropout", "自归一化", "空间丢弃")
    formula = r"y_c = a\,(m_c\, x_c + (1 - m_c)\,\alpha') + b,\quad \alpha' \approx -1.7581"
    source = "Klambauer et al. 2017; Tompson et al. 2015; PyTorch: torch.nn.FeatureAlphaDropout"

    p: float = Field(0.5, ge=0, lt=1, description="probability that a channel is replaced", face="p", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in CHANNELS_FIRST:
            raise ShapeError(
                "x", takes(self, CHANNELS_FIRST), gets(x), say("Use AlphaDropout: here there are no channels to drop.")
            )
        return super().output(x)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.FeatureAlphaDropout", (), {"p": self.p})


class DropPath(Elementwise):
    """While training, set this path to zero for random examples and enlarge it for the others.

    In evaluation mode it passes everything on.
    """

    family = Family.STOCHASTIC
    pill = True
    chinese = "随机深度"
    analogy = "A commuter who sometimes finds the side road closed and takes the main road alone."
    advice = "Put it at the end of a residual branch, just before the sum: p from 0 at the first block to 0.1 or more."
    pitfall = "Outside a residual branch it sets the whole example to zero, and nothing at all remains of it."
    keywords = ("stochastic depth", "residual", "regularization", "随机深度", "残差", "正则化")
    formula = r"y = \frac{m\, x}{1 - p},\quad m \sim \mathrm{Bernoulli}(1-p) \text{ per example}"
    source = "Huang et al. 2016, Deep networks with stochastic depth, section 3"

    p: float = Field(0.1, ge=0, lt=1, description="probability that an example loses this path", face="p", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.noise.DropPath", (), {"p": self.p})


class GaussianNoise(Elementwise):
    """While training, add random numbers from a bell curve to every number.

    In evaluation mode it passes everything on.
    """

    family = Family.STOCHASTIC
    pill = True
    chinese = "高斯噪声"
    analogy = "Practising in light rain: who gets used to it does not slip when a little of it falls."
    advice = "Use it behind the Input as augmentation, or to make an autoencoder remove noise."
    pitfall = "The noise has the unit of the data: with pixels up to 255 a std of 0.1 is nothing, up to 1 it is much."
    keywords = ("noise", "augmentation", "denoising", "regularization", "加噪", "数据增强")
    formula = r"y = x + \sigma\,\epsilon,\quad \epsilon \sim \mathcal{N}(0, 1)"
    source = "Bishop 1995, Training with noise is equivalent to Tikhonov regularization"

    std: float = Field(
        0.1, ge=0, le=1e6, description="spread of the noise, in the unit of the input", face="std", rank=1
    )

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.noise.GaussianNoise", (), {"std": self.std})


class GaussianDropout(Elementwise):
    """While training, multiply every number by a random factor around 1.

    In evaluation mode it passes everything on.
    """

    family = Family.STOCHASTIC
    pill = True
    chinese = "高斯随机失活"
    analogy = "Every musician plays a little louder or softer each time, but nobody ever falls silent."
    advice = "Try it in place of Dropout: the same mean and spread of the result, without hard zeros."
    pitfall = "Near p = 1 the factor scatters enormously and can change the sign; stay below 0.5."
    keywords = ("multiplicative noise", "regularization", "dropout", "乘性噪声", "正则化")
    formula = r"y = x \odot \epsilon,\quad \epsilon \sim \mathcal{N}\!\left(1,\, \frac{p}{1-p}\right)"
    source = "Srivastava et al. 2014, Dropout, section 10"

    p: float = Field(0.5, ge=0, lt=1, description="as strong as a Dropout with this probability", face="p", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.noise.GaussianDropout", (), unless(p=(self.p, 0.5)))
