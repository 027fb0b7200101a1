"""What people choose: ratings of films, clicks in a shop, and who joins whom in a karate club."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, DataSet, Table, Task, label_columns, label_fields
from workbench.data.generated import Generated, sample_count
from workbench.data.moves import Moves


class Ratings(Generated, frozen=True):
    """Who rated which film how: tastes are hidden and must be found."""

    name: ClassVar[str] = "ratings"
    title: ClassVar[str] = mark("Film ratings")
    chinese: ClassVar[str] = "电影评分"
    paragraph: ClassVar[str] = mark(
        "Ratings around 3 that people gave to films, made from four hidden tastes, a kindness of each person and a "
        "quality of each film. `user` and `item` are numbers for an Embedding, `target` is the rating. What is never "
        "seen is filled in from what is alike. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.REGRESSION
    target_unit: ClassVar[str] = mark("stars")

    samples: int = sample_count(4000)
    users: int = Field(100, ge=5, le=10_000, face="users", description="how many people rate")
    items: int = Field(80, ge=5, le=10_000, face="items", description="how many films there are")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``user``, ``item`` and ``target`` (1)."""
        index = TensorSpec.of(Kind.INDEX)
        return {"user": index, "item": index, "target": TensorSpec.of(Kind.FEATURES, 1)}

    def scope(self) -> dict[str, int]:
        """Return ``users`` and ``items``, the sizes of the two embeddings."""
        return {"users": self.users, "items": self.items}

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return ratings of pairs drawn by chance; a noise of half a star stays."""
        person, film = 0.5 * random.standard_normal((self.users, 4)), random.standard_normal((self.items, 4))
        kind, good = 0.4 * random.standard_normal(self.users), 0.5 * random.standard_normal(self.items)
        user, item = (random.integers(0, most, self.samples) for most in (self.users, self.items))
        rating = 3 + (person[user] * film[item]).sum(axis=1) + kind[user] + good[item]
        rating += 0.5 * random.standard_normal(self.samples)
        return {"user": user, "item": item, "target": rating[:, None]}


class Sessions(Generated, frozen=True):
    """What a visitor of a shop clicked, and what comes next."""

    name: ClassVar[str] = "sessions"
    title: ClassVar[str] = mark("Shop sessions")
    chinese: ClassVar[str] = "点击会话"
    paragraph: ClassVar[str] = mark(
        "Clicks of visitors in a shop, from a Markov chain: most move among things of one sort, some wander off. "
        "`tokens` are the last clicks (0 is padding, for some have just come), `label` is the next. Made here from a "
        "seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(2000)
    items: int = Field(30, ge=5, le=1000, face="items", description="how many things the shop has")
    length: int = Field(8, ge=2, le=100, face="clicks", description="how many clicks the network sees at most")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` (length) and ``label``, both with 0 for nothing and the things from 1."""
        return {"tokens": TensorSpec.of(Kind.TOKENS, self.length), "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the padding and the numbers of the things."""
        return ("–", *(str(number) for number in range(1, self.items + 1)))

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the padding and the things."""
        return self.class_names()

    def stratify(self) -> str | None:
        """Return no column: a click is no class that should keep its share."""
        return None

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return sessions of 2 to ``length`` clicks, padded in front, and the click behind them."""
        likely = random.dirichlet(np.full(self.items, 0.08), self.items) * 0.9 + 0.1 / self.items
        sums = np.cumsum(likely, axis=1)
        clicks = np.zeros((self.samples, self.length + 1), dtype=np.int64)
        clicks[:, 0] = random.integers(0, self.items, self.samples)
        for now in range(1, self.length + 1):
            chance = random.random((self.samples, 1))
            clicks[:, now] = np.minimum((sums[clicks[:, now - 1]] < chance).sum(axis=1), self.items - 1)
        clicks += 1
        new = np.arange(self.length) < random.integers(0, self.length - 1, (self.samples, 1))
        return {"tokens": np.where(new, 0, clicks[:, :-1]), "label": clicks[:, -1]}


class KarateClub(DataSet, frozen=True):
    """The 34 members of a karate club and their friendships, before it split in two."""

    name: ClassVar[str] = "karate"
    title: ClassVar[str] = mark("Karate club")
    chinese: ClassVar[str] = "空手道俱乐部"
    paragraph: ClassVar[str] = mark(
        "34 members of a karate club and the 78 friendships among them, before the club split between its instructor "
        "and its officer. One example is the whole graph: `nodes` says who is who, `adjacency` who is linked, `tags` "
        "whom each member followed, `known` the same for the two leaders alone (−100 elsewhere), from which a graph "
        "network finds the others. From W. Zachary, An information flow model for conflict and fission in small "
        "groups, 1977; no licence is stated, it is used freely for teaching; the list comes with networkx."
    )
    source: ClassVar[str] = (
        "https://networkx.org/documentation/stable/reference/generated/networkx.generators.social.karate_club_graph.html"
    )
    task: ClassVar[Task] = Task.TAGGING
    whole: ClassVar[bool] = True

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``nodes`` (34, 34), ``adjacency`` (34, 34) of 0 and 1, ``tags`` and ``known`` (34)."""
        tags = TensorSpec.of(Kind.TOKENS, 34)
        return {
            "nodes": TensorSpec.of(Kind.SEQUENCE, 34, 34),
            "adjacency": TensorSpec.of(Kind.TENSOR, 34, 34),
            "tags": tags,
            "known": tags,
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the two sides."""
        return (mark("instructor"), mark("officer"))

    def moves(self) -> Mapping[str, Moves]:
        """Return nothing: the rows say who is who."""
        return {}

    def load(self, seed: int = 0) -> Table:
        """Return the one graph; every member is told apart by a one of its own in ``nodes``."""
        import networkx

        club = networkx.karate_club_graph()
        tags = np.array([int(club.nodes[member]["club"] != "Mr. Hi") for member in range(34)])
        leaders = np.isin(np.arange(34), (0, 33))
        return Table(
            {
                "nodes": np.eye(34, dtype=np.float32)[None],
                "adjacency": networkx.to_numpy_array(club, weight=None, dtype=np.float32)[None],
                "tags": tags[None],
                "known": np.where(leaders, tags, -100)[None],
            }
        )


class Credit(Generated, frozen=True):
    """Applications for credit, of which few fail: classes of very different size."""

    name: ClassVar[str] = "credit"
    title: ClassVar[str] = mark("Credit scoring")
    chinese: ClassVar[str] = "信用评分"
    paragraph: ClassVar[str] = mark(
        "Made-up applications for credit with six features. Only about one in twelve fails, so that a network which "
        "always says “pays” is right in most cases and useless: look at recall and at class weights. No real person is "
        "in it. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(2000)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` (6), ``label``, ``target`` and ``sign``."""
        return {"features": TensorSpec.of(Kind.FEATURES, 6), **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two ends."""
        return (mark("pays"), mark("fails"))

    def feature_names(self) -> tuple[str, ...]:
        """Return the features, all near one."""
        return (
            mark("income"),
            mark("debt"),
            mark("years employed"),
            mark("late payments"),
            mark("age"),
            mark("chance"),
        )

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return features of deviation 1; income against debt and late payments decide, the last means nothing."""
        features = random.standard_normal((self.samples, 6))
        features[:, 3] = np.abs(features[:, 3])
        risk = 1.3 * (features[:, 1] - features[:, 0]) + 1.6 * features[:, 3] - 0.7 * features[:, 2]
        risk += 0.6 * random.standard_normal(self.samples)
        label = np.zeros(self.samples, dtype=np.int64)
        label[np.argsort(risk)[-max(2, self.samples // 12) :]] = 1
        return {"features": features, **label_columns(label, 2)}
