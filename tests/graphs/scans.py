"""Small networks with scans, and what is asked of each: trained and exported alike."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import nn

import graphs
from graphs.meaning import Source
from graphs.network import Network, Outlet, Scan


def executed(network: Network, tree: nn.Module) -> nn.Module:
    """The exported code as a module with the same weights."""
    space: dict[str, object] = {}
    exec(compile(graphs.to_python(network, "Net"), "<exported>", "exec"), space)
    module = space["Net"]()  # type: ignore[operator]
    module.to(next((weight.dtype for weight in tree.parameters()), torch.float32))
    module.load_state_dict(tree.state_dict(), strict=True)
    module.train(tree.training)
    return module  # type: ignore[no-any-return]


def same_as_exported(network: Network, tree: nn.Module, **inputs: torch.Tensor) -> None:
    """Exported code gives the same outputs, bit for bit, under the same random numbers."""
    torch.manual_seed(5)
    given = tree(**inputs)
    module = executed(network, tree)
    torch.manual_seed(5)
    printed = module(**inputs)
    printed = printed if isinstance(printed, dict) else {next(iter(given)): printed}
    assert list(printed) == list(given)
    for name, value in given.items():
        assert torch.equal(value, printed[name]), name


def summing(network: Network) -> None:
    """The block Adder: adds what arrives to what it has, and gives the sum so far."""
    block = network.define("Adder", size=2)
    total = block.add("State", name="total", shape=["=size"])
    new = block.add("Add", block.add("Input", name="x"), total, name="new")
    block.carry(new, to=total)
    block.add("Output", new, name="y")


def summed(steps: int = 4, **how: object) -> Network:
    """A network that sums a sequence of two numbers per step."""
    network = Network()
    summing(network)
    x = network.add("Input", name="x", field="x", shape=(steps, 2))
    y = network.add("Adder", x, name="sum", scan=Scan(**how))  # type: ignore[arg-type]
    network.add("Output", y, name="y")
    network.add("Output", y["total"], name="last")
    return network


VOCABULARY, WIDTH, SOURCE, TARGET = 7, 4, 5, 6
START, END = 1, 2


def decoder(network: Network, *, p: float = 1.0) -> None:
    """Bahdanau's decoder as a block: ask the source with the last state, read the last token, write the next one."""
    block = network.define("Decoder", vocabulary=VOCABULARY, width=WIDTH)
    seen = block.add("Input", name="source")
    teacher = block.add("Input", name="teacher")
    s = block.add("State", name="s", shape=["=width"], initial="given")
    own = block.add("State", name="own", shape=[], initial="value", value=START)
    token = block.add("TeacherForcing", own, teacher, name="feedback", p=p)
    written = block.add("Embedding", token, name="embedding", num_embeddings="=vocabulary", embedding_dim="=width")
    looked = block.add("AdditiveAttention", s, seen, name="attention", hidden_size="=width")
    x = block.add("Concat", written, looked, name="both")
    new = block.add("GRUCell", x, s, name="cell", hidden_size="=width")
    scores = block.add("Linear", new, name="out", out_features="=vocabulary")
    best = block.add("ArgMax", scores, name="best")
    block.carry(new, to=s)
    block.carry(best, to=own)
    block.add("Output", scores, name="logits")
    block.add("Output", best, name="token")
    block.add("Output", looked["weights"], name="alignment")


def translator(p: float = 1.0, end: int | None = None, *, free: bool = False) -> Network:
    """A sequence to a sequence: a GRU reads, Bahdanau's decoder writes; `teacher` is the target one step later.

    ``free`` lets it do without a teacher.
    """
    network = Network()
    decoder(network, p=p)
    read = network.add("Input", name="source", field="source", shape=(SOURCE, 3))
    told = network.add("Input", name="teacher", field="teacher", shape=(TARGET,), kind="tokens", optional=free)
    if free:
        block = network.blocks["Decoder"]
        block.put_node(replace(block.node("teacher"), parameters={"optional": True}))
    states: Outlet = network.add("GRU", read, name="encoder", hidden_size=WIDTH)
    scan = Scan(constant=("source",), end=end, steps=TARGET if free else None)
    written = network.add("Decoder", states, told, states["h"], name="decoder", scan=scan)
    for port in ("logits", "token", "alignment"):
        network.add("Output", written[port], name=port)
    return network


def sentences() -> dict[str, torch.Tensor]:
    """Two sources and what the decoder should have written one step before."""
    return {"source": torch.randn(2, SOURCE, 3), "teacher": torch.randint(VOCABULARY, (2, TARGET))}


def inside(network: Network, place: str, node: str, port: str = "y") -> Source:
    """A value inside the block that a node places, for a probe."""
    outer = network.node(place)
    return Source(network.blocks[outer.type].node(node).id, port, ((outer.id, 0),))
