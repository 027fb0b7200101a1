"""Losses for predicted numbers: robust ones, likelihoods, quantiles, and penalties on what a tensor holds."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port
from graphs.layers.comparing import PREDICTED, WEIGHT, must_be_equal, torch_loss
from graphs.layers.loss import must_be_alike
from graphs.layers.sentences import SCALAR, must_be_batched, must_be_float, unless
from graphs.tensors import TensorSpec

_MODULES = "graphs.modules.class_losses."


class _Alike(Layer):
    """What the losses with a prediction and a target of one shape share; a label is read as a number."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_alike(self, x, target)
        return SCALAR

    def _read(self, x: TensorSpec, target: TensorSpec, how: str = "numbers") -> str:
        return how if must_be_alike(self, x, target) else ""


class SmoothL1Loss(_Alike):
    """Punish small errors by their square and large ones by their size, with a smooth change at beta.

    A label counts as a number when the prediction is one number. It is HuberLoss divided by beta.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "平滑 L1 损失"
    analogy = "A shock absorber: soft for small bumps, and it never hits back harder than a fixed force."
    advice = "Take it for the corners of boxes, and for numbers with some outliers."
    pitfall = "beta has the unit of the target. Where all errors are far below it, this is a weak MSELoss."
    keywords = ("regression", "robust", "bounding box", "fast r-cnn", "回归", "边框回归")
    formula = r"L = \frac{1}{N} \sum_n \max\left(0, |e_n| - \frac{\beta}{2}\right) \;\; |e_n| \geq \beta, \;\;" + (
        r" \frac{e_n^2}{2\beta} \;\; |e_n| < \beta"
    )
    source = "Girshick 2015, Fast R-CNN, eq. 3; PyTorch: torch.nn.SmoothL1Loss"

    beta: float = Field(1.0, gt=0, le=1e6, description="error at which squares end", face="beta", rank=1)
    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return torch_loss(self, self.weight, unless(beta=(self.beta, 1.0)), self._read(x, target))


class HuberLoss(_Alike):
    """Punish by half the square up to delta, and beyond it along a straight line of slope delta.

    A label counts as a number when the prediction is one number.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "Huber 损失"
    analogy = "A judge who weighs small faults finely but caps the penalty per metre for huge ones."
    advice = "Choose it for noisy measurements and for the errors of a value function in reinforcement learning."
    pitfall = "Unlike SmoothL1Loss it grows with delta: after a change of delta the learning rate may no longer fit."
    keywords = ("regression", "robust", "outlier", "回归", "稳健")
    formula = r"L = \frac{1}{N} \sum_n \frac{1}{2} e_n^2 \;\; |e_n| \leq \delta, \;\;" + (
        r" \delta \left(|e_n| - \frac{\delta}{2}\right) \;\; |e_n| > \delta"
    )
    source = "Huber 1964, Robust estimation of a location parameter; PyTorch: torch.nn.HuberLoss"

    delta: float = Field(1.0, gt=0, le=1e6, description="error at which the line begins", face="delta", rank=1)
    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return torch_loss(self, self.weight, unless(delta=(self.delta, 1.0)), self._read(x, target))


class GaussianNLLLoss(Layer):
    """Punish errors in units of a variance that the network predicts along with the number.

    ``x``, ``target`` and ``var`` have one shape; variances below ``eps`` count as ``eps``.
    """

    family = Family.LOSS
    inputs = (*PREDICTED, Port("var", description="the predicted variance, not negative"))
    chinese = "高斯负对数似然损失"
    analogy = "A forecaster who must give error bars: too narrow is costly, too wide as well."
    advice = "Use it when the noise differs from example to example and its size is wanted too."
    pitfall = "The variance must not be negative: put Softplus or Exp before it. It can shrink towards 0 and blow up."
    keywords = ("regression", "uncertainty", "heteroscedastic", "likelihood", "不确定性", "回归")
    formula = (
        r"L = \frac{1}{2N} \sum_n \left[ \ln \max(v_n, \epsilon)"
        r" + \frac{(x_n - t_n)^2}{\max(v_n, \epsilon)} \right]"
    )
    source = "Nix & Weigend 1994, eq. 6; PyTorch: torch.nn.GaussianNLLLoss"

    full: bool = Field(False, description="add the constant ½ ln 2π")
    eps: float = Field(1e-6, gt=0, le=1, description="least variance")
    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec, var: TensorSpec) -> TensorSpec:
        must_be_equal(self, x=x, target=target, var=var)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec, var: TensorSpec) -> Call:
        return torch_loss(self, self.weight, unless(full=(self.full, False), eps=(self.eps, 1e-6)))


