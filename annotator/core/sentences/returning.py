"""What is said of files that go back and forth after a review, and the steps they make."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

RETURNING: Final = {
    "response.no-decision": QT_TRANSLATE_NOOP(
        "Messages", "This answers a decision that is not in this project: “{id}”. It was left out."
    ),
    "returned.gone": QT_TRANSLATE_NOOP("Messages", "What was given back is no longer here."),
    "returned.no-answers": QT_TRANSLATE_NOOP("Messages", "Nothing has been answered yet."),
    "returned.no-document": QT_TRANSLATE_NOOP(
        "Messages", "“{id}” is not among your documents; what was given back on it was left out."
    ),
    "returned.no-answer": QT_TRANSLATE_NOOP("Messages", "There is no answer in “{name}”."),
    "returned.no-place": QT_TRANSLATE_NOOP(
        "Messages", "The place of this item is not in your text any more; it was left out ({id})."
    ),
    "returned.nothing": QT_TRANSLATE_NOOP(
        "Messages", "There is nothing to give back: nothing was decided otherwise, and no review is finished."
    ),
    "returned.other": QT_TRANSLATE_NOOP(
        "Messages", "This was given back to “{name}”, not to you; it was left out."
    ),
    "step.response.take": QT_TRANSLATE_NOOP(
        "Messages", "take in the answers of colleagues ({count}, appeals {appeals})"
    ),
    "step.returned.agree": QT_TRANSLATE_NOOP("Messages", "agree to what was decided on “{text}”"),
    "step.returned.appeal": QT_TRANSLATE_NOOP("Messages", "appeal against what was decided on “{text}”"),
    "step.returned.take": QT_TRANSLATE_NOOP("Messages", "take in what was given back ({count})"),
    "step.returned.take-over": QT_TRANSLATE_NOOP("Messages", "take over what was decided on “{text}”"),
    "step.returned.unanswer": QT_TRANSLATE_NOOP("Messages", "take back the answer on “{text}”"),
}
