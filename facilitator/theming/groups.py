"""Groups without anybody's help: ward's tree over smoothed points, cut where it fits best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

from facilitator.theming.encoder import ANSWER, Vectors, unit
from facilitator.theming.space import nearest, shared_graph, smoothed

Labels = NDArray[np.int64]

FEW = 12  # notes below which groups are only made of what is clearly near
NEAR = 0.8  # the cosine distance that is clearly near
LARGE = 2_000  # notes above which small clusters are made first
SMALL_CLUSTERS, SEARCHES = 300, 5
POLISH = 4  # rounds in which every note may go to the nearest centre
PLAIN = 0.003  # how much better each further group must make the fit
LOYALTY = 0.01  # how much better another number of groups must fit than the present one
PULL = 0.05  # share of a row that says in which group it is at present


def grouped(rows: Vectors, at_most: int, present: Sequence[str | None] = ()) -> Labels:
    """A group number for each row; as many groups as fit the points, `at_most` at the most.

    `present` is the group each row is in, None for none: those groups, and their number, go on
    where others are hardly better.
    """
    count, now = len(rows), len({group for group in present if group is not None})
    if now:
        rows = _pulled(rows, present)
    if count < 2 or at_most < 2:
        return np.zeros(count, np.int64)
    if count < FEW:
        return _few(rows, at_most)
    if count > LARGE:
        return _many(rows, at_most, now)
    return _by_tree(smoothed(rows, shared_graph(nearest(rows))), at_most, now)


def _pulled(rows: Vectors, present: Sequence[str | None]) -> Vectors:
    """Rows that lie a little nearer to those of the same group; one column more for each group."""
    there = sorted({group for group in present if group is not None})
    member = np.array([[group == one for one in there] for group in present], np.float32)
    return unit(np.hstack([np.sqrt(1 - PULL) * rows, np.sqrt(PULL) * member]))


def _few(rows: Vectors, at_most: int) -> Labels:
    tree = linkage(rows, "average", metric="cosine")
    labels = fcluster(tree, NEAR, "distance")
    if labels.max() > at_most:
        labels = fcluster(tree, at_most, "maxclust")
    return (labels - 1).astype(np.int64)


def _by_tree(points: Vectors, at_most: int, now: int) -> Labels:
    """The cut of the tree with the best silhouette, polished."""
    count = len(points)
    apart = np.clip(1 - points @ points.T, 0, 2)
    tree = linkage(np.sqrt(2 * apart[np.triu_indices(count, 1)]), "ward")
    least = 3 if count < 30 else 4
    best, most = np.zeros(count, np.int64), -2.0
    for wanted in range(min(least, at_most), min(at_most, count - 1) + 1):
        labels = (fcluster(tree, wanted, "maxclust") - 1).astype(np.int64)
        score = silhouette(apart, labels) - PLAIN * wanted + LOYALTY * (wanted == now)
        if score > most:
            best, most = labels, score
    return _polished(points, best)


def silhouette(apart: NDArray[np.float32], labels: Labels) -> float:
    """The mean silhouette (Rousseeuw 1987) of a grouping, from all distances; -1 for one group."""
    count, k = len(labels), int(labels.max()) + 1
    if k < 2:
        return -1.0
    member = np.zeros((count, k), np.float32)
    member[np.arange(count), labels] = 1
    sizes = member.sum(axis=0)
    sums, own = apart @ member, np.arange(count)
    inside = sums[own, labels] / np.maximum(sizes[labels] - 1, 1)
    means = sums / sizes
    means[own, labels] = np.inf
    outside = means.min(axis=1)
    widths = (outside - inside) / np.maximum(np.maximum(outside, inside), 1e-9)
    return float(np.where(sizes[labels] > 1, widths, 0).mean())


def centres(rows: Vectors, labels: Labels) -> Vectors:
    """One row of length 1 a group, for groups numbered from 0 without a gap."""
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(int(labels.max()) + 1))
    return unit(np.add.reduceat(rows[order], starts, axis=0))


def _polished(points: Vectors, labels: Labels) -> Labels:
    for _ in range(POLISH):
        fresh = np.argmax(points @ centres(points, labels).T, axis=1)
        fresh = _renumbered(fresh)
        if np.array_equal(fresh, labels):
            break
        labels = fresh
    return labels


def _renumbered(labels: NDArray[np.intp]) -> Labels:
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)


def _many(rows: Vectors, at_most: int, now: int) -> Labels:
    """Thousands of notes: small clusters first, then groups of those."""
    small = _small_clusters(unit(rows[:, ANSWER]))
    points = centres(rows, small)
    of_cluster = _by_tree(smoothed(points, shared_graph(nearest(points))), at_most, now)
    return _polished(rows, _renumbered(of_cluster[small]))


def _small_clusters(rows: Vectors) -> Labels:
    """K-means from evenly drawn notes; a few rounds are enough for what comes after."""
    seeds = np.random.RandomState(0).permutation(len(rows))[:SMALL_CLUSTERS]
    middle = rows[seeds]
    for _ in range(SEARCHES):
        labels = _renumbered(np.argmax(rows @ middle.T, axis=1))
        middle = centres(rows, labels)
    return labels
