"""Whether two samples come from one source: the test of Kolmogorov and Smirnov."""

import math
from bisect import bisect_right
from collections.abc import Sequence

TERMS = 100


def likely_one_source(one: Sequence[float], other: Sequence[float]) -> float:
    """The chance of samples at least as far apart as these two, were their source the same.

    Two-sided, by the limit for large samples with the correction of Stephens (1970).
    """
    left, right = sorted(one), sorted(other)
    gap = max(
        abs(bisect_right(left, value) / len(left) - bisect_right(right, value) / len(right))
        for value in (*left, *right)
    )
    if gap == 0:
        return 1.0
    size = math.sqrt(len(left) * len(right) / (len(left) + len(right)))
    reach = (size + 0.12 + 0.11 / size) * gap
    if reach < 0.2:
        return 1.0
    summed = sum((-1) ** (k - 1) * math.exp(-2 * (k * reach) ** 2) for k in range(1, TERMS))
    return min(1.0, max(0.0, 2 * summed))
