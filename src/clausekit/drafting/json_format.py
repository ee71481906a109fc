"""Draft → the treaty itself as JSON: what a program reads instead of the document. `Treaty.model_validate_json` gives the same treaty back."""

from __future__ import annotations

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import Draft


def render(document: Draft, phrases: Phrasebook) -> str:  # noqa: ARG001  data has no words of its own
    """The treaty as JSON. It says what the drafter said and carries no stamp. Raises WordingError for text that is not Unicode."""
    from clausekit.model.published.convert import published  # Pydantic is loaded for this format only

    try:
        return published(document.treaty).model_dump_json(indent=2) + "\n"
    except ValueError as problem:
        message = f"this treaty cannot be written as JSON: {problem}"
        raise WordingError(message) from problem


FORMAT = Format("json", ".json", is_text=True, render=render)
