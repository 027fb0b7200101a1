"""Layers that leave the numbers alone and change what flows back."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, In, Port, ShapeError
from graphs.layers.axes import Mended
from graphs.layers.sentences import get_both, must_be_float
from graphs.message import say
from graphs.tensors import TensorSpec


class _Backwards(Mended):
    """Forwards nothing changes."""

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_float(self, "x", x)
        return x


class Detach(_Backwards):
    """Pass the numbers on and stop every gradient here."""

    family = Family.SHAPE
    pill = True
    chinese = "截断梯度"
    analogy = "A window in a wall: one can look in, but nobody can reach through and move things."
    advice = "Use it for targets that must not move, and to show the generator's images to the critic alone."
    pitfall = "Whatever comes only before it does not learn any more, silently."
    keywords = ("stop gradient", "freeze", "sg", "target network", "停止梯度")
    formula = r"y = x,\quad \frac{\partial y}{\partial x} := 0"
    source = "van den Oord et al. 2017, Neural discrete representation learning, equation 3; PyTorch: torch.detach"

    def shape(self, x: TensorSpec) -> TensorSpec:
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.detach", (In("x"),))


class GradientReversal(_Backwards):
    """Pass the numbers on and turn the gradient around."""

    family = Family.SHAPE
    chinese = "梯度反转"
    analogy = "A pupil who does the opposite of what this one teacher asks for, on purpose."
    advice = "Put it before a classifier of domains: the features then learn to hide which domain they come from."
    pitfall = "With a large factor from the start features become noise: let it grow from 0 during training."
    keywords = ("domain adaptation", "adversarial", "dann", "negative gradient", "域适应", "对抗")
    formula = r"y = x,\quad \frac{\partial y}{\partial x} := -\lambda"
    source = "Ganin & Lempitsky 2015, Unsupervised domain adaptation by backpropagation, equations 11 and 12"

    alpha: float = Field(1.0, ge=0, le=1000, description="how strongly the reversed gradient counts", face="λ", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.gradient.GradientReversal", (self.alpha,))


class GradientScale(_Backwards):
    """Pass the numbers on and make the gradient smaller or larger."""

    family = Family.SHAPE
    chinese = "梯度缩放"
    analogy = "Power steering: the wheels go where the driver points, only the force of the hand is changed."
    advice = "Use it to let a branch learn more slowly than the rest, or to balance branches that share features."
    pitfall = "Optimizers such as Adam divide by the size of gradients: a branch that is scaled alone hardly notices."
    keywords = ("learning rate", "slow down", "balance", "multiplier", "学习率倍率")
    formula = r"y = x,\quad \frac{\partial y}{\partial x} := c"
    source = (
        "Jaderberg et al. 2015 scale gradients of their localisation network; Schrittwieser et al. 2020, MuZero, "
        "appendix G"
    )

    factor: float = Field(0.1, ge=0, le=1000, description="what the gradient is multiplied by", face="factor", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.gradient.GradientScale", (self.factor,))


class StraightThrough(Mended):
    """Pass a hard decision on, and send the gradient back as if the soft one had been passed."""

    family = Family.SHAPE
    inputs = (
        Port("hard", description="what is passed on: a decision without a slope"),
        Port("soft", description="what the gradient goes to: the same decision with a slope"),
    )
    pill = True
    chinese = "直通估计"
    analogy = "An actor speaks the final text on stage, but the critics' notes go to the draft it was made from."
    advice = "Use it to train through roundings, choices and codebooks, as in binary networks and VQ-VAE."
    pitfall = "The gradient is only a guess: the farther hard and soft lie apart, the worse."
    keywords = ("quantise", "binary", "gumbel", "vq-vae", "surrogate", "量化", "离散")
    formula = r"y = h,\quad \frac{\partial y}{\partial s} := 1"
    source = "Bengio, Léonard & Courville 2013, Estimating or propagating gradients through stochastic neurons"

    def shape(self, hard: TensorSpec, soft: TensorSpec) -> TensorSpec:
        must_be_float(self, "hard", hard)
        must_be_float(self, "soft", soft)
        if hard.dims != soft.dims or hard.dtype != soft.dtype or hard.batched != soft.batched:
            raise ShapeError(
                "hard",
                say("StraightThrough needs two inputs of the same shape."),
                get_both(hard, soft),
                say("The hard one has to be made of the soft one, number by number."),
            )
        return hard

    def torch(self, hard: TensorSpec, soft: TensorSpec) -> Call:
        return Call("graphs.modules.gradient.StraightThrough")
