"""Read the real data sets that are installed together with scikit-learn, without importing scikit-learn.

Importing it takes seconds and brings in SciPy; its data files are plain comma-separated text, and numpy reads them.
"""

from __future__ import annotations

import gzip
import importlib.util
from functools import cache
from pathlib import Path

import numpy as np

from graphs.message import say
from workbench.data.dataset import Array, DataError


def folder() -> Path:
    """Return the folder of the files. Raises DataError when scikit-learn is not installed."""
    found = importlib.util.find_spec("sklearn")
    if found is None or not found.submodule_search_locations:
        raise DataError(
            say(
                "The files of this data set come with scikit-learn, which is not installed. "
                "Install it with: pip install scikit-learn"
            )
        )
    return Path(found.submodule_search_locations[0]) / "datasets" / "data"


@cache
def read_numbers(file: str, *, skip: int = 0, delimiter: str | None = ",") -> Array:
    """Return the numbers of a file as float64, shape (rows, columns); files that end in ``.gz`` are unpacked.

    ``skip`` lines at the top are left out. The array is shared between calls and cannot be written to. Raises DataError
    when the file is missing or is not a table of numbers.
    """
    path = folder() / file
    try:
        text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text()
        numbers = np.loadtxt(text.splitlines()[skip:], delimiter=delimiter, ndmin=2)
    except (OSError, EOFError, ValueError) as error:
        raise DataError(
            say(
                "A table of numbers was expected in {path}, but reading it gave: {error}. "
                "Install scikit-learn again with: pip install --force-reinstall scikit-learn",
                path=path,
                error=error,
            )
        ) from error
    numbers.setflags(write=False)
    return numbers
