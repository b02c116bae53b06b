"""Files that enter as suggestions: every span of an entry becomes one, its score kept as it was written."""

from pathlib import Path

from annotator.core.commands.people import LONGEST_NAME
from annotator.core.entry import Entry, EntrySpan, EntrySuggestion
from annotator.core.layer import Role


def propose(entry: Entry) -> None:
    """Make the entry a machine's: its spans become suggestions, of whom they name.

    A span's `score`, `rule` and `rank`, which a span of ours does not have, are found where its reader has kept
    them. The layer is no state of its annotator's own layer, so its revision goes.
    """
    if entry.role == Role.MACHINE:
        return
    kept = dict(entry.extra)
    proposed = tuple(_proposed(span, kept) for span in entry.spans)
    entry.role = str(Role.MACHINE)
    entry.suggestions = proposed + entry.suggestions
    entry.spans = ()
    entry.extra = kept
    entry.revision = entry.parent = ""


def name_model(entry: Entry, path: Path) -> None:
    """Name whoever made the suggestions of an entry that names nobody after its file."""
    if entry.role == Role.MACHINE and not entry.annotator and not entry.annotator_id:
        name = " ".join(path.stem.replace("|", " ").split())
        entry.annotator = name[:LONGEST_NAME].strip()


def _proposed(span: EntrySpan, kept: dict[str, object]) -> EntrySuggestion:
    score, rule, rank = (kept.pop(f"spans.{span.id}.{key}", None) for key in ("score", "rule", "rank"))
    for key, value in (("note", span.note), ("unsure", span.unsure)):
        if value:
            kept[f"spans.{span.id}.{key}"] = value
    return EntrySuggestion(
        *span[:6],
        rule=rule if isinstance(rule, str) else "",
        rank=rank if isinstance(rank, int) and not isinstance(rank, bool) and rank > 0 else 1,
        score=_score(score),
        annotator=span.annotator,
    )


def _score(value: object) -> str | None:
    """Return a score as its model wrote it, where it is text or a number."""
    if value is None or isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(getattr(value, "text", value))
