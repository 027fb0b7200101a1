"""Losses of networks that make things: what holds a VAE together, what adversaries play for, what style is."""

from __future__ import annotations

from typing import Any, Literal

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError, Tally
from graphs.layers.comparing import PREDICTED, WEIGHT, must_be_equal, must_be_one_of
from graphs.layers.sentences import SCALAR, gets, must_be_batched, must_be_float, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.generative_losses."
_SCORES = (Port("x", description="raw scores of the network that judges"),)
_TARGET: Any = Field("real", description="what the judge shall say; a generator wants real", face="target", rank=1)


class KLDivergence(Layer):
    """Charge a VAE for every bit by which its codes differ from plain noise.

    ½·Σ(exp(logvar) + mean² − 1 − logvar) over the code in nats, mean over the batch.
    """

    family = Family.LOSS
    inputs = (
        Port("mean", description="means of the code"),
        Port("logvar", description="logarithms of the variances of the code"),
    )
    chinese = "KL 散度（变分自编码器）"
    analogy = "A telegram office: every word beyond the standard greeting costs extra."
    advice = "Wire the two outputs of a VAE's encoder here, and its picture to MSELoss or BCEWithLogitsLoss."
    pitfall = "Too much weight and the code says nothing at all. MSELoss is a mean and this is a sum: balance them."
    keywords = ("vae", "elbo", "variational", "latent", "变分自编码器", "隐变量")
    formula = r"L = \frac{1}{2N} \sum_n \sum_i \left( e^{\lambda_{n,i}} + \mu_{n,i}^2 - 1 - \lambda_{n,i} \right)"
    source = "Kingma & Welling 2014, Auto-encoding variational Bayes, appendix B"

    weight: float = WEIGHT

    def output(self, mean: TensorSpec, logvar: TensorSpec) -> TensorSpec:
        must_be_equal(self, mean=mean, logvar=logvar)
        return SCALAR

    def torch(self, mean: TensorSpec, logvar: TensorSpec) -> Call:
        return Call(_MODULES + "KLDivergence", (), unless(factor=(self.weight, 1.0)))


class _Judged(Layer):
    """What the losses on the scores of a judging network share."""

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        return SCALAR


class AdversarialLoss(_Judged):
    """Ask a discriminator to say real or fake, or let a generator fool it.

    Discriminator: one node with target real on the data, one with target fake on what was made. Generator: one node
    with target real on what was made; its form minimax is ln(1 − σ(x)) of the original game. ``form`` changes nothing
    for target fake, and a discriminator's target real needs non-saturating.
    """

    family = Family.LOSS
    inputs = _SCORES
    chinese = "对抗损失"
    analogy = "Forger and detective: each new trick of the one is the homework of the other."
    advice = "Start with non-saturating; take minimax to see why its generator hardly learns at first."
    pitfall = "A falling loss does not mean better pictures. When the discriminator wins outright, learning stops."
    keywords = ("gan", "discriminator", "generator", "minimax", "生成对抗网络", "判别器", "生成器")
    formula = r"L_{real} = -\ln \sigma(x), \quad L_{fake} = -\ln(1 - \sigma(x)), \quad L_{minimax} = \ln(1 - \sigma(x))"
    source = "Goodfellow et al. 2014, Generative adversarial nets, eq. 1 and section 3"

    target: Literal["real", "fake"] = _TARGET
    form: Literal["non-saturating", "minimax"] = Field("non-saturating", description="form of a generator's loss")
    weight: float = WEIGHT

    def torch(self, x: TensorSpec) -> Call:
        given = unless(form=(self.form, "non-saturating"), factor=(self.weight, 1.0))
        return Call(_MODULES + "AdversarialLoss", (self.target,), given)


