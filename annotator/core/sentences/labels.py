"""What is said of the label set: its steps, what stands in the way, what has changed since a version."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

LABELS: Final = {
    "label.key-taken": QT_TRANSLATE_NOOP("Messages", "Another label has the key “{label}”."),
    "label.import-running": QT_TRANSLATE_NOOP(
        "Messages", "An import is under way and may be using this label. Remove it when the import has ended."
    ),
    "labels.key-clash": QT_TRANSLATE_NOOP(
        "Messages",
        "The file uses the key “{label}” for another label than this project. Rename one of the two first.",
    ),
    "labels.unreadable": QT_TRANSLATE_NOOP("Messages", "{name} could not be read: {reason}"),
    "labels.since.added": QT_TRANSLATE_NOOP("Messages", "{label} is new"),
    "labels.since.removed": QT_TRANSLATE_NOOP("Messages", "{label} was removed"),
    "labels.since.key": QT_TRANSLATE_NOOP("Messages", "{before} is now called {label}"),
    "labels.since.kind": QT_TRANSLATE_NOOP("Messages", "{label} has another kind of value"),
    "labels.since.choices": QT_TRANSLATE_NOOP("Messages", "{label} has other choices"),
    "labels.since.description": QT_TRANSLATE_NOOP("Messages", "{label} has another guideline"),
    "step.label.add": QT_TRANSLATE_NOOP("Messages", "add the label {label}"),
    "step.label.key": QT_TRANSLATE_NOOP("Messages", "rename the label {before} to {label}"),
    "step.label.title": QT_TRANSLATE_NOOP("Messages", "title of {label}"),
    "step.label.description": QT_TRANSLATE_NOOP("Messages", "guideline of {label}"),
    "step.label.colour": QT_TRANSLATE_NOOP("Messages", "colour of {label}"),
    "step.label.digit": QT_TRANSLATE_NOOP("Messages", "digit {digit} for {label}"),
    "step.label.no-digit": QT_TRANSLATE_NOOP("Messages", "no digit for {label}"),
    "step.label.order": QT_TRANSLATE_NOOP("Messages", "place of {label}"),
    "step.label.kind": QT_TRANSLATE_NOOP("Messages", "kind of value of {label} (values taken away: {lost})"),
    "step.label.remove": QT_TRANSLATE_NOOP("Messages", "remove the label {label} (spans removed: {count})"),
    "step.label.remove-into": QT_TRANSLATE_NOOP(
        "Messages", "remove the label {label} (spans relabelled as {into}: {count})"
    ),
    "step.labels.import": QT_TRANSLATE_NOOP("Messages", "labels of {name} (new {added}, changed {altered})"),
    "step.labels.checked": QT_TRANSLATE_NOOP("Messages", "checked with the present labels ({count})"),
}
