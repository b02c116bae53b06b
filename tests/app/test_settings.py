"""annotator.app.settings"""

import json
import os
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from annotator.app import settings as module
from annotator.app.settings import Settings, load, migrated, parse, save
from annotator.core.errors import UserError

SET = Settings(
    text_size=5,
    theme="dark",
    language="ko",
    window_geometry="AdnQywADAAA=",
    window_state="AAAA/w==",
    splitter_sizes=(260, 800, 340),
    list_width=260,
    list_folded=True,
    form_width=400,
    form_folded=True,
    span_grouping="label",
    suggesters_off=("memory",),
    least_scores={"m1": "0.6", "모형 2": "-1.25"},
    f1_target=80,
    shortcuts={"view.jump": ["Ctrl+P"], "file.quit": []},
    table_columns={"내용|제목": {"text": "내용", "title": "제목"}},
    last_project="/연구/기사.sqlite",
    recent_projects=("/연구/기사.sqlite", "b.sqlite"),
    annotator_uid="5f0c",
    annotator_name="김하늘",
    extra={"zoom": {"pane": [1, 2.5, None]}, "beep": True},
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from([item.name for item in fields(Settings)])
many = hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=200
)


def _kept(file: Path) -> list[Path]:
    return sorted(file.parent.glob("*.broken-*"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_there_are_defaults_and_nothing_is_said_or_made(file: Path) -> None:
    loaded = load(file)
    assert (loaded.settings, loaded.note) == (Settings(), None)
    assert list(file.parent.iterdir()) == []


def test_every_field_comes_back_as_it_was_saved(file: Path) -> None:
    default = Settings()
    assert all(
        getattr(SET, item.name) != getattr(default, item.name)
        for item in fields(SET)
        if item.name != "version"
    )
    save(SET, file)
    loaded = load(file)
    assert (loaded.settings, loaded.note) == (SET, None)


def test_the_file_can_be_read_by_a_person(file: Path) -> None:
    save(SET, file)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[1] == '  "version": 1,'
    assert '  "annotator_name": "김하늘",' in lines


def test_saving_makes_the_folder_and_leaves_nothing_else_in_it(tmp_path: Path) -> None:
    file = tmp_path / "config" / "annotator" / "settings.json"
    save(SET, file)
    save(Settings(), file)
    assert list(file.parent.iterdir()) == [file]


def test_a_link_to_a_file_kept_elsewhere_stays_a_link(tmp_path: Path, file: Path) -> None:
    real = tmp_path / "elsewhere" / "mine.json"
    save(Settings(), real)
    file.symlink_to(real)
    save(SET, file)
    assert file.is_symlink()
    assert load(real).settings == SET


def test_a_file_written_by_an_editor_that_adds_a_byte_order_mark_is_read(file: Path) -> None:
    file.write_text('{"text_size": 1}', encoding="utf-8-sig")
    assert load(file).settings.text_size == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{\x00}\x00",
        b'{"text_size": NaN}',
        b'{"zoom": 1e999}',
        b"[" * 100_000,
        b'{"a": ' * 50_000,
        b'{"n": ' + b"1" * 5_000 + b"}",
        b'{"n": "' + b"x" * 2_000_000 + b'"}',
    ],
    ids=lambda data: repr(data[:12]),
)
def test_a_broken_file_gives_defaults_and_is_kept_beside(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    loaded = load(file)
    assert loaded.settings == Settings()
    assert loaded.note is not None
    assert loaded.note.id == "settings.broken"
    [kept] = _kept(file)
    assert kept.name == "settings.broken-1.json"
    assert loaded.note.arguments == {"file": str(file), "kept": str(kept)}
    assert kept.read_bytes() == data
    assert load(file).note is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text_size", 0),
        ("text_size", 6),
        ("text_size", True),
        ("text_size", 3.0),
        ("text_size", "3"),
        ("theme", "sepia"),
        ("theme", ["dark"]),
        ("language", "fr"),
        ("window_geometry", "no base64"),
        ("window_state", "한글"),
        ("splitter_sizes", [1, -1]),
        ("splitter_sizes", {"0": 1}),
        ("list_width", 10**9),
        ("list_folded", 1),
        ("form_width", None),
        ("form_folded", "yes"),
        ("last_project", None),
        ("recent_projects", ["a", 1]),
        ("recent_projects", "a"),
        ("annotator_uid", 7),
        ("annotator_name", {}),
        ("version", "1"),
        ("version", -1),
    ],
)
def test_a_wrong_value_costs_that_value_only(file: Path, key: str, value: object) -> None:
    save(SET, file)
    content = {**json.loads(file.read_text(encoding="utf-8")), key: value}
    file.write_text(json.dumps(content), encoding="utf-8")
    loaded = load(file)
    assert loaded.settings == replace(SET, **{key: getattr(Settings(), key)})
    assert loaded.note is not None
    assert loaded.note.id == "settings.partly-broken"
    assert loaded.note.arguments["keys"] == key
    assert json.loads(_kept(file)[0].read_text(encoding="utf-8")) == content
    assert load(file) == module.Loaded(loaded.settings)


def test_an_unknown_value_nested_without_end_is_dropped_and_told(file: Path) -> None:
    file.write_text('{"text_size": 2, "deep": ' + "[" * 200 + "]" * 200 + "}", encoding="utf-8")
    loaded = load(file)
    assert loaded.settings == Settings(text_size=2)
    assert loaded.note is not None
    assert loaded.note.arguments["keys"] == "deep"


