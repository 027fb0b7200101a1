"""Pictures and words about them: captions of coloured shapes, and questions with their answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Scaling, Task
from workbench.data.generated import Generated, sample_count
from workbench.data.moves import each
from workbench.data.shapes import COLOURS, SHAPES, Scene, draw, several
from workbench.data.words import encode, for_decoder, vocabulary_of

_SIDES = ("above", "below", "left of", "right of")
_NUMBERS = ("one", "two", "three")
_CAPTION_WORDS = vocabulary_of([("a", "and", "of", "is", *" ".join(_SIDES).split(), *COLOURS, *SHAPES)])
_QUESTION_WORDS = vocabulary_of(
    ["what colour is the how many shapes are there is there a".split(), COLOURS, SHAPES]  # noqa: SIM905
)
_CAPTION_LENGTH = 12
_QUESTION_LENGTH = 6
ANSWERS = (*COLOURS, mark("one"), mark("two"), mark("three"), mark("yes"), mark("no"))
"""The answers to questions about shapes, in the order of their label."""


def _caption(scene: Scene, row: int) -> list[str]:
    """Say what a picture shows: one shape, or two and how the first lies to the second."""
    said = [
        ["a", COLOURS[c], SHAPES[s]]
        for s, c in zip(scene.shapes[row].tolist(), scene.colours[row].tolist(), strict=True)
        if s >= 0
    ]
    if len(said) == 1:
        return said[0]
    across, down = (scene.centres[row, 0] - scene.centres[row, 1]).tolist()
    upright = abs(down) >= abs(across)
    side = _SIDES[int(down > 0)] if upright else _SIDES[2 + int(across > 0)]
    return [*said[0], "is", *side.split(), *said[1]]


class ShapeCaptions(Generated, frozen=True):
    """Pictures of one or two shapes with a sentence that describes them."""

    name: ClassVar[str] = "shape_captions"
    title: ClassVar[str] = mark("Shapes with captions")
    chinese: ClassVar[str] = "图形与描述"
    paragraph: ClassVar[str] = mark(
        "Pictures with a caption such as “a red circle is above a blue square”. `tokens` is the caption, "
        "`decoder_input` the same behind <start>, `target` the same with <end>; 0 is padding. For image captioning and "
        "for matching pictures with texts. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.TRANSLATION

    samples: int = sample_count(1000)
    size: int = Field(32, ge=16, le=128, unit="px", description="rows and columns of the picture")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size) and ``tokens``, ``decoder_input``, ``target`` (12 places each)."""
        caption = TensorSpec.of(Kind.TOKENS, _CAPTION_LENGTH)
        image = TensorSpec.of(Kind.IMAGE, 3, self.size, self.size)
        return {"image": image, "tokens": caption, "decoder_input": caption, "target": caption}

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the words of the captions."""
        return _CAPTION_WORDS

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of the picture."""
        return {"image": Scaling.EACH_CHANNEL}

    def unfit(self) -> Mapping[str, str]:
        """Return what would no longer fit the caption."""
        return {
            **each(
                mark("The caption says what is above, below, left and right: turned over, it would be wrong."),
                "FlipHorizontal", "FlipVertical", "Rotation",
            ),
            **each(mark("The caption names the colours."), "Hue", "Saturation"),
            **each(mark("The caption names every shape, also one that is cut away or hidden."), "RandomCrop", "Cutout"),
        }  # fmt: skip

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return pictures and their captions."""
        scene = draw(random, *several(random, self.samples, 2), self.size, 0.03)
        said = [_caption(scene, row) for row in range(self.samples)]
        tokens = encode(said, _CAPTION_WORDS, _CAPTION_LENGTH)
        read, target = for_decoder(tokens)
        return {"image": scene.images, "tokens": tokens, "decoder_input": read, "target": target}


class ShapeQuestions(Generated, frozen=True):
    """Pictures of shapes, a question about each, and its answer."""

    name: ClassVar[str] = "shape_questions"
    title: ClassVar[str] = mark("Questions about shapes")
    chinese: ClassVar[str] = "图形问答"
    paragraph: ClassVar[str] = mark(
        "Pictures with up to three shapes and a question: “what colour is the circle”, “how many shapes are there”, "
        "“is there a cross”. `question` holds its words, `label` the answer. Neither the picture nor the question "
        "alone is enough. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(1200)
    size: int = Field(32, ge=16, le=128, unit="px", description="rows and columns of the picture")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size), ``question`` (6 words at most) and ``label``."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "question": TensorSpec.of(Kind.TOKENS, _QUESTION_LENGTH),
            "label": TensorSpec.of(Kind.INDEX),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the answers."""
        return ANSWERS

    def vocabulary(self, column: str = "question") -> tuple[str, ...]:
        """Return the words of the questions."""
        return _QUESTION_WORDS

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of the picture."""
        return {"image": Scaling.EACH_CHANNEL}

    def unfit(self) -> Mapping[str, str]:
        """Return what would make the answer wrong."""
        return {
            **each(mark("The answer may be a colour."), "Hue", "Saturation"),
            **each(
                mark("The answer may count the shapes, also one that is cut away or hidden."), "RandomCrop", "Cutout"
            ),
        }

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return as many questions of each of the three sorts; colours are asked of the one shape of its sort."""
        shapes, colours = several(random, self.samples, len(_NUMBERS))
        asked, answers = [], []
        for row, sort in enumerate((np.arange(self.samples) % 3).tolist()):
            there = shapes[row][shapes[row] >= 0]
            if sort == 0:
                shape, colour = int(there[0]), int(colours[row, 0])
                colours[row][shapes[row] == shape] = colour  # two circles of one colour leave no doubt
                asked.append(["what", "colour", "is", "the", SHAPES[shape]])
                answers.append(COLOURS[colour])
            elif sort == 1:
                asked.append(["how", "many", "shapes", "are", "there"])
                answers.append(_NUMBERS[len(there) - 1])
            else:
                shape = int(random.choice(there)) if random.random() < 0.5 else int(random.integers(len(SHAPES)))
                asked.append(["is", "there", "a", SHAPES[shape]])
                answers.append("yes" if shape in there else "no")
        scene = draw(random, shapes, colours, self.size, 0.03)
        order = random.permutation(self.samples)
        return {
            "image": scene.images[order],
            "question": encode(asked, _QUESTION_WORDS, _QUESTION_LENGTH)[order],
            "label": np.array([ANSWERS.index(answer) for answer in answers])[order],
        }
