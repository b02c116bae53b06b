"""The arguments that say what is done to annotations on their way out, the same for export and convert."""

import argparse
from collections.abc import Mapping
from typing import Final

from annotator.app.exports.preparing import Preparation, split_of
from annotator.cli.base import counted
from annotator.core.errors import user_error
from annotator.core.text import ZoneKind

# What is counted, and why it was held back.
_HELD_BACK: Final = {
    "comment": ("comment", "on spans that stay behind"),
    "duplicate": ("near-duplicate document", ""),
    "label": ("span", "of labels left out"),
    "record": ("record", "of spans that stay behind"),
    "relation": ("relation", "of spans that stay behind"),
    "twin": ("span", "the same as another under the new label"),
    "zone": ("span", "outside the zones"),
}


def add_preparing(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--map-label",
        action="append",
        default=[],
        metavar="LABEL=NEW",
        type=_renaming,
        help="write a label under another name; LABEL= leaves its spans out",
    )
    parser.add_argument(
        "--zones",
        default="",
        metavar="LIST",
        help="only spans in these zones, with commas between: title,body …",
    )
    parser.add_argument(
        "--anonymise",
        action="store_true",
        help="annotator-1, annotator-2 … wherever an annotator is named; what people wrote into notes stays",
    )


def add_splitting(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that need to know all documents."""
    parser.add_argument(
        "--one-of-duplicates",
        action="store_true",
        help="of documents that are nearly the same only the one with most spans",
    )
    parser.add_argument(
        "--split",
        default="",
        metavar="80/10/10",
        help="write OUT.train, OUT.dev and OUT.test: by a hash of the document's id, near-duplicates together;"
        " a document stays in its part when others come",
    )
    parser.add_argument("--seed", default="", metavar="WORD", help="another split of the same sizes")


def preparation_of(options: argparse.Namespace) -> Preparation:
    """Return what was asked for; UserError where it cannot be done."""
    zones = frozenset(part.strip() for part in options.zones.split(",") if part.strip())
    for unknown in sorted(zones - {str(kind) for kind in ZoneKind}):
        raise user_error("export.no-zone", zone=unknown, known=", ".join(ZoneKind))
    return Preparation(
        labels=dict(options.map_label),
        zones=zones or None,
        anonymise=options.anonymise,
        one_of_duplicates="one_of_duplicates" in options and options.one_of_duplicates,
        split=split_of(options.split, options.seed) if "split" in options and options.split else None,
    )


def print_held_back(held_back: Mapping[str, int]) -> None:
    """Print what the preparation held back, in one line, where it did."""
    told = []
    for kind, number in sorted(held_back.items()):
        noun, why = _HELD_BACK[kind]
        told.append(f"{counted(number, noun)} {why}".rstrip())
    if told:
        print(f"held back: {', '.join(told)}")


def _renaming(written: str) -> tuple[str, str]:
    label, sign, name = (part.strip() for part in written.partition("="))
    if not sign or not label:
        msg = f"{written!r} is not LABEL=NEW"
        raise argparse.ArgumentTypeError(msg)
    return label, name
