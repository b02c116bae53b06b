"""Marking, the caret, and the label set."""

from annotator.core.commands.records import records_of
from annotator.core.commands.spans import AddSpan
from annotator.ui.driver import Driver
from tests.e2e.actions.scenario import (
    Act,
    answer_dialog,
    current,
    mark,
    marks,
    notice,
    scenario,
    selected,
    shows,
    widget,
)
from tests.support.projects import add_document

MINISTRY = "과학기술정보통신부"


def _label(digit: int) -> None:
    @scenario(f"mark.label-{digit}")
    def labels_the_selection(driver: Driver, act: Act) -> None:
        driver.drag(*driver.find(f"{MINISTRY}와"))
        act()
        keys = {label.hotkey: label.key for label in driver.workspace.session.labels.labels}
        # A digit that no label has does nothing.
        assert marks(driver) == ([(MINISTRY, keys[str(digit)])] if str(digit) in keys else [])

    @scenario(f"mark.second-{digit}")
    def gives_the_range_one_more_label(driver: Driver, act: Act) -> None:
        mark(driver)
        act()
        keys = {label.hotkey: label.key for label in driver.workspace.session.labels.labels}
        wanted = {"AGENCY", keys.get(str(digit), "AGENCY")}
        assert {key for text, key in marks(driver) if text == MINISTRY} == wanted
        assert len(marks(driver)) == len(wanted)


for number in range(1, 10):
    _label(number)


@scenario("mark.choose")
def asks_for_the_label_by_name(driver: Driver, act: Act) -> None:
    driver.drag(*driver.find(f"{MINISTRY}와"))
    act()
    driver.write("날짜")
    driver.keys("Return")
    assert marks(driver) == [(MINISTRY, "DATE")]


@scenario("mark.grow")
def selects_more_along_the_ladder(driver: Driver, act: Act) -> None:
    driver.click(driver.find("혁신과학경제개발부(ISED)와")[0] + 1)
    act()
    assert selected(driver) == "혁신과학경제개발부"
    act()
    assert selected(driver) == "혁신과학경제개발부(ISED)"


@scenario("mark.shrink")
def selects_less_along_the_ladder(driver: Driver, act: Act) -> None:
    driver.click(driver.find("혁신과학경제개발부(ISED)와")[0] + 1)
    driver.keys(".", ".")
    act()
    assert selected(driver) == "혁신과학경제개발부"


@scenario("mark.josa")
def puts_the_josa_on_and_off(driver: Driver, act: Act) -> None:
    driver.drag(*driver.find(f"{MINISTRY}와"))
    act()
    assert selected(driver) == f"{MINISTRY}와"
    act()
    assert selected(driver) == MINISTRY


@scenario("mark.occurrences")
def offers_the_same_text_elsewhere(driver: Driver, act: Act) -> None:
    mark(driver, "원자력안전위원회와")
    act()
    assert shows(driver, "occurrences")
    driver.keys("Return")
    assert len(marks(driver)) >= 1


