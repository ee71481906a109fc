"""Code → the same code, in which a duty that recurs is three duties: one for each of its first periods.

What recurs and may be forbidden for longer than a period is asked about in this way. Each of the three has at least the time that its period has (a period ends
before the hour at which the next begins; theirs ends with that day), so whoever cannot keep one of them cannot keep the duty.
"""

from __future__ import annotations

from clausekit.model.amounts import Period
from clausekit.norms.norm import Code, Norm

_PERIODS = 3


def unrolled(code: Code) -> tuple[Code, dict[int, int]]:
    """The code with each plain recurring duty whose act is forbidden too to somebody who owes it; and of which duty each norm put in is."""
    forbidden = [norm for norm in code.norms if norm.modality == "prohibition"]
    norms, origins = list(code.norms), {norm.number: norm.number for norm in code.norms}
    for duty in code.norms:
        if not _is_plain(duty) or not any(_is_about_the_same(duty, other) for other in forbidden):
            continue
        every = duty.windows[0].period
        assert every is not None
        norms[duty.number] = _of_period(duty, every, 1, duty.number)
        for number in range(2, _PERIODS + 1):
            origins[len(norms)] = duty.number
            norms.append(_of_period(duty, every, number, len(norms)))
    return (code._replace(norms=tuple(norms)), origins) if len(norms) > len(code.norms) else (code, origins)


def _is_plain(norm: Norm) -> bool:
    """Whether a duty is to be done once in each of its periods, which begin with its opening, without a condition that would be looked at in each."""
    if norm.modality != "duty" or norm.guards or norm.ensured is not None or not norm.acts or len(norm.windows) != 1:
        return False
    window = norm.windows[0]
    return window.kind == "every" and window.period is not None and window.anchor is None and window.at is None and window.times in (None, 1)


def _is_about_the_same(duty: Norm, prohibition: Norm) -> bool:
    same_act = {act.name for act in duty.acts} & {act.name for act in prohibition.acts}
    names = set(duty.bearer.names), set(prohibition.bearer.names)
    return bool(same_act) and (not all(names) or bool(names[0] & names[1]))


def _of_period(duty: Norm, every: Period, number: int, place: int) -> Norm:
    window = duty.windows[0]._replace(kind="within", period=_times(every, number), low=_times(every, number - 1) if number > 1 else None)
    return duty._replace(number=place, windows=(window,))


def _times(period: Period, number: int) -> Period:
    return period._replace(parts=tuple((number * count, unit) for count, unit in period.parts))
