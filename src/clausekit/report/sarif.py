"""Diagnostics → SARIF 2.1.0 (OASIS), the exchange format of code scanning services and editors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from clausekit.diagnostics import Diagnostic, Fix, Label, Rule, Severity
from clausekit.report.findings import FileFindings, range_of
from clausekit.report.json_format import storable
from clausekit.source import Source, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# The names of files may hold bytes that are no UTF-8, which Python keeps as U+DC80 to U+DCFF; other halves of pairs stand for nothing.
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def render(findings: Sequence[FileFindings], *, version: str = "", titles: Mapping[str, str] | None = None, help_uris: Mapping[str, str] | None = None) -> str:
    """One run of this `version` of the program. `titles` and `help_uris` give the title and the address of the page of a check, by its code."""
    rules = _rules(findings)
    places = {rule.code: index for index, rule in enumerate(rules)}
    addresses = {address: index for index, address in enumerate(dict.fromkeys(uri(name) for file in findings for name in file.names()))}
    driver = {
        "name": "clausekit",
        **({"semanticVersion": version} if version else {}),
        "rules": [_descriptor(rule, titles or {}, help_uris or {}) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": address}, "roles": ["analysisTarget"]} for address in addresses],
        "results": [_result(file, diagnostic, places[diagnostic.code], addresses) for file in findings for diagnostic in file.in_order()],
    }
    return json.dumps(storable({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}), indent=2) + "\n"


def uri(name: str) -> str:
    """The address of a file as it was named: relative if that was. What is no file, such as standard input, is called by its name."""
    if name == "-":
        return "stdin"
    if name[:1] == "<" and name[-1:] == ">":
        name = name[1:-1]
    path = PurePath(_NO_BYTE.sub("\ufffd", name) or "unnamed")
    address = quote(path.as_posix(), safe="/", errors="surrogateescape")
    return "file:///" + address.lstrip("/") if path.is_absolute() else address


def _rules(findings: Sequence[FileFindings]) -> list[Rule]:
    rules = {diagnostic.code: diagnostic.rule for file in findings for diagnostic in sorted(file.diagnostics, key=lambda found: found.rule, reverse=True)}
    return [rules[code] for code in sorted(rules)]


def _descriptor(rule: Rule, titles: Mapping[str, str], help_uris: Mapping[str, str]) -> dict[str, Any]:
    descriptor = {
        "id": rule.code,
        "name": "".join(word[:1].upper() + word[1:] for word in rule.name.split("-")),
        "shortDescription": {"text": titles.get(rule.code) or rule.name.replace("-", " ")},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    return {**descriptor, "helpUri": help_uris[rule.code]} if rule.code in help_uris else descriptor


def _result(file: FileFindings, diagnostic: Diagnostic, rule: int, addresses: Mapping[str, int]) -> dict[str, Any]:
    first, *others = diagnostic.labels or (Label(None),)
    location = _location(file, first, addresses)
    if diagnostic.citation:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.citation}]
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(filter(None, (diagnostic.message, diagnostic.help)))},
        "locations": [location],
    }
    if others:
        result["relatedLocations"] = [{"id": number, **_location(file, label, addresses)} for number, label in enumerate(others, 1)]
    if diagnostic.fix and diagnostic.fix.edits and file.source:
        result["fixes"] = [_fix(file.source, diagnostic.fix, _artifact(file.name, addresses))]
    if diagnostic.clauses:
        result["properties"] = {"clauses": sorted(diagnostic.clauses)}
    return result


def _location(file: FileFindings, label: Label, addresses: Mapping[str, int]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(file.name_of(label), addresses)}
    source = file.source_of(label)
    if source is not None and label.span is not None:
        physical["region"] = _region(source, label.span)
    location: dict[str, Any] = {"physicalLocation": physical}
    return {**location, "message": {"text": label.message}} if label.message else location


def _fix(source: Source, fix: Fix, artifact: dict[str, Any]) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    return {
        "description": {"text": fix.message},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"applicability": fix.applicability},
    }


def _artifact(name: str, addresses: Mapping[str, int]) -> dict[str, Any]:
    address = uri(name)
    return {"uri": address, "index": addresses[address]}


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = range_of(source, span)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