class LeastSquaresGANLoss(_Judged):
    """Pull the scores of a discriminator to 1 for real and to 0 for fake, by squares.

    Half the square, mean over all scores; a generator uses target real on what it made.
    """

    family = Family.LOSS
    inputs = _SCORES
    chinese = "最小二乘生成对抗损失"
    analogy = "Archery: an arrow far past the target is as bad as one that falls short."
    advice = "Choose it for steadier training than with logarithms, as in CycleGAN."
    pitfall = "No Sigmoid before it. Scores may pass 1, and that is punished too."
    keywords = ("lsgan", "gan", "discriminator", "cyclegan", "生成对抗网络", "最小二乘")
    formula = r"L_{real} = \frac{1}{2N} \sum_n (x_n - 1)^2, \quad L_{fake} = \frac{1}{2N} \sum_n x_n^2"
    source = "Mao et al. 2017, Least squares generative adversarial networks, eq. 2 with a = 0, b = c = 1"

    target: Literal["real", "fake"] = _TARGET
    weight: float = WEIGHT

    def torch(self, x: TensorSpec) -> Call:
        return Call(_MODULES + "LeastSquaresGANLoss", (self.target,), unless(factor=(self.weight, 1.0)))


class WassersteinLoss(_Judged):
    """Let a critic score real high and fake low, and a generator lift the score of what it makes.

    Critic: a node with target fake and one with target real add up to mean(fake) − mean(real). Generator: a node with
    target real on what it made, −mean.
    """

    family = Family.LOSS
    inputs = _SCORES
    chinese = "Wasserstein 损失"
    analogy = "Two heaps of sand: the critic measures how much carrying would turn one into the other."
    advice = "Use it with GradientPenalty and several critic steps for each step of the generator."
    pitfall = "Alone it has no lower end: without a penalty or clipped weights the critic's scores run away."
    keywords = ("wgan", "critic", "earth mover", "生成对抗网络", "评论家", "推土机距离")
    formula = (
        r"L_{critic} = \frac{1}{N} \sum_n D(\tilde{x}_n) - \frac{1}{N} \sum_n D(x_n), \quad"
        r" L_G = -\frac{1}{N} \sum_n D(\tilde{x}_n)"
    )
    source = "Arjovsky, Chintala & Bottou 2017, Wasserstein GAN, eq. 2 and algorithm 1"

    target: Literal["real", "fake"] = _TARGET
    weight: float = WEIGHT

    def torch(self, x: TensorSpec) -> Call:
        return Call(_MODULES + "WassersteinLoss", (self.target,), unless(factor=(self.weight, 1.0)))


class GradientPenalty(Layer):
    """Keep the slope of a critic near 1, so that its scores can be read as a distance.

    ``score`` has to come from the very wire that enters at ``x``, usually RandomInterpolate between real and fake. The
    weight is the paper's λ = 10.
    """

    family = Family.LOSS
    inputs = (Port("score", description="the critic's score of x"), Port("x", description="where the slope is taken"))
    chinese = "梯度惩罚"
    analogy = "A building rule: no ramp steeper and none flatter than one in one."
    advice = "Use it with WassersteinLoss in the critic's step: the same critic, shared, on interpolated examples."
    pitfall = (
        "BatchNorm in the critic mixes examples, so that single slopes mean little: use LayerNorm. It doubles the time."
    )
    keywords = ("wgan-gp", "lipschitz", "critic", "利普希茨", "生成对抗网络")
    formula = r"L = \frac{\lambda}{N} \sum_n \left( \|\nabla_{x_n} D(x_n)\|_2 - 1 \right)^2"
    source = "Gulrajani et al. 2017, Improved training of Wasserstein GANs, eq. 3"
    needs_grad = True

    norm: float = Field(1.0, ge=0, le=1e6, description="slope that is wanted", face="slope")
    weight: float = Field(10.0, ge=0, le=1e6, description="how much this loss counts", face="weight")

    def output(self, score: TensorSpec, x: TensorSpec) -> TensorSpec:
        for port, arriving in (("score", score), ("x", x)):
            must_be_batched(self, port, arriving)
            must_be_float(self, port, arriving)
        return SCALAR

    def torch(self, score: TensorSpec, x: TensorSpec) -> Call:
        return Call(_MODULES + "GradientPenalty", (), unless(norm=(self.norm, 1.0), factor=(self.weight, 10.0)))


