"""Cases of the layers that turn sound into pictures."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case


def _sound(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {"x": TensorSpec.of(Kind.SIGNAL, draw(st.integers(1, 2)), draw(st.integers(8, 20)))}


FRAMES = {"n_fft": st.sampled_from((2, 4, 7, 8)), "hop_length": st.integers(1, 5)}
RATE = {"sample_rate": st.sampled_from((8000.0, 16_000.0)), "n_mels": st.integers(1, 5)}
CASES = {
    "Spectrogram": Case(FRAMES, _sound),
    "MelFilterBank": Case(
        {**RATE, "f_min": st.sampled_from((0.0, 60.0)), "f_max": st.none() | st.just(3000.0)}, counted=True
    ),
    "MFCC": Case({**FRAMES, **RATE, "n_mfcc": st.integers(1, 4)}, _sound, counted=True),
}
