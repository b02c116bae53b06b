"""Makes docs/keys.md from the table of actions, in English, so that no key is written down twice.

python tests/support/make_keys.py          writes the document anew
python tests/support/make_keys.py check    says whether it is stale; exit 1
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # started as a program, the folder of this file is searched, not the checkout

from annotator.ui.actions import ACTIONS, MENUS, SUBMENUS, ActionSpec, Scope  # noqa: E402  (after the path is set)

DOCUMENT: Final = ROOT / "docs" / "keys.md"

_HEAD: Final = """\
# Keys

Made from `annotator/ui/actions` by `python tests/support/make_keys.py`; do not edit. In the window `F1` shows the
same list, in the language of the window.

"Article and lists": the key works while the article, the list of documents or the list of spans has the keyboard, so
that typing in a field is only typing. Digits and signs of the keypad count. A letter, alone or with `Ctrl`, works in
Hangul mode too: the jamo of the same physical key (두벌식) is bound with it. On macOS `Ctrl` is ⌘.
"""
_PLACES: Final = {
    Scope.WINDOW: "the whole window",
    Scope.FLOW: "article and lists",
    Scope.PANE: "article",
    Scope.REVIEW: "article and queue of the review",
}


def document(actions: Sequence[ActionSpec] = ACTIONS) -> str:
    """Return the document: for each menu a table of its actions that have keys, those of its submenus included."""
    return "\n".join([_HEAD, *_sections(actions)])


def _sections(actions: Sequence[ActionSpec]) -> Iterator[str]:
    for menu_id, title in MENUS:
        inside = {menu_id, *(child for child, parent, _title in SUBMENUS if parent == menu_id)}
        rows = [_row(spec) for spec in actions if spec.menu in inside and spec.keys]
        if rows:
            yield f"## {title.replace('&', '')}\n"
            yield "| what | keys | where |\n|---|---|---|"
            yield from rows
            yield ""


def _row(spec: ActionSpec) -> str:
    within = next((f"{title}: " for menu_id, _parent, title in SUBMENUS if menu_id == spec.menu), "")
    words = within + spec.text.replace("%1", spec.id.rpartition("-")[2])
    keys = " or ".join(f"`{key}`" for key in spec.keys)
    return f"| {words} | {keys} | {_PLACES[spec.scope]} |"


def main(arguments: Sequence[str]) -> int:
    """Write the document, or (`check`) say whether it is stale."""
    if arguments == ["check"]:
        fresh = DOCUMENT.exists() and DOCUMENT.read_text(encoding="utf-8") == document()
        print(
            "docs/keys.md is fresh" if fresh else "docs/keys.md is stale: python tests/support/make_keys.py"
        )
        return 0 if fresh else 1
    DOCUMENT.write_text(document(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