class TotalVariationLoss(Layer):
    """Charge for every difference between neighbouring pixels, so that a picture becomes calm.

    The mean size of the differences down the rows plus that along the columns.
    """

    family = Family.LOSS
    inputs = (Port("x", (Kind.IMAGE,), description="the picture to smooth"),)
    chinese = "全变差损失"
    analogy = "An iron: it takes out small creases and leaves the folds that are worth their price."
    advice = "Add a little of it where a picture itself is learned, as in style transfer and feature visualisation."
    pitfall = "Much of it paints over details and leaves flat patches. It says nothing about what the picture shows."
    keywords = ("denoising", "smooth", "style transfer", "去噪", "平滑", "风格迁移")
    formula = r"L = \mathrm{mean} |x_{i+1,j} - x_{i,j}| + \mathrm{mean} |x_{i,j+1} - x_{i,j}|"
    source = "Rudin, Osher & Fatemi 1992, Nonlinear total variation based noise removal (here by axis, as a mean)"

    weight: float = WEIGHT

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_one_of(self, "x", x, (Kind.IMAGE,))
        if 1 in x.dims[1:]:
            expected = say("{type} needs at least two rows and two columns.", type=self.type_name())
            raise ShapeError("x", expected, gets(x), say("A single row or column has no neighbours to compare."))
        return SCALAR

    def torch(self, x: TensorSpec) -> Call:
        return Call(_MODULES + "TotalVariationLoss", (), unless(factor=(self.weight, 1.0)))


class ContentLoss(Layer):
    """Compare what a trained network sees in two pictures, place by place.

    Half the sum of squares over an example, mean over the batch.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "内容损失"
    analogy = "A tracing: things must stand where they stood, whatever brush is used."
    advice = "Wire the features of a deep layer of a trained network, once for the picture made and once for the model."
    pitfall = "It is a sum: larger pictures give larger losses, so the weight against StyleLoss has to be found again."
    keywords = ("style transfer", "perceptual", "features", "风格迁移", "感知损失")
    formula = r"L = \frac{1}{2N} \sum_n \sum_{i} (F_{n,i} - P_{n,i})^2"
    source = "Gatys, Ecker & Bethge 2016, Image style transfer using convolutional neural networks, eq. 1"

    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_equal(self, x=x, target=target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "ContentLoss", (), unless(factor=(self.weight, 1.0)))


class StyleLoss(Layer):
    """Compare which features occur together in two pictures, wherever they occur.

    Squared differences of the Gram matrices, summed and divided by 4·C²·(H·W)²; mean over the batch.
    """

    family = Family.LOSS
    inputs = (
        Port("x", (Kind.IMAGE,), description="features of the picture"),
        Port("target", (Kind.IMAGE,), description="features of the model of style"),
    )
    chinese = "风格损失"
    analogy = "Tasting a soup: which spices go together counts, not where each one floats."
    advice = "Use one for each of several layers of a trained network, and ContentLoss for one deep layer."
    pitfall = (
        "Its numbers are tiny next to ContentLoss: weights of thousands are usual. Some codes leave out the divisor."
    )
    keywords = ("gram matrix", "style transfer", "texture", "格拉姆矩阵", "风格迁移", "纹理")
    formula = r"L = \frac{1}{4 C^2 (HW)^2} \sum_{i,j} \left( G_{ij} - A_{ij} \right)^2, \quad G = F F^{\top}"
    source = "Gatys, Ecker & Bethge 2016, Image style transfer using convolutional neural networks, eq. 3 and 4"

    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        for port, arriving in (("x", x), ("target", target)):
            must_be_one_of(self, port, arriving, (Kind.IMAGE,))
        must_be_equal(self, x=x, target=target)
        return SCALAR

    def cost(self, x: TensorSpec, target: TensorSpec) -> Cost:
        if x.numel is None:
            return Cost()
        c, h, w = (int(dim) for dim in x.dims)
        return Cost(multiply_adds=Tally(2 * c * c * h * w, f"2 × {c}·{c}·{h}·{w}"))

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "StyleLoss", (), unless(factor=(self.weight, 1.0)))
