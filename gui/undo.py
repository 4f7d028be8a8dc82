"""The changes of a page that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

State = TypeVar("State")
_MOST = 200


class Changes(Generic[State]):
    """States before the present one, and those taken back.

    Changes of the same single thing, one right after the other, count as one: a drag on a slider
    is taken back as a whole.
    """

    def __init__(self) -> None:
        self._before: list[State] = []
        self._after: list[State] = []
        self._last: frozenset[object] = frozenset()

    def note(self, before: State, changed: frozenset[object]) -> None:
        """A state is about to be left; `changed` names what will differ."""
        if not (self._before and len(changed) == 1 and changed == self._last):
            self._before = [*self._before[-_MOST:], before]
        self._after.clear()
        self._last = changed

    @property
    def possible(self) -> tuple[bool, bool]:
        """Whether a change can be taken back, and made again."""
        return bool(self._before), bool(self._after)

    def back(self, now: State) -> State | None:
        """The state before, for the present one."""
        return self._move(self._before, self._after, now)

    def again(self, now: State) -> State | None:
        """The state that was taken back."""
        return self._move(self._after, self._before, now)

    def fit(self, fitting: Callable[[State], State], now: State | None) -> None:
        """Passes every state through `fitting`; a last change that came to nothing is dropped.

        None for `now` drops nothing.
        """
        self._last = frozenset()
        self._before = [fitting(state) for state in self._before]
        self._after = [fitting(state) for state in self._after]
        if now is not None and self._before and self._before[-1] == now:
            self._before.pop()

    def _move(self, source: list[State], target: list[State], now: State) -> State | None:
        self._last = frozenset()
        if not source:
            return None
        target.append(now)
        return source.pop()
