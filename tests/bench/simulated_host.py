"""A host who never errs: types the largest themes' names, adds keywords, moves notes.

Plays against the theming process's own answers, so that what is measured is what an event
gets. A move is the first note of the list to check that stands wrong.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from facilitator.theming.worker import Worker

FOLDER = Path(__file__).parent / "themes"
NOISE = "__noise__"
MOST_THEMES = 8
ASIDE = frozenset({"clubs_113", "software_116"})  # no constant was ever chosen by looking at these
Where = dict[str, Any]  # note → theme


@dataclass(frozen=True)
class Case:
    """Notes with the themes people would put them in."""

    name: str
    notes: dict[str, dict[str, Any]]
    truth: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> Case:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        notes = {f"n{row['id']}": {"text": row["text"], "room": row["room"]} for row in rows}
        return cls(path.stem, notes, {f"n{row['id']}": row["label"] for row in rows})

    @property
    def aside(self) -> bool:
        """Whether it was kept out of everything that was tuned."""
        return self.name in ASIDE

    @property
    def told(self) -> list[str]:
        """The notes that are about something."""
        return [id for id, label in self.truth.items() if label != NOISE]

    @property
    def labels(self) -> list[str]:
        """The themes, largest first."""
        counts = Counter(self.truth[id] for id in self.told)
        return sorted(counts, key=lambda label: (-counts[label], label))


def cases() -> list[Case]:
    return [Case.read(path) for path in sorted(FOLDER.glob("*.jsonl"))]


def keywords() -> dict[str, dict[str, list[str]]]:
    """Case → theme → what a host would type beside its name."""
    found: dict[str, dict[str, list[str]]] = json.loads((FOLDER / "hosts.json").read_text("utf-8"))
    return found


def nmi_ari(case: Case, where: Where) -> tuple[float, float]:
    """Notes without a theme count as one more theme."""
    truth = [case.truth[id] for id in case.told]
    found = [str(where.get(id)) for id in case.told]
    return (float(normalized_mutual_info_score(truth, found)),
            float(adjusted_rand_score(truth, found)))  # fmt: skip


def kept_out(case: Case, where: Where) -> tuple[float, float]:
    """(share of junk that is in no theme, share of the other notes that is in one)."""
    junk = [id for id, label in case.truth.items() if label == NOISE]
    out = sum(id not in where for id in junk) / len(junk) if junk else 1.0
    return out, sum(id in where for id in case.told) / len(case.told)


def titled(case: Case, answer: dict[str, Any]) -> float:
    """Share of themes whose title is a note of the subject that most of their notes are about."""
    right = []
    for theme in answer["themes"]:
        subjects = Counter(case.truth[id] for id in theme["notes"] if case.truth[id] != NOISE)
        own = case.truth.get(theme["title_note"] or "")
        right.append(bool(subjects) and subjects[own] == max(subjects.values()))
    return sum(right) / len(right)


def accuracy(case: Case, where: Where, named: bool) -> float:
    """Share of notes in their theme: by its name, or after matching one to one."""
    truth = [case.truth[id] for id in case.told]
    if named:
        return sum(where.get(id) == case.truth[id] for id in case.told) / len(truth)
    rows, columns = sorted(set(truth)), sorted(set(map(str, where.values())))
    table = np.zeros((len(rows), len(columns)))
    for id in case.told:
        if id in where:
            table[rows.index(case.truth[id]), columns.index(str(where[id]))] += 1
    return float(table[linear_sum_assignment(-table)].sum() / len(truth))


def where_of(answer: dict[str, Any]) -> Where:
    return {note: theme["theme"] or at for at, theme in enumerate(answer["themes"])
            for note in theme["notes"]}  # fmt: skip


class Host:
    """One host at one case's desk; `most_keywords` are typed beside each name."""

    def __init__(self, case: Case, most_keywords: int = 0) -> None:
        words = keywords().get(case.name, {})
        self.case, self._worker = case, Worker()
        self._labels = case.labels[:MOST_THEMES]
        self._themes = [{"id": label, "title": label, "locked": True,
                         "keywords": words.get(label, [])[:most_keywords]} for label in self._labels]  # fmt: skip
        self._pinned: dict[str, str] = {}
        self.regroup()

    def regroup(self) -> None:
        self.answer = self._worker.answer({
            "id": 0, "event": self.case.name, "mode": "names", "notes": self.case.notes,
            "themes": self._themes, "placed": {}, "pinned": self._pinned, "at_most": MOST_THEMES,
        })  # fmt: skip
        self.where = where_of(self.answer)

    def show_examples(self, each: int, seed: int) -> None:
        """Places some notes of each theme, drawn at random."""
        dice = random.Random(seed)
        for label in self._labels:
            inside = [id for id, its in self.case.truth.items() if its == label]
            for id in dice.sample(inside, min(each, len(inside))):
                self._pinned[id] = label
        self.regroup()

    @property
    def offered(self) -> float:
        """Of the notes to check that belong to a named theme, the share with it among their three."""
        names, best = [theme["theme"] for theme in self.answer["themes"]], self.answer["best"]
        asked = [id for id in self.answer["check"] if self.case.truth[id] in self._labels]
        return sum(self.case.truth[id] in [names[at] for at in best[id]] for id in asked) / len(asked)

    def move(self, times: int) -> list[float]:
        """Moves notes that stand wrong, one by one; milliseconds each."""
        took = []
        for _ in range(times):
            wrong = [id for id in self.answer["check"]
                     if self.case.truth[id] in self._labels and self.where.get(id) != self.case.truth[id]]  # fmt: skip
            if not wrong:
                break
            self._pinned[wrong[0]] = self.case.truth[wrong[0]]
            begun = process_time()
            self.regroup()
            took.append(1_000 * (process_time() - begun))
        return took
