"""Pages of known documents: kept as another source, or taken as the document's new text, and undone as steps."""

from pathlib import Path

import pytest

from annotator.app.documents.texts import tray
from annotator.app.imports.importing import ImportJob, ImportRequest
from annotator.app.jobs import never, silent
from annotator.app.session import Session
from annotator.core.commands.spans import AddSpan
from tests.support.projects import make_session

HEAD = '<html><head><meta charset="utf-8"><title>위성 예산 늘린다</title>{link}</head><body><article>'
BODY = (
    "<h1>위성 예산 늘린다</h1><p>기상청은 9일 위성 예산 20억 원을 공개했다.</p>"
    "<p>외교부와 과기부도 참여하며 내년 초에 사업을 시작한다고 밝혔다. 두 기관은 3년 동안 협력한다.</p>"
)
LINK = '<link rel="canonical" href="https://news.example/articles/{number}">'


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p") if (tmp_path / "p").mkdir() is None else None
    yield made
    made.project.close()


def page(folder: Path, name: str, body: str = BODY, number: int | str = 7) -> Path:
    path = folder / name
    link = LINK.format(number=number) if number != "" else ""
    path.write_text(HEAD.format(link=link) + body + "</article></body></html>", encoding="utf-8")
    return path


def take(session: Session, *paths: Path):
    result = ImportJob(session.project, session.annotator.id, ImportRequest(paths)).run(silent, never)
    if result.changes is not None:
        session.refresh(result.changes)
    (account,) = result.files
    return (account.added, account.updated, account.unchanged)


def documents(session: Session) -> int:
    return session.project.connection.execute("SELECT count(*) FROM document").fetchone()[0]


def sources(session: Session) -> list[str]:
    return [row["name"] for row in session.rows("source", "document_id", 1)]


def mark(session: Session, quote: str) -> None:
    start = session.text_version(1).text.index(quote)
    session.do(AddSpan(1, start, start + len(quote), 1))


def test_a_new_text_at_the_same_address_becomes_a_version_with_the_marks_along(
    session: Session, tmp_path
) -> None:
    assert take(session, page(tmp_path, "a.html")) == (1, 0, 0)
    assert session.document(1).url == "https://news.example/articles/7"
    mark(session, "기상청")
    mark(session, "20억 원")
    newer = BODY.replace("20억 원", "큰돈").replace("기상청은", "정정: 기상청은")
    assert take(session, page(tmp_path, "b.html", newer)) == (0, 1, 0)
    assert documents(session) == 1
    assert "정정: 기상청은" in session.text_version(1).text
    assert [span.text for span in session.layer(1).spans] == ["기상청"]
    assert [lost.text for lost in tray(session, 1)] == ["20억 원"]
    assert sources(session) == ["a.html", "b.html"]
    assert session.project.reading.source(1).name == "b.html"
    session.undo(1)
    assert [span.text for span in session.layer(1).spans] == ["기상청", "20억 원"]
    assert sources(session) == ["a.html"]


def test_the_same_text_from_another_file_is_kept_as_a_source_and_only_once(
    session: Session, tmp_path
) -> None:
    take(session, page(tmp_path, "a.html"))
    again = page(tmp_path, "b.html", BODY + "<!-- crawled later -->")
    assert take(session, again) == (0, 0, 1)
    assert (documents(session), sources(session)) == (1, ["a.html", "b.html"])
    assert take(session, again) == (0, 0, 1)
    assert sources(session) == ["a.html", "b.html"]
    session.undo(1)
    assert sources(session) == ["a.html"]


def test_another_article_at_an_address_that_many_share_is_a_document_of_its_own(
    session: Session, tmp_path
) -> None:
    take(session, page(tmp_path, "a.html"))
    other = (
        "<h1>반도체 시험장 연다</h1><p>산업부는 부산에 시험장을 열고 장비를 들인다. 모두 120억원이 든다.</p>"
    )
    assert take(session, page(tmp_path, "b.html", other)) == (1, 0, 0)
    assert documents(session) == 2


def test_the_address_of_a_whole_site_names_no_page(session: Session, tmp_path) -> None:
    for name, body in (("a.html", BODY), ("b.html", BODY.replace("20억", "30억"))):
        path = tmp_path / name
        link = '<link rel="canonical" href="https://news.example/">'
        path.write_text(HEAD.format(link=link) + body + "</article></body></html>", encoding="utf-8")
        assert take(session, path) == (1, 0, 0)
    assert documents(session) == 2
