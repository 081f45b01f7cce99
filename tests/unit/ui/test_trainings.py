"""Trainings on one server: so many at once, in turn, in equal shares, each found by its ticket."""

import threading
from collections import Counter
from dataclasses import dataclass, field, replace

import pytest

from lstm_viz.networks.stored import Stored
from lstm_viz.scenes.train.record.opened import OpenedNetwork
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.ui import trainings, worker
from lstm_viz.ui.fair_lock import FairLock
from lstm_viz.ui.trainings import (
    GONE_AFTER,
    LONGER,
    LOOKED_AT_FOR,
    MOST_AT_ONCE,
    MOST_BYTES,
    MOST_KEPT,
    SLICE,
    Trainings,
    asks_in,
)

PATIENCE = 20
"""Seconds after which a thread that should have come on is taken to hang."""
SETTINGS = Settings("parity", 4, hidden_size=1, steps=3)


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Watched:
    """A training that notes what is asked of it; a few slices and it is over."""

    slices: int = 10**9
    went: list[float] = field(default_factory=list)
    rested: int = 0
    memory: int = 0
    grows: int = 0
    """Bytes that each slice adds."""

    @property
    def ended(self) -> bool:
        return len(self.went) >= self.slices

    def go(self, seconds: float) -> None:
        self.went.append(seconds)
        self.memory += self.grows

    def rest(self) -> None:
        self.rested += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock) -> Trainings:
    return Trainings(clock)


def full(server: Trainings) -> list[str]:
    """As many trainings as may go on at once; each has had a slice."""
    tickets = [server.keep(Watched()) for _ in range(MOST_AT_ONCE)]
    for ticket in tickets:
        server.go_on(ticket)
    return tickets


def test_a_ticket_finds_its_training_and_no_other(server):
    first, second = Watched(), Watched()
    tickets = server.keep(first), server.keep(second)
    assert tickets[0] != tickets[1] and all(len(ticket) <= 20 for ticket in tickets)
    assert (server.find(tickets[0]), server.find(tickets[1])) == (first, second)
    server.go_on(tickets[1])
    assert (first.went, second.went) == ([], [SLICE])


@pytest.mark.parametrize("ticket", ["", "nobody’s", "x" * 1000])
def test_what_is_no_ticket_finds_nothing(server, ticket):
    assert server.find(ticket) is None
    server.rest(ticket)
    with pytest.raises(KeyError):
        server.go_on(ticket)


def test_slices_are_longer_while_others_train_too_and_as_long_for_all(server, clock):
    alone, other = Watched(), Watched()
    tickets = server.keep(alone), server.keep(other)
    for ticket in (tickets[0], *tickets, *tickets):
        server.go_on(ticket)
    assert alone.went == [SLICE, SLICE, LONGER * SLICE]
    assert other.went == [LONGER * SLICE, LONGER * SLICE]
    server.rest(tickets[1])
    server.go_on(tickets[0])
    assert alone.went[-1] == SLICE


def test_one_too_many_waits_in_line_and_begins_when_it_is_their_turn(server, clock):
    tickets = full(server)
    late = [Watched() for _ in range(3)]
    first, second, third = (server.keep(one) for one in late)

    def places():
        for ticket in tickets:
            server.go_on(ticket)
        return [server.go_on(ticket) for ticket in (third, first, second)]

    assert [server.go_on(ticket) for ticket in (first, second, third)] == [1, 2, 3]
    assert places() == [3, 1, 2], "in the order in which they came, not in which they ask"
    assert [one.went for one in late] == [[], [], []]
    server.rest(tickets.pop())
    assert places() == [3, 0, 1], "a place is free: the first begins by itself"
    server.rest(second)  # presses Stop while waiting
    server.rest(tickets.pop())
    assert server.go_on(third) == 0
    assert [len(one.went) for one in late] == [1, 0, 1]


def test_who_is_far_back_asks_less_often_and_often_enough_to_keep_the_place():
    waits = [asks_in(place) for place in range(1, 60)]
    assert waits == sorted(waits) and waits[0] < waits[-1] < GONE_AFTER


def test_who_waits_and_does_not_ask_any_more_loses_the_place_in_line(server, clock):
    tickets = full(server)
    left, waits = server.keep(Watched()), server.keep(Watched())
    assert [server.go_on(left), server.go_on(waits)] == [1, 2]
    for _ in range(4):
        clock.now += GONE_AFTER / 3
        for ticket in tickets:
            server.go_on(ticket)
        place = server.go_on(waits)
    assert place == 1
    assert server.go_on(left) == 2


def test_what_trains_is_known_until_it_is_stopped_over_or_left(server, clock):
    stopped, left, over = (server.keep(Watched(slices=n)) for n in (9, 9, 1))
    assert not server.trains(stopped) and not server.trains("nobody’s")
    for ticket in (stopped, left, over):
        server.go_on(ticket)
    server.rest(stopped)
    assert [server.trains(ticket) for ticket in (stopped, left, over)] == [False, True, False]
    clock.now += GONE_AFTER
    assert not server.trains(left)


