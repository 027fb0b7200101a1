"""Linear layers and convolutions whose weights are brought to a scale before each use."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Tally
from graphs.layers.convolution import Filtering
from graphs.layers.dense import Weighing
from graphs.layers.sentences import unless
from graphs.tensors import TensorSpec

_PLACE = "graphs.modules.normalisation."


class WeightNormLinear(Weighing):
    """Weigh all inputs and add them up, with length and direction of the weights learned apart."""

    family = Family.NORMALISATION
    chinese = "权重归一化全连接层"
    analogy = "A torch that is aimed with one hand while the other sets how bright it shines."
    advice = "Use it where batch normalisation does not fit: recurrent networks, reinforcement learning, generators."
    pitfall = "It has one more parameter per output, and none of what it says about scale comes from the data."
    keywords = ("weight normalization", "dense", "weightnorm", "reparametrization", "权重归一化", "线性层")
    formula = r"y = W x + b, \quad w_i = g_i\,\frac{v_i}{\lVert v_i \rVert}"
    source = "Salimans & Kingma 2016, Weight normalization, equation 2"

    def cost(self, x: TensorSpec) -> Cost:
        plain = super().cost(x)
        learned = Tally(plain.parameters.number + self.out_features, f"{plain.parameters.sum} + {self.out_features}")
        return Cost(learned, plain.multiply_adds)

    def torch(self, x: TensorSpec) -> Call:
        plain = super().torch(x)
        return Call(_PLACE + self.type_name(), plain.args, plain.kwargs)


class WeightNormConv2d(Filtering):
    """Slide filters over an image, with strength and pattern of each filter learned apart."""

    family = Family.NORMALISATION
    chinese = "权重归一化二维卷积"
    analogy = "A stencil and a spray can: the one gives the pattern, the other how thick the paint goes on."
    advice = "Use it in generators and in super-resolution, where statistics of a batch leave visible traces."
    pitfall = "Frameworks keep g and v in different shapes and orders: copy weights by name, not by position."
    keywords = ("weight normalization", "filter", "kernel", "super-resolution", "weightnorm", "权重归一化", "卷积")
    formula = r"y = w * x + b, \quad w_m = g_m\,\frac{v_m}{\lVert v_m \rVert}"
    source = "Salimans & Kingma 2016, Weight normalization, section 2"

    def cost(self, x: TensorSpec) -> Cost:
        plain = super().cost(x)
        learned = Tally(plain.parameters.number + self.out_channels, f"{plain.parameters.sum} + {self.out_channels}")
        return Cost(learned, plain.multiply_adds)

    def torch(self, x: TensorSpec) -> Call:
        plain = super().torch(x)
        return Call(_PLACE + self.type_name(), plain.args, plain.kwargs)


class SpectralNormLinear(Weighing):
    """Weigh all inputs and add them up, with weights that make no vector longer.

    While training, each pass refines the estimate of the largest singular value; in evaluation mode it is kept.
    """

    family = Family.NORMALISATION
    chinese = "谱归一化全连接层"
    analogy = "A gearbox that may turn a movement in any direction but is built so that nothing gets faster."
    advice = "Use it in the critic of a GAN, and where a network must not react wildly to small changes."
    pitfall = "The bound holds for this layer alone, bias apart; what follows can still enlarge everything."
    keywords = ("spectral normalization", "lipschitz", "gan", "critic", "谱归一化", "判别器")
    formula = r"y = \frac{W}{\sigma(W)}\, x + b, \quad \sigma(W) \approx u^{\top} W v"
    source = "Miyato et al. 2018, Spectral normalization for generative adversarial networks, algorithm 1"

    n_power_iterations: int = Field(1, ge=1, le=100, description="how often the estimate is refined at each pass")

    def cost(self, x: TensorSpec) -> Cost:
        plain = super().cost(x)
        return Cost(plain.parameters, plain.multiply_adds, buffers=self.out_features + int(x.dims[-1]))

    def torch(self, x: TensorSpec) -> Call:
        plain = super().torch(x)
        more = unless(n_power_iterations=(self.n_power_iterations, 1))
        return Call(_PLACE + self.type_name(), plain.args, {**plain.kwargs, **more})


class SpectralNormConv2d(Filtering):
    """Slide filters over an image, divided by the largest factor by which they stretch a patch.

    While training, each pass refines the estimate of the largest singular value; in evaluation mode it is kept.
    """

    family = Family.NORMALISATION
    chinese = "谱归一化二维卷积"
    analogy = "A speed limiter in every engine of a fleet: no driver can break away from the others."
    advice = "Use it in the discriminator of a GAN for pictures, in place of any other normalisation there."
    pitfall = "It bounds the filters as one matrix. Patches overlap, so the whole layer can stretch somewhat more."
    keywords = (
        "spectral normalization",
        "lipschitz",
        "gan",
        "discriminator",
        "谱归一化",
        "判别器",
        "卷积",
    )
    formula = r"y = \frac{w}{\sigma(w)} * x + b, \quad \sigma(w) \approx u^{\top} w v"
    source = "Miyato et al. 2018, Spectral normalization for generative adversarial networks, section 2.1"

    n_power_iterations: int = Field(1, ge=1, le=100, description="how often the estimate is refined at each pass")

    def cost(self, x: TensorSpec) -> Cost:
        plain = super().cost(x)
        inside = int(x.channels) // self.groups * self.kernel_size[0] * self.kernel_size[1]
        return Cost(plain.parameters, plain.multiply_adds, buffers=self.out_channels + inside)

    def torch(self, x: TensorSpec) -> Call:
        plain = super().torch(x)
        more = unless(n_power_iterations=(self.n_power_iterations, 1))
        return Call(_PLACE + self.type_name(), plain.args, {**plain.kwargs, **more})
