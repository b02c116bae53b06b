"""Reading and writing CAS files: from bytes to entries, and back."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, BinaryIO, Final

from annotator.core.entry import Entry, Reject
from annotator.core.messages import message
from annotator.core.safe_xml import XmlRefusedError
from annotator.core.validate import quoted
from annotator.formats import units
from annotator.formats.base import COMMON, Account, Sink, only
from annotator.formats.cas import json_form, xmi
from annotator.formats.cas.building import build
from annotator.formats.cas.model import Cas, NoCasError
from annotator.formats.cas.reading import records
from annotator.formats.documents import Documents
from annotator.formats.json_values import LONGEST, RefusedError, value_at
from annotator.formats.native_read import SETTLED, read_record
from annotator.formats.native_write import line_maker

_Dump = Callable[[Cas], bytes]
_Parse = Callable[[bytes], Cas]
_BLANKS: Final = " \t\r\n"


def read_json(stream: BinaryIO, name: str) -> Iterator[Entry | Reject]:
    """Yield what a CAS JSON file holds, an entry for each text, or why it holds nothing."""
    return _guarded(_parsed_json, stream, name)


def read_xmi(stream: BinaryIO, name: str) -> Iterator[Entry | Reject]:
    """Yield what a CAS XMI file holds, an entry for each text, or why it holds nothing."""
    return _guarded(_parsed_xmi, stream, name)


def write_json(entries: Iterable[Entry], sink: Sink, options: Mapping[str, object]) -> Account:
    """Write entries as CAS JSON."""
    with Documents(sink, ".json") as documents:
        return _written(entries, documents, json_form.dump, options)


def write_xmi(entries: Iterable[Entry], sink: Sink, options: Mapping[str, object]) -> Account:
    """Write entries as CAS XMI with the type system; those that XML cannot hold are counted and told."""
    account = Account()
    with Documents(sink, ".xmi", {xmi.TYPE_SYSTEM: xmi.type_system()}) as documents:
        written = _written(_in_xml(entries, account), documents, xmi.dump, options)
    account.written = written.written
    account.lost.update(written.lost)
    if documents.refused:
        account.lost["type-system"] += len(documents.refused)
    return account


def _guarded(parse: _Parse, stream: BinaryIO, name: str) -> Iterator[Entry | Reject]:
    """Read one file whole, and yield what its CAS holds, or why it holds none."""
    content = stream.read(LONGEST + 1)
    if len(content) > LONGEST:
        yield Reject(1, message("json.too-long", most=LONGEST >> 20), "", name)
        return
    try:
        cas = parse(content)
    except RefusedError as refused:
        yield Reject(1, refused.told, "", name)
    except XmlRefusedError as refused:
        yield Reject(1, refused.message, "", name)
    except NoCasError:
        yield Reject(1, message("cas.none"), "", name)
    else:
        yield from _entries(cas, name)


def _parsed_json(content: bytes) -> Cas:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(message("json.not-utf8", byte=error.start + 1)) from None
    begin = len(text) - len(text.lstrip(_BLANKS))
    value, end = value_at(text, begin)
    if text[end:].strip(_BLANKS):
        raise RefusedError(message("json.invalid", column=end + 1))
    return json_form.parse(value)


def _parsed_xmi(content: bytes) -> Cas:
    return xmi.parse(BytesIO(content))


def _entries(cas: Cas, name: str) -> Iterator[Entry | Reject]:
    for read in records(cas, name):
        record = read.record
        text = record["text"]
        if text is None:
            yield Reject(1, message("cas.no-text"), "", name)
            continue
        if units.has_astral(text):
            # Decisions are of ours, and count code points as they do everywhere else.
            ours = {"decisions": record["decisions"]} if "decisions" in record else {}
            record = {**units.from_utf16({**record, "decisions": []}, text), **ours}
        for item in read_record(record, 1, name, offsets=SETTLED):
            if isinstance(item, Entry):
                item.notes = (*item.notes, *read.notes)
                item.unsaid = item.unsaid.with_ids(read.made)
            yield item
        yield from (Reject(1, told, where, name) for where, told in read.refused)


def _written(
    entries: Iterable[Entry], documents: Documents, dump: _Dump, options: Mapping[str, object]
) -> Account:
    only(options, COMMON)
    lines = line_maker(options)
    account = Account()
    for entry in entries:
        record: dict[str, Any] = json.loads(lines.line(entry))
        cas, lost = build(record)
        documents.add(entry.id, str(record["annotator"]), dump(cas))
        account.written += 1
        account.lost.update(lost)
    return account


def _in_xml(entries: Iterable[Entry], account: Account) -> Iterator[Entry]:
    """Yield the entries that XML can hold, and count the others."""
    for entry in entries:
        if all(map(xmi.fits, _texts(entry))):
            yield entry
            continue
        account.lost["not-xml"] += 1
        told = message("cas.not-xml", document=quoted(entry.id))
        account.faults.append(Reject(entry.line, told, "", entry.member))


def _texts(entry: Entry) -> Iterator[str]:
    """Yield every text of an entry that goes into XML as it is."""
    yield from (entry.id, entry.text, entry.annotator, entry.annotator_id, entry.revision, entry.parent)
    for name, value in entry.fields.items():
        yield from (name, value)
    rows = (*entry.spans, *entry.suggestions, *entry.relations, *entry.comments)
    yield from (value for row in rows for value in row if isinstance(value, str))
    norms = (*(span.norm for span in entry.spans), *(made.norm for made in entry.suggestions))
    yield from (part for norm in norms if norm is not None for part in norm if part)
    for record in entry.records:
        yield from (record.id, record.type)
        for member in record.roles:
            yield from (member.role, *(part for part in member.norm or () if part))
