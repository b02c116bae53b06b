"""Names of the steps that wave off what the checks before "done" found."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

PREFLIGHT: Final = {
    "step.waive.here": QT_TRANSLATE_NOOP("Messages", "wave off “{text}” here"),
    "step.waive.string": QT_TRANSLATE_NOOP("Messages", "wave off “{text}” in all documents"),
    "step.waive.josa": QT_TRANSLATE_NOOP("Messages", "no longer check for josa"),
    "step.waive.bracket": QT_TRANSLATE_NOOP("Messages", "no longer check for brackets"),
    "step.waive.unlabelled": QT_TRANSLATE_NOOP("Messages", "no longer check for text that is not labelled"),
    "step.waive.two-labels": QT_TRANSLATE_NOOP("Messages", "no longer check for two labels"),
    "step.waive.no-value": QT_TRANSLATE_NOOP("Messages", "no longer check for missing values"),
    "step.waive.date-range": QT_TRANSLATE_NOOP("Messages", "no longer check for distant dates"),
    "step.waive.line-break": QT_TRANSLATE_NOOP("Messages", "no longer check for line breaks"),
    "step.waive.record": QT_TRANSLATE_NOOP("Messages", "no longer check for incomplete records"),
    "step.waive.suggestion": QT_TRANSLATE_NOOP("Messages", "no longer check for open suggestions"),
    "step.waive.unsure": QT_TRANSLATE_NOOP("Messages", "no longer check for spans in doubt"),
}