def test_a_place_is_free_at_once_when_its_owner_stops(server):
    tickets = full(server)
    late = server.keep(Watched())
    server.rest(tickets[3])
    assert server.find(tickets[3]).rested == 1
    assert server.go_on(late) == 0
    assert server.go_on(tickets[3]) == 1


def test_a_place_is_free_when_its_owner_has_not_asked_for_a_while(server, clock):
    tickets = full(server)
    late = server.keep(Watched())
    clock.now += GONE_AFTER - 0.01
    for ticket in tickets[1:]:
        server.go_on(ticket)
    assert server.go_on(late) == 1
    clock.now += 0.02
    assert server.go_on(late) == 0
    assert server.go_on(tickets[0]) == 1


def test_a_training_that_is_over_frees_its_place(server):
    for _ in range(3 * MOST_AT_ONCE):
        assert server.go_on(server.keep(Watched(slices=1))) == 0


def test_a_training_that_came_to_grief_frees_its_place(server):
    bad = replace(SETTINGS, task="adding", size=10, learning_rate=1e20, steps=50)
    for _ in range(2 * MOST_AT_ONCE):
        training = Training(bad)
        ticket = server.keep(training)
        with pytest.raises(ValueError, match="diverged"):
            while True:
                server.go_on(ticket)
        assert training.ended and server.find(ticket) is training
    server.go_on(server.keep(Watched()))


def test_the_one_not_asked_for_the_longest_is_forgotten(server):
    tickets = [server.keep(Watched()) for _ in range(MOST_KEPT)]
    assert server.find(tickets[0]) is not None  # asked for again
    server.keep(Watched())
    assert server.find(tickets[1]) is None
    assert server.find(tickets[0]) is not None
    assert all(server.find(ticket) is not None for ticket in tickets[2:])
    with pytest.raises(KeyError):
        server.go_on(tickets[1])


# ---- memory ------------------------------------------------------------------------------------

THIRD = MOST_BYTES // 3


def kept_of(server: Trainings, tickets: list[str]) -> list[bool]:
    """Which are still kept; asks for none of them, which would count."""
    return [ticket in server._kept for ticket in tickets]


