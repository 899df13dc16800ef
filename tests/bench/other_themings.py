"""What else groups notes, for comparison: TF-IDF with k-means, and BERTopic where it is installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence

import numpy as np
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import silhouette_score


def tfidf_kmeans(texts: Sequence[str], at_most: int) -> list[int]:
    """A theme number a text, as many themes as have the best silhouette."""
    table = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    found = [KMeans(k, n_init=3, random_state=0).fit_predict(table) for k in range(4, at_most + 1)]
    best = max(found, key=lambda labels: silhouette_score(table, labels))
    return [int(label) for label in best]


def why_no_bertopic() -> str | None:
    """The reason why it is skipped, if it is."""
    if importlib.util.find_spec("bertopic") is None:
        return "BERTopic: skipped, the package is not installed (pip install bertopic)"
    return None


def bertopic(texts: Sequence[str]) -> list[int | None]:
    """As it comes, on our encoder's vectors (its own would be downloaded); None for outliers."""
    from bertopic import BERTopic  # type: ignore[import-not-found]

    from facilitator.theming.encoder import ANSWER, encode

    vectors = np.ascontiguousarray(encode(list(texts))[:, ANSWER])
    found, _ = BERTopic(calculate_probabilities=False).fit_transform(list(texts), vectors)
    return [None if label < 0 else int(label) for label in found]
