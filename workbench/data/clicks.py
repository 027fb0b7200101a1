"""Who clicks on what is shown: the task of every shop window on the net."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task, label_columns, label_fields
from workbench.data.generated import Generated, sample_count

_CONTEXT = (mark("time of day, sine"), mark("time of day, cosine"), mark("place on the page"), mark("price"))


class Clicks(Generated, frozen=True):
    """Something was shown to somebody: was it clicked?"""

    name: ClassVar[str] = "clicks"
    title: ClassVar[str] = mark("Clicks on offers")
    chinese: ClassVar[str] = "点击率"
    paragraph: ClassVar[str] = mark(
        "Offers that were shown to visitors, and whether they clicked: about one in seven did. Three hidden tastes of "
        "visitor and offer count together with the time of day, the place on the page and the price. `user` and `item` "
        "are numbers for an Embedding, `features` the circumstances, `label` the click. Made here from a seed, free of "
        "any licence; nobody was watched."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(4000)
    users: int = Field(80, ge=5, le=10_000, face="users", description="how many visitors there are")
    items: int = Field(60, ge=5, le=10_000, face="items", description="how many offers there are")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``user``, ``item``, ``features`` (4), ``label``, ``target`` and ``sign``."""
        index = TensorSpec.of(Kind.INDEX)
        return {"user": index, "item": index, "features": TensorSpec.of(Kind.FEATURES, 4), **label_fields(2)}

    def feature_names(self) -> tuple[str, ...]:
        """Return the circumstances."""
        return _CONTEXT

    def class_names(self) -> tuple[str, ...]:
        """Return the two answers."""
        return (mark("passed by"), mark("clicked"))

    def scope(self) -> dict[str, int]:
        """Return the sizes of both embeddings besides what every table sets."""
        return {**super().scope(), "users": self.users, "items": self.items}

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return offers drawn by chance; whether one is clicked is chance too, by the sigmoid of what speaks for it."""
        taste, offer = random.standard_normal((self.users, 3)), random.standard_normal((self.items, 3))
        user, item = (random.integers(0, most, self.samples) for most in (self.users, self.items))
        hour = random.uniform(0, 2 * np.pi, self.samples)
        place, price = random.uniform(-1, 1, self.samples), random.standard_normal(self.items)[item]
        speaks = 0.8 * (taste[user] * offer[item]).sum(axis=1) - 0.7 * place - 0.6 * price + 0.5 * np.sin(hour) - 2.4
        label = (random.random(self.samples) < 1 / (1 + np.exp(-speaks))).astype(np.int64)
        features = np.stack([np.sin(hour), np.cos(hour), place, price], axis=1)
        return {"user": user, "item": item, "features": features, **label_columns(label, 2)}