def test_what_has_no_room_in_memory_is_forgotten_the_oldest_first(server, clock):
    tickets = [server.keep(Watched(memory=THIRD)) for _ in range(3)]
    assert kept_of(server, tickets) == [True] * 3, "as much as there is room for"
    clock.now += LOOKED_AT_FOR + 1
    server.keep(Watched(memory=1 + THIRD // 10))
    assert kept_of(server, tickets) == [False, True, True]
    server.keep(Watched(memory=2 * THIRD))
    assert kept_of(server, tickets) == [False] * 3


def test_what_somebody_looks_at_or_trains_is_kept_rather_than_what_nobody_does(server, clock):
    trained, looked_at, idle = (server.keep(Watched(memory=THIRD)) for _ in range(3))
    clock.now += LOOKED_AT_FOR + 1
    server.find(looked_at)
    server.find(idle)
    server.go_on(trained)
    server._kept[idle].found -= LOOKED_AT_FOR  # the newest, but nobody has come back to it
    first = server.keep(Watched(memory=THIRD))
    assert kept_of(server, [trained, looked_at, idle, first]) == [True, True, False, True]
    server.go_on(first)
    second = server.keep(Watched(memory=THIRD))
    assert kept_of(server, [trained, looked_at, first, second]) == [True, False, True, True]


def test_if_all_train_the_oldest_goes_and_never_the_one_that_has_just_come(server):
    tickets = [server.keep(Watched(memory=THIRD)) for _ in range(3)]
    for ticket in tickets:
        server.go_on(ticket)
    newest = server.keep(Watched(memory=2 * MOST_BYTES))
    assert kept_of(server, [*tickets, newest]) == [False, False, False, True]


def test_a_training_that_grows_takes_the_room_of_an_idle_one(server, clock):
    idle = [server.keep(Watched(memory=THIRD)) for _ in range(2)]
    clock.now += LOOKED_AT_FOR + 1
    grows = server.keep(Watched(memory=THIRD // 2, grows=THIRD // 2))
    server.go_on(grows)
    assert kept_of(server, [*idle, grows]) == [True, True, True]
    server.go_on(grows)
    assert kept_of(server, [*idle, grows]) == [False, True, True]


def test_of_too_many_the_ones_that_nobody_looks_at_go_first(server, clock):
    looked_at = server.keep(Watched())
    others = [server.keep(Watched()) for _ in range(MOST_KEPT - 1)]
    clock.now += LOOKED_AT_FOR + 1
    server._kept[looked_at].found = clock.now
    server.keep(Watched())
    assert kept_of(server, [looked_at, *others[:2]]) == [True, False, True]


def test_the_memory_of_a_real_training_grows_with_its_checkpoints():
    training = Training(SETTINGS)
    before = training.memory
    training.go(1e9)
    more = training.models[1:]
    weights = sum(array.nbytes for model in more for array in model.parameters.values())
    records = sum(
        array.nbytes for c in training.record.checkpoints[1:] for array in c.trace.arrays.values()
    )
    assert len(more) > 1 and records > weights > 0
    assert training.memory == before + weights + records
    opened = OpenedNetwork(Stored(training.model, {"name": "mine", "task": "parity", "size": "4"}))
    assert 0 < opened.memory < training.memory


def test_a_real_training_comes_out_as_if_it_had_been_alone(server):
    one, other, alone = Training(SETTINGS), Training(replace(SETTINGS, seed=1)), Training(SETTINGS)
    tickets = server.keep(one), server.keep(other)
    while not (one.ended and other.ended):
        for ticket in tickets:
            server.go_on(ticket)
    alone.go(1e9)
    for name, array in alone.model.parameters.items():
        assert array.tobytes() == one.model.parameters[name].tobytes()
    assert any(
        array.tobytes() != other.model.parameters[name].tobytes()
        for name, array in alone.model.parameters.items()
    )


# ---- turns -------------------------------------------------------------------------------------


class Queue:
    """Threads that want a turn one after the other, in a known order."""

    def __init__(self, turns: FairLock) -> None:
        self.turns, self.order, self.threads = turns, [], []

    def join_in(self, name: str) -> None:
        """Returns once ``name`` stands in the queue."""
        line = self.turns._waiting
        before = len(line)

        def wait() -> None:
            with self.turns.mine():
                self.order.append(name)

        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        self.threads.append(thread)
        waiting = threading.Event()
        for _ in range(10 * PATIENCE):
            if len(line) > before:
                return
            waiting.wait(0.1)
        pytest.fail(f"{name} does not stand in the queue")

    def done(self) -> list[str]:
        for thread in self.threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()
        return self.order


def test_turns_are_had_in_the_order_in_which_they_were_asked_for():
    turns = FairLock()
    queue = Queue(turns)
    names = [f"reader {k}" for k in range(12)]
    with turns.mine():
        for name in names:
            queue.join_in(name)
        assert queue.order == []
    assert queue.done() == names


def test_a_turn_that_fails_is_passed_on():
    turns = FairLock()
    queue = Queue(turns)
    with pytest.raises(RuntimeError), turns.mine():
        queue.join_in("next")
        raise RuntimeError
    assert queue.done() == ["next"]
    with turns.mine():
        pass


def test_three_people_who_train_at_once_get_equal_shares():
    """Each asks for the next slice as soon as it has had one; nobody is ever two slices ahead."""
    server, most = Trainings(), 8
    log: list[str] = []
    ready = threading.Barrier(4)

    class Slow(Watched):
        """A slice is over when all three stand in the queue again, or are through."""

        def go(self, seconds: float) -> None:
            super().go(seconds)
            log.append(self.name)
            waiting = threading.Event()
            for _ in range(10 * PATIENCE):
                through = sum(log.count(n) >= most for n in names if n != self.name)
                if len(worker.TRAINS.turns._waiting) >= 2 - through:
                    return
                waiting.wait(0.01)

    names = ("Ana", "Ben", "Cleo")
    trainings = {}
    for name in names:
        trainings[name] = Slow()
        trainings[name].name = name

    def train(ticket: str) -> None:
        ready.wait(PATIENCE)
        for _ in range(most):
            server.go_on(ticket)

    tickets = [server.keep(training) for training in trainings.values()]
    threads = [threading.Thread(target=train, args=(t,), daemon=True) for t in tickets]
    for thread in threads:
        thread.start()
    ready.wait(PATIENCE)
    for thread in threads:
        thread.join(3 * PATIENCE)
        assert not thread.is_alive()
    assert Counter(log) == dict.fromkeys(names, most)
    for at in range(1, len(log)):
        counts = [log[:at].count(name) for name in names]
        assert max(counts) - min(counts) <= 1, log


def test_a_slice_goes_on_until_it_had_half_of_its_time_to_itself(monkeypatch):
    """Nothing, a quarter and a half of the time; then nothing at all, and then it is over."""
    slice = 0.25
    now = {"time": 0.0, "work": 0.0}
    works: list[float] = []

    class Kept(Watched):
        def go(self, seconds: float) -> None:
            super().go(seconds)
            now["time"] += seconds if works else 0.0
            now["work"] += works.pop(0) if works else 0.0

    monkeypatch.setattr(trainings, "SLICE", slice)
    monkeypatch.setattr(trainings, "perf_counter", lambda: now["time"])
    monkeypatch.setattr(trainings, "thread_time", lambda: now["work"])
    for shares, times in (
        ([1.0], 1),
        ([0.5], 1),
        ([0.0, 0.25, 0.25, 1.0], 3),
        ([0.0] * 9, int(trainings.MOST_TIME / slice)),
        ([0.0], 2),
    ):
        works[:] = [share * slice for share in shares]
        server, training = Trainings(), Kept()
        server.go_on(server.keep(training))
        assert training.went == [slice] * times, shares