class PoissonNLLLoss(_Alike):
    """Punish predicted rates by how unlikely they make the counts that were seen.

    With ``log_input`` the prediction is the logarithm of the rate. A label is read as a count.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "泊松负对数似然损失"
    analogy = "A shop that predicts customers per hour and is judged by how surprising the real count was."
    advice = "Choose it when the target is a count: visits, calls, photons, spikes."
    pitfall = "With log_input the network gives ln of the rate; read its output as a rate and it is far too small."
    keywords = ("count", "rate", "likelihood", "计数", "泊松回归")
    formula = r"L = \frac{1}{N} \sum_n \left( e^{x_n} - t_n x_n \right)"
    source = "Nelder & Wedderburn 1972, Generalized linear models; PyTorch: torch.nn.PoissonNLLLoss"

    log_input: bool = Field(True, description="the prediction is the logarithm of the rate", face="log")
    full: bool = Field(False, description="add Stirling's approximation of ln t!")
    eps: float = Field(1e-8, gt=0, le=1, description="added to a rate before its logarithm")
    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(log_input=(self.log_input, True), full=(self.full, False), eps=(self.eps, 1e-8))
        return torch_loss(self, self.weight, given, self._read(x, target))


class LogCoshLoss(_Alike):
    """Punish errors by the logarithm of their hyperbolic cosine: a square near 0, a straight line far away.

    A label counts as a number when the prediction is one number.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "对数双曲余弦损失"
    analogy = "A bowl with straight walls: round at the bottom, evenly steep outside, and no seam between."
    advice = "Try it where HuberLoss would do but every derivative should be smooth and nothing needs tuning."
    pitfall = "Its bend lies at errors of about 1. Scale the targets, or it acts as L1Loss or as a square alone."
    keywords = ("regression", "robust", "smooth", "回归")
    formula = r"L = \frac{1}{N} \sum_n \ln \cosh (x_n - t_n)"
    source = "Green 1990, Bayesian reconstructions from emission tomography data, eq. 13"

    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "LogCoshLoss", (), unless(factor=(self.weight, 1.0)))


class QuantileLoss(_Alike):
    """Weigh errors above and below unequally, so that the best answer is a quantile of the target.

    It is the pinball loss. A label counts as a number when the prediction is one number.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "分位数损失"
    analogy = "A baker for whom an unsold loaf costs little and a missing one much: he bakes more than the average."
    advice = "Use two or three of them for a band of forecasts: 0.1, 0.5 and 0.9."
    pitfall = "Quantiles learned apart may cross, so that the 0.9 line lies below the 0.5 line in places."
    keywords = ("pinball", "interval", "forecast", "quantile regression", "分位数回归", "弹球损失")
    formula = r"L = \frac{1}{N} \sum_n \max\left( q\,(t_n - x_n),\; (q - 1)(t_n - x_n) \right)"
    source = "Koenker & Bassett 1978, Regression quantiles"

    quantile: float = Field(
        0.5, gt=0, lt=1, description="share of targets that should lie below the prediction", face="quantile", rank=1
    )
    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "QuantileLoss", (self.quantile,), unless(factor=(self.weight, 1.0)))


class _OneTensor(Layer):
    """What the losses of a single tensor share."""

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        return SCALAR


class L1Penalty(_OneTensor):
    """Charge for the size of every number of a tensor, so that most of them become 0.

    Sizes are added up for each example; mean over the batch.
    """

    family = Family.LOSS
    inputs = (Port("x", description="the numbers to keep small"),)
    chinese = "L1 惩罚"
    analogy = "Rent for every switched-on lamp: only those that are worth it stay on."
    advice = "Wire the code of an autoencoder here for a sparse code. A weight of 0.001 is a start."
    pitfall = "Too much weight switches everything off. It is a sum over the example: larger tensors count for more."
    keywords = ("sparse", "lasso", "regularisation", "sparsity", "稀疏", "正则化")
    formula = r"L = \frac{1}{N} \sum_n \sum_i |x_{n,i}|"
    source = "Tibshirani 1996, Regression shrinkage and selection via the lasso"

    weight: float = WEIGHT

    def torch(self, x: TensorSpec) -> Call:
        return Call(_MODULES + "AbsolutePenalty", (), unless(factor=(self.weight, 1.0)))


class L2Penalty(_OneTensor):
    """Charge half the square of every number of a tensor, so that none becomes large.

    Squares are added up for each example and halved, so that the slope is the number itself; mean over the batch.
    """

    family = Family.LOSS
    inputs = (Port("x", description="the numbers to keep small"),)
    chinese = "L2 惩罚"
    analogy = "Rubber bands that pull everything to zero, harder the further it is away."
    advice = "Use it to keep activations or codes in bounds. For the weights themselves set weight_decay in the recipe."
    pitfall = "It makes numbers small but seldom 0. Other texts write it without the half, which doubles its strength."
    keywords = ("ridge", "regularisation", "activity", "weight decay", "正则化", "岭回归")
    formula = r"L = \frac{1}{2N} \sum_n \sum_i x_{n,i}^2"
    source = "Hoerl & Kennard 1970, Ridge regression"

    weight: float = WEIGHT

    def torch(self, x: TensorSpec) -> Call:
        return Call(_MODULES + "SquaredPenalty", (), unless(factor=(self.weight, 1.0)))
