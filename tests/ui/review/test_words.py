"""Every kind, class, state, reason and rule of a review has a word, in both languages."""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.app.review.review_queue import Order, Show
from annotator.app.review.reviewing import APPEALED, OPEN
from annotator.core.decision import Action, Confidence, Reason, ReviewStatus, Rule
from annotator.review.decisions import State
from annotator.review.items import CLASSES as EVERY_CLASS
from annotator.review.items import KINDS as EVERY_KIND
from annotator.ui.review import words


def test_nothing_is_without_a_word() -> None:
    assert set(words.KINDS) == set(EVERY_KIND)
    assert set(words.CLASSES) == set(EVERY_CLASS)
    assert set(words.STATES) == {OPEN, APPEALED, *State}
    assert set(words.SHOWN) == set(Show)
    assert set(words.ORDERS) == set(Order)
    assert set(words.REASONS) == {"", *Reason}
    assert set(words.CONFIDENCES) == {"", *Confidence}
    assert set(words.RULES) == set(Rule)
    # A withdrawal never stands: what it took back is open again.
    assert set(words.ACTIONS) == set(Action) - {Action.WITHDRAWAL}
    assert set(words.STATUSES) == set(ReviewStatus)


def test_an_item_is_told_by_its_classes_and_where_none_differ_by_how_it_agrees() -> None:
    assert words.class_words(["boundary:josa", "value"], "conflict") == "josa, other value"
    assert words.class_words([], "unanimous") == "all alike"
    assert words.class_words(["of a later version"], "single") == "one annotator alone"
    assert words.class_words([], "of a later version") == "of a later version"


def test_the_words_follow_the_language(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(resources.path("i18n", "annotator_ko.qm")))
    qapp.installTranslator(translator)
    try:
        assert words.class_words(["boundary:josa"], "conflict") == "조사"
        for table in (words.KINDS, words.CLASSES, words.STATES, words.SHOWN, words.ORDERS, words.REASONS,
                      words.CONFIDENCES, words.RULES, words.ACTIONS, words.STATUSES):  # fmt: skip
            assert all(words.say(word) != word for word in table.values())
    finally:
        qapp.removeTranslator(translator)