def test_earlier_broken_files_are_not_written_over_until_there_are_twenty(file: Path) -> None:
    for number in range(1, 25):
        file.write_text(f"broken {number}", encoding="utf-8")
        load(file)
    assert len(_kept(file)) == 20
    for number in range(1, 20):
        kept = file.with_name(f"settings.broken-{number}.json")
        assert kept.read_text(encoding="utf-8") == f"broken {number}"
    assert file.with_name("settings.broken-20.json").read_text(encoding="utf-8") == "broken 24"


def test_a_file_that_cannot_be_read_gives_defaults(file: Path) -> None:
    file.mkdir()
    loaded = load(file)
    assert loaded.settings == Settings()
    assert loaded.note is not None
    assert loaded.note.id == "settings.unreadable"
    assert loaded.note.arguments["kept"] == str(_kept(file)[0])
    save(SET, file)
    assert load(file).settings == SET


def test_a_folder_that_is_none_stops_neither_the_start_nor_the_end(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    file = tmp_path / "config" / "settings.json"
    loaded = load(file)
    assert loaded.settings == Settings()
    assert loaded.note is not None
    assert loaded.note.id == "settings.unreadable"
    assert loaded.note.arguments["kept"] == str(file)
    with pytest.raises(UserError) as raised:
        save(SET, file)
    assert raised.value.message.id == "settings.not-saved"
    assert raised.value.message.arguments["file"] == str(file)
    assert raised.value.message.arguments["reason"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told_and_the_old_file_stays(file: Path) -> None:
    save(SET, file)
    file.parent.chmod(0o500)
    try:
        with pytest.raises(UserError):
            save(Settings(), file)
    finally:
        file.parent.chmod(0o700)
    assert load(file).settings == SET


def test_a_failed_saving_leaves_the_old_file_and_no_other(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(SET, file)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError) as raised:
        save(Settings(), file)
    assert raised.value.message.arguments["reason"] == "No space left on device"
    assert load(file).settings == SET
    assert list(file.parent.iterdir()) == [file]


def test_a_broken_file_that_cannot_be_put_aside_is_not_written_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> Path:
        raise PermissionError(13, "Permission denied")

    file.write_text('{"text_size": 9}', encoding="utf-8")
    monkeypatch.setattr(Path, "replace", refused)
    loaded = load(file)
    assert loaded.note is not None
    assert loaded.note.arguments["kept"] == str(file)
    assert file.read_text(encoding="utf-8") == '{"text_size": 9}'


def test_a_newer_file_is_read_as_far_as_understood_and_loses_nothing_by_saving(file: Path) -> None:
    newer = {"version": 7, "text_size": 4, "lens": {"on": True}, "theme": "light"}
    file.write_text(json.dumps(newer), encoding="utf-8")
    loaded = load(file)
    assert loaded.note is None
    assert (loaded.settings.text_size, loaded.settings.theme) == (4, "light")
    save(replace(loaded.settings, text_size=2), file)
    assert {**newer, "text_size": 2}.items() <= json.loads(file.read_text(encoding="utf-8")).items()


def test_an_older_file_goes_through_each_step_once_in_order() -> None:
    steps = {
        1: lambda content: {**content, "path": [*content["path"], "1 to 2"]},
        3: lambda content: {**content, "path": [*content["path"], "3 to 4"]},
    }
    assert migrated({"path": []}, 1, steps, to=4)["path"] == ["1 to 2", "3 to 4"]
    assert migrated({"path": []}, 2, steps, to=4)["path"] == ["3 to 4"]
    assert migrated({"path": []}, 4, steps, to=4)["path"] == []
    assert migrated({"path": []}, 9, steps, to=4)["path"] == []


def test_steps_lead_from_every_older_version_that_was_ever_written_to_this_one() -> None:
    assert sorted(module.MIGRATIONS) == list(range(1, module.VERSION))


def test_the_recent_projects_are_the_last_ten_the_newest_first() -> None:
    settings = Settings()
    for number in range(12):
        settings = settings.opened(f"{number}.sqlite")
    settings = settings.opened("5.sqlite")
    assert settings.last_project == "5.sqlite"
    assert settings.recent_projects[:3] == ("5.sqlite", "11.sqlite", "10.sqlite")
    assert len(settings.recent_projects) == len(set(settings.recent_projects)) == 10


@many
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf{}")
def test_no_bytes_whatever_keep_the_program_from_starting(file: Path, data: bytes) -> None:
    _never_fails(file, data)


@many
@given(anything | st.dictionaries(names | st.text(max_size=8), anything, max_size=6))
@example({"last_project": "\udcff", "\ud800": "\udfff"})
@example({"extra": {"version": 3}, "version": 2**40})
def test_no_json_whatever_keeps_the_program_from_starting(file: Path, content: object) -> None:
    _never_fails(file, json.dumps(content).encode())


def _never_fails(file: Path, data: bytes) -> None:
    """Load twice and save: the second time all is well, and the first file is in place or kept."""
    for old in _kept(file):
        old.unlink()
    file.write_bytes(data)
    first = load(file)
    assert (first.note is None) == (not _kept(file))
    assert data in [kept.read_bytes() for kept in (file, *_kept(file)) if kept.exists()]
    save(first.settings, file)
    assert load(file) == module.Loaded(first.settings)


@many
@given(
    st.dictionaries(st.text(max_size=8).filter(lambda key: key not in module._CHECKS), anything, max_size=4)
)
def test_what_this_version_does_not_know_survives(file: Path, unknown: dict[str, Any]) -> None:
    unknown = json.loads(json.dumps(unknown), parse_constant=lambda _: 0.5)
    settings, wrong = parse({"text_size": 1, **unknown})
    assert wrong == ()
    save(settings, file)
    assert load(file).settings.extra == unknown
