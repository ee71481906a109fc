"""Published rule sets, asked the questions their own checkers ask: `python benchmarks/norms.py PATH… --json`.

A path is a case (JSON, see `norms_cases`) or a folder of them. For each case: the rules that are in vacuous conflict, redundant, or in situational
conflict, the concerns that can be raised, the purposes that are blocked, what could not be settled, and the CPU seconds it took (those of the first case with
the start of the process). What rests on a history is only said when `norms.play` makes of that history what is claimed.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

if not __package__:  # run by its path, and not as a module
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.norms_cases import BEARER, Situation, Translated, translate
from benchmarks.norms_replay import Played, comes_to
from clausekit.logic import solver as z
from clausekit.logic.answers import Witness
from clausekit.logic.clashes import Clash, clash
from clausekit.logic.compliance import Compliance
from clausekit.logic.guessing import all_done
from clausekit.logic.instance import Instance
from clausekit.logic.related import Related
from clausekit.logic.slots import events
from clausekit.logic.solver import Formula
from clausekit.logic.theory import Theory
from clausekit.model.resolve import resolve
from clausekit.norms.lower import lower
from clausekit.norms.norm import Norm
from clausekit.source import Source
from clausekit.syntax.parser import parse

Json = dict[str, Any]
# The work that the solver may put into one answer, in its own steps.
_EFFORT = 6_000_000
LISTS = ("vacuous_conflict", "redundant", "concern_raised", "purpose_blocked", "situational_conflict")


class Case:
    """One rule set, translated and made ready to be asked about."""

    def __init__(self, case: Json) -> None:
        """Translate and lower it. Raises ValueError where no clause text says it."""
        self.made: Translated = translate(case, situations=True)
        document, found = parse(Source(self.made.text, str(case.get("case", "case"))))
        treaty, more = resolve(document)
        if problems := [each.message for each in (*found, *more)]:
            raise ValueError(problems[0])
        self.code = lower(treaty)
        self._norms: dict[str, list[Norm]] = {}
        for norm in self.code.norms:
            self._norms.setdefault(norm.label, []).append(norm)
        ruling = {label for rule in self.made.rules for label in (*rule.binding, *rule.triggered)}
        rules = tuple(norm for norm in self.code.norms if norm.label in ruling)  # they stand before the situations, and keep their numbers
        self.theory = Theory(self.code._replace(norms=rules), effort=_EFFORT)
        self._clashes_found: list[Clash] = []
        self._with_situations = Theory(self.code, effort=_EFFORT)

    def answers(self) -> Json:
        """The five lists, and what is undecided of each."""
        undecided: dict[str, list[str]] = {name: [] for name in LISTS}
        found: dict[str, list[str]] = {name: [] for name in LISTS}
        for name, each, answer in self._all():
            if answer is None:
                undecided[name].append(each)
            elif answer:
                found[name].append(each)
        return {**found, "undecided": undecided}

    def _all(self) -> Iterator[tuple[str, str, bool | None]]:
        for rule in self.made.rules:
            yield "vacuous_conflict", rule.id, self._is_vacuous(rule.triggered)
        for rule in self.made.rules:
            yield "redundant", rule.id, self._is_redundant(rule.binding)
        for concern in self.made.concerns:
            raised = self._can_be(concern)
            yield "concern_raised", concern.id, raised
        for purpose in self.made.purposes:
            reached = self._can_be(purpose)
            yield "purpose_blocked", purpose.id, None if reached is None else not reached
        related = Related(self.theory.index, BEARER, calm=self.theory.calm)
        for rule in self.made.rules:
            yield "situational_conflict", rule.id, self._clashes(rule.binding, related)

    # ------------------------------------------------------------ rules

    def _of(self, labels: Iterable[str]) -> list[Norm]:
        return [norm for label in labels for norm in self._norms[label]]

    def _is_vacuous(self, triggered: tuple[str, ...]) -> bool | None:
        """Whether no history that complies with all rules triggers this one with its condition true."""
        norms = [norm for norm in self._of(triggered) if not norm.after]
        for norm in norms:  # what is told cheaply need not be looked for
            witness = all_done(self.theory, norm, BEARER)
            if witness is not None and self._triggers(witness, triggered):
                return False
        compliance = Compliance(self.theory, lasting=True)
        is_opened = z.some([compliance.opened(norm) for norm in norms])
        outcome = compliance.find(is_opened)
        if outcome != "history":
            return True if outcome == "none" else None
        return False if self._triggers(compliance.inquiry.witness(), triggered) else None

    def _triggers(self, witness: Witness, triggered: tuple[str, ...]) -> bool:
        played = Played(self.code, witness)
        return not played.violated() and played.opens(triggered)

    def _is_redundant(self, binding: tuple[str, ...]) -> bool | None:
        """Whether every history that complies with all other rules complies with this one. One that binds nobody is."""
        if not binding:
            return True
        compliance = Compliance(self.theory, lasting=True)
        norms = self._of(binding)
        own = frozenset(norm.provision for norm in norms)
        for norm in norms:
            compliance.openings(norm)
            if norm.modality == "prohibition":
                for act in norm.acts:
                    for event in events(act, {}, by=(BEARER,))[0]:
                        compliance.inquiry.course.slot(event)
        breaches = [each.so for each in compliance.breaches if each.instance.norm.provision in own and each.instance.norm.modality != "commitment"]
        outcome = compliance.find(z.some(breaches), without=own)
        if outcome != "history":
            return True if outcome == "none" else None
        violated = Played(self.code, compliance.inquiry.witness()).violated()
        return False if violated and violated <= set(binding) else None

    def _clashes(self, binding: tuple[str, ...], related: Related) -> bool | None:
        """Whether a rule can be triggered where its duty stands against others, with nothing violated before, though it and they could each be met.

        What is forbidden by what triggers it, and so stands, cannot be met once it is triggered, even by itself.
        """
        outcomes = []
        for norm in self._of(binding):
            if norm.trigger is not None and related.may_be_hindered(norm) and not norm.after:
                found = clash(self.theory, norm, related, strict=True, minimal=False, known=self._clashes_found)
                outcomes.append(self._held(found))
                if outcomes[-1]:
                    self._clashes_found.append(found)
                    return True
        return None if None in outcomes else False

    def _held(self, found: Clash) -> bool | None:
        if found.outcome == "none" or found.witness is None:
            return False if found.outcome == "none" else None
        return True if comes_to(self.code, found.witness, found.norm.number) else None

    # ------------------------------------------------------------ situations

    def _can_be(self, situation: Situation) -> bool | None:
        """Whether some history that complies with all rules contains a situation."""
        if situation.impossible:
            return False
        own = {norm.number for norm in self._of(label for label, _ in situation.wanted)}
        ruling = len(self.theory.code.norms)
        compliance = Compliance(self._with_situations, lasting=True, considered=lambda norm: norm.number < ruling or norm.number in own)
        together = [[(each, state) for norm in self._of((label,)) for each in compliance.openings(norm)] for label, state in situation.wanted]
        ways = []
        for first, state in together[0]:  # all sentences of a situation open with the same event
            others = [_is_so(each, state) for more in together[1:] for each, state in more if each.opener is first.opener]
            ways.append(z.every((_is_so(first, state), *others)))
        outcome = compliance.find(z.some(ways))
        if outcome != "history":
            return False if outcome == "none" else None
        played = Played(self.code, compliance.inquiry.witness())
        return True if not played.violated() and played.contains(situation.wanted) else None


def _is_so(instance: Instance, state: str) -> Formula:
    """Whether an opening has come to a state."""
    if not state:
        return instance.active
    done = z.every(each.so for each in instance.performed.values())
    return z.every((instance.active, done if state == "honoured" else z.opposite(done)))


# ---------------------------------------------------------------- the command


def main(arguments: list[str] | None = None) -> int:
    """Ask about every case, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.norms", description="Published rule sets: what clashes, is idle, can be raised or is blocked.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a case (JSON), or a folder of cases")
    parser.add_argument("--json", action="store_true", help="print JSON: a list of one object for each case")
    told = parser.parse_args(arguments)
    gc.disable()  # as the command line of clausekit does when it starts
    found = []
    begun = 0.0
    for path in _cases(told.paths):
        case = json.loads(path.read_text(encoding="utf-8"))
        answers = Case(case).answers()
        now = time.process_time()
        answer = {"case": case.get("case", path.stem), **answers, "seconds": round(now - begun, 3)}
        begun = now
        found.append(answer)
        if not told.json:
            print(*_lines(answer, case), sep="\n", flush=True)
        gc.collect()
    if told.json:
        print(json.dumps(found, indent=1))
    return 0


def _cases(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


def _lines(answer: Json, case: Json) -> Iterator[str]:
    """What was found of a case, and where that differs from what is said of it."""
    published = sum(case.get("legos_cpu_seconds", {}).values())
    yield f"{answer['case']}: {answer['seconds']:.2f} s" + (f" (the published tool: {published:.1f} s)" if published else "")
    expected = case.get("expected", {})
    for name in LISTS:
        line = f"  {name}: {', '.join(answer[name]) or 'none'}"
        if answer["undecided"][name]:
            line += f"; undecided: {', '.join(answer['undecided'][name])}"
        if name in expected and not (name == "situational_conflict" and "situational_undecided" in expected):
            missing, more = sorted(set(expected[name]) - set(answer[name])), sorted(set(answer[name]) - set(expected[name]))
            line += f"; stated but not found: {', '.join(missing)}" if missing else ""
            line += f"; found but not stated: {', '.join(more)}" if more else ""
        yield line


if __name__ == "__main__":
    sys.exit(main())
