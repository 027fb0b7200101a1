"""The arguments of what one class calls and builds: literals, formulas, or arguments of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphs.layer import Call, In
from graphs.meaning import Step
from graphs.printing.formulas import MISSING, Formula
from graphs.printing.numbers import Numbers
from graphs.printing.places import Place
from graphs.programs import target_name

_POSITIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Conv", ("in_channels", "out_channels", "kernel_size")),
    ("Linear", ("in_features", "out_features")),
    ("BatchNorm", ("num_features",)),
    ("InstanceNorm", ("num_features",)),
    ("LayerNorm", ("normalized_shape",)),
    ("GroupNorm", ("num_groups", "num_channels")),
    ("Embedding", ("num_embeddings", "embedding_dim")),
    ("MultiheadAttention", ("embed_dim", "num_heads")),
    ("Dropout", ("p",)),
)
_WRAPPED = {
    "WeightNormLinear": ("weight_norm", "torch.nn.Linear"),
    "WeightNormConv2d": ("weight_norm", "torch.nn.Conv2d"),
    "SpectralNormLinear": ("spectral_norm", "torch.nn.Linear"),
    "SpectralNormConv2d": ("spectral_norm", "torch.nn.Conv2d"),
}
_OF_WRAPPER = ("n_power_iterations",)


class Calls:
    """Writes calls so that they hold at all places of a class at once. ``drawn`` places come first."""

    numbers: Numbers
    places: Sequence[Place]
    drawn: int

    def construction(self, step: Step) -> str:
        """The text that builds the module of a node."""
        assert step.call is not None
        wrapper = wrapper_of(step.call.target)
        if wrapper is None:
            return f"{target_name(step.call.target)}({', '.join(self.call_texts(step, {}))})"
        name, plain = wrapper
        texts = self.call_texts(step, {})
        outer = [text for text in texts if text.partition("=")[0] in _OF_WRAPPER]
        inside = ", ".join(text for text in texts if text not in outer)
        return f"{name}({', '.join([f'{target_name(plain)}({inside})', *outer])})"

    def call_texts(self, step: Step, ports: Mapping[str, str], *, stored: bool = False) -> list[str]:
        """The arguments of the call of a node."""
        assert step.call is not None
        texts = []
        for number in range(len(step.call.args)):
            hint = _position(step, step.call, number)
            texts.append(self._argument(step, lambda call, n=number: call.args[n], hint, ports, stored))  # type: ignore[misc]
        here = [call for place in self.places if (call := place.body.by_node[step.node].call) is not None]
        words = merged([list(call.kwargs) for call in here])
        drawn = {word for call in here[: self.drawn] for word in call.kwargs}
        for word in words:
            text = self._word(step, word, ports, stored, must=word in drawn)
            if text is not None:
                texts.append(f"{word}={text}")
        return texts

    def _word(self, step: Step, word: str, ports: Mapping[str, str], stored: bool, *, must: bool) -> str | None:
        """An argument by name. A copy that leaves it out has the value of the layer's own parameter."""
        column = []
        for place in self.places:
            here = place.body.by_node[step.node]
            assert here.call is not None
            value = here.call.kwargs[word] if word in here.call.kwargs else short(getattr(here.layer, word, MISSING))
            column.append(value)
        own = self.numbers.of_node(step.node, word)
        if not must and self.numbers.explain(column, own) is None:
            return None
        return self.value_text(column, own, word, ports, stored)

    def on_texts(self, step: Step, ports: Mapping[str, str]) -> list[str]:
        """The arguments a module is called with."""
        call = step.call
        assert call is not None
        on = tuple(In(port) for port in ports) if call.on is None else call.on
        texts = [
            ports[value.port] if isinstance(value, In) else
            self._argument(step, lambda call, n=number: (call.on or ())[n], "size", ports, True)  # type: ignore[misc]
            for number, value in enumerate(on)
        ]  # fmt: skip
        for word in call.on_kwargs:
            text = self._argument(step, lambda call, w=word: call.on_kwargs[w], word, ports, True)  # type: ignore[misc]
            texts.append(f"{word}={text}")
        return texts

    def _argument(
        self, step: Step, part: Callable[[Call], Any], hint: str, ports: Mapping[str, str], stored: bool
    ) -> str:
        calls = (place.body.by_node[step.node].call for place in self.places)
        column = [MISSING if call is None else part(call) for call in calls]
        return self.value_text(column, self.numbers.of_node(step.node, hint), hint, ports, stored)

    def value_text(
        self, column: Sequence[Any], own: Sequence[Formula], hint: str, ports: Mapping[str, str] | None = None,
        stored: bool = False,
    ) -> str:  # fmt: skip
        """One argument, item by item where it is a row of the same length at every place."""
        first = next(value for value in column if value is not MISSING)
        if isinstance(first, In):
            return (ports or {})[first.port]
        if isinstance(first, slice):
            parts = (
                [MISSING if value is MISSING else getattr(value, part) for value in column]
                for part in ("start", "stop", "step")
            )
            return f"slice({', '.join(self.value_text(part, own, hint, ports, stored) for part in parts)})"
        known = [value for value in column if value is not MISSING]
        if isinstance(first, list | tuple) and {(type(v), len(v)) for v in known if isinstance(v, list | tuple)} == {
            (type(first), len(first))
        } and all(isinstance(value, list | tuple) for value in known):  # fmt: skip
            items = [
                self.value_text(
                    [MISSING if value is MISSING else value[k] for value in column], own, hint, ports, stored
                )
                for k in range(len(first))
            ]
            inner = ", ".join(items)
            if isinstance(first, list):
                return f"[{inner}]"
            return f"({inner},)" if len(items) == 1 else f"({inner})"
        found = self.numbers.explain(column, own, loose=not stored)
        if found is None:
            return self.numbers.own_argument(column, hint, stored=stored)
        return self.numbers.write(found, stored=stored)


def merged(rows: Sequence[Sequence[str]]) -> list[str]:
    """All words of some rows, each where its neighbours say."""
    words: list[str] = []
    for row in rows:
        for place, word in enumerate(row):
            if word not in words:
                after = next((words.index(other) for other in row[place + 1 :] if other in words), len(words))
                words.insert(after, word)
    return words


def _position(step: Step, call: Call, number: int) -> str:
    """What a positional argument is called."""
    name = call.target.rsplit(".", 1)[-1]
    words = next((words for part, words in _POSITIONS if part in name), ())
    return words[number] if number < len(words) else f"{step.name}_size"


def short(value: Any) -> Any:
    """Write a row of equal numbers as one, as people do."""
    return value[0] if isinstance(value, tuple) and len(value) > 1 and len(set(value)) == 1 else value


def wrapper_of(target: str) -> tuple[str, str] | None:
    """The function of torch that turns a plain layer into one of our names, and the plain layer."""
    name = target.rsplit(".", 1)[-1]
    return _WRAPPED.get(name) if target.startswith("graphs.") else None
