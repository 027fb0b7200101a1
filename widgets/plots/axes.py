"""Where the numbers of an axis stand and how they are written."""

from __future__ import annotations

import math

MINUS = "−"
"""The minus sign of print; a hyphen is too short beside figures."""


def short_number(value: float, digits: int = 3) -> str:
    """A number in a few figures, the way people write it: ``0.013``, ``1,258``, ``5.7e−5``, ``NaN``."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    size = abs(value)
    if size == 0:
        text = "0"
    elif size >= 1e6 or size < 1e-3:
        mantissa, exponent = f"{size:.{digits - 1}e}".split("e")
        text = f"{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}e{int(exponent)}"
    elif size >= 10 ** (digits - 1) or float(size).is_integer():
        text = f"{size:,.0f}"
    else:
        text = f"{size:.{max(digits - 1 - math.floor(math.log10(size)), 0)}f}"
    return (MINUS if value < 0 and text != "0" else "") + text.replace("-", MINUS)


def tick_number(value: float) -> str:
    """The number of a tick: as short as it goes, since ticks are round (``0.3``, ``100``, ``1e−6``)."""
    if value != 0 and not 1e-4 <= abs(value) < 1e6:
        mantissa, exponent = f"{abs(value):.2e}".split("e")
        text = f"{float(mantissa):g}e{int(exponent)}"
    else:
        text = f"{abs(round(value, 10)):,.10f}".rstrip("0").rstrip(".")
    return (MINUS if value < 0 else "") + text.replace("-", MINUS)


def linear_ticks(low: float, high: float, count: int) -> list[float]:
    """About ``count`` round numbers within a range, steps of 1, 2 or 5 times a power of ten."""
    span = high - low
    if not math.isfinite(span) or span <= 0 or count < 1:
        return [low] if math.isfinite(low) else []
    rough = span / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def log_ticks(low: float, high: float, count: int) -> list[float]:
    """Round numbers of a positive range on a log axis: 1 and 3 of each decade, fewer when there are many decades."""
    if not 0 < low < high:
        return [low] if low > 0 else []
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    inside = (low * (1 - 1e-9), high * (1 + 1e-9))
    for digits in ((1, 2, 3, 5), (1, 3), (1,)):
        ticks = [digit * 10.0**power for power in range(first, last + 1) for digit in digits]
        ticks = [tick for tick in ticks if inside[0] <= tick <= inside[1]]
        if len(ticks) <= count:
            return ticks
    stride = math.ceil(len(ticks) / max(count, 1))
    return ticks[::stride]
