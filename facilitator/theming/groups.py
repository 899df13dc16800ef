"""Groups without anybody's help: ward's tree over smoothed points, cut where it fits best."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.metrics import silhouette_score

from facilitator.theming.encoder import Vectors, unit
from facilitator.theming.space import graph, smoothed

Labels = NDArray[np.int64]

FEW = 12  # notes below which there is one step of grouping only: by nearness
LARGE = 2_000  # notes above which small clusters are made first
MICRO = 300
POLISH = 4  # rounds in which every note may go to the nearest centre
SAMPLE = 1_500


def grouped(rows: Vectors, at_most: int) -> Labels:
    """A group number for each row; the count of groups fits the points, `at_most` at the most."""
    count = len(rows)
    if count == 0 or at_most < 2:
        return np.zeros(count, np.int64)
    if count < FEW:
        return _few(rows, at_most)
    if count > LARGE:
        return _large(rows, at_most)
    points = smoothed(rows, graph(rows))
    return _polished(points, _cut(points, at_most))


def _few(rows: Vectors, at_most: int) -> Labels:
    if len(rows) < 2:
        return np.zeros(len(rows), np.int64)
    tree = linkage(rows, "average", metric="cosine")
    labels: Labels = fcluster(tree, 0.8, "distance") - 1
    if labels.max() >= at_most:
        labels = fcluster(tree, at_most, "maxclust") - 1
    return labels.astype(np.int64)


def _cut(points: Vectors, at_most: int) -> Labels:
    """The cut of the tree with the best silhouette."""
    tree = linkage(points, "ward")
    least = 3 if len(points) < 30 else 4
    best, most = np.zeros(len(points), np.int64), -2.0
    luck = np.random.RandomState(0)
    sample = luck.choice(len(points), min(SAMPLE, len(points)), replace=False)
    for wanted in range(min(least, at_most), min(at_most, len(points) - 1) + 1):
        labels = fcluster(tree, wanted, "maxclust") - 1
        if len(set(labels[sample])) < 2:
            continue
        score = silhouette_score(points[sample], labels[sample], metric="cosine")
        if score > most:
            best, most = labels.astype(np.int64), score
    return best


def _polished(points: Vectors, labels: Labels) -> Labels:
    for _ in range(POLISH):
        numbers = np.unique(labels)
        centres = unit(np.stack([points[labels == number].mean(axis=0) for number in numbers]))
        fresh = numbers[np.argmax(points @ centres.T, axis=1)]
        if np.array_equal(fresh, labels):
            break
        labels = fresh
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)


def _large(rows: Vectors, at_most: int) -> Labels:
    """Thousands of notes: small clusters first, then groups of those."""
    from sklearn.cluster import MiniBatchKMeans

    small = MiniBatchKMeans(MICRO, random_state=0, n_init=1, batch_size=1_024).fit_predict(rows)
    numbers = np.unique(small)
    centres = unit(np.stack([rows[small == number].mean(axis=0) for number in numbers]))
    points = smoothed(centres, graph(centres))
    of_centre = dict(zip(numbers, _polished(points, _cut(points, at_most)), strict=True))
    return _polished(rows, np.array([of_centre[number] for number in small], np.int64))
