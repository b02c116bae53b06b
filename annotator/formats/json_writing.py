"""Values written as JSON for other tools: compact, UTF-8, no NaN, no line separator inside a line."""

import json

from annotator.core.errors import user_error
from annotator.core.validate import quoted
from annotator.formats.native_write import separators_escaped


def json_bytes(value: object, document: str) -> bytes:
    """Return the value as JSON without a line feed.

    UserError `native.surrogate`, `native.extra-not-json` for what no JSON file can hold, naming the document.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return separators_escaped(text).encode("utf-8")
    except UnicodeEncodeError:
        raise user_error("native.surrogate", document=quoted(document)) from None
    except (ValueError, TypeError, RecursionError):
        raise user_error("native.extra-not-json", document=quoted(document)) from None
