"""The metrics of numbers, pictures and volumes: errors, correlations, likeness, shares."""

from __future__ import annotations

from typing import Any

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.loss import must_be_alike
from graphs.layers.sentences import SCALAR, get_both, gets, must_be_batched, must_be_float, must_be_known, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.set_metrics."
_OWN = "graphs.modules.gathered_metrics."
_PORTS = (Port("x", description="the prediction"), Port("target", description="what it should be"))


class _OfNumbers(Layer):
    """What the metrics of numbers share: a prediction and a target of one shape."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_alike(self, x, target)
        return SCALAR

    def _more(self) -> dict[str, Any]:
        return {}

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + self.type_name(), (), self._more())


class RootMeanSquaredError(_OfNumbers):
    """Measure the typical size of an error in the unit of the target, large ones counting more."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "均方根误差"
    analogy = "The spread of shots around the bull's eye, measured with the same ruler as the target."
    advice = "The usual error of forecasts; compare it with the spread of the target itself."
    pitfall = "It is not the mean of the roots of batches: it is measured here over the whole set at once."
    keywords = ("rmse", "regression", "forecast", "回归", "预测误差")
    formula = r"\sqrt{\frac{1}{N} \sum_n (x_n - t_n)^2}"
    source = "Gauss 1809; torchmetrics: MeanSquaredError(squared=False)"


class MeanAbsolutePercentageError(_OfNumbers):
    """Measure how far predictions are off in relation to the size of the target."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "平均绝对百分比误差"
    analogy = "A tip is judged by the bill: one coin too little weighs more on a small one."
    advice = "Use it for sales and loads whose sizes differ widely; 0.1 means ten per cent."
    pitfall = "Targets at or near zero make it explode: do not use it where they occur."
    keywords = ("mape", "percent", "forecast", "百分比")
    formula = r"\frac{1}{N} \sum_n \frac{|x_n - t_n|}{\max(|t_n|,\; 10^{-6})}"
    source = "Armstrong 1985; torchmetrics: MeanAbsolutePercentageError"


class R2Score(_OfNumbers):
    """Measure which share of the target's ups and downs the prediction explains."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "决定系数"
    analogy = "A betting friend who always says the average is your rival: 0 is as good as he, 1 is perfect."
    advice = "Good for comparing regressions on data of different units."
    pitfall = "It can be far below zero, and it needs at least two targets that differ."
    keywords = ("r2", "coefficient of determination", "explained variance", "回归", "解释方差")
    formula = r"R^2 = 1 - \frac{\sum_n (t_n - x_n)^2}{\sum_n (t_n - \bar{t})^2}"
    source = "Wright 1921; torchmetrics: R2Score"


class PearsonCorrelation(_OfNumbers):
    """Measure how closely predictions and targets follow one straight line."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "皮尔逊相关系数"
    analogy = "Two boats on the same waves: do they rise and sink together, however large each is?"
    advice = "Use it when only the shape of the curve matters, not its height; GLUE uses it for likeness of sentences."
    pitfall = "A prediction that is ten times too large still correlates perfectly."
    keywords = ("correlation", "glue", "linear", "相关系数", "线性相关")
    formula = r"\frac{\sum_n (x_n - \bar{x})(t_n - \bar{t})}{\sqrt{\sum_n (x_n - \bar{x})^2 \sum_n (t_n - \bar{t})^2}}"
    source = "Pearson 1895; torchmetrics: PearsonCorrCoef"


class SpearmanCorrelation(_OfNumbers):
    """Measure how alike predictions and targets are sorted."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "斯皮尔曼等级相关"
    analogy = "Two judges of a race who note only the places, not the times."
    advice = "Use it when only the order matters, as for relevance or preference."
    pitfall = "It keeps every number of the set until the end, which takes memory on large sets."
    keywords = ("rank correlation", "order", "秩相关", "排序")
    formula = r"\rho = corr\left(rank(x),\; rank(t)\right)"
    source = "Spearman 1904; torchmetrics: SpearmanCorrCoef"


