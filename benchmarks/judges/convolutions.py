"""Goals of networks that convolve or attend, beside what linear models reach on the same data.

Measured with scikit-learn on one split (70 % to learn from), on standardised inputs, logistic regression names 97.8 %
of the digits of 8 by 8 pixels, 98.9 % of the moving shapes, 64 % of the moods of a tone, 39 % of the clouds of points,
and, given how often each word occurs, 79 % of the reviews; ridge regression foretells the seasons with a mean absolute
error of 0.241 standard deviations. Digits and moving shapes are nearly linear, then: there a goal says that a deep
network trains, as LeNet's 97 % does, and not what it is for.
"""

from __future__ import annotations

from benchmarks.judges import goal

goal(
    "conv_grammar", "alexnet", "alexnet_2012", "alexnet_text", "vgg16", "vgg19", "googlenet", "resnet18", "resnet34",
    "resnet50", "resnet101", "resnet152", "densenet121", "mobilenet_v2", "efficientnet_b0", "vit_b_16",
    metric="accuracy", at_least=0.97,
)  # fmt: skip
goal("stacked_frames", "c3d", metric="accuracy", at_least=0.99)
goal("speech_cnn", "spectrogram_cnn", metric="accuracy", at_least=0.9)
goal("text_cnn", metric="accuracy", at_least=0.95)
goal("tcn", metric="mean_absolute_error", at_most=0.22)
