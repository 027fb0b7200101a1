"""Layers that draw: latent variables, steps and noise of diffusion, hidden tokens, and choices with a gradient."""

from __future__ import annotations

from typing import Literal

import pydantic

from graphs.fields import Field, Shape
from graphs.layer import Call, Family, In, Layer, Port, Proposal, ShapeError
from graphs.layers.elementwise import AlongAxis
from graphs.layers.input_output import KindChoice, fits, kind_of, wrong_kind
from graphs.layers.sentences import change, get_both, gets, is_float, must_be_batched, must_be_float, put, takes, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_NOISE = "graphs.modules.noise."


class Reparameterize(Layer):
    """Draw numbers around a mean with a given spread, in a way that gradients pass through both.

    In evaluation mode the result is the mean, unless *sample in eval* is set.
    """

    family = Family.STOCHASTIC
    inputs = (
        Port("mean", description="where the numbers lie, μ"),
        Port("logvar", description="how far they scatter: the logarithm of the variance"),
    )
    outputs = (Port("z"),)
    chinese = "重参数化"
    analogy = "The die is cast outside the room: inside, one only decides where the table stands and how large it is."
    advice = "Use it between encoder and decoder of a variational autoencoder, with two Linear layers before it."
    pitfall = (
        "logvar is the logarithm of the variance, not the spread: σ = exp(½·logvar). Mixed up, the samples explode."
    )
    keywords = ("vae", "latent", "sample", "variational autoencoder", "变分自编码器", "采样", "潜变量")
    formula = r"z = \mu + e^{\frac{1}{2} \log \sigma^2} \odot \epsilon,\quad \epsilon \sim \mathcal{N}(0, 1)"
    source = "Kingma & Welling 2014, Auto-encoding variational Bayes, section 2.4"

    sample_in_eval: bool = Field(False, description="draw in evaluation mode too, instead of giving the mean")

    def output(self, mean: TensorSpec, logvar: TensorSpec) -> TensorSpec:
        for port, x in (("mean", mean), ("logvar", logvar)):
            must_be_batched(self, port, x)
            must_be_float(self, port, x)
        if mean.dims != logvar.dims:
            raise ShapeError(
                "logvar",
                say("Reparameterize needs a mean and a logvar of the same shape."),
                get_both(mean, logvar),
                say("Both come from the same features by a layer of their own, with equally many outputs."),
                self._made_equal(mean, logvar),
            )
        return mean

    def _made_equal(self, mean: TensorSpec, logvar: TensorSpec) -> tuple[Proposal, ...]:
        kinds = (Kind.FEATURES, Kind.SEQUENCE)
        same = mean.kind is logvar.kind and mean.kind in kinds and mean.dims[:-1] == logvar.dims[:-1]
        sizes = (mean.dims[-1], logvar.dims[-1]) if same else ("", "")
        if not all(isinstance(size, int) for size in sizes):
            return ()
        return (put("Linear", "logvar", out_features=sizes[0]), put("Linear", "mean", out_features=sizes[1]))

    def torch(self, mean: TensorSpec, logvar: TensorSpec) -> Call:
        given = unless(sample_in_eval=(self.sample_in_eval, False))
        return Call(_NOISE + "Reparameterize", (), given, on=(In("mean"), In("logvar")))


