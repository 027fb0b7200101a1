"""Python's own parser, for one thread at a time.

Python 3.11 counts the depth of a syntax tree in one place for all threads, so two that parse at the same moment, one
printing the code beside the drawing and one reading an expression, can fail each other (CPython issue 106905).
"""

from __future__ import annotations

import ast
import threading

_ONE = threading.Lock()


def parse_expression(text: str) -> ast.Expression:
    """The tree of one expression; raises SyntaxError where it is none."""
    with _ONE:
        return ast.parse(text, mode="eval")


def parse_module(text: str) -> ast.Module:
    """The tree of a whole file; raises SyntaxError where it is none."""
    with _ONE:
        return ast.parse(text)
