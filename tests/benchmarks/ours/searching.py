"""Ours of G10: the first fifty documents that hold a term, terms of every kind, each answer checked."""

import gc
import json
import sys
import time
from pathlib import Path
from random import Random

from annotator.core.folding import fold, fold_term
from annotator.store import search
from annotator.store.database import connect

_LIMIT = 50
_ROUNDS = 3
_COUNTED = 6  # as many exact counts are checked: a count reads everything
# Of one character, two, three and more; Latin in other cases; marks, some of which do not occur; an emoji.
_FIXED = (
    "부", "한", "의", "쩬", "기관", "반도", "AI", "5g", "서연", "반도체", "과기정통부", "과학기술정보통신부",
    "수소 버스", "%", "100%", "12.5%", "·", "혁신·도전", "혁신ㆍ도전", "&", "R&D", "r&d", "(가칭)", "“우리는",
    "😀", "👨‍👩‍👧", "zzz", "…", "제1",
)  # fmt: skip


def main(project: Path) -> None:
    """Print the milliseconds of each search, the terms, and those whose answer or count was wrong."""
    connection = connect(project, read_only=True)
    terms = [*_FIXED, *_drawn(connection, 40)]
    found: list[float] = []
    answers = {}
    gc.collect()
    gc.freeze()
    for _ in range(_ROUNDS):
        for term in terms:
            started = time.perf_counter()
            answers[term] = search.search(connection, term, limit=_LIMIT)
            found.append((time.perf_counter() - started) * 1000)
    truth = _truth(connection, terms)
    wrong = [term for term in terms if tuple(truth[term][:_LIMIT]) != answers[term].ids]
    wrong += [term for term in terms if (len(truth[term]) <= _LIMIT) != answers[term].complete]
    counted = [*terms[:_COUNTED], *terms[-_COUNTED:]]
    wrong += [term for term in counted if search.count(connection, term, _never) != len(truth[term])]
    slowest = sorted(zip(found[-len(terms) :], terms, strict=True), reverse=True)[:5]
    print(json.dumps({"ms": found, "terms": terms, "wrong": wrong, "slowest": slowest}, ensure_ascii=False))


def _drawn(connection, number: int) -> list[str]:
    """Return pieces of words, words, and two words in a row, of texts drawn by lot: rare ones are among them."""
    rng = Random(10)
    (last,) = connection.execute("SELECT max(id) FROM text_version").fetchone()
    drawn = []
    while len(drawn) < number:
        row = connection.execute("SELECT text FROM text_version WHERE id = ?", (rng.randint(1, last),))
        words = row.fetchone()[0].split()
        at = rng.randrange(len(words) - 1)
        kind = len(drawn) % 4
        if kind == 0:
            drawn.append(words[at])
        elif kind == 1:
            drawn.append(f"{words[at]} {words[at + 1]}")
        else:
            start = rng.randrange(len(words[at]))
            drawn.append(words[at][start : start + rng.choice((1, 2, 2, 3))])
    return list(dict.fromkeys(drawn))


def _truth(connection, terms: list[str]) -> dict[str, list[int]]:
    """Return the documents that hold each term, found by reading everything."""
    wanted = {term: fold_term(term) for term in terms}
    truth: dict[str, list[int]] = {term: [] for term in terms}
    rows = connection.execute(
        "SELECT d.id, d.title, v.text FROM document AS d JOIN text_version AS v ON v.id = d.text_version_id"
        " ORDER BY d.id"
    )
    for id_, title, text in rows:
        whole = f"{fold(text).text}\0{fold(title).text}"
        for term, folded in wanted.items():
            if folded in whole:
                truth[term].append(id_)
    return truth


def _never() -> bool:
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
