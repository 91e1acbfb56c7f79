"""Measures two ways of doing the same thing, turn about, so that both meet the same machine."""

import statistics
import time
from collections.abc import Callable


def turn_about(ours: Callable[[], object], bare: Callable[[], object], times: int) -> str:
    """The medians in milliseconds and their ratio, as a line to print."""
    spent: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(times):
        for name, work in (("ours", ours), ("bare", bare)):
            began = time.perf_counter()
            work()
            spent[name].append(time.perf_counter() - began)
    return ratio(spent["ours"], spent["bare"])


def ratio(ours: list[float], bare: list[float]) -> str:
    """The medians of seconds, in milliseconds, and their ratio."""
    mine, theirs = statistics.median(ours) * 1000, statistics.median(bare) * 1000
    return f"ours {mine:.2f} ms, bare {theirs:.2f} ms, ratio {mine / theirs:.2f}"
