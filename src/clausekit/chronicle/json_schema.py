"""The JSON of timelines, duties, the status and test results → their JSON Schemas (draft 2020-12): what each field means, for whoever reads it."""

from __future__ import annotations

from typing import get_args

from clausekit.chronicle import calendar_of_duties, json_format, standing, trials_json
from clausekit.model.modality import Modality
from clausekit.norms.expecting import Bearing, Verdict
from clausekit.norms.timeline import Kind
from clausekit.report.schema_parts import DIALECT, Schema, count_of, date_of, date_or_null, dated_names, list_of, names_of, object_of, text_of

_CLAUSE = "The label of the clause, or its citation where it has none."


def timeline() -> Schema:
    """What `clausekit simulate --format json` writes."""
    return {"$schema": DIALECT, "title": "clausekit timeline", **_timeline(), "$defs": _parts()}


def tests() -> Schema:
    """What `clausekit test --format json` writes."""
    return {
        "$schema": DIALECT,
        "title": "clausekit test results",
        **object_of(
            "The scenarios and expectations of clause files, tried out.",
            {
                "version": _version(trials_json.VERSION),
                "files": list_of("The files, in the order they were named.", {"$ref": "#/$defs/file"}),
                "summary": object_of(
                    "How it went.",
                    {
                        "scenarios": count_of("How many scenarios were played."),
                        "failed": count_of("In how many an assertion does not hold."),
                        "expectations": count_of("How many expectations were held to them."),
                        "refuted": count_of("How many of these a scenario refutes."),
                    },
                ),
            },
        ),
        "$defs": {**_parts(), "timeline": _timeline(), "file": _file(), "scenario": _scenario(), "expectation": _expectation()},
    }


def duties() -> Schema:
    """What `clausekit duties --format json` writes."""
    duty = object_of(
        "Something that is owed.",
        {
            "party": text_of("Who owes it."),
            "status": {
                "enum": ["overdue", "due", "to come", "standing", "suspended", "if"],
                "description": "overdue: violated, and not yet done; due: now, by its day; to come: a later period of what recurs; standing: at all times, or "
                "without a fixed day; suspended: not owed for now; if: owed once something happens.",
            },
            "due": date_or_null("Its last day; null where none is fixed."),
            "hour": {"type": ["string", "null"], "description": "The last hour of that day in which it can be done (`18:00`); null for the whole day."},
            "begins": date_or_null("The first day of what stands and has still to begin; null for what has begun."),
            "violated": date_or_null("The day on which what stands was last violated; null for never."),
            "duty": text_of("What is owed, in words."),
            "kind": {"enum": ["duty", "prohibition", "commitment"], "description": "A commitment binds nobody in law."},
            "shared": {"type": ["string", "null"], "description": "Who owes it too, and how they hold it between them; null for nobody."},
            "owed_to": names_of("To whom it is owed."),
            "clause": text_of("The label of its clause; empty where it has none."),
            "article": text_of('Its provision, such as "Article 5, paragraph 1"; empty for a sentence outside any Article.'),
            "if": {"type": ["string", "null"], "description": "What must come about for it to be owed; null where it is owed already."},
        },
    )
    fields = {
        "version": _version(calendar_of_duties.VERSION),
        "treaty": text_of("The treaty."),
        "on": date_of("The day asked about."),
        "duties": list_of("What is owed at the end of that day: those of each who owes them together, what is due first before the rest.", duty),
    }
    return {"$schema": DIALECT, "title": "clausekit duties", **object_of("Who owes what to whom by when.", fields)}


def status() -> Schema:
    """What `clausekit status --format json` writes."""
    fields = {
        "version": _version(standing.VERSION),
        "treaty": text_of("The treaty."),
        "on": date_of("The day asked about; everything is as it stands at its end."),
        "signed": names_of("Who has signed."),
        "consented": dated_names("Who has consented to be bound, and when."),
        "enters_into_force": date_or_null("When the treaty entered into force, or is bound to; null while that is open."),
        "applies_provisionally_to": dated_names("To whom it, or a part of it, only applies provisionally, and since when."),
        "in_force_for": dated_names("For whom it is in force, and since when."),
        "missing": list_of("What entry into force still hangs on.", _missing()),
        "earliest": date_or_null("When it would enter into force if all that is missing happened on the day asked about; null where that is not open."),
        "left": dated_names("Who is no longer bound, and since when."),
        "ended": date_or_null("When the treaty ended; null where it has not."),
        "leaving": list_of("How each Party may leave.", _way_out()),
    }
    return {"$schema": DIALECT, "title": "clausekit status", **object_of("Where the life of a treaty stands.", fields)}


# ---------------------------------------------------------------- parts of timelines


def _version(number: int) -> Schema:
    return {"const": number, "description": "The version of this format; it changes only when a reader would have to."}


