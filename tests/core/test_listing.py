from annotator.core.layer import Status
from annotator.core.listing import FILTERS, SORTS, ListQuery


def test_every_status_can_be_listed_by_itself():
    assert {str(status) for status in Status} <= set(FILTERS)


def test_a_query_asks_for_everything_in_the_order_of_import_unless_told_otherwise():
    query = ListQuery()
    assert (query.text, query.status, query.descending) == ("", FILTERS[0], False)
    assert query.sort == SORTS[0]
