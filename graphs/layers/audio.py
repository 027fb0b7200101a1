"""From sound to pictures of sound: what a network hears best when it sees it."""

from __future__ import annotations

from typing import Literal

from graphs.fields import Field
from graphs.layer import Arithmetic, Call, Cost, Family, Port, Proposal, ShapeError, Tally
from graphs.layers.axes import Mended
from graphs.layers.sentences import change, gets, must_be_float, takes
from graphs.layers.sliding import Placed, counts, must_be_a_number, times
from graphs.layers.windows import Window
from graphs.message import mark, say
from graphs.tensors import Dim, Kind, TensorSpec


class _Frames(Placed):
    """What both transforms of a signal share: overlapping frames, each turned into frequencies."""

    rank = 1
    n_fft: int = Field(
        256, ge=2, le=65_536, description="steps of one frame, so n_fft/2 + 1 frequencies", face="frame", unit="steps",
        rank=2,
    )  # fmt: skip
    hop_length: int = Field(
        128, ge=1, le=65_536, description="steps from one frame to the next", face="hop", unit="steps", rank=1
    )

    def _mirrored(self) -> bool:
        return True

    def _window(self) -> Window:
        return Window(self.n_fft, self.hop_length, self.n_fft // 2 if self._mirrored() else 0)

    def _frames(self, x: TensorSpec) -> Dim:
        """How many frames there are; raises `ShapeError` when a single one does not fit."""
        self.must_have_places(x)
        size = x.length
        least = self.n_fft // 2 + 1 if self._mirrored() else self.n_fft
        if isinstance(size, str):
            return self._window().places(size)
        if size < least:
            raise ShapeError(
                "x",
                say("{type} needs a signal of at least {least} steps here.", type=self.type_name(), least=least),
                gets(x),
                say("A frame of {n} steps does not fit, mirrored ends included.", n=self.n_fft),
            )
        return self._window().places(size)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if x.kind is not Kind.SIGNAL or not isinstance(x.length, int):
            return []
        longest = 2 * (x.length - 1) if self._mirrored() else x.length
        return [change("n_fft", 1 << (longest.bit_length() - 1))] if longest >= 2 else []

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        return (self._window().arithmetic(mark("frames"), x.length),)


class Spectrogram(_Frames):
    """Cut a signal into short frames and show how strong each frequency is in every one."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.SIGNAL,)),)
    chinese = "频谱图"
    analogy = "Sheet music written by a machine: time runs to the right, pitch upwards, and loud notes are dark."
    advice = "Put it before image layers to recognise sounds: rhythms and tones become shapes."
    pitfall = "Long frames blur moments, short ones blur pitches: no n_fft shows both sharply."
    keywords = ("stft", "fourier", "fft", "audio", "sound", "speech", "短时傅里叶变换", "语谱图", "音频")
    formula = r"y_{c,f,t} = |\sum_{n} w_n\, x_{c,\,tH+n}\; e^{-2\pi i f n / N}|^p"
    source = "Allen 1977, Short term spectral analysis, synthesis, and modification; PyTorch: torch.stft"

    power: Literal["magnitude", "power"] = Field("power", description="magnitudes of the frequencies, or their squares")
    center: bool = Field(True, description="mirror both ends, so that frames lie around their moment")

    def _mirrored(self) -> bool:
        return self.center

    def shape(self, x: TensorSpec) -> TensorSpec:
        frames = self._frames(x)
        return TensorSpec(Kind.IMAGE, (x.channels, self.n_fft // 2 + 1, frames), x.dtype)

    def torch(self, x: TensorSpec) -> Call:
        sizes = (self.n_fft, self.hop_length, self.power == "power", self.center)
        return Call("graphs.modules.audio.Spectrogram", sizes)


class MelFilterBank(Mended):
    """Add up the frequencies of a spectrogram in bands that are as wide as the ear hears them."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.IMAGE,), description="a spectrogram: channels, frequencies, frames"),)
    chinese = "梅尔滤波器组"
    analogy = "A piano instead of a ruler: low notes get a key each, high ones share, because we hear them alike."
    advice = "Put it behind Spectrogram and before a logarithm: 40 to 80 bands are the usual picture of speech."
    pitfall = "With many bands and a short frame the lowest triangles fall between two frequencies and stay empty."
    keywords = ("mel", "filter bank", "audio", "speech", "fbank", "梅尔频谱", "语音", "音频")
    formula = r"y_{c,m,t} = \sum_f T_{m,f}\; x_{c,f,t},\quad \operatorname{mel}(f) = 2595 \log_{10}(1 + f/700)"
    source = "Davis & Mermelstein 1980, Comparison of parametric representations, section II; O'Shaughnessy 1987 (mel)"

    n_mels: int = Field(40, ge=1, le=1024, description="how many bands there are", face="bands", rank=1)
    sample_rate: float = Field(16_000.0, gt=0, le=1e6, description="steps of the sound per second", unit="Hz")
    f_min: float = Field(0.0, ge=0, le=1e6, description="where the lowest band begins", unit="Hz")
    f_max: float | None = Field(
        None, gt=0, le=1e6, description="where the highest band ends; empty means half the sample rate", unit="Hz"
    )

    def _highest(self) -> float:
        return self.sample_rate / 2 if self.f_max is None else self.f_max

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.IMAGE:
            hint = say("Put Spectrogram before it to turn a signal into frequencies.")
            raise ShapeError("x", takes(self, (Kind.IMAGE,)), gets(x), hint)
        must_be_float(self, "x", x)
        must_be_a_number(self, "x", x, x.height)
        if not self.f_min < self._highest() <= self.sample_rate / 2:
            raise ShapeError(
                "x",
                say("MelFilterBank needs f_min below f_max, and f_max at most half the sample rate."),
                say(
                    "It has {low} Hz, {high} Hz and {rate} Hz.",
                    low=self.f_min,
                    high=self._highest(),
                    rate=self.sample_rate,
                ),
                say("Sampled sound holds no frequency above half its sample rate."),
            )
        return x.with_dims(x.channels, self.n_mels, x.width)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("f_max", None), change("f_min", 0.0)]

    def cost(self, x: TensorSpec) -> Cost:
        channels, bins, frames = counts(x.dims)
        return Cost(multiply_adds=times(channels, self.n_mels, bins, frames))

    def torch(self, x: TensorSpec) -> Call:
        sizes = (int(x.height), self.sample_rate, self.n_mels, self.f_min, self._highest())
        return Call("graphs.modules.audio.MelFilterBank", sizes)


