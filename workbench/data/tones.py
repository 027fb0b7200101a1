"""Sounds made of tones: words, moods, voices and heartbeats, as waveforms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task, label_columns, label_fields
from workbench.data.generated import Generated, balanced, sample_count
from workbench.data.moves import each

RATE = 8000
"""Samples of sound in a second."""

_NOISE = "how loud the hiss behind the sound is"
_LETTERS = "ABCDE"
_TONES = np.array([400.0, 560.0, 780.0, 1100.0, 1540.0])
_WORDS = ("ABC", "CBA", "ACE", "EDA", "BDB", "DCD", "AED", "CEB")


def _hiss(random: np.random.Generator, sound: Array, noise: float) -> Array:
    return np.asarray(0.5 * sound + noise * random.standard_normal(sound.shape, dtype=np.float32))


class ToneWords(Generated, frozen=True):
    """Words of a small whistled language: three tones after another, each tone a letter."""

    name: ClassVar[str] = "tone_words"
    title: ClassVar[str] = mark("Tone words")
    chinese: ClassVar[str] = "音调单词"
    paragraph: ClassVar[str] = mark(
        "A quarter of a second of sound: three tones after another, each of five pitches a letter, eight words in all; "
        "speed, pitch and loudness vary. `signal` is the waveform at 8,000 samples a second, `label` the word, "
        "`letters` its letters from 1 (0 is the blank of the CTC loss). Put a Spectrogram first. Made here from a "
        "seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(600)
    noise: float = Field(0.05, ge=0, le=1, face="noise", description=_NOISE)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``signal`` (1, 2000), ``label`` and ``letters`` (3)."""
        return {
            "signal": TensorSpec.of(Kind.SIGNAL, 1, RATE // 4),
            "label": TensorSpec.of(Kind.INDEX),
            "letters": TensorSpec.of(Kind.TOKENS, 3),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the eight words."""
        return _WORDS

    def vocabulary(self, column: str = "letters") -> tuple[str, ...]:
        """Return the blank and the letters."""
        return ("–", *_LETTERS)

    def unfit(self) -> Mapping[str, str]:
        """Return what takes away letters."""
        return {
            "FrequencyMask": mark("A tone is one pitch: silenced, a letter of the word is gone."),
            "TimeMask": mark("Each letter is a third of the sound: silenced, the word is another one."),
        }

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return every word equally often; the borders of its tones move by up to a tenth of the sound."""
        label = balanced(random, self.samples, len(_WORDS))
        letters = np.array([[_LETTERS.index(letter) for letter in word] for word in _WORDS])[label]
        length = RATE // 4
        borders = length * (np.array([1, 2]) / 3 + random.uniform(-0.1, 0.1, (self.samples, 2)))
        time = np.arange(length)
        place = (time >= borders[:, :1]).astype(np.int64) + (time >= borders[:, 1:])
        pitch = _TONES[letters] * random.uniform(0.95, 1.05, (self.samples, 1))
        angle = 2 * np.pi * np.cumsum(np.take_along_axis(pitch, place, axis=1), axis=1) / RATE
        loud = random.uniform(0.6, 1, (self.samples, 1))
        sound = _hiss(random, loud * np.sin(angle), self.noise)
        return {"signal": sound[:, None], "label": label, "letters": letters + 1}


class ToneMoods(Generated, frozen=True):
    """One voice that rises, falls, stays or trembles: the melody of a mood."""

    name: ClassVar[str] = "tone_moods"
    title: ClassVar[str] = mark("Moods of a voice")
    chinese: ClassVar[str] = "语音情绪"
    paragraph: ClassVar[str] = mark(
        "A quarter of a second of a voice with overtones whose pitch and loudness follow a mood: calm stays, happy "
        "rises and swings, sad falls and fades, angry is loud and rough. `signal` is the waveform at 8,000 samples a "
        "second, `contour` pitch and energy at 25 moments. Real feelings are harder. Made here from a seed, free of "
        "any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(500)
    noise: float = Field(0.03, ge=0, le=1, face="noise", description=_NOISE)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``signal`` (1, 2000), ``contour`` (25, 2) and ``label``."""
        return {
            "signal": TensorSpec.of(Kind.SIGNAL, 1, RATE // 4),
            "contour": TensorSpec.of(Kind.SEQUENCE, 25, 2),
            "label": TensorSpec.of(Kind.INDEX),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the four moods."""
        return (mark("calm"), mark("happy"), mark("sad"), mark("angry"))

    def unfit(self) -> Mapping[str, str]:
        """Return what changes the mood."""
        return each(mark("Loudness is part of the mood."), "Loudness")

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return voices between 120 and 240 hertz."""
        label = balanced(random, self.samples, 4)
        time = np.linspace(0, 1, RATE // 4)[None]
        rise = np.array([0.0, 0.35, -0.35, 0.05])[label][:, None] * random.uniform(0.6, 1.2, (self.samples, 1))
        swing = np.array([0.01, 0.12, 0.01, 0.03])[label][:, None] * np.sin(
            2 * np.pi * (random.uniform(2, 4, (self.samples, 1)) * time + random.random((self.samples, 1)))
        )
        rough = np.array([0.0, 0.0, 0.0, 0.5])[label][:, None]
        fade = np.array([0.0, 0.0, 0.7, 0.0])[label][:, None]
        base = random.uniform(120, 240, (self.samples, 1))
        pitch = base * (1 + rise * (time - 0.5) + swing)
        angle = 2 * np.pi * np.cumsum(pitch, axis=1) / RATE
        voice = np.sin(angle) + 0.5 * np.sin(2 * angle) + 0.25 * np.sin(3 * angle)
        tremble = 1 - rough * (np.sin(2 * np.pi * 35 * time / 4) > 0)
        loud = np.array([0.45, 0.6, 0.4, 0.9])[label][:, None]
        energy = loud * tremble * (1 - fade * time) * random.uniform(0.85, 1.15, (self.samples, 1))
        step = time.shape[1] // 25
        contour = np.stack([pitch[:, ::step] / 180 - 1, energy[:, ::step]], axis=-1)
        return {"signal": _hiss(random, voice * energy / 1.5, self.noise)[:, None], "contour": contour, "label": label}


class Voices(Generated, frozen=True):
    """Speakers who are told apart by the colour of their voice, whatever they sing."""

    name: ClassVar[str] = "voices"
    title: ClassVar[str] = mark("Voices")
    chinese: ClassVar[str] = "说话人"
    paragraph: ClassVar[str] = mark(
        "Tones of any pitch, sung by five speakers: each has his own strengths of the overtones. `signal` is heard "
        "with noise, `clean` without it (for speech enhancement), `label` says who sings. Waveforms at 8,000 samples a "
        "second. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(600)
    noise: float = Field(0.1, ge=0, le=1, face="noise", description=_NOISE)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``signal`` and ``clean`` (1, 1024), and ``label``."""
        sound = TensorSpec.of(Kind.SIGNAL, 1, 1024)
        return {"signal": sound, "clean": sound, "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the five speakers."""
        return (mark("speaker 1"), mark("speaker 2"), mark("speaker 3"), mark("speaker 4"), mark("speaker 5"))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return tones from 150 to 400 hertz with six overtones, whose strengths belong to the speaker."""
        label = balanced(random, self.samples, 5)
        strengths = np.array([
            (1, 0.1, 0.05, 0.02, 0, 0), (0.6, 0.8, 0.1, 0.3, 0, 0), (0.8, 0.05, 0.7, 0.05, 0.4, 0.02),
            (0.5, 0.5, 0.5, 0.5, 0.5, 0.5), (0.3, 0.3, 0.9, 0.1, 0.1, 0.6),
        ])  # fmt: skip
        mine = strengths[label] * random.uniform(0.8, 1.2, (self.samples, 6))
        pitch = random.uniform(150, 400, (self.samples, 1))
        angle = 2 * np.pi * pitch * np.arange(1024)[None] / RATE + random.uniform(0, 2 * np.pi, (self.samples, 1))
        sound = sum((mine[:, n, None] * np.sin((n + 1) * angle) for n in range(6)), np.zeros_like(angle))
        clean = 0.4 * sound / np.sqrt((mine**2).sum(axis=1, keepdims=True))
        heard = clean + self.noise * random.standard_normal(clean.shape)
        return {"signal": heard[:, None], "clean": clean[:, None], "label": label}


class Heartbeats(Generated, frozen=True):
    """Heart traces, regular and irregular."""

    name: ClassVar[str] = "heartbeats"
    title: ClassVar[str] = mark("Heartbeats")
    chinese: ClassVar[str] = "心电信号"
    paragraph: ClassVar[str] = mark(
        "Four seconds of a made-up electrocardiogram at 100 samples a second: waves P, QRS and T as bumps. In half of "
        "them the time between beats is irregular and the P wave is missing, as in atrial fibrillation. No patient was "
        "measured: nothing here says anything about health. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(400)
    noise: float = Field(0.05, ge=0, le=1, face="noise", description="how grainy the trace is")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``signal`` (1, 400), ``label``, ``target`` and ``sign``."""
        return {"signal": TensorSpec.of(Kind.SIGNAL, 1, 400), **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two rhythms."""
        return (mark("regular"), mark("irregular"))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return traces of up to nine beats, every 0.6 to 1 second."""
        label = balanced(random, self.samples, 2)
        wild = label[:, None] == 1
        usual = random.uniform(0.6, 1.0, (self.samples, 1))
        gaps = usual * np.where(wild, random.uniform(0.6, 1.5, (self.samples, 9)), random.uniform(0.97, 1.03, (1, 9)))
        beats = np.cumsum(gaps, axis=1) - usual * random.random((self.samples, 1))
        away = (np.arange(400) / 100)[None, None] - beats[:, :, None]
        away = away.astype(np.float32)
        trace = np.zeros((self.samples, 400))
        for height, place, width in ((0.15, -0.17, 0.025), (-0.1, -0.03, 0.012), (1, 0, 0.012), (-0.2, 0.03, 0.012),
                                     (0.3, 0.22, 0.045)):  # fmt: skip
            tall = np.where(wild & (place == -0.17), 0.0, height)
            trace += tall * np.exp(-(((away - place) / width) ** 2) / 2).sum(axis=1)
        drift = 0.1 * np.sin(2 * np.pi * (np.arange(400)[None] / 400 + random.random((self.samples, 1))))
        sound = trace + drift + self.noise * random.standard_normal(trace.shape)
        return {"signal": sound[:, None], **label_columns(label, 2)}
