"""Layers that roll dice while training."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, Layer
from graphs.layers.sentences import must_be_batched, must_be_float
from graphs.tensors import TensorSpec


class Dropout(Layer):
    """While training, set a random part of the numbers to zero and enlarge the others to make up for it."""

    family = Family.STOCHASTIC
    pill = True
    chinese = "随机失活"
    analogy = "A team that trains with random players missing, so that nobody becomes indispensable."
    advice = "Use it when training is far better than validation: 0.5 between Linear layers, 0.1 to 0.3 elsewhere."
    pitfall = (
        "Too much of it and the network learns too little. It acts only in training, so training accuracy can "
        "look worse than validation."
    )
    keywords = ("regularization", "overfitting", "noise", "丢弃法", "正则化", "过拟合")
    formula = r"y = \frac{m \odot x}{1 - p},\quad m \sim \mathrm{Bernoulli}(1-p)"
    source = "Srivastava et al. 2014, Dropout: a simple way to prevent neural networks from overfitting"

    p: float = Field(0.5, ge=0, lt=1, description="probability that a number is set to zero", face="p", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.Dropout", (), {"p": self.p})