class AddNoise(Layer):
    """Mix each example with noise, the more the later its time step.

    It draws in evaluation mode too.
    """

    family = Family.STOCHASTIC
    inputs = (
        Port("x", description="clean data, scaled to about −1 to 1"),
        Port("step", (Kind.INDEX,), description="time step of each example, from 0"),
    )
    outputs = (Port("noisy"), Port("noise"))
    chinese = "扩散加噪"
    analogy = "A drop of ink in water: at step 0 you still see its shape, at the last step only grey."
    advice = "Use it to train a diffusion model: wire RandomTimestep to step, and let the network guess the noise."
    pitfall = "The steps have to lie below num_steps, so RandomTimestep needs the same number; and x has to be scaled."
    keywords = ("diffusion", "ddpm", "forward process", "schedule", "扩散模型", "前向过程", "噪声调度")
    formula = (
        r"x_t = \sqrt{\bar\alpha_t}\, x + \sqrt{1 - \bar\alpha_t}\, \epsilon,"
        r"\quad \bar\alpha_t = \prod_{s \le t} (1 - \beta_s)"
    )
    source = "Ho, Jain & Abbeel 2020, equation 4; cosine: Nichol & Dhariwal 2021, equation 17"

    num_steps: int = Field(
        1000, ge=2, le=100_000, description="how many steps lead from data to noise", face="steps", rank=2
    )
    schedule: Literal["linear", "cosine"] = Field(
        "linear", description="how the noise grows: linear as in the first paper, cosine more gently", face="schedule",
        rank=1,
    )  # fmt: skip
    beta_start: float = Field(1e-4, gt=0, lt=1, description="share of noise added at the first step, for linear")
    beta_end: float = Field(0.02, gt=0, lt=1, description="share of noise added at the last step, for linear")

    def output(self, x: TensorSpec, step: TensorSpec) -> dict[str, TensorSpec]:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        if step.kind is not Kind.INDEX:
            raise ShapeError(
                "step",
                say("AddNoise takes one whole number per example as its step."),
                gets(step),
                say("RandomTimestep draws such numbers."),
            )
        return {"noisy": x, "noise": x}

    def torch(self, x: TensorSpec, step: TensorSpec) -> Call:
        given = unless(
            num_steps=(self.num_steps, 1000), schedule=(self.schedule, "linear"),
            beta_start=(self.beta_start, 1e-4), beta_end=(self.beta_end, 0.02),
        )  # fmt: skip
        on, paths = (In("x"), In("step")), {"noisy": (0,), "noise": (1,)}
        return Call(_NOISE + "AddNoise", (), given, on=on, paths=paths)


class RandomTimestep(Layer):
    """Draw a whole number for every example, all equally likely.

    It draws in evaluation mode too.
    """

    family = Family.STOCHASTIC
    inputs = (Port("x", description="only the number of examples counts"),)
    outputs = (Port("step"),)
    pill = True
    chinese = "随机时间步"
    analogy = "Opening a book at random pages, so that in time every page is read equally often."
    advice = "Use it in diffusion models, for AddNoise and for the embedding of the time step alike."
    pitfall = "One node for both: two of them draw two different numbers, and the network is told the wrong step."
    keywords = ("diffusion", "timestep", "random integer", "扩散模型", "时间步", "随机数")
    formula = r"t \sim U\{0, \dots, T - 1\}"
    source = "Ho, Jain & Abbeel 2020, algorithm 1"

    num_steps: int = Field(
        1000, ge=1, le=100_000, description="the numbers go from 0 to one less than this", face="steps", rank=1
    )

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        return TensorSpec.of(Kind.INDEX)

    def torch(self, x: TensorSpec) -> Call:
        return Call(_NOISE + "RandomTimestep", (), unless(num_steps=(self.num_steps, 1000)))


class RandomNormal(Layer):
    """Draw numbers from a bell curve with mean 0 and spread 1, in a shape you choose.

    It draws in evaluation mode too.
    """

    family = Family.STOCHASTIC
    inputs = (Port("like", description="the number of examples and the number type are taken from here"),)
    chinese = "高斯随机源"
    analogy = "A block of marble for the sculptor: it holds no figure yet, and every block becomes another one."
    advice = "Use it as the latent input of a generator: a hundred features are plenty for small pictures."
    pitfall = "It is new at every call. To watch one sample improve, feed fixed numbers through an Input instead."
    keywords = ("noise source", "latent", "gan", "generator", "z", "潜变量", "生成器", "噪声源")
    formula = r"z \sim \mathcal{N}(0, I)"
    source = "Goodfellow et al. 2014, Generative adversarial nets, section 3"

    shape: Shape = Field((100,), description="dimensions of one example, without the batch", face="shape", rank=1)
    kind: KindChoice = Field("auto", description="what the axes mean; auto decides by how many there are")

    @pydantic.field_validator("shape")
    @classmethod
    def _positive(cls, shape: tuple[int, ...]) -> tuple[int, ...]:
        if not shape or any(size < 1 for size in shape):
            raise ValueError(
                say(
                    "A shape to draw has at least one number, each at least 1. It got ({shape}).",
                    shape=", ".join(map(str, shape)),
                )
            )
        return shape

    def output(self, like: TensorSpec) -> TensorSpec:
        must_be_batched(self, "like", like)
        kind = kind_of(len(self.shape)) if self.kind == "auto" else Kind(self.kind)
        if not fits(kind, self.shape):
            raise wrong_kind(kind, self.shape)
        if kind in (Kind.TOKENS, Kind.INDEX, Kind.MASK):
            raise ShapeError(
                "",
                say("RandomNormal draws numbers that can have a fraction."),
                say("Its kind is {kind}.", kind=say(kind.value)),
                say("Choose auto, and the kind follows from how many numbers the shape has."),
                (change("kind", "auto"),),
            )
        return TensorSpec(kind, self.shape, like.dtype if is_float(like) else "float32")

    def torch(self, like: TensorSpec) -> Call:
        return Call(_NOISE + "RandomNormal", (self.shape,))


