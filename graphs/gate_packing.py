"""Where the rows of every gate of a drawn cell lie in the arrays of torch's fused layer."""

from __future__ import annotations

from collections.abc import Iterator

from graphs.gate_reading import Gate, GatedCell, Rows
from graphs.meaning import Copy
from graphs.weight_packing import PackWeights, Patch


def packed_gates(cell: GatedCell, copy: Copy, node: int, layer: int, prefix: str) -> PackWeights:
    """The edit that puts the weights of one copy of a cell where the fused layer has those of its ``layer``.

    ``prefix`` begins the names of the copy's weights. A gate with one bias puts it on its side and leaves the other
    zero; taken apart, both are added.
    """
    patches = tuple(one for place, gate in enumerate(cell.gates) for one in _patches(cell, gate, place, layer, prefix))
    rows, linears = len(cell.gates) * cell.hidden, {patch.loose.rpartition(".")[0] for patch in patches}
    loose: list[tuple[str, tuple[int, ...]]] = []
    for step in copy.body.steps:
        name = f"{prefix}{step.name}"
        if name in linears and step.call is not None:
            into, out = step.call.args[:2]
            loose.append((f"{name}.weight", (out, into)))
            if f"{name}.bias" in {patch.loose for patch in patches}:
                loose.append((f"{name}.bias", (out,)))
    arriving = cell.gates[0].of_x.columns
    packed: list[tuple[str, tuple[int, ...]]] = [
        (f"weight_ih_l{layer}", (rows, arriving[1] - arriving[0])),
        (f"weight_hh_l{layer}", (rows, cell.hidden)),
    ]
    packed += [(f"bias_{way}_l{layer}", (rows,)) for way in ("ih", "hh") if cell.bias]
    return PackWeights(node, patches, tuple(loose), tuple(packed))


def _patches(cell: GatedCell, gate: Gate, place: int, layer: int, prefix: str) -> Iterator[Patch]:
    row = place * cell.hidden

    def patch(rows: Rows, part: str, way: str, again: str = "") -> Patch:
        columns = rows.columns if part == "weight" else None
        return Patch(f"{prefix}{rows.node}.{part}", rows.rows, columns, f"{part}_{way}_l{layer}", row, again)

    yield patch(gate.of_x, "weight", "ih")
    yield patch(gate.of_h, "weight", "hh")
    inner = cell.kind == "GRU" and place == 2  # its bias on the state stands inside the product with r
    if gate.bias_x is not None:
        alone = gate.bias_h is None and not inner
        yield patch(gate.bias_x, "bias", "ih", f"bias_hh_l{layer}" if alone else "")
    if gate.bias_h is not None:
        alone = gate.bias_x is None and not inner
        yield patch(gate.bias_h, "bias", "hh", f"bias_ih_l{layer}" if alone else "")