def _timeline() -> Schema:
    return object_of(
        "A history as it was played.",
        {
            "version": _version(json_format.VERSION),
            "in_force": date_or_null("The day that was given for entry into force; null where it follows from what happens."),
            "until": date_of("The day until whose end it was played."),
            "instances": list_of("The norms that were opened, by number.", {"$ref": "#/$defs/instance"}),
            "records": list_of("Everything that was recorded, in order.", {"$ref": "#/$defs/record"}),
        },
    )


def _parts() -> Schema:
    modality = {"enum": list(get_args(Modality)), "description": "What the norm is."}
    instance = object_of(
        "A norm that was opened once: by its trigger, or by entry into force.",
        {
            "number": count_of("Its number; records name it."),
            "clause": text_of(_CLAUSE),
            "modality": modality,
            "bearers": names_of("Who is bound, or has the right."),
            "variables": {"type": "object", "description": "Whom the variables of the sentence stand for.", "additionalProperties": {"type": "string"}},
            "opened": date_of("The day it was opened."),
            "closes": date_or_null("The last day of its window, as it was opened; null for none."),
        },
    )
    record = object_of(
        "Something that happened, or that became of a norm.",
        {
            "on": date_of("Its day."),
            "kind": {"enum": list(get_args(Kind)), "description": "What it is."},
            "text": text_of("What it says, in words."),
        },
        {
            "hour": {"type": "string", "pattern": "^[0-2][0-9]:00$", "description": "Its hour, where that is not the first of the day."},
            "clause": text_of(_CLAUSE),
            "citation": text_of("Its provision; empty for a sentence outside any Article."),
            "modality": modality,
            "instance": count_of("The number of the instance it concerns."),
            "who": names_of("Who did it, answers for it, or is concerned."),
            "provisions": names_of("The provisions concerned, where it is no norm that it concerns."),
        },
    )
    return {"instance": instance, "record": record}


# ---------------------------------------------------------------- parts of test results


def _file() -> Schema:
    return object_of(
        "A clause file.",
        {
            "file": text_of("As it was named."),
            "scenarios": list_of("Its scenarios that were played.", {"$ref": "#/$defs/scenario"}),
            "expectations": list_of("Its expectations.", {"$ref": "#/$defs/expectation"}),
        },
    )


def _scenario() -> Schema:
    failure = object_of(
        "An assertion that does not hold.",
        {
            "line": count_of("The line it stands in."),
            "on": date_of("The day it is about."),
            "claim": text_of("What it says."),
            "instead": text_of("What is so instead."),
        },
    )
    return object_of(
        "A scenario that was played.",
        {
            "name": text_of("Its name; empty for the lines that stand outside any scenario."),
            "passed": {"type": "boolean", "description": "Whether every assertion holds."},
            "assertions": count_of("How many there are."),
        },
        {"failures": list_of("What does not hold, the first in time first.", failure), "timeline": {"$ref": "#/$defs/timeline"}},
    )


def _expectation() -> Schema:
    tried = object_of(
        "What one scenario says of it.",
        {
            "scenario": text_of("The name of the scenario."),
            "bearing": {"enum": list(get_args(Bearing)), "description": "What it says; not compliant: nothing, because somebody in it is in breach."},
        },
        {"on": date_of("When that was settled."), "in_breach": names_of("Those in breach.")},
    )
    return object_of(
        "An expectation, held to the scenarios of its file.",
        {
            "name": text_of("Its name; empty for none."),
            "line": count_of("The line it stands in."),
            "verdict": {"enum": list(get_args(Verdict)), "description": "What becomes of it, by all scenarios together or by proof."},
            "proved": {
                "type": "boolean",
                "description": "Whether that settles it: scenarios can refute, and show that something is possible; the prover can decide.",
            },
            "scenarios": list_of("What each scenario says of it.", tried),
        },
    )


# ---------------------------------------------------------------- parts of the status


def _missing() -> Schema:
    share = object_of(
        "A share that those who do it must have between them.",
        {
            "measure": text_of("Of what."),
            "bound": text_of("at least, or at most."),
            "percent": text_of("How many percent, as a decimal number."),
            "reached": text_of("How many are reached so far; empty where nothing is known."),
        },
    )
    return object_of(
        "One thing that is missing.",
        {
            "what": text_of("What must happen, such as ratification."),
            "more": count_of("How many more must do it, at least."),
            "named": names_of("Who must be among them."),
            "among": names_of("Who it can be; empty for anybody."),
            "done": names_of("Who has done it."),
            "shares": list_of("The shares that are not reached.", share),
        },
    )


def _way_out() -> Schema:
    return object_of(
        "How a Party may leave.",
        {
            "party": text_of("The Party."),
            "clause": text_of(_CLAUSE),
            "given": {"type": "boolean", "description": "Whether it has given notice already."},
            "notice": date_or_null("When it gave notice, or from when it may; null for never."),
            "free": date_or_null("From when it would no longer be bound; null where notice would be without effect as things stand."),
        },
    )
