"""Print the JSON Schema of treaties, or of findings.

usage: clausekit schema [--of WHAT]

  --of WHAT          treaty (the default): what `clausekit draft --format json`
                     writes; diagnostics: what `clausekit check --format json`
                     writes

  clausekit schema > treaty.schema.json
  clausekit schema --of diagnostics
"""

from __future__ import annotations

from argparse import Namespace

from clausekit.cli.console import OK, Console
from clausekit.cli.line import Line, one_of


def options(line: Line) -> None:
    """What may stand behind `schema`."""
    line.add_argument("--of", default="treaty", type=one_of("schema", ("treaty", "diagnostics")))


def run(asked: Namespace, console: Console) -> int:
    """Print the schema."""
    import json

    console.write(json.dumps(_schema(asked.of), indent=2, ensure_ascii=False) + "\n")
    return OK


def _schema(of: str) -> dict[str, object]:
    if of == "diagnostics":
        from clausekit.report.json_schema import schema

        return schema()
    from clausekit.model.published.treaty import Treaty

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Treaty.model_json_schema()}