class MaskTokens(Layer):
    """Hide some of the tokens, and give the hidden ones as what is to be guessed.

    Of the chosen tokens 80 % are masked, 10 % replaced by another, 10 % kept. It draws in evaluation mode too.
    """

    family = Family.STOCHASTIC
    inputs = (Port("x", (Kind.TOKENS,)),)
    outputs = (
        Port("masked", description="the tokens with some of them hidden"),
        Port("target", description="the hidden tokens, and −100 everywhere else"),
    )
    chinese = "词元掩码"
    analogy = "A cloze test: fill in the blanks, and beware, now and then a printed word is wrong as well."
    advice = "Use it to pretrain an encoder on text without labels; CrossEntropyLoss passes over the targets −100."
    pitfall = "Set first_ordinary above your special tokens, else padding is hidden too and the task gets far too easy."
    keywords = ("bert", "masked language model", "mlm", "cloze", "pretraining", "掩码语言模型", "预训练", "完形填空")
    formula = r"t_i = x_i \;\text{with probability } p,\quad -100 \;\text{otherwise}"
    source = "Devlin et al. 2019, BERT, section 3.1"

    num_embeddings: int = Field(
        1000, ge=2, le=10_000_000, description="how many different tokens there are", face="tokens", rank=2
    )
    p: float = Field(0.15, ge=0, le=1, description="share of the tokens that is chosen", face="p", rank=1)
    mask_token: int = Field(1, ge=0, le=10_000_000, description="the token that stands for a hidden one")
    first_ordinary: int = Field(
        2, ge=0, le=10_000_000, description="tokens below this number are special and never chosen"
    )

    @pydantic.field_validator("mask_token", "first_ordinary")
    @classmethod
    def _within(cls, token: int, info: pydantic.ValidationInfo) -> int:
        tokens = info.data.get("num_embeddings", token + 1)
        if token >= tokens:
            raise ValueError(
                say(
                    "{parameter} is a token, so it lies below num_embeddings, which is {n}. It got {value}.",
                    parameter=info.field_name, n=tokens, value=token,
                )
            )  # fmt: skip
        return token

    def output(self, x: TensorSpec) -> dict[str, TensorSpec]:
        if x.kind is not Kind.TOKENS:
            hint = say("Hide tokens before they are embedded.")
            raise ShapeError("x", takes(self, (Kind.TOKENS,)), gets(x), hint)
        return {"masked": x, "target": x}

    def torch(self, x: TensorSpec) -> Call:
        given = {"mask_token": self.mask_token, "p": self.p, "first_ordinary": self.first_ordinary}
        paths = {"masked": (0,), "target": (1,)}
        return Call(_NOISE + "MaskTokens", (self.num_embeddings,), given, paths=paths)


class GumbelSoftmax(AlongAxis):
    """Draw one of several choices at random by its share, in a way that gradients pass through.

    In evaluation mode there is no noise: hard gives the largest, otherwise the shares themselves.
    """

    family = Family.STOCHASTIC
    chinese = "Gumbel 归一化指数"
    analogy = "A raffle in which tickets are sold by merit: anybody can win, the best most often."
    advice = "Use it where a network must choose: hard attention, discrete codes, which path to take."
    pitfall = "A small tau gives clear choices and wild gradients. Start near 1 and lower it slowly."
    keywords = ("sample", "categorical", "discrete", "straight-through", "hard attention", "采样", "离散", "硬注意力")
    formula = r"y_i = \frac{e^{(x_i + g_i)/\tau}}{\sum_j e^{(x_j + g_j)/\tau}},\quad g_i = -\ln(-\ln u_i)"
    source = "Jang, Gu & Poole 2017, Categorical reparameterization with Gumbel-softmax, equation 2"

    dim: int | None = Field(
        None, ge=-5, le=5, description="axis with the choices, the batch being 0; empty means channels or features"
    )
    tau: float = Field(
        1.0, gt=0, le=1000, description="temperature: small is decided, large is even", face="tau", rank=1
    )
    hard: bool = Field(False, description="give a single one and zeros, with the gradient of the shares")

    def torch(self, x: TensorSpec) -> Call:
        given = unless(tau=(self.tau, 1.0), hard=(self.hard, False), dim=(self.axis(x), -1))
        return Call(_NOISE + "GumbelSoftmax", (), given)
