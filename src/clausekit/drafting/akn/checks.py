"""What the schema of Akoma Ntoso does not see: references that lead nowhere, identifiers and addresses that contradict what they stand for, codes of nothing.

Each check takes a document and yields what it finds. The schema is the one that OASIS publishes (`akomantoso30.xsd`); the tests hold each check to a file
that the schema passes.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.drafting.akn.check_addresses import addresses_contradict, codes_of_nothing, events_out_of_order
from clausekit.drafting.akn.check_contents import empty_parts, languages_differ, numbers_out_of_order, signatures_amiss
from clausekit.drafting.akn.check_identifiers import identifiers_amiss, identifiers_of_the_work
from clausekit.drafting.akn.check_links import declared_twice, links_amiss
from clausekit.drafting.akn.faults import Fault
from clausekit.drafting.akn.markup import Element

_CHECKS = (
    links_amiss,
    declared_twice,
    identifiers_amiss,
    identifiers_of_the_work,
    codes_of_nothing,
    addresses_contradict,
    events_out_of_order,
    signatures_amiss,
    numbers_out_of_order,
    empty_parts,
    languages_differ,
)


def faults_of(root: Element) -> Iterator[Fault]:
    """Everything that is wrong with a document, check by check, each in the order of the file."""
    for check in _CHECKS:
        yield from check(root)
