"""What is often printed wrong about an architecture, and what is right: said kindly beside the drawing.

Each was checked by calculation or against the source it names; whoever compares a book with the drawing finds here why
the two differ.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphs.message import mark

RECURRENT = mark(
    "In backpropagation through time the error at a step's sum is tanh′ of that very sum, times what the next "
    "step's error hands back through W plus what the step's own output adds. Some texts take tanh′ of the step "
    "before."
)
GRADIENT_KEPT = mark(
    "Some texts say that the gradient is kept over a hundred steps. It is where the forget gate stays near one: "
    "with PyTorch's usual start hardly anything is left after 100 steps; with a forget bias of 3 about half is."
)
BEAM_SEARCH = mark(
    "Some texts list beam search among the ways to train. It is a way to ask a trained network: the weights never "
    "see it."
)

ERRATA: Mapping[str, str] = {
    "linear_regression": mark(
        "ŷ, with the hat, is what the network predicts and y what is true; some texts name them the other way round."
    ),
    "softmax_regression": mark(
        "The loss is summed over the classes and averaged over the examples. Some code averages over both: then "
        "the gradient that belongs to it is as many times smaller as there are classes. And softmax is taken for "
        "each example by itself, not over the whole batch."
    ),
    "digit_mlp": mark(
        "Where a training is to stop early, the validation loss says when. Some texts take the test error, but "
        "then the test has been trained on too."
    ),
    "usual_mlp": mark(
        "Dropout either multiplies by 1 − p when the network is asked or divides by 1 − p while it learns, as "
        "here; some texts multiply by p, or do both."
    ),
    "vanishing_gradients": mark(
        "Tables of how much gradient is left after ten layers often mix shares with per cent: at most 0.25¹⁰ "
        "passes ten sigmoids, which is a share of 0.00000095 or 0.000095 %, before the weights have their say. "
        "With Xavier's start tanh keeps about all of it over ten layers, ReLU with He's about three quarters. And "
        "Xavier's uniform start goes up to √6 ÷ √(inputs + outputs): the 6 stands under a root too."
    ),
    "lenet5": mark(
        "The 0.95 % often given as the error on the training set of MNIST is the error on its test set, after "
        "training on 60,000 digits."
    ),
    "cnn": mark(
        "A picture of 1000 × 1000 pixels and a million hidden units need 10¹² weights fully connected, 10⁸ where "
        "each unit sees 10 × 10 pixels, and 100 where all share them; some texts print 10⁸ and 10⁴."
    ),
    "fcn": mark("A full convolution of N with a kernel of K gives N + K − 1, not N + K + 1."),
    "alexnet_2012": mark(
        "Dropout multiplies by 1 − p when the network is asked, or divides by 1 − p while it learns, as here. Some"
        " texts multiply by p; at p = 0.5 the two happen to agree."
    ),
    "resnet101": mark(
        "Its stages have 3, 4, 23 and 3 blocks. A last stage of 8, as sometimes printed, makes 116 layers."
    ),
    "resnet152": mark(
        "The 3.57 % often given for it are those of six networks together on ImageNet's test set; one ResNet-152 "
        "alone has 4.49 % (top 5, validation)."
    ),
    "elman": RECURRENT,
    "simple_rnn": RECURRENT,
    "lstm": GRADIENT_KEPT,
    "gru": mark(
        "A GRU has 75 % of the parameters of an LSTM with the same biases, not 70 %. And that its state is about "
        "the cell plus the output gate, as one text has it, means nothing: it has neither."
    ),
    "coupled_lstm": mark(
        "It has 75 % of the LSTM's parameters exactly: three sets of weights of four. One text says 30 % fewer and"
        " 85 % on two of its pages."
    ),
    "peephole_lstm": mark(
        "Peepholes do not make 120 % of the parameters, as one text has it. Whole matrices, as here, add three "
        "squares of the state's width: 137 % where the input is as wide as the state. One weight for each unit "
        "adds a hundredth."
    ),
    "vae": mark(
        "The code is z = μ + σ · ε with ε from a normal distribution, and the divergence ½ Σ (σ² + μ² − 1 − log "
        "σ²). Formulas with log S × N + O, as in one text, give no normal code."
    ),
    "seq2seq": BEAM_SEARCH,
    "bahdanau": BEAM_SEARCH,
    "transformer_2017": mark(
        "In the sine's and cosine's frequency, 2i ÷ d is the exponent of 10000; in print it often slips down and "
        "reads as a factor."
    ),
    "blstm_ctc": mark(
        "CTC is trained by the sum over every path that spells the text, and read by looking for a likely text. "
        "Some texts print only the second, and with words and phonemes the wrong way round. And features of sound "
        "need the mel filters, which some recipes for MFCC leave out."
    ),
    "gru4rec": mark("Some lists call it R4Rec; the paper's name is GRU4Rec."),
}
"""By the name of the preset."""
