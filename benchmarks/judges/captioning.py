"""Goals of networks that write about pictures: is what they say true, whichever of two shapes they begin with."""

from __future__ import annotations

from benchmarks.judges import Trained, goal, judge

ACROSS = {"above": "below", "below": "above", "left of": "right of", "right of": "left of"}
"""What is said of two things when one begins with the other."""

goal("show_attend_tell", metric="pixel_accuracy")


def meant(caption: str) -> frozenset[tuple[str, ...]]:
    """Every way to say what a caption says: a shape alone, or two with what lies between them, from either side."""
    first, _, rest = caption.partition(" is ")
    side = next((words for words in ACROSS if rest.startswith(words + " ")), "")
    if not side:
        return frozenset({(caption,)})
    second = rest.removeprefix(side + " ")
    return frozenset({(first, side, second), (second, ACROSS[side], first)})


@judge("show_attend_tell", figure="captions that are true, of the test")
def captions(trained: Trained) -> float:
    """Let the network write each caption from its own words, and count those that say what the true one says."""
    import torch

    training = trained.training
    part = dict(training.part("test"))
    names = training.prepared.dataset.vocabulary("target")
    own = torch.zeros_like(part["decoder_input"])
    own[:, 0] = part["decoder_input"][:, 0]
    written = own
    with torch.no_grad():
        for place in range(own.shape[1]):
            scores = training.tree(**{**part, "decoder_input": own})["scores"]
            written = scores.argmax(-1)
            if place + 1 < own.shape[1]:
                own[:, place + 1] = written[:, place]

    def said(row: list[int]) -> str:
        words = [names[n] for n in row]
        end = next((place for place, word in enumerate(words) if word in ("<end>", "<pad>")), len(words))
        return " ".join(words[:end])

    pairs = zip(written.tolist(), part["target"].tolist(), strict=True)
    right = [meant(said(one)) == meant(said(other)) for one, other in pairs]
    return sum(right) / len(right)
