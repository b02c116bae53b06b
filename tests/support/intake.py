"""Files to import, and what becomes of them: pages and lines of our own, imports and exports as a worker runs them."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path

from annotator.app.exports.export_job import ExportJob
from annotator.app.exports.exporting import ExportOptions, ExportResult, LayerChoice
from annotator.app.imports.correcting import job_for
from annotator.app.imports.importing import ImportRequest, ImportResult
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.core.layer import Status
from annotator.core.people import Annotator
from tests.support.projects import make_session
from tests.support.stores import dump

ALL = frozenset(str(status) for status in Status)
EVERYONE = LayerChoice("all")
TEXT = "한빛시는 2일 수소산업진흥원과 함께 1,200억 원을 들인다."
REPEATED = "▶ 한빛뉴스 앱으로 더 빠르게 만나세요"


def page(number: int, repeated: str = "", *, outlet: str = "한빛뉴스") -> str:
    """Return a page of that outlet with an article of its own, and a line in it that others may have too."""
    return (
        f"전체기사 최신뉴스 연재\n정치 외교·안보\n\n한빛시, 수소 버스 {number}대 새로 들인다\n\n기사입력 :\n\n"
        f"※ 본문 글자 크기 조정\n\n  작게\n  보통\n\n"
        f"[세종={outlet}] 이가람 기자 = 한빛시는 {number}일 수소 버스 {number}대를 들인다고 밝혔다."
        f" 시는 2027년까지 {number}억 원을 쓴다.\n\n"
        f'시 관계자는 "{number}번 노선부터 차례로 바꾸겠다"고 말했다.\n\n{repeated}\n\n'
        f"한빛시는 {number}월 말 주민 설명회를 열고 노선을 정하기로 했다.\n\n"
        f"garam@hanbit.example\n\n저작권자 {outlet} 무단 전재 금지\n"
    )


def html(number: int) -> str:
    """Return a page as HTML, with a date in its head."""
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>한빛시, 버스</title>"
        f"<meta property='article:published_time' content='2024-05-{number:02}T09:00:00+09:00'>"
        "<meta property='og:site_name' content='한빛뉴스'></head><body><nav>전체기사</nav><article>"
        f"<h1>한빛시, 버스 {number}대를 들인다</h1><p>[세종=한빛뉴스] 이가람 기자 ="
        f" 한빛시는 {number}일 수소 버스를 들인다고 밝혔다. 시는 {number}억 원을 쓴다.</p><p>노선은 설명회에서"
        " 정한다.</p></article></body></html>"
    )


def line(text: str = TEXT, *quotes: tuple[str, str], **more: object) -> dict[str, object]:
    """Return a line of the native format: a text with the first occurrence of each (quote, label) marked."""
    spans = [
        {"start": text.index(quote), "end": text.index(quote) + len(quote), "label": label}
        for quote, label in quotes
    ]
    return {"text": text, "spans": spans, **more}


def write_lines(path: Path, *lines: dict[str, object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return path


def write_labels(path: Path, *labels: dict[str, object]) -> Path:
    path.write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    return path


def run_import(session: Session, *paths: Path, **request: object) -> ImportResult:
    """Import as a worker does, and let the session know."""
    asked = ImportRequest(paths, **request)
    result = job_for(session.project, session.annotator.id, asked).run(silent, never)
    if result.changes is not None:
        session.refresh(result.changes)
    return result


def run_export(
    session: Session,
    target: Path,
    *,
    statuses: Collection[str] = ALL,
    layers: LayerChoice = EVERYONE,
    **more: object,
) -> ExportResult:
    options = ExportOptions(statuses, layers, **more)
    return ExportJob(session.project, session.annotator.id, options, target).run(silent, never)


def exported_bytes(session: Session, target: Path, **more: object) -> tuple[bytes, bytes]:
    """Return what an export of everything writes: the file, and the labels beside it."""
    run_export(session, target, **more)
    return target.read_bytes(), target.with_suffix(".labels.json").read_bytes()


def lines_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(one) for one in path.read_bytes().split(b"\n") if one]


def reasons(result: ImportResult) -> list[tuple[str, int, str]]:
    """Return what was not taken: file, line, message id."""
    return [(a.file, reject.line, reject.reason.id) for a in result.files for reject in a.rejected]


def counts(result: ImportResult) -> list[tuple[int, int, int, int]]:
    """Return of each file what was read, added, updated, unchanged."""
    return [(a.read, a.added, a.updated, a.unchanged) for a in result.files]


def shown_ids(session: Session) -> list[int]:
    query = (
        "SELECT id FROM document WHERE binned_at = '' AND (run_id IS NULL OR run_id IN"
        " (SELECT id FROM import_run WHERE state = 'published')) ORDER BY id"
    )
    return [id_ for (id_,) in session.project.connection.execute(query)]


def texts(session: Session) -> list[str]:
    return [session.project.reading.text_version(id_).text for id_ in shown_ids(session)]


def people(session: Session) -> list[Annotator]:
    return list(session.project.reading.annotators())


def layers(session: Session, document_id: int) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return (annotator, status, [(text, label), …]) of each layer on a document."""
    names = {person.id: person.name for person in people(session)}
    labels = {label.id: label.key for label in session.project.reading.label_set().labels}
    return [
        (
            names[layer.head.annotator_id],
            str(layer.head.status),
            [(s.text, labels[s.label_id]) for s in layer.spans],
        )
        for layer in session.project.reading.layers(document_id)
    ]


def everything(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, ids that were handed out aside."""
    rows = dump(session.project.connection)
    rows.pop("id_mark")
    return rows


def new_session(folder: Path, *texts: str) -> Session:
    folder.mkdir(parents=True, exist_ok=True)
    return make_session(folder, *texts)


def titles(session: Session) -> Sequence[str]:
    return [session.project.reading.document(id_).title for id_ in shown_ids(session)]
