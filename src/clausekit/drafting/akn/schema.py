"""A document held to a schema: that which OASIS publishes, or the one of an office that allows less."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from clausekit.drafting.akn.faults import Fault
from clausekit.drafting.akn.markup import AKN, Element
from clausekit.drafting.akn.rules import NOT_VALID
from clausekit.source.files import UnreadableFileError

# A document that is wrong throughout needs no line for each element.
_MOST = 100


def against(root: Element, path: str) -> Iterator[Fault]:
    """What the schema in a file has against a document. Raises UnreadableFileError where the file is no schema."""
    try:
        schema = etree.XMLSchema(etree.parse(path, etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)))
    except OSError:
        raise UnreadableFileError(path, "there is no such schema") from None
    except (etree.XMLSyntaxError, etree.XMLSchemaParseError) as problem:
        reason = " ".join(str(problem).split())[:200]
        raise UnreadableFileError(
            path, f"this is no XML schema that can be used: {reason}; take `akomantoso30.xsd` of OASIS, with `xml.xsd` beside it"
        ) from None
    if schema.validate(root):
        return
    log: Any = schema.error_log
    by_line = {each.sourceline: each for each in reversed(list(root.iter("*")))}
    for entry in islice(log, _MOST):
        said = " ".join(entry.message.replace(f"{{{AKN}}}", "").split())
        yield Fault(NOT_VALID, f"the schema says: {said[:400]}", by_line.get(entry.line), "put it as the schema asks", "here")
