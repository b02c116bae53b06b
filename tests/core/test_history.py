"""The history of one scope: what undo and redo would take, and how it moves."""

from dataclasses import replace

from annotator.core.history import History, Step
from annotator.core.messages import message


def step(id_: int, merge: str = "") -> Step:
    return Step(id_, message("step.x", n=id_), "2026-01-01T00:00:00Z", 1, 1, merge)


def test_undo_takes_the_last_step_and_redo_brings_it_back() -> None:
    history = History().did(step(1)).did(step(2))
    assert history.to_undo == step(2)
    history = history.undid()
    assert (history.to_undo, history.to_redo) == (step(1), step(2))
    history = history.redid()
    assert (history.to_undo, history.to_redo) == (step(2), None)


def test_several_steps_are_redone_in_the_order_they_were_made() -> None:
    history = History().did(step(1)).did(step(2)).did(step(3)).undid().undid()
    assert history.to_redo == step(2)
    assert history.redid().to_redo == step(3)


def test_a_new_step_ends_what_could_be_redone() -> None:
    history = History().did(step(1)).did(step(2)).undid().did(step(3))
    assert history.to_redo is None
    assert [s.id for s in history.done] == [1, 3]


def test_only_the_last_step_with_the_same_key_takes_more_in() -> None:
    history = History().did(step(1, "note:5:1"))
    assert history.mergeable("note:5:1") == step(1, "note:5:1")
    assert history.mergeable("note:5:2") is None
    assert history.mergeable("") is None
    assert history.did(step(2)).mergeable("note:5:1") is None


def test_a_sealed_step_takes_nothing_more_in() -> None:
    history = History().did(step(1, "note:5:1")).sealed()
    assert history.mergeable("note:5:1") is None
    assert history.to_undo == replace(step(1), merge="")


def test_nothing_is_merged_into_a_step_while_something_can_be_redone() -> None:
    history = History().did(step(1, "k")).did(step(2)).undid()
    assert history.mergeable("k") is None