class PeakSignalNoiseRatio(_OfNumbers):
    """Measure how strong a picture is beside the error made in rebuilding it."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "峰值信噪比"
    analogy = "A voice beside the hiss of a tape: every ten decibels are ten times less hiss."
    advice = "Watch it for autoencoders, denoising and super-resolution; above 30 dB errors are hard to see."
    pitfall = "It is infinite for a perfect copy, and blur scores better than a sharp picture shifted by a pixel."
    keywords = ("psnr", "decibel", "denoising", "reconstruction", "重构", "去噪", "分贝")
    formula = r"10 \log_{10} \frac{range^2}{\frac{1}{N} \sum_n (x_n - t_n)^2}"
    source = "Huynh-Thu & Ghanbari 2008; torchmetrics: PeakSignalNoiseRatio"

    data_range: float = Field(1.0, gt=0, le=1e6, description="largest number minus smallest that a pixel can have")

    def _more(self) -> dict[str, Any]:
        return unless(data_range=(self.data_range, 1.0))


class StructuralSimilarity(_OfNumbers):
    """Compare pictures as an eye does: brightness, contrast and structure in small windows."""

    family = Family.METRIC
    inputs = (
        Port("x", (Kind.IMAGE,), description="the prediction"),
        Port("target", (Kind.IMAGE,), description="what it should be"),
    )
    chinese = "结构相似性"
    analogy = "A restorer with a loupe, who compares patch by patch whether the strokes run alike."
    advice = "Closer to what people see than the squared error; 1 is the same picture."
    pitfall = "It looks through windows of 11 pixels, so on tiny pictures it sees little but the border."
    keywords = ("ssim", "image quality", "perception", "图像质量")
    formula = (
        r"\frac{(2 \mu_x \mu_t + c_1)(2 \sigma_{xt} + c_2)}"
        r"{(\mu_x^2 + \mu_t^2 + c_1)(\sigma_x^2 + \sigma_t^2 + c_2)}"
    )
    source = "Wang et al. 2004, equation 13; torchmetrics: StructuralSimilarityIndexMeasure"

    data_range: float = Field(1.0, gt=0, le=1e6, description="largest number minus smallest that a pixel can have")

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        for port, spec in (("x", x), ("target", target)):
            if spec.kind is not Kind.IMAGE:
                hint = say("For other shapes use PeakSignalNoiseRatio or MeanSquaredError.")
                raise ShapeError(port, say("StructuralSimilarity compares images."), gets(spec), hint)
        must_be_alike(self, x, target)
        height, width = (must_be_known(self, "x", x, side) for side in x.dims[1:])
        if min(height, width) < 11:
            raise ShapeError(
                "x",
                say("StructuralSimilarity needs images of at least 11×11 pixels."),
                gets(x),
                say("Its window is that large. On smaller images use PeakSignalNoiseRatio."),
            )
        return SCALAR

    def _more(self) -> dict[str, Any]:
        return unless(data_range=(self.data_range, 1.0))


class DirectionAccuracy(Layer):
    """Count how often the prediction goes up where the target goes up, and down where it goes down."""

    family = Family.METRIC
    inputs = (*_PORTS, Port("last", optional=True, description="where both start from; zero without it"))
    chinese = "涨跌方向准确率"
    analogy = "An investor who does not ask how far, only whether the share will rise or fall."
    advice = "Use it for stock prices and loads, with the last known value wired to last."
    pitfall = "Without last, values that are always positive count as rising every time: all looks right."
    keywords = ("stock", "up or down", "trend", "涨跌", "股票", "方向")
    formula = r"\frac{1}{N} \sum_n \left[ sign(x_n - l_n) = sign(t_n - l_n) \right]"
    source = "Pesaran & Timmermann 1992"

    def output(self, x: TensorSpec, target: TensorSpec, last: TensorSpec | None = None) -> TensorSpec:
        if must_be_alike(self, x, target):
            hint = say("Wire the number that was to be predicted here; for labels use Accuracy.")
            raise ShapeError("target", say("DirectionAccuracy compares numbers."), gets(target), hint)
        if last is not None and last.dims != x.dims:
            hint = say("Wire the last known value of what is predicted here.")
            raise ShapeError("last", say("last needs the shape of the prediction."), get_both(x, last), hint)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec, last: TensorSpec | None = None) -> Call:
        return Call(_OWN + "DirectionAccuracy")


class EjectionFraction(Layer):
    """Measure which share of its blood a heart throws out with one beat, in per cent."""

    family = Family.METRIC
    inputs = (
        Port("diastole", description="the mask of the full chamber"),
        Port("systole", description="the mask of the emptied chamber"),
    )
    chinese = "射血分数"
    analogy = "A sponge squeezed once: how much of its water came out?"
    advice = "Behind a segmentation of the left ventricle; healthy hearts have 55 to 70 per cent, below 40 is danger."
    pitfall = "It says nothing of where the masks are: two wrong masks can have the right ratio."
    keywords = ("heart", "left ventricle", "medical", "心脏", "左心室", "医学影像")
    formula = r"EF = 100 \cdot \frac{V_{dia} - V_{sys}}{V_{dia}}"
    source = "Folland et al. 1979"

    sigmoid: bool = Field(False, description="the masks are raw scores: a sigmoid is taken first", face="sigmoid")

    def output(self, diastole: TensorSpec, systole: TensorSpec) -> TensorSpec:
        for port, spec in (("diastole", diastole), ("systole", systole)):
            must_be_batched(self, port, spec)
        if diastole.dims != systole.dims or not diastole.dims:
            hint = say("Both come from the same segmentation, at two moments.")
            expected = say("EjectionFraction needs two masks of one shape.")
            raise ShapeError("systole", expected, get_both(diastole, systole), hint)
        return SCALAR

    def torch(self, diastole: TensorSpec, systole: TensorSpec) -> Call:
        return Call(_OWN + "EjectionFraction", (), unless(sigmoid=(self.sigmoid, False)))


class MeanValue(Layer):
    """Watch the mean of anything, such as what a discriminator says of real and of made pictures."""

    family = Family.METRIC
    inputs = (Port("x", description="what is watched"),)
    chinese = "均值监视"
    analogy = "A thermometer hung at any pipe of the factory."
    advice = "Put one on D(x) and one on D(G(z)): in a balanced GAN both come near one half."
    pitfall = "A mean of one half also comes from half ones and half zeros: look at the distribution too."
    keywords = ("watch", "monitor", "discriminator", "gan", "判别器", "监视")
    formula = r"\frac{1}{N} \sum_n x_n"
    source = "Goodfellow et al. 2014, section 4.1"

    sigmoid: bool = Field(False, description="take the sigmoid first, for raw scores", face="sigmoid")

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        return SCALAR

    def torch(self, x: TensorSpec) -> Call:
        return Call(_OWN + "MeanValue", (), unless(sigmoid=(self.sigmoid, False)))
