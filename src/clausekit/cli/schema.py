"""Print a JSON Schema: of treaties, or of what a command writes.

usage: clausekit schema [--of WHAT]

  --of WHAT          treaty (the default): what `clausekit draft` writes as
                     JSON; diagnostics: what `clausekit check` does; timeline:
                     what `clausekit simulate` does; tests: what
                     `clausekit test` does; duties: what `clausekit duties`
                     does; status: what `clausekit status` does

  clausekit schema > treaty.schema.json
  clausekit schema --of diagnostics
"""

from __future__ import annotations

from argparse import Namespace

from clausekit.cli.console import OK, Console
from clausekit.cli.line import Line, one_of

_OF = ("treaty", "diagnostics", "timeline", "tests", "duties", "status")


def options(line: Line) -> None:
    """What may stand behind `schema`."""
    line.add_argument("--of", default="treaty", type=one_of("schema", _OF))


def run(asked: Namespace, console: Console) -> int:
    """Print the schema."""
    import json

    console.write(json.dumps(_schema(asked.of), indent=2, ensure_ascii=False) + "\n")
    return OK


def _schema(of: str) -> dict[str, object]:
    if of == "treaty":
        from clausekit.model.published.treaty import Treaty

        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Treaty.model_json_schema()}
    if of == "diagnostics":
        from clausekit.report.json_schema import schema

        return schema()
    from clausekit.chronicle import json_schema

    return {"timeline": json_schema.timeline, "tests": json_schema.tests, "duties": json_schema.duties, "status": json_schema.status}[of]()
