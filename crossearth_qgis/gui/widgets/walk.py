"""A walk through the places of a map that are to be looked at: which are done, and which is next.

Knows no widgets, no map and no samples; a sample is what stands for it, a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Place:
    """A place to look at; of one that is looked at blindly nothing but where it is is known.

    Attributes:
        x, y: where, in the CRS of the walk.
        reason: for which it was taken, as the engine calls it.
        value: what that is there, percent.
        class_name: what the map says is there.
    """

    x: float
    y: float
    reason: str = ""
    value: float = 0.0
    class_name: str = ""


@dataclass
class Walk:
    """Places one after the other.

    Attributes:
        places: all of them.
        crs: of their coordinates, as WKT; empty: that of the raster, whatever it is.
        index: of the one that is looked at.
        samples: class and sample of each place that was answered, by its index.
        skipped: those that were passed over for good.
        order: the places that were answered or skipped, the last one last.
        keys: names of the classes that the keys stand for, 1 first; they stay while one walks.
    """

    places: list[Place] = field(default_factory=list)
    crs: str = ""
    index: int = 0
    samples: dict[int, tuple[str, str]] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    order: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    @property
    def current(self) -> Place | None:
        """The place that is looked at; None without any."""
        return self.places[self.index] if self.places else None

    @property
    def is_over(self) -> bool:
        """Whether all places are answered or skipped."""
        return len(self.order) == len(self.places)

    @property
    def current_class(self) -> str:
        """The class that was given to the place; empty without one."""
        return self.samples.get(self.index, ("", ""))[0]

    def go(self, step: int) -> None:
        """Look at another place, so many further on; the first comes after the last."""
        if self.places:
            self.index = (self.index + step) % len(self.places)

    def go_to_open(self) -> None:
        """Look at the next place that is open, if this one is not; stay where all are done."""
        places = [*range(self.index, len(self.places)), *range(self.index)]
        self.index = next((i for i in places if i not in self.order), self.index)

    def offer(self, class_names: Sequence[str]) -> None:
        """Give keys to the classes that there are; one that has a key keeps it."""
        if not self.keys:
            self.keys = list(class_names)
        self.keys += [name for name in class_names if name not in self.keys]

    def answer(self, class_name: str, sample: str) -> None:
        """Note the sample of the place, and go on to the next one that is open."""
        self.samples[self.index] = class_name, sample
        self.skipped.discard(self.index)
        self._done()

    def skip(self) -> None:
        """Pass the place over for good, and go on."""
        self.skipped.add(self.index)
        self._done()

    def undo(self) -> tuple[str, str] | None:
        """Go back to the place that was answered or skipped last, and open it again.

        Returns:
            Its class and sample, which has to go; None if it was skipped, or there is none.
        """
        if not self.order:
            return None
        self.index = self.order.pop()
        self.skipped.discard(self.index)
        return self.samples.pop(self.index, None)

    def reopen(self, index: int) -> None:
        """Have a place be open again, whose sample is gone."""
        self.samples.pop(index, None)
        self.skipped.discard(index)
        if index in self.order:
            self.order.remove(index)

    def restore(self, index: int, class_name: str, sample: str) -> None:
        """Have a place be answered again, whose sample has come back."""
        self.samples[index] = class_name, sample
        self.skipped.discard(index)
        if index not in self.order:
            self.order.append(index)

    def state(self) -> dict[str, Any]:
        """Return what `from_state` brings back, ready for JSON."""
        return {
            "places": [asdict(place) for place in self.places],
            "crs": self.crs,
            "index": self.index,
            "samples": [[index, *sample] for index, sample in self.samples.items()],
            "skipped": sorted(self.skipped),
            "order": self.order,
            "keys": self.keys,
        }

    @classmethod
    def from_state(cls, values: dict[str, Any]) -> Walk:
        """Return a walk as it was; an empty one of no values.

        Raises:
            ValueError, TypeError, LookupError: if they are not understood.
        """
        places = [Place(**place) for place in values.get("places", ())]
        walk = cls(places, str(values.get("crs", "")), int(values.get("index", 0)))
        walk.samples = {int(i): (str(name), str(s)) for i, name, s in values.get("samples", ())}
        walk.skipped = {int(index) for index in values.get("skipped", ())}
        walk.keys = [str(name) for name in values.get("keys", ())]
        walk.order = [int(index) for index in values.get("order", ())]
        if any(not 0 <= i < len(places) for i in (*walk.order, *walk.samples, *walk.skipped)):
            raise ValueError("An answer belongs to no place")
        walk.go(0)
        return walk

    def _done(self) -> None:
        if self.index in self.order:
            self.order.remove(self.index)
        self.order.append(self.index)
        self.go_to_open()
