"""The contest of `benchmarks/training.py`: the networks, and everybody who trains them."""
