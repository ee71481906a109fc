"""What leads to what → where it leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def circles(leads_to: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Circles, each as the names along it, beginning with the one that `leads_to` has first; of circles that share a name, the first found.

    Walks without recursion: a chain of definitions may be as long as the treaty.
    """
    order = {name: at for at, name in enumerate(leads_to)}
    entered: set[str] = set()
    told: set[str] = set()
    for start in leads_to:
        if start in entered:
            continue
        entered.add(start)
        path = {start: iter(leads_to[start])}
        while path:
            name, ahead = next(reversed(path.items()))
            following = next(ahead, None)
            if following is None:
                del path[name]
            elif following in path:
                names = list(path)
                circle = names[names.index(following) :]
                if told.isdisjoint(circle):
                    told.update(circle)
                    first = min(range(len(circle)), key=lambda at: order[circle[at]])
                    yield tuple(circle[first:] + circle[:first])
            elif following not in entered:
                entered.add(following)
                path[following] = iter(leads_to.get(following, ()))
