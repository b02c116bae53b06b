"""Rules: what each takes and what it leaves to a person, as worked by hand."""

import pytest
from hypothesis import given

from annotator.core.decision import Action, Rule
from annotator.review.items import contents_key, items_of
from annotator.review.rules import Options, proposals
from tests.review.test_items import documents
from tests.support.reviews import TEXT, marks

BARE, JOSA = ("수소산업진흥원", "AGENCY"), ("수소산업진흥원과", "AGENCY")
NAMED = ("수소산업진흥원", "AGENCY", "수소산업진흥원")
OTHER = ("수소산업진흥원", "AGENCY", "진흥원")
PLAIN, BRACKET = ("환경부", "AGENCY"), ("환경부(", "AGENCY")

TABLE = [
    # rule, what each has, options, result (None: left to a person), action
    (Rule.UNANIMOUS, [[BARE], [BARE]], {}, [BARE], Action.ADOPT),
    (Rule.UNANIMOUS, [[BARE], [JOSA]], {}, None, None),
    (Rule.UNANIMOUS, [[BARE]], {}, None, None),
    (Rule.MAJORITY, [[BARE], [BARE], [JOSA]], {}, [BARE], Action.ADOPT),
    (Rule.MAJORITY, [[BARE], [], []], {}, [], Action.NEITHER),
    (Rule.MAJORITY, [[BARE], [JOSA]], {}, None, None),
    (Rule.MAJORITY, [[BARE], [BARE], [JOSA], []], {}, None, None),
    (Rule.MAJORITY, [[BARE], [BARE], [JOSA], []], {"at_least": 2}, [BARE], Action.ADOPT),
    (Rule.MAJORITY, [[BARE], [BARE], [JOSA], [JOSA]], {"at_least": 2}, None, None),
    (Rule.MAJORITY, [[BARE], [BARE], [JOSA]], {"at_least": 3}, None, None),
    (Rule.JOSA, [[BARE], [JOSA]], {}, [BARE], Action.ADOPT),
    (Rule.JOSA, [[JOSA], [BARE], [BARE]], {}, [BARE], Action.ADOPT),
    (Rule.JOSA, [[NAMED], [JOSA]], {}, [NAMED], Action.ADOPT),
    (Rule.JOSA, [[JOSA], [JOSA]], {}, None, None),
    (Rule.JOSA, [[BARE], [JOSA], []], {}, None, None),
    (Rule.JOSA, [[BARE], [("수소산업진흥원과", "SECTOR")]], {}, None, None),
    (Rule.JOSA, [[("산업진흥원", "AGENCY")], [JOSA]], {}, None, None),
    (Rule.JOSA, [[NAMED], [("수소산업진흥원과", "AGENCY", "다른 곳")]], {}, None, None),
    (Rule.TRIM, [[PLAIN], [BRACKET]], {}, [PLAIN], Action.ADOPT),
    (Rule.TRIM, [[("수소", "SECTOR")], [("수소 ", "SECTOR")]], {}, [("수소", "SECTOR")], Action.ADOPT),
    (Rule.TRIM, [[("(장관", "AGENCY")], [("장관 ", "AGENCY")]], {}, [("장관", "AGENCY")], Action.EDIT),
    (Rule.TRIM, [[BARE], [JOSA]], {}, None, None),
    (Rule.TRIM, [[PLAIN], [PLAIN]], {}, None, None),
    (Rule.FILLED_VALUE, [[NAMED], [BARE]], {}, [NAMED], Action.ADOPT),
    (Rule.FILLED_VALUE, [[NAMED], [OTHER]], {}, None, None),
    (Rule.FILLED_VALUE, [[NAMED], [NAMED]], {}, None, None),
    (Rule.FILLED_VALUE, [[NAMED], [JOSA]], {}, None, None),
    (Rule.IGNORE_VALUES, [[NAMED], [OTHER]], {"annotator": "u1"}, [OTHER], Action.ADOPT),
    (Rule.IGNORE_VALUES, [[NAMED], [OTHER]], {}, [BARE], Action.EDIT),
    (Rule.IGNORE_VALUES, [[NAMED], [JOSA]], {"annotator": "u0"}, None, None),
    (Rule.ONLY, [[BARE], [JOSA]], {"annotator": "u1"}, [JOSA], Action.ADOPT),
    (Rule.ONLY, [[BARE], []], {"annotator": "u1"}, [], Action.NEITHER),
    (Rule.ONLY, [[BARE], [JOSA]], {"annotator": "u7"}, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "layers", "options", "result", "action"), TABLE)
def test_rules_as_worked_by_hand(rule, layers, options, result, action) -> None:
    items = items_of({f"u{at}": marks(TEXT, *own) for at, own in enumerate(layers)})
    found = proposals(rule, items, TEXT, Options(**options))
    if result is None:
        assert found == []
    else:
        (proposal,) = found
        assert contents_key(proposal.result) == contents_key(marks(TEXT, *result))
        assert proposal.action is action
        assert bool(proposal.adopted) is (action is Action.ADOPT)


def test_filled_values_of_two_spans_come_from_whoever_has_them() -> None:
    agency, date = marks(TEXT, NAMED, ("수소산업진흥원과 함께", "DATE"))
    bare, dated = marks(TEXT, BARE, ("수소산업진흥원과 함께", "DATE", "2026"))
    (proposal,) = proposals(
        Rule.FILLED_VALUE, items_of({"u0": [agency, date], "u1": [bare, dated]}), TEXT, Options()
    )
    assert {span.value for span in proposal.result} == {"수소산업진흥원", "2026"}
    assert proposal.action is Action.EDIT


@given(documents)
def test_what_is_adopted_is_what_the_named_annotator_has(layers) -> None:
    items = items_of(layers)
    for rule in Rule:
        for proposal in proposals(rule, items, "가나 은(는)" * 8, Options(annotator="a")):
            if proposal.action is Action.ADOPT:
                assert contents_key(proposal.item.contents[proposal.adopted]) == contents_key(proposal.result)
