"""How good and how fast the themes are: alone, streamed, and with a simulated host.

Figures stand beside what they must reach and what they aim at, and beside TF-IDF with k-means
(and BERTopic where it is installed). Two cases are kept aside: nothing was tuned on them.
Times are the processor's, one thread.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, quantiles
from time import process_time
from typing import Any

from threadpoolctl import threadpool_limits

from facilitator.theming import encoder
from facilitator.theming.following import Stream
from facilitator.theming.keeping import Kept
from facilitator.theming.worker import Worker, warm
from tests.bench.other_themings import bertopic, tfidf_kmeans, why_no_bertopic
from tests.bench.simulated_host import (
    Case,
    Host,
    accuracy,
    cases,
    kept_out,
    keywords,
    nmi_ari,
    titled,
    where_of,
)  # fmt: skip

SEEDS = 5  # draws of example notes
WARM_UP = 60  # notes before a step of the stream counts

Pair = tuple[float, float]


def line(name: str, figures: str, must: str = "", aim: str = "", aside: str = "") -> None:
    print(f"{name:44} {figures:>22}   {must:>12} {aim:>12} {aside:>18}".rstrip(), flush=True)


def _means(pairs: Sequence[Pair]) -> str:
    return f"{mean(a for a, _ in pairs):.3f} / {mean(b for _, b in pairs):.3f}"


def proposed(case: Case, at_most: int) -> dict[str, Any]:
    """The process's answer with nobody's help."""
    return Worker().answer({"id": 0, "event": case.name, "notes": case.notes,
                            "themes": [], "at_most": at_most})  # fmt: skip


def alone(case: Case, at_most: int) -> dict[str, Any]:
    """Note → theme, as the process groups them with nobody's help."""
    return where_of(proposed(case, at_most))


def batch(given: Sequence[Case]) -> None:
    reason = why_no_bertopic()
    print("no host, up to 12 themes: NMI / ARI")
    print(f"{'case':20} {'ours':>14} {'TF-IDF+KMeans':>14} {'BERTopic':>14} {'junk out':>9} {'themed':>7}")
    sums: list[list[float]] = []
    for case in given:
        texts = [case.notes[id]["text"] for id in case.notes]
        found = [alone(case, 12), dict(zip(case.notes, tfidf_kmeans(texts, 12), strict=True))]
        if reason is None:
            found.append({id: theme for id, theme in zip(case.notes, bertopic(texts), strict=True)
                          if theme is not None})  # fmt: skip
        figures = [figure for where in found for figure in nmi_ari(case, where)]
        _row(case.name, figures, kept_out(case, found[0]))
        sums.append([*figures, *kept_out(case, found[0])])
    means = [mean(column) for column in zip(*sums, strict=True)]
    _row("mean", means[:-2], (means[-2], means[-1]))
    if reason:
        print(reason)
    clean = [row for case, row in zip(given, sums, strict=True) if case.name not in keywords()]
    print()
    line("", "measured", "must", "aim")
    line("clean cases, up to 12 themes: NMI", f"{mean(row[0] for row in clean):.3f}", "0.60", "0.65")
    if reason is None:
        line("above BERTopic: clean; all", "; ".join(f"{mean(r[0] - r[4] for r in rows):+.3f}" for rows in (clean, sums)), "+0.15", "+0.20")
    line("junk kept out; themed", f"{means[-2]:.0%}; {means[-1]:.1%}", "75%; 95%")


def _row(name: str, figures: Sequence[float], out: Pair) -> None:
    cells = [f"{a:.3f} / {b:.3f}" for a, b in zip(figures[::2], figures[1::2], strict=True)]
    cells += ["-"] * (3 - len(cells))
    print(f"{name:20} {cells[0]:>14} {cells[1]:>14} {cells[2]:>14} {out[0]:9.0%} {out[1]:7.1%}", flush=True)


def hosted(given: Sequence[Case]) -> None:
    """Notes as rooms write them: what a host's hand adds."""
    real = [case for case in given if case.name in keywords()]

    def show(name: str, figures: Callable[[Case], list[Pair]], must: str, aim: str) -> None:
        known, aside = ([pair for case in real if case.aside == kept for pair in figures(case)]
                        for kept in (False, True))  # fmt: skip
        line(name, _means(known), must, aim, _means(aside))

    def figures(case: Case, where: dict[str, Any], named: bool = True) -> Pair:
        return accuracy(case, where, named), nmi_ari(case, where)[1]

    def moved(case: Case, most: int, times: int) -> list[Pair]:
        host = Host(case, most)
        host.move(times)
        return [figures(case, host.where)]

    def examples(case: Case) -> list[Pair]:
        hosts = [Host(case) for _ in range(SEEDS)]
        for seed, host in enumerate(hosts):
            host.show_examples(2, seed)
        return [figures(case, host.where) for host in hosts]

    print(f"\n{len(real)} cases as rooms write, up to 8 themes: accuracy / ARI")
    line("", "measured", "must", "aim", "kept aside")
    show("no host", lambda c: [figures(c, alone(c, 8), False)], ".37 / .13", ".45 / .20")
    show("8 names, one step", lambda c: moved(c, 0, 0), ".50 / .21", ".58 / .30")
    show("names + 2 keywords", lambda c: moved(c, 2, 0), ".54 / .26", ".64 / .36")
    show("names + 2 examples each", examples, ".57 / .28", ".66 / .38")
    show("12 actions: 8 names, 4 moves", lambda c: moved(c, 0, 4), "", "")
    show("24 actions: 8 names, 16 moves", lambda c: moved(c, 0, 16), "", "")
    show("24 actions with keywords", lambda c: moved(c, 2, 16), ".69 / .45", ".78 / .60")
    shares(real)