@scenario("mark.remove")
def removes_the_current_span(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    assert marks(driver) == []


@scenario("mark.next", "mark.previous")
def walks_along_the_spans(driver: Driver, act: Act) -> None:
    mark(driver)
    mark(driver, "산업통상자원부는")
    # Two spans: the next and the previous of the second are the first, going round.
    act()
    assert current(driver) == MINISTRY
    act()
    assert current(driver) == "산업통상자원부"


def _edge(action_id: str, after: str) -> None:
    @scenario(action_id)
    def moves_an_end_of_the_current_span(driver: Driver, act: Act) -> None:
        mark(driver)
        act()
        assert current(driver) == after


_edge("mark.end-left", "과학기술정보통신")
_edge("mark.end-right", "과학기술정보통신부와")
_edge("mark.start-left", "\n과학기술정보통신부")
_edge("mark.start-right", "학기술정보통신부")


@scenario("mark.value")
def brings_the_keyboard_into_the_value(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    driver.write("과기부")
    driver.keys("Return")
    assert driver.workspace.desk.current.norm.value == "과기부"
    assert driver.pane.hasFocus()


@scenario("mark.note")
def brings_the_keyboard_into_the_note(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    driver.write("확인")
    assert driver.workspace.desk.current.note == "확인"


@scenario("mark.comment")
def begins_a_comment_on_the_current_span(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    driver.write("왜?")
    driver.keys("Return")
    (row,) = driver.workspace.session.rows("comment", "text", "왜?")
    assert row["span_id"] == driver.workspace.desk.current_id


@scenario("mark.next-comment")
def goes_to_the_next_open_comment(driver: Driver, act: Act) -> None:
    mark(driver)
    driver.keys("F9")
    driver.write("왜?")
    driver.keys("Return")
    driver.workspace.focus_article()
    driver.click(0)
    assert current(driver) == ""
    act()
    assert current(driver) == MINISTRY


@scenario("mark.unsure")
def puts_the_current_span_in_doubt(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    assert driver.workspace.desk.current.unsure
    act()
    assert not driver.workspace.desk.current.unsure


@scenario("mark.enter")
def goes_on_to_the_value(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    assert driver.focus is not driver.pane
    assert driver.workspace.form.isAncestorOf(driver.focus)


@scenario("mark.escape")
def lets_go_of_selection_then_of_the_current_span(driver: Driver, act: Act) -> None:
    mark(driver)
    assert current(driver) == MINISTRY
    act()
    assert current(driver) == ""
    driver.drag(*driver.find("산업통상자원부는"))
    act()
    assert selected(driver) == ""


def _caret(action_id: str, quote: str, after: int, *, anchored: bool) -> None:
    @scenario(action_id)
    def moves_the_caret(driver: Driver, act: Act) -> None:
        start, _end = driver.find(quote)
        driver.click(start)
        act()
        assert driver.pane.caret() == start + after
        assert (driver.pane.selection() == tuple(sorted((start, start + after)))) == anchored


_caret("caret.segment-right", "산업통상자원부는", 7, anchored=False)
_caret("caret.select-segment-right", "산업통상자원부는", 7, anchored=True)
_caret("caret.segment-left", "산업통상자원부는", -len("과학기술정보통신부와 "), anchored=False)
_caret("caret.select-segment-left", "산업통상자원부는", -len("과학기술정보통신부와 "), anchored=True)


def _paragraph(action_id: str, *, up: bool, anchored: bool) -> None:
    @scenario(action_id)
    def moves_by_paragraphs(driver: Driver, act: Act) -> None:
        start, _end = driver.find("산업통상자원부는")
        driver.click(start)
        act()
        between = sorted((start, driver.pane.caret()))
        assert driver.pane.caret() != start
        assert (driver.pane.caret() < start) == up
        assert (driver.pane.selection() == tuple(between)) == anchored


_paragraph("caret.paragraph-up", up=True, anchored=False)
_paragraph("caret.paragraph-down", up=False, anchored=False)
_paragraph("caret.select-paragraph-up", up=True, anchored=True)
_paragraph("caret.select-paragraph-down", up=False, anchored=True)


def _opens(action_id: str, name: str) -> None:
    @scenario(action_id)
    def opens_its_panel(driver: Driver, act: Act) -> None:
        act()
        driver.settle()
        assert shows(driver, name)


_opens("labels.edit", "label-editor")
_opens("labels.search", "labels-search")


@scenario("labels.walk")
def walks_over_the_spans_of_the_label(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    driver.wait_until(lambda: shows(driver, "label-walk"), "the walk begins")


@scenario("labels.before")
def lists_the_documents_done_before(driver: Driver, act: Act) -> None:
    act()
    driver.wait_until(lambda: shows(driver, "done-before"), "the list is shown")


@scenario("labels.export")
def writes_the_label_set(driver: Driver, act: Act) -> None:
    target = driver.workspace.session.project.path.with_name("set.labels.json")
    answer_dialog(target)
    act()
    assert target.exists()
    target.unlink()


@scenario("labels.import")
def takes_labels_from_a_file(driver: Driver, act: Act) -> None:
    source = driver.workspace.session.project.path.with_name("more.labels.json")
    source.write_text('[{"text": "PLACE", "suffix_key": "5"}]', encoding="utf-8")
    answer_dialog(source)
    act()
    driver.wait_until(lambda: shows(driver, "label-answer-1"), "nothing is asked")
    driver.settle()
    driver.press_button("label-answer-1")
    driver.wait_until(
        lambda: "PLACE" in [label.key for label in driver.workspace.session.labels.labels], "it is not taken"
    )


def _by_rule(driver: Driver, beginning: str) -> list[str]:
    return [made.text for made in driver.workspace.suggesting.open if made.rule.startswith(beginning)]


def _remembered(driver: Driver) -> None:
    """Let the memory know a text from another document, and show the sample with what it proposes."""
    workspace = driver.workspace
    other = add_document(workspace.session, "캐나다 보건부는 답했다.\n")
    workspace.session.do(AddSpan(other, 4, 7, 1))
    others = frozenset({"agencies", "amounts", "dates", "durations", "times", "sectors"})
    workspace.suggesting.set_off(others | {"memory"})
    workspace.suggesting.set_off(others)
    driver.wait_until(lambda: _by_rule(driver, "memory") == ["보건부"], "it is proposed")


@scenario("mark.next-suggestion", "mark.previous-suggestion")
def goes_to_a_suggestion(driver: Driver, act: Act) -> None:
    _remembered(driver)
    act()
    assert driver.workspace.suggesting.current.text == "보건부"


@scenario("mark.accept-alike")
def offers_all_of_a_kind(driver: Driver, act: Act) -> None:
    _remembered(driver)
    act()
    assert shows(driver, "alike-list")


@scenario("mark.models")
def shows_whose_suggestions_are_open(driver: Driver, act: Act) -> None:
    act()
    assert shows(driver, "models-panel")
    driver.keys("Esc")
    assert not shows(driver, "models-panel")


@scenario("mark.suggest-memory")
def switches_the_memory_off(driver: Driver, act: Act) -> None:
    _remembered(driver)
    act()
    driver.wait_until(lambda: not _by_rule(driver, "memory"), "the memory proposes nothing")
    act()


SWITCHES = {
    "agencies": "agency-",
    "dates": "date-",
    "durations": "duration",
    "times": "time-of-day",
    "sectors": "sector",
}


def _with_what_is_proposed(driver: Driver) -> None:
    """Show a text in which each of the recognisers finds something."""
    session = driver.workspace.session
    document = add_document(
        session, "환경부는 2023년 12월 9일 오후 3시부터 3년간 양자컴퓨팅에 대해 들었다.\n"
    )
    driver.workspace.desk.show_document(document)


def _switches(driver: Driver, act: Act, suggester: str) -> None:
    _with_what_is_proposed(driver)
    beginning = SWITCHES[suggester]
    before = driver.window.appearance.settings.suggesters_off
    on = suggester not in before
    driver.wait_until(lambda: bool(_by_rule(driver, "agency-")), "the suggesters have worked")
    assert bool(_by_rule(driver, beginning)) == on
    act()
    driver.wait_until(lambda: bool(_by_rule(driver, beginning)) != on, "it is switched")
    assert set(driver.window.appearance.settings.suggesters_off) ^ set(before) == {suggester}
    act()
    driver.wait_until(lambda: bool(_by_rule(driver, beginning)) == on, "it is switched back")
    assert driver.window.appearance.settings.suggesters_off == before


@scenario("mark.suggest-agencies")
def switches_the_names_of_agencies_off_and_on(driver: Driver, act: Act) -> None:
    _switches(driver, act, "agencies")


@scenario("mark.suggest-sectors")
def switches_the_sectors_off_and_on(driver: Driver, act: Act) -> None:
    _switches(driver, act, "sectors")


@scenario("mark.suggest-dates")
def switches_dates_off_and_on(driver: Driver, act: Act) -> None:
    _switches(driver, act, "dates")


@scenario("mark.suggest-durations")
def switches_lengths_of_time_on_and_off(driver: Driver, act: Act) -> None:
    _switches(driver, act, "durations")


@scenario("mark.suggest-times")
def switches_times_of_day_on_and_off(driver: Driver, act: Act) -> None:
    _switches(driver, act, "times")


@scenario("mark.suggest-duplicates")
def switches_the_near_duplicates_off(driver: Driver, act: Act) -> None:
    before = driver.window.appearance.settings.suggesters_off
    act()
    assert set(driver.window.appearance.settings.suggesters_off) == {*before, "duplicates"}
    act()
    assert driver.window.appearance.settings.suggesters_off == before


def _records(driver: Driver) -> list[list[str]]:
    workspace = driver.workspace
    texts = {span.id: span.text for span in workspace.desk.spans}
    records = records_of(workspace.session, workspace.desk.document_id)
    return [[texts[member.span_id] for member in record.members] for record in records]


@scenario("mark.record")
def ties_spans_into_one_record_and_takes_one_out(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    mark(driver, "산업통상자원부는")
    act()
    assert _records(driver) == [[MINISTRY, "산업통상자원부"]]
    act()
    assert _records(driver) == [[MINISTRY]]


@scenario("mark.new-record")
def begins_another_record(driver: Driver, act: Act) -> None:
    mark(driver)
    act()
    mark(driver, "산업통상자원부는")
    act()
    assert _records(driver) == [[MINISTRY], ["산업통상자원부"]]


@scenario("mark.suggest-amounts")
def switches_the_amounts_off(driver: Driver, act: Act) -> None:
    suggesting = driver.workspace.suggesting
    driver.wait_until(lambda: "500만 달러" in [made.text for made in suggesting.open], "the amounts")
    act()
    driver.wait_until(lambda: "500만 달러" not in [m.text for m in suggesting.open], "nothing is proposed")
    act()


@scenario("mark.alias")
def asks_of_which_span_it_is_an_alias(driver: Driver, act: Act) -> None:
    mark(driver, "캐나다 국립연구위원회", "1")
    mark(driver, "NRC", "1")
    act()
    assert shows(driver, "alias")
    driver.keys("Return")
    assert widget(driver, "relations-list").item(0).text() == "alias of 캐나다 국립연구위원회"


@scenario("mark.alias-brackets")
def ties_what_stands_in_brackets(driver: Driver, act: Act) -> None:
    mark(driver, "캐나다 국립연구위원회", "1")
    mark(driver, "NRC", "1")
    act()
    assert "Tied as aliases: 1" in notice(driver)
    act()
    assert "No name stands in brackets" in notice(driver)


@scenario("mark.lexicon")
def shows_the_names_that_are_proposed(driver: Driver, act: Act) -> None:
    act()
    assert shows(driver, "lexicon-panel")


@scenario("mark.gazetteer")
def offers_what_was_tagged_often_to_the_lexicon(driver: Driver, act: Act) -> None:
    act()
    driver.wait_until(lambda: shows(driver, "additions"), "the panel of what was tagged often")