class MFCC(_Frames):
    """Describe each short frame of sound by the rough form of its spectrum, in a few numbers."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.SIGNAL,)),)
    chinese = "梅尔倒谱系数"
    analogy = "Sketching a mountain range with a dozen smooth strokes: the skyline stays, single rocks do not."
    advice = "Use it for speech with small models: 13 numbers per frame say which vowel it is, whatever the pitch."
    pitfall = "Melody and fine detail are thrown away; large networks learn more from the mel bands themselves."
    keywords = ("cepstrum", "mel", "speech", "audio", "dct", "voice", "倒谱", "语音识别", "音频")
    formula = (
        r"y_{c,k,t} = \sum_m \sqrt{\tfrac{2}{M}} \cos\left(\tfrac{\pi k (m + 1/2)}{M}\right)"
        r"\; \ln(\operatorname{mel}_{c,m,t} + 10^{-6})"
    )
    source = "Davis & Mermelstein 1980, Comparison of parametric representations, section II"

    n_mfcc: int = Field(13, ge=1, le=1024, description="how many numbers describe a frame", face="numbers", rank=3)
    n_mels: int = Field(40, ge=1, le=1024, description="how many bands there are")
    sample_rate: float = Field(16_000.0, gt=0, le=1e6, description="steps of the sound per second", unit="Hz")

    def shape(self, x: TensorSpec) -> TensorSpec:
        frames = self._frames(x)
        if self.n_mfcc > self.n_mels:
            raise ShapeError(
                "x",
                say("MFCC can make at most as many numbers as it has bands."),
                say("It has {bands} bands and n_mfcc is {n}.", bands=self.n_mels, n=self.n_mfcc),
                say("The cosine transform only turns the bands round; it cannot add to them."),
            )
        return TensorSpec(Kind.IMAGE, (x.channels, self.n_mfcc, frames), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [*super().candidates(x), change("n_mfcc", self.n_mels), change("n_mels", self.n_mfcc)]

    def cost(self, x: TensorSpec) -> Cost:
        channels, frames = counts((x.channels, self._frames(x)))
        bins = self.n_fft // 2 + 1
        total = times(channels, frames, self.n_mels)
        sum_ = f"{channels} × {frames} × {self.n_mels} × ({bins} + {self.n_mfcc})"
        return Cost(multiply_adds=Tally(total.number * (bins + self.n_mfcc), sum_))

    def torch(self, x: TensorSpec) -> Call:
        sizes = (self.sample_rate, self.n_mfcc, self.n_mels, self.n_fft, self.hop_length)
        return Call("graphs.modules.audio.MFCC", sizes)
