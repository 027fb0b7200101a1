"""Networks as data: what layers exist, how they connect, what they mean, and how they become PyTorch."""
