"""Memories of earlier batches."""

from __future__ import annotations

import math

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError
from graphs.layers.sentences import gets, must_be_batched, must_be_float, must_be_known, takes
from graphs.message import say
from graphs.tensors import Kind, TensorSpec


class KeyQueue(Layer):
    """Remember the vectors of the last batches, and forget the oldest when new ones come.

    It gives what it held before this batch: (size, F), the same for every example. Only training writes to it; it
    starts with random directions.
    """

    family = Family.EMBEDDING
    inputs = (Port("x", (Kind.FEATURES,), description="the keys of this batch"),)
    chinese = "键队列"
    analogy = "A notice board with a fixed number of pins: each new sheet takes the place of the oldest one."
    advice = "Wire it to others of InfoNCELoss, behind an encoder that is a moving average: many rivals, small batches."
    pitfall = (
        "Keys of an encoder that changes fast are stale at once: let that encoder follow slowly, decay 0.99 or more."
    )
    keywords = (
        "moco",
        "memory bank",
        "negatives",
        "queue",
        "momentum contrast",
        "动量对比",
        "队列",
        "负样本",
        "记忆库",
    )
    formula = r"Q \leftarrow (Q \,\Vert\, k_1 \dots k_N) \ \text{without its first } N"
    source = "He et al. 2020, Momentum contrast for unsupervised visual representation learning, section 3.2"

    size: int = Field(256, ge=1, le=1_000_000, description="how many vectors it holds", face="keys", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        if x.kind is not Kind.FEATURES:
            hint = say("Bring the network to one vector for each example first.")
            raise ShapeError("x", takes(self, (Kind.FEATURES,)), gets(x), hint)
        must_be_known(self, "x", x, x.features)
        return TensorSpec(Kind.TENSOR, (self.size, x.features), x.dtype, batched=False)

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(buffers=self.size * int(x.features) + 1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.queues.KeyQueue", (x.features, self.size))


class ImageHistory(Layer):
    """Show some pictures of earlier batches in the place of the new ones, so that a judge does not forget them.

    Once it is full every picture is a coin toss: it passes, or it is kept and an older one goes on in its place. Only
    training uses it; otherwise all pictures pass.
    """

    family = Family.STOCHASTIC
    inputs = (Port("x", (Kind.IMAGE,), description="the pictures just made"),)
    chinese = "图像缓存"
    analogy = "A detective who keeps old forgeries on the desk and looks at one of them now and then."
    advice = "Put it between a generator and the discriminator that learns; the generator's own loss goes past it."
    pitfall = "Pictures from the memory carry no gradient: a generator cannot learn through them."
    keywords = ("cyclegan", "image pool", "replay", "history", "buffer", "gan", "图像池", "历史缓存", "回放")
    formula = r"y_i \in \{x_i, h_j\}, \quad h_j \leftarrow x_i \ \text{where } y_i = h_j"
    source = (
        "Shrivastava et al. 2017, Learning from simulated and unsupervised images through adversarial training, "
        "section 2.3; Zhu et al. 2017, Unpaired image-to-image translation, appendix 7.1"
    )

    size: int = Field(50, ge=1, le=100_000, description="how many pictures it holds", face="pictures", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        if x.kind is not Kind.IMAGE:
            hint = say("It keeps pictures, so it stands behind a layer that makes some.")
            raise ShapeError("x", takes(self, (Kind.IMAGE,)), gets(x), hint)
        for dim in x.dims:
            must_be_known(self, "x", x, dim)
        return x

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(buffers=self.size * math.prod(int(dim) for dim in x.dims) + 1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.queues.ImageHistory", (x.dims, self.size))
