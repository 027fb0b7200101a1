"""Convolutions where there is no grid: on the nodes of a graph, and on points in space."""

from __future__ import annotations

from typing import Any

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Port, Proposal, ShapeError, Tally
from graphs.layers.axes import Mended
from graphs.layers.sentences import change, get_both, gets, must_be_float, must_be_known, takes, unless
from graphs.layers.sliding import counts, must_be_a_number, times
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec


class _Mixing(Mended):
    """What a GraphConv does with its own weights."""

    out_features: int = Field(16, ge=1, le=65_536, description="features of each node afterwards", face="units", rank=1)
    bias: bool = Field(True, description="add a learned number to every output")
    self_loops: bool = Field(True, description="let every node keep a part of its own features")

    def shape(self, x: TensorSpec, adjacency: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.SEQUENCE:
            hint = say("Give it one row per node: (nodes, features).")
            raise ShapeError("x", takes(self, (Kind.SEQUENCE,)), gets(x), hint)
        must_be_float(self, "x", x)
        must_be_float(self, "adjacency", adjacency)
        must_be_known(self, "x", x, x.features)
        if adjacency.dims != (x.length, x.length):
            raise ShapeError(
                "adjacency",
                say("GraphConv needs a square table here: {n} rows and {n} columns, one for each node.", n=x.length),
                get_both(x, adjacency),
                say("Row i, column j says how strongly node i listens to node j."),
            )
        return x.with_dims(x.length, self.out_features)

    def cost(self, x: TensorSpec, adjacency: TensorSpec) -> Cost:
        (nodes,), into, out = counts((x.length,)), int(x.features), self.out_features
        learned = f"{out} × ({into} + 1)" if self.bias else f"{out} × {into}"
        return Cost(
            Tally(out * (into + self.bias), learned),
            Tally(nodes * out * (into + nodes), f"{nodes} × {out} × ({into} + {nodes})"),
        )

    def torch(self, x: TensorSpec, adjacency: TensorSpec) -> Call:
        given = unless(bias=(self.bias, True), self_loops=(self.self_loops, True))
        return Call("graphs.modules.graphs_and_points.GraphConv", (int(x.features), self.out_features), given)


class GraphConv(Tieable, _Mixing):
    """Mix the features of every node of a graph with those of its neighbours, then weigh them."""

    family = Family.CONVOLUTION
    inputs = (
        Port("x", (Kind.SEQUENCE,), description="one row of features for every node"),
        Port("adjacency", (Kind.TENSOR, Kind.SEQUENCE), description="which nodes are linked, and how strongly"),
        TAKES,
    )
    outputs = (Port("y"), GIVES)
    chinese = "图卷积"
    analogy = "Neighbours who talk over the fence: after each evening everyone's opinion is a blend of those next door."
    advice = "Use it when links matter: molecules, citations, friendships. Two layers see the neighbours' neighbours."
    pitfall = "Many layers make all nodes alike: after five or six rounds everybody has heard the same."
    keywords = ("gcn", "graph neural network", "gnn", "node", "adjacency", "laplacian", "图神经网络", "邻接矩阵")
    formula = r"Y = \tilde{D}^{-1/2} (A + I)\, \tilde{D}^{-1/2} X W + b,\quad \tilde{D}_{ii} = 1 + \sum_j A_{ij}"
    source = "Kipf & Welling 2017, Semi-supervised classification with graph convolutional networks, equation 2"

    weight_axes = mark("a row for each output, a column for each input")

    def weight_sizes(self, x: TensorSpec, adjacency: TensorSpec) -> tuple[int, ...]:
        return (self.out_features, int(x.features))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_features": sizes[0]}


class XConv(Mended):
    """Gather the nearest neighbours of chosen points, put them in order by a learned table, and weigh them."""

    family = Family.CONVOLUTION
    inputs = (
        Port("points", (Kind.POINTS,), description="where the points lie"),
        Port("features", (Kind.SEQUENCE,), optional=True, description="what is known of every point"),
    )
    outputs = (Port("points"), Port("features"))
    chinese = "X 卷积"
    analogy = "A host who seats guests that arrive in any order at their proper places before the discussion begins."
    advice = "Use it on scans of objects made of points. Stack it with fewer points and more features each time."
    pitfall = "Its table has k to the fourth weights and its points are chosen one by one: keep k at 8 to 16."
    keywords = ("pointcnn", "point cloud", "x-transform", "knn", "lidar", "3d", "点云", "最近邻")
    formula = r"F_p = \operatorname{Conv}\left(K,\; X(P - p) \times [\operatorname{MLP}(P - p),\, F]\right)"
    source = "Li et al. 2018, PointCNN: convolution on X-transformed points, algorithm 1"

    out_features: int = Field(32, ge=1, le=65_536, description="features of every chosen point", face="units", rank=3)
    out_points: int = Field(32, ge=1, le=65_536, description="how many points are chosen", face="points", rank=2)
    k: int = Field(8, ge=1, le=32, description="how many nearest neighbours each chosen point has", face="k", rank=1)
    lifted: int = Field(8, ge=1, le=4096, description="numbers made of the offset of each neighbour")

    def shape(self, points: TensorSpec, features: TensorSpec | None = None) -> dict[str, TensorSpec]:
        if points.kind is not Kind.POINTS:
            hint = say("Give the Input the kind points: three numbers for each.")
            raise ShapeError("points", takes(self, (Kind.POINTS,)), gets(points), hint)
        must_be_float(self, "points", points)
        n = must_be_a_number(self, "points", points, points.dims[0])
        for name, value in (("k", self.k), ("out_points", self.out_points)):
            if value > n:
                raise ShapeError(
                    "points",
                    say("XConv cannot choose more points than there are."),
                    gets(points),
                    say("Its {parameter} is {value}.", parameter=name, value=value),
                )
        if features is not None:
            if features.kind is not Kind.SEQUENCE:
                hint = say("Give it one row of features for every point.")
                raise ShapeError("features", takes(self, (Kind.SEQUENCE,)), gets(features), hint)
            must_be_float(self, "features", features)
            must_be_known(self, "features", features, features.features)
            if features.length != n:
                raise ShapeError(
                    "features",
                    say("XConv needs one row of features for each of {n} points.", n=n),
                    get_both(points, features),
                    say("Wire the points and the features that belong together."),
                )
        return {
            "points": points.with_dims(self.out_points, 3),
            "features": TensorSpec.of(Kind.SEQUENCE, self.out_points, self.out_features),
        }

    def candidates(self, points: TensorSpec, features: TensorSpec | None = None) -> list[Proposal]:
        n = points.dims[0] if points.kind is Kind.POINTS else 0
        if not isinstance(n, int) or n < 1:
            return []
        k, out = min(n, self.k), min(n, self.out_points)
        both = say("Set k to {k} and out_points to {points}", k=k, points=out)
        return [change("k", k), change("out_points", out)] + (
            [Proposal(both, set={"k": k, "out_points": out})] if k != self.k and out != self.out_points else []
        )

    def cost(self, points: TensorSpec, features: TensorSpec | None = None) -> Cost:
        k, lifted, out = self.k, self.lifted, self.out_features
        wide = lifted + (int(features.features) if features is not None else 0)
        weights = times((3, lifted)).number + lifted * lifted + 3 * k**3 + k**4 + k * wide * out
        learned = f"3·{lifted} + {lifted}·{lifted} + 3·{k}·{k}·{k} + {k}·{k}·{k}·{k} + {k}·{wide}·{out}"
        biases = f" + 2·{lifted} + 2·{k}·{k} + {out}"
        each = k * (3 * lifted + lifted * lifted) + 3 * k**3 + k**4 + k * k * wide + k * wide * out
        table = f"3·{k}·{k}·{k} + {k}·{k}·{k}·{k}"
        point = f"{k}·(3·{lifted} + {lifted}·{lifted}) + {table} + {k}·{k}·{wide} + {k}·{wide}·{out}"
        return Cost(
            Tally(weights + 2 * lifted + 2 * k * k + out, learned + biases),
            Tally(self.out_points * each, f"{self.out_points} × ({point})"),
        )

    def torch(self, points: TensorSpec, features: TensorSpec | None = None) -> Call:
        into = int(features.features) if features is not None else 0
        sizes = (into, self.out_features, self.out_points, self.k, self.lifted)
        return Call("graphs.modules.graphs_and_points.XConv", sizes, paths={"points": (0,), "features": (1,)})
