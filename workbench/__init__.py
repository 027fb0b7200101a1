"""The application: draw a network, train it, and look inside while it learns.

The parts without a window (`session`, `cli`, `data`, `engine`, `worker`, `doctor`) import no Qt, so that everything but
drawing also runs on a machine without a screen.
"""

__version__ = "0.1.0"
