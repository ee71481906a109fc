"""Acts of a treaty → what they count as in this scheme: by the verb they begin with, and by what they are about.

An act is read as it is named and as the draft says it. It is of a kind when one of its verbs is of the kind and, where the kind asks for it, one of the words
of what it is about stands in the act, in whom or what it is done to, or in a role. Whether the norm is a duty, a permission or a prohibition is asked later,
by the rule of each variable. A drafter can say for any act what it counts as; that is then shown as the drafter's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clausekit.codes.provisions import Norm, Provisions
from clausekit.codes.scheme import ReadAct
from clausekit.codes.words import begins, holds
from clausekit.model.names import key


class Kind(NamedTuple):
    """A kind of act: its verbs, and what it must be about; nothing where the verb is enough."""

    name: str
    verbs: tuple[str, ...]
    about: tuple[str, ...] = ()


def _kind(name: str, verbs: str, about: str = "") -> Kind:
    return Kind(name, tuple(verbs.split(", ")), tuple(about.split(", ")) if about else ())


KINDS = (
    _kind("support", "assist, help, aid, defend, protect, resist, repel, come to the help of, come to the aid of, come to the assistance of, give help,"
          " give aid, give assistance, give support, lend help, lend aid, lend assistance, render help, render assistance, provide help, provide assistance,"
          " take up arms, use armed force"),
    _kind("support", "act, take action, take measures", "defence, danger, attack*, aggress*, victim"),
    _kind("mobilise", "mobilise, mobilize, hold ready, place on alert, concentrate", "force*, troop*, army, armies, armed"),
    _kind("join war", "join, enter, take part in, participate in, wage, carry on, begin, declare", "war, wars, hostilit*, campaign*, offensive*, attack*"),
    _kind("force", "use, threaten, resort to, have recourse to, make, commit, attack, invade",
          "force, war, attack*, invasion, invade, aggression*, arms, weapon*"),
    _kind("refrain from force", "refrain from, abstain from, renounce", "force, war, attack*, invasion, aggression*, arms"),
    _kind("stay neutral", "remain, stay, observe, keep, maintain", "neutral, neutrality"),
    _kind("aid an enemy", "assist, aid, help, support, supply, give, lend, afford, provide", "enem*, adversar*, aggressor*, attacker*, belligerent*"),
    _kind("consult", "consult, confer, take counsel, hold consultations, exchange views"),
    _kind("meet", "meet, convene, hold meetings, hold a meeting"),
    _kind("settle disputes", "settle, resolve, solve", "disput*, difference*, controvers*, conflict*"),
    _kind("submit disputes", "submit, refer, bring", "disput*, difference*, controvers*"),
    _kind("engage", "conclude, enter, enter into, join, accede to, participate in, take part in, contract, assume, undertake",
          "engagement*, alliance*, coalition*, agreement*, treat*, obligation*, commitment*, grouping*"),
    _kind("make peace", "conclude, make, sign, negotiate", "peace, armistice, truce"),
    _kind("back by diplomacy", "support, give, lend, recall, break, break off, sever", "diplomatic*, mission*, embass*, envoy*"),
    _kind("open territory", "grant, allow, permit, admit, open, respect, guarantee, use",
          "territory, territories, facilit*, transit, base, bases, ports, airfield*"),
    _kind("station forces", "station, place, keep, maintain, contribute, send, participate in, take part in, provide",
          "forces, troop*, contingent*, garrison*"),
    _kind("military contact", "hold, conduct, exchange, coordinate, plan, carry out", "staff, staffs, officers, exercise*, manoeuvre*, military plan*"),
    _kind("train and equip", "train, equip, arm, supply, provide, furnish", "forces, army, troop*, equipment, weapon*, arms, armament*"),
    _kind("lend", "grant, lend, give, provide, extend", "loan*, credit*, subsid*"),
    _kind("military aid", "grant, give, provide, extend, lend", "military aid, military assistance"),
    _kind("joint command", "establish, create, set up, form, organise", "command, headquarters"),
    _kind("subordinate forces", "place, put, subordinate", "under the command, under command, command of"),
    _kind("set up a body", "establish, create, set up, constitute, form, institute",
          "council, committee, committees, commission, organ, organs, body, bodies, secretariat, staff, headquarters, organisation, agency, board"),
    _kind("run the treaty", "consider, examine, deliberate, study, discuss, take cognizance of, follow"),
    _kind("reduce arms", "reduce, limit, cut, destroy, eliminate, disarm, disband", "armament*, arms, weapon*, forces, troop*, missile*, warhead*, launcher*"),
    _kind("increase arms", "increase, raise, expand, build up", "armament*, arms, forces, troop*"),
    _kind("withdraw forces", "withdraw, evacuate, pull back, remove, demilitarise, demilitarize, vacate",
          "force*, troop*, artillery, weapon*, garrison*, zone*, area*, territory"),
    _kind("take territory", "acquire, annex, occupy, seek", "territor*, province*"),
    _kind("divide gains", "divide, share, partition", "gain*, spoils, booty, conquest*, conquered, territor*"),
    _kind("end a conflict", "end, terminate, settle, recognise", "state of war, boundary, boundaries, frontier*"),
    _kind("agree later", "conclude, negotiate, sign", "agreement*, convention*, protocol*, arrangement*"),
    _kind("cooperate", "cooperate, contribute, develop, promote, encourage, strengthen, foster, seek, remove, expand, further",
          "economic*, cultural*, trade, scientific*, institution*, peaceful relations, friendly relations"),
    _kind("economic aid", "grant, give, provide, extend", "economic*, financial*, recovery, reconstruction, tariff*, trade"),
    _kind("interfere", "interfere, intervene, meddle", "internal, domestic"),
    _kind("intervene", "intervene, act, take action"),
    _kind("keep secret", "keep, hold, treat", "secret, confidential"),
    _kind("register", "register, publish"),
    _kind("invite", "invite"),
    _kind("ratify", "ratify, approve, accept"),
    _kind("leave", "withdraw, denounce, terminate, renounce, leave, cease to be"),
)  # fmt: skip
NOTHING = "nothing"
NAMES = tuple(dict.fromkeys(kind.name for kind in KINDS))


class Reader:
    """Reads the acts of one treaty. `said` is what the drafter says of some: the kinds of each, by the name of the act."""

    def __init__(self, provisions: Provisions, said: Mapping[str, tuple[str, ...]]) -> None:
        """Nothing is read until `norms` is asked for."""
        self._provisions = provisions
        self._said = {key(name): kinds for name, kinds in said.items()}
        self._read: dict[str, ReadAct] = {}

    def norms(self) -> list[Norm]:
        """The norms of the treaty, with the kinds of their acts."""
        return [norm._replace(kinds=frozenset(self._kinds(norm))) for norm in self._provisions.norms]

    def acts(self) -> tuple[ReadAct, ...]:
        """Every act and what it was read as, in the order they stand."""
        return tuple(self._read.values())

    def _kinds(self, norm: Norm) -> tuple[str, ...]:
        name = norm.act.action
        said = self._said.get(key(name))
        if said is not None:
            self._read[key(name)] = ReadAct(name, said, "as you say")
            return said
        found = dict(self._found(norm))
        known = self._read.get(key(name))
        kinds = tuple(dict.fromkeys([*(known.kinds if known else ()), *found]))
        because = dict.fromkeys([*(known.because.split(", ") if known and known.because else ()), *found.values()])
        self._read[key(name)] = ReadAct(name, kinds, ", ".join(because))
        return tuple(found)

    def _found(self, norm: Norm) -> Iterator[tuple[str, str]]:
        verbs = self._provisions.verbs_of_act(norm.act)
        words = self._provisions.words_of_act(norm.act)
        for kind in KINDS:
            verb = next(filter(None, (begins(text, kind.verbs) for text in verbs)), "")
            about = holds(words, kind.about) if verb else ""
            if verb and (about or not kind.about):
                yield kind.name, f"{verb} … {about}" if about and about != verb else verb
