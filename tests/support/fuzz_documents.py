"""A fuzz run over what is read as documents: `python -m tests.support.fuzz_documents [--seconds 60] [--inputs 20000]`.

Tables, workbooks, DOCX, HWPX and archives are spoilt at random, those made of parts in a part before they are packed
or as a whole after, and read. Nothing may come of it but documents, rejects and errors that are told; no input may
take longer than five seconds. It prints a line a kind, and ends with status 1 where something else came of an input.
"""

import argparse
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

from annotator import formats
from annotator.app.finding import expanded
from annotator.app.imports.intake import FileAccount, Intake, Reader
from annotator.core.entry import Entry, Reject
from annotator.core.errors import UserError
from annotator.extraction import compose
from annotator.extraction.office import extract_office, office_kind
from tests.support.books import book, raw_book, text_cell
from tests.support.fuzz import SLOWEST, spoilt
from tests.support.intake import html, page
from tests.support.office import release_docx, release_hwpx, zipped

_HEAD = ["뉴스 식별자", "일자", "언론사", "제목", "본문", "URL"]
_ROW = [
    "a1",
    "20240229",
    "가람일보",
    "양자 연구에 300억 원",
    "가람부는 29일\n300억 원을 낸다.",
    "http://garam.example/1",
]
_CSV = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in (_HEAD, _ROW, _ROW)).encode("utf-8-sig")
_JSON = b'{"title": "x", "content": "\xea\xb0\x80", "date": "20240229", "n": 1.50}\n' * 3


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _read_table(content: bytes) -> None:
    for item in formats.read(content, format="table"):
        assert isinstance(item, Entry | Reject)


def _read_office(content: bytes) -> None:
    kind = office_kind(content)
    if kind:
        article = compose(extract_office(content, kind).lines)
        assert all(zone.start < zone.end <= len(article.text) for zone in article.zones)


def _read_archive(content: bytes) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Intake(lambda _outlet, _lines: (), Reader())) as intake,
    ):
        path = Path(folder, "a.zip")
        path.write_bytes(content)
        for member in expanded([path]):
            for arrival in intake.read(member, FileAccount(member)):
                assert arrival.entry.text


_SHEET = raw_book(
    [[text_cell(name) for name in _HEAD], ['<c t="s"><v>0</v></c>', '<c s="1"><v>45351</v></c>', text_cell("가"),
     '<c t="b"><v>1</v></c>', text_cell("글_x000D_이다"), '<c t="e"><v>#N/A</v></c>']],
    strings=["a1", "<r><t>b</t></r><rPh><t>c</t></rPh>"],
    styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
)  # fmt: skip
KINDS: dict[str, tuple[Callable[[bytes], None], list[bytes]]] = {
    "csv": (_read_table, [_CSV, _CSV.replace(b",", b"\t")]),
    "json": (_read_table, [_JSON, b"[" + _JSON.strip().replace(b"\n", b",") + b"]"]),
    "xlsx": (_read_table, [book(_HEAD, _ROW), _SHEET]),
    "docx": (_read_office, [release_docx()]),
    "hwpx": (_read_office, [release_hwpx()]),
    "zip": (
        _read_archive,
        [zipped({"a.html": html(1), "b.txt": page(2), "c.docx": release_docx(), "d.csv": _CSV})],
    ),
}


def _input(chance: random.Random, content: bytes) -> bytes:
    if not content.startswith(b"PK") or chance.random() < 0.2:
        return spoilt(chance, content)
    parts = _parts(content)
    name = chance.choice(sorted(parts))
    return zipped({**parts, name: spoilt(chance, parts[name])})


def run(kind: str, seconds: float, inputs: int, seed: int) -> tuple[str, int]:
    """Fuzz one kind; return the line to print, and how many inputs went wrong."""
    read, samples = KINDS[kind]
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    count = wrong = 0
    slowest = 0.0
    begun = time.monotonic()
    while count < inputs or time.monotonic() - begun < seconds:
        count += 1
        content = _input(chance, chance.choice(samples))
        at = time.monotonic()
        try:
            read(content)
            outcomes["read"] += 1
        except UserError:
            outcomes["refused"] += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            wrong += 1
            outcomes[f"{type(error).__name__}: {error}"[:120]] += 1
            Path(f"fuzz-{kind}-{wrong}").write_bytes(content)
        taken = time.monotonic() - at
        slowest = max(slowest, taken)
        wrong += taken > SLOWEST
    told = ", ".join(f"{what} {number:,}" for what, number in outcomes.most_common(5))
    return (
        f"{kind}: {count:,} inputs in {time.monotonic() - begun:.0f} s, slowest {slowest * 1000:.0f} ms: {told}",
        wrong,
    )


def main() -> int:
    """Fuzz the kinds named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    wrong = 0
    for kind in options.kinds:
        line, number = run(kind, options.seconds, options.inputs, options.seed)
        print(line, flush=True)
        wrong += number
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
