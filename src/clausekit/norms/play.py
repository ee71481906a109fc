"""Code + history → Timeline: the reference semantics, instant by instant.

Events of one hour are a set without order: they are judged against the norms in force before it and those they themselves open; then powers take effect; then
windows close. What a closing window violates is dated the first instant after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from clausekit.norms import acting, applying, closing, hinging, lives, opening, powers, provisional, standing
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.deeming import deemed, found, standing_changes
from clausekit.norms.history import JUDGEMENTS, Change, Entry, Happening, in_line
from clausekit.norms.instance import Instance
from clausekit.norms.ladders import Ladders
from clausekit.norms.lives import Lives
from clausekit.norms.norm import Code
from clausekit.norms.state import OF_EVERY_TREATY, State, Timer, Verdict
from clausekit.norms.suspending import suspends
from clausekit.norms.timeline import Opened, Record, Timeline

# Events that one instant may bring about, one after the other; more than a treaty has sentences are a circle.
_MOST_ROUNDS = 10_000


def play(code: Code, history: Iterable[Entry], *, in_force: Instant | None = None, until: Instant | None = None) -> Timeline:
    """Play a history. `in_force` dates the entry into force; with None it follows from the history and the treaty. `until` plays on after the last event.

    Nothing that was given is changed, and the same history always gives the same timeline.
    """
    records: list[Record] = []
    opened: list[Opened] = []
    entries = sorted(history, key=lambda entry: entry.at)

    def note(instance: Opened) -> None:
        """Keep an instance as it was opened, or as it stands once others have joined it."""
        before = opened[instance.number].bearers if instance.number < len(opened) else ()
        opened[instance.number :] = [instance._replace(bearers=tuple(dict.fromkeys((*before, *instance.bearers)))), *opened[instance.number + 1 :]]

    player = Player(code, records.append, note, in_force=in_force)
    for at, together in groupby(entries, key=lambda entry: entry.at):
        player.feed(at, list(together))
    last = max(until if until is not None else -1, entries[-1].at if entries else -1)
    player.advance(last)
    return Timeline(code, tuple(entries), in_force, last, tuple(records), tuple(opened))


class Player:
    """Plays a history as it comes: what is settled is let go of, so that memory does not grow with the length of the history."""

    def __init__(self, code: Code, log: Callable[[Record], None], note: Callable[[Opened], None], *, in_force: Instant | None = None) -> None:
        """Begin before the first event. Records go to `log` as they come, instances as they open to `note`."""
        self.state = State(code, log, note)
        self.lives = Lives(code)
        self._triggers = opening.Triggers(code)
        self._in_force_since: Instant | None = None
        self._ladders = Ladders(self.state, self.lives, self._triggers)
        self._today: list[Happening] = []
        self._changing: list[Happening] = []
        self._waivers: list[Happening] = []
        self._judged_to = 0
        self._hinges = any(rule.provisions is not None and hinging.is_state(rule) for rule in code.life)
        self._kinds: dict[str, Callable[[Any], None]] = self._what_falls_due()
        hinging.pending(self.state)
        if in_force is not None:
            self.state.schedule(in_force, "enters", None, rank=0)

    def feed(self, at: Instant, entries: list[Entry]) -> None:
        """Take in everything that happened at an instant, which may not lie before the last one."""
        self.advance(at - 1)
        if len(entries) > 1:
            self._instant(at, in_line(entries))
        elif self.state.soonest <= at or self._means_anything(entries[0]):
            self._instant(at, entries)

    def advance(self, until: Instant) -> None:
        """Let the time pass until the end of an instant."""
        state, last = self.state, min(until, NEVER - 1)
        while state.soonest <= last:
            self._instant(max(state.soonest, state.now), [])
        state.now = max(state.now, until)

    def _means_anything(self, entry: Entry) -> bool:
        """Whether the treaty has anything to do with what happened; what it has nothing to do with is put down, and changes nothing."""
        state = self.state
        if isinstance(entry, Change) or entry.name in state.facts.heard or entry.name in JUDGEMENTS or entry.norm != -1 or state.queue or state.stirred:
            return True
        state.now = entry.at
        state.say("event", who=entry.by, said=entry.said or entry.name, provisions=tuple(sorted(entry.clauses)))
        return False

    # ------------------------------------------------------------ one instant

    def _instant(self, at: Instant, entries: list[Entry]) -> None:
        state = self.state
        state.now = at
        state.opened_now.clear()
        state.served_now.clear()
        state.changed.clear()
        self._today.clear()
        self._changing.clear()
        self._dawns()
        for entry in entries:  # what is so from this instant on
            if isinstance(entry, Change):
                state.memory.change(entry)
        if state.stirred:  # what has run out by now does so before anything happens
            self._in_line()
        state.queue += entries
        self._rounds()
        while (timer := state.due(at, 1, 4)) is not None:
            self._due(timer)
            self._rounds()
        for event in self._changing:
            powers.unheeded(state, event)
        while (timer := state.due(at, 5, 5)) is not None:
            self._closes(*timer.what)
        if state.verdicts:
            verdicts, state.verdicts = state.verdicts, []
            state.schedule(at + 1, "verdicts", verdicts, rank=0)

    def _dawns(self) -> None:
        """What is due before anything happens; what is said of the life of the treaty, all together, since in one instant nothing comes before the other.

        Those who join come last: a treaty that ends at this instant enters into force for nobody at it.
        """
        state, said, joining = self.state, [], []
        while (timer := state.due(state.now, 0, 0)) is not None:
            if timer.kind == "life":
                said.append(timer.what)
            elif timer.kind == "enters" and self.lives.since is not None and self.lives.since < state.now:
                joining.append(timer)
            else:
                self._due(timer)
        applying.take_effect_together(state, self.lives, said)
        for timer in joining:
            self._due(timer)

    def _due(self, timer: Timer) -> None:
        """What was noted down for this instant."""
        self._kinds[timer.kind](timer.what)

    def _what_falls_due(self) -> dict[str, Callable[[Any], None]]:
        """What is to be done with each kind of note."""
        state, life = self.state, self.lives
        return {
            "enters": lambda whom: lives.enters(state, life, state.now, for_whom=whom),
            "expiry": self._expiry,
            "life": lambda what: applying.take_effect(state, life, *what),
            "absent": lambda what: opening.absent(state, what),
            "absent since": lambda what: opening.opens_absent(state, life, what),
            "absent rule": lambda what: lives.absent(state, life, what),
            "notice": lambda what: powers.notice_runs_out(state, life, what),
            "looks": lambda number: closing.looks(state, number),
            "resume": lambda what: powers.resumes(state, *what),
            "verdicts": self._verdicts,
            "stirs": self._stirs,
            "provisional": lambda what: provisional.ends(state, life, what),
        }

    def _closes(self, number: int, closes: Instant) -> None:
        """A window closes with this instant, if it has not been moved."""
        instance = self.state.instances.get(number)
        if instance is not None and instance.state == "active" and instance.closes == closes:
            closing.closes(self.state, instance)

    def _expiry(self, day: Instant) -> None:
        if day == self.lives.expiry and self.lives.is_in_force:
            lives.expires(self.state, self.lives)

    def _stirs(self, _: None) -> None:
        """What survived until now ends."""
        self.state.stirred = True

    def _verdicts(self, verdicts: list[Verdict]) -> None:
        for verdict in verdicts:
            closing.settles(self.state, verdict)

    # ------------------------------------------------------------ rounds

    def _rounds(self) -> None:
        """Take in what happened, and what that brings about, until nothing more follows."""
        state = self.state
        for _ in range(_MOST_ROUNDS):
            if self.lives.entered:
                self._in_force()
            if not (state.queue or state.told):
                self._judge_again()
                if state.told or ((self._waivers or state.soonest <= state.now) and self._before_powers()):
                    continue
                if not state.exercised and state.stirred:
                    self._in_line()
                    self._judge_again()
                if not (state.told or state.exercised):
                    break
                heeded = {id(event) for _, event in state.exercised}
                self._changing = [event for event in self._changing if id(event) not in heeded]
                powers.take_effect(state, self.lives)
                self._in_line()
                continue
            self._take_in()
            if state.stirred:
                self._in_line()

    def _before_powers(self) -> bool:
        """Do the next thing that powers take effect after: who joins, what is opened by what did not happen, what excepts what is open, what is waived."""
        state = self.state
        timer = state.due(state.now, 1, 2)
        if timer is not None:
            self._due(timer)
        elif self._waivers:
            powers.waives(state, self.lives, self._waivers.pop(0))
        else:
            return False
        return True

    def _take_in(self) -> None:
        """Take in what happened, and what became of norms by it."""
        state, facts = self.state, self.state.facts
        batch, state.queue = state.queue, []
        told, state.told = state.told, []
        events = self._taken_in(batch)
        for event, _ in told:
            events.append(event)
            state.memory.hear(event)
            state.changed.add(event.name)
        if not facts.changing.isdisjoint(state.changed):
            standing_changes(state, events)
        for event in events:
            if event.name in facts.living:
                lives.hear(state, self.lives, event)
                if self.lives.applied:
                    provisional.hears(state, self.lives, event)
        self._ladders.answer(told)
        for _, instance in told:
            if instance.state == "cured":  # in the very hour of its violation
                state.cures.append((instance, state.children.pop(instance.number, [])))
        heard = [event for event in events if event.name in facts.heard]
        if heard or state.changed:  # nothing else that happens changes anything
            self._respond(heard)
        if self._hinges and self._in_force_since is not None:
            hinging.conditional(state)

    def _taken_in(self, batch: list[Happening | Change]) -> list[Happening]:
        state = self.state
        events: list[Happening] = []
        for entry in batch:
            if isinstance(entry, Change):
                state.memory.change(entry)
                state.changed.add(entry.name)
                kind = "measured" if entry.holds is None else "status begins" if entry.holds else "status ends"
                state.say(kind, said=entry.said or entry.name)  # type: ignore[arg-type]  # one of the three
                continue
            events.append(entry)
            if entry.name in state.facts.counting:
                events += deemed(state, self.lives, entry)
            if entry.name in JUDGEMENTS:
                events += found(state, entry)
        heard, changed = state.facts.heard, state.changed
        for event in events:
            name = event.name
            if event.norm == -1:
                provisions = tuple(sorted(event.clauses)) if event.clauses else ()
                state.log(Record(state.now, "deemed" if event.deemed else "event", -1, -1, event.roles.get("by", ()), event.said or name, provisions))
            if name in heard:
                state.memory.hear(event)
                changed.add(name)
        return events

    def _respond(self, events: list[Happening]) -> None:
        """What events open, perform, violate and exercise; then what the states of affairs they leave open and end."""
        state = self.state
        if self._active():
            opening.by_events(state, self.lives, self._triggers, events)
            self._ladders.later()
            if not state.changed.isdisjoint(state.facts.state_names):
                standing.stands(state, self.lives, self._triggers)
        for event in events:
            if event.name in state.hearing:
                closing.hears(state, event)
        self._judge_again()
        self._today += [event for event in events if event.norm == -1]
        self._judge(events)
        closing.reconsiders(state)
        state.changed.clear()

    def _judge(self, events: list[Happening]) -> None:
        """What acts are to the norms that are open; then what needs no power to change norms, and what could be done as late as with an event."""
        state = self.state
        for event in events:
            if event.name in state.facts.acted:
                acting.acts(state, event)
            if event.norm == -1 and event.name in OF_EVERY_TREATY:
                powers.revokes(state, event)
                self._asserted(event)
        if state.cures:
            acting.cures(state)
        for event in events:
            if event.name in OF_EVERY_TREATY:
                self._waivers += [event] if event.name == "waiver" and event.norm == -1 else []
                self._changing.append(event)
            if event.name in state.hearing:
                closing.hears_last(state, event)

    def _judge_again(self) -> None:
        """Acts of this instant are judged by what it has opened since they were taken in, and for those who have joined others since, too."""
        since, self._judged_to = self._judged_to, self.state.openings
        if since == self._judged_to and not self.state.joined:
            return
        joined, self.state.joined = self.state.joined, []
        for event in self._today:
            for instance, names in joined:
                acting.acts_of(self.state, instance, names, event)
            if since < self._judged_to:
                acting.acts(self.state, event, opened_since=since)

    def _active(self) -> bool:
        """Whether events can trigger norms: not in the very hour in which the treaty enters into force by them."""
        return self.lives.begun is not None and (self.lives.begun < self.state.now or self._in_force_since is not None)

    def _in_force(self) -> None:
        """Open what stands from entry into force on, as soon as the treaty is in force for somebody."""
        entered, self.lives.entered = self.lives.entered, []
        if entered:
            if self._in_force_since is None and self._hinges:
                hinging.conditional(self.state)
            standing.stands(self.state, self.lives, self._triggers)
            standing.timed(self.state, self.lives, self._triggers)
            if self._in_force_since is None:
                opening.passes_over(self.state, self.lives, self._triggers, self._today)
            self._in_force_since = self.state.now

    def _in_line(self) -> None:
        """Bring what is open in line with what applies and to whom, and open what applies again."""
        if self.state.stirred and suspends(self.state, self.lives):
            standing.stands(self.state, self.lives, self._triggers)

    # ------------------------------------------------------------ violations

    def _asserted(self, event: Happening) -> None:
        """The world tells of a violation: it is one of what stands in the provisions cited and can be violated by no deadline.

        Or of a failure: those who may do something together, by no deadline, say that they cannot.
        """
        if event.name not in ("violation", "failure"):
            return
        norms = [norm for number in sorted(event.clauses) for norm in self.state.facts.by_provision[number]]
        for instance in [each for norm in norms for each in self.state.by_norm[norm.number].values()]:
            norm = instance.norm
            if event.name == "failure":
                self._given_up(event, instance)
                continue
            standing = norm.modality == "prohibition" or (norm.modality == "duty" and instance.closes >= NEVER)
            if instance.state == "active" and standing and set(event.by) & set(instance.bearers):
                who = tuple(name for name in instance.bearers if name in event.by)
                self.state.say("violated", of=instance, who=who, said=event.said or event.name)
                instance.answered = who
                told = Happening(self.state.now, "violation", event.roles, frozenset({norm.provision}), said=event.said, norm=norm.number)
                self._ladders.answer([(told, instance)])

    def _given_up(self, event: Happening, instance: Instance) -> None:
        """Those who hold a permission that no time bounds say that they will not, or cannot, make use of it: it lapses."""
        is_theirs = set(instance.bearers) <= set(event.by) and instance.norm.modality in ("permission", "power")
        if instance.state == "active" and instance.closes >= NEVER and is_theirs:
            self.state.end(instance, "lapsed", who=instance.bearers, said=event.said or event.name)
            told = Happening(self.state.now, "lapse", event.roles, frozenset({instance.norm.provision}), said=event.said, norm=instance.norm.number)
            self._ladders.answer([(told, instance)])