def shares(given: Sequence[Case]) -> None:
    """What a host is offered: buttons that are right, titles that speak for their themes."""

    def show(name: str, share: Callable[[Case], float], must: str = "") -> None:
        known, aside = (mean(share(case) for case in given if case.aside == kept)
                        for kept in (False, True))  # fmt: skip
        line(name, f"{known:.0%}", must, "", f"{aside:.0%}")

    for words, most in (("names", 0), ("names + 2 keywords", 2)):
        show(f"to check: right among three, {words}", lambda c, k=most: Host(c, k).offered, "80%")
    show("titles: of the theme's own subject (no reader)", lambda c: titled(c, proposed(c, 8)))


def streamed(given: Sequence[Case]) -> None:
    moved, late, times, quality = [], [0.0], [], []
    for case in given:
        stream, where, shares = Stream(), dict[str, Any](), list[float]()
        for count, (id, note) in enumerate(case.notes.items()):
            begun = process_time()
            fresh = stream.add({"id": id, **note})["assign"]
            times.append(1_000 * (process_time() - begun))
            if count:
                shares.append(sum(where.get(it) not in (None, to) for it, to in fresh.items()) / count)
            where.update(fresh)
        moved.append(mean(shares))
        late += shares[WARM_UP:]
        quality.append(nmi_ari(case, {id: to for id, to in where.items() if to is not None}))
    print("\nstreamed, note by note")
    line("NMI / ARI at the end", _means(quality))
    line("churn a note", f"{mean(moved):.2%}", "1%", "0.4%")
    line("largest step after 60 notes", f"{max(late):.1%}", "8%", "5%")
    line("a note placed, p95, ms (regrouping included)", f"{_p95(times):.1f}", "60")


def timed(given: Sequence[Case]) -> None:
    print("\ntimes")
    for count, must in ((2_000, ("6 s", "2 s")), (5_000, ("", "6 s"))):
        notes = many(given, count)
        request = {"id": 0, "event": "e", "notes": notes, "themes": []}
        with tempfile.TemporaryDirectory() as folder:
            for what, limit in zip(("from text", "from stored vectors, new start"), must, strict=True):
                encoder._kept.clear()  # as a new process knows nothing but what is on disk
                begun = process_time()
                Worker(Kept(Path(folder) / "vectors.db")).answer(request)
                line(f"{count:,} notes {what}", f"{process_time() - begun:.2f} s", limit)
    for count, limit in ((500, "20"), (2_000, "60")):
        line(f"a host's action at {count:,} notes, p95, ms", f"{_p95(actions(given, count)):.1f}", limit)


def actions(given: Sequence[Case], count: int) -> list[float]:
    """Milliseconds of moving one note after another among many."""
    names = list(keywords()["salex_part1_120"])
    truth = {id: names[at % len(names)] for at, id in enumerate(many(given, count))}
    return Host(Case("salex_part1_120", many(given, count), truth), 2).move(30)[1:]


def many(given: Sequence[Case], count: int) -> dict[str, dict[str, Any]]:
    """So many different notes, made of halves of the notes there are."""
    dice, words = random.Random(1), [n["text"].split() for c in given for n in c.notes.values()]
    halves = [each for each in words if len(each) > 3]
    texts = dict[str, None]()
    while len(texts) < count:
        one, other = dice.choice(halves), dice.choice(halves)
        texts[" ".join(one[: len(one) // 2] + other[len(other) // 2 :])] = None
    return {f"n{at}": {"text": text, "room": f"r{at % 12}"} for at, text in enumerate(texts)}


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else float("nan")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench themes", description=__doc__)
    parser.parse_args(argv)
    with threadpool_limits(1):
        everything()
    return 0


def everything() -> None:
    warm()
    print(f"encoder: {encoder.model_name()}\n")
    given = cases()
    for part in (batch, hosted, streamed, timed):
        part(given)


if __name__ == "__main__":
    raise SystemExit(main([]))
