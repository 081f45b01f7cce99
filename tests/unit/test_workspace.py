"""Memory used again: what lies where, and what is written over when."""

import threading

import numpy as np
import pytest

from lstm_viz.cells import GRU, LSTM, RNN
from lstm_viz.workspace import Workspace, empty

FLOAT = np.dtype(np.float32)


def address(array):
    return array.ctypes.data


def take(workspace, *shapes):
    with workspace.anew():
        return [empty(shape, FLOAT) for shape in shapes]


def test_outside_every_array_has_its_own_memory():
    take(workspace := Workspace(), (8,))
    assert empty((8,), FLOAT).base is None
    with workspace.anew():
        inside = empty((8,), FLOAT)
    assert inside.base is not None
    assert empty((8,), FLOAT).base is None


def test_the_same_memory_is_given_again_and_no_two_arrays_share_it():
    shapes = (3, 5), (7,), (2, 2, 2)
    workspace = Workspace()
    take(workspace, *shapes)
    first, again = take(workspace, *shapes), take(workspace, *shapes)
    assert [address(array) for array in first] == [address(array) for array in again]
    for number, array in enumerate(again):
        array[...] = number
    for number, (array, shape) in enumerate(zip(again, shapes, strict=True)):
        assert array.shape == shape and (array == number).all()


def test_arrays_begin_at_a_line_of_the_cache():
    workspace = Workspace()
    take(workspace, (3,), (5,))
    assert [address(array) % 64 for array in take(workspace, (3,), (5,))] == [0, 0]


def test_what_has_no_room_is_right_all_the_same_and_has_room_the_next_time():
    workspace = Workspace()
    take(workspace, (10,))
    small = workspace.nbytes
    fits, too_many = take(workspace, (10,), (1000,))
    assert fits.base is not None and too_many.base is None
    take(workspace, (10,), (1000,))
    assert workspace.nbytes > small + 4000
    assert all(array.base is not None for array in take(workspace, (10,), (1000,)))


def test_released_memory_is_taken_anew():
    workspace = Workspace()
    take(workspace, (1000,))
    take(workspace, (1000,))
    workspace.release()
    assert workspace.nbytes == 0
    (array,) = take(workspace, (1000,))
    array[:] = 1
    assert (array == 1).all()


def test_another_thread_is_not_in_it():
    workspace, found = Workspace(), []
    take(workspace, (8,))
    with workspace.anew():
        thread = threading.Thread(target=lambda: found.append(empty((8,), FLOAT)))
        thread.start()
        thread.join()
        assert empty((8,), FLOAT).base is not None
    assert found[0].base is None


@pytest.mark.parametrize("kind", [LSTM, GRU, RNN])
def test_a_record_made_in_it_is_read_only_as_any_other(kind):
    cell = kind.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    workspace = Workspace()
    for _ in range(3):  # the first finds no room; the frozen arrays of the second block no third
        with workspace.anew():
            trace = cell.run(np.ones((4, 2)))
            assert not trace.h.flags.writeable
            assert np.isfinite(cell.backward(trace, np.ones_like(trace.h)).weight_ih).all()
