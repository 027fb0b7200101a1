"""What makes way for an open block: as little as has to, nothing onto anything else, and every place has a way back."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.canvas.rooms import Opening, Room, make_room

ROWS = {
    "image": (0, 0), "conv": (240, 0), "act": (480, 0), "pool": (720, 0),
    "block": (0, 240), "flat": (240, 240), "head": (480, 240), "loss": (720, 240), "label": (480, 120),
    "below": (0, 480), "last": (240, 480),
}  # fmt: skip
WIRES = ["image conv", "conv act", "act pool", "pool block", "block flat", "flat head", "head loss", "label loss"]
WIRES += ["loss below", "below last"]


def rows(opening: Opening, before=None, moved=None) -> tuple[Room, dict[str, tuple[float, ...]]]:
    """Three rows below each other, a label between two of them, and one block open in the middle one."""
    names = list(ROWS)
    places = ROWS | (moved or {})
    boxes = numpy.array([(x, y, x + 120, y + 72) for x, y in places.values()], dtype=float)
    wires = [tuple(names.index(name) for name in wire.split()) for wire in WIRES]
    known = {growth.opening.node: growth for growth in before.growths} if before else None
    room, shown = make_room(range(len(names)), boxes, wires, [opening], before=known)
    return room, dict(zip(names, map(tuple, shown.tolist()), strict=True))


BLOCK = list(ROWS).index("block")


def test_only_the_row_of_a_block_moves_on_and_keeps_its_gaps():
    _, shown = rows(Opening(BLOCK, 480.0, 24.0, 72.0))
    assert all(shown[name][:2] == ROWS[name] for name in ("image", "conv", "act", "pool"))
    moved = {name: shown[name][0] - ROWS[name][0] for name in ("flat", "head", "loss", "label")}
    assert set(moved.values()) == {432.0}  # 480, less what was more than enough of the gap behind it
    assert shown["flat"][0] - shown["block"][2] == 72.0
    assert [shown[name][:2] for name in ("below", "last")] == [ROWS["below"], ROWS["last"]]  # there was room enough


def test_what_lies_below_moves_as_much_as_the_frame_lacks_and_the_row_above_too():
    _, shown = rows(Opening(BLOCK, 480.0, 192.0, 240.0))
    assert shown["below"][1] - shown["block"][3] == 72.0 and shown["below"][0] == 0
    assert shown["last"][1] == shown["below"][1]
    assert shown["block"][1] - shown["image"][3] == 72.0 and shown["image"][1] == shown["pool"][1]
    assert shown["flat"][1] == ROWS["flat"][1]


def test_what_has_made_way_stays_while_that_is_enough():
    opening = Opening(BLOCK, 480.0, 24.0, 72.0)
    room, _ = rows(opening)
    again, there = rows(opening, room, {"last": (600, 504)})
    assert again.growths == room.growths and there["last"][:2] == (600, 504)
    _, there = rows(opening, room, {"last": (72, 312)})  # under the frame: now there is more to do
    assert there["last"][1] >= there["block"][3]


def test_a_node_that_is_dropped_beside_what_moved_on_goes_back_with_it():
    room, shown = rows(Opening(BLOCK, 480.0, 24.0, 72.0))
    beside = (shown["loss"][0], shown["loss"][1] + 84)
    assert room.kept(beside, (120, 72)) == (ROWS["loss"][0], ROWS["loss"][1] + 84)
    assert room.kept((900, 0), (120, 72)) == (900, 0)  # the row above is where it always was


lengths = st.integers(0, 12).map(lambda n: n * 24.0)
places = st.tuples(st.integers(-20, 20), st.integers(-12, 12), st.integers(2, 6), st.integers(2, 5)).map(
    lambda b: (b[0] * 24.0, b[1] * 24.0, (b[0] + b[2]) * 24.0, (b[1] + b[3]) * 24.0)
)


def apart(a, b):
    """Whether two boxes do not touch."""
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@given(st.lists(places, min_size=2, max_size=9), st.data(), st.booleans())
def test_what_lies_apart_stays_apart_and_every_place_has_its_way_back(drawn, data, down):
    kept = []
    for box in drawn:
        if all(apart(box, other) for other in kept):
            kept.append(box)
    every = range(len(kept))
    openings = [
        Opening(n, data.draw(lengths), data.draw(lengths), data.draw(lengths))
        for n in data.draw(st.lists(st.sampled_from(every), max_size=3, unique=True))
    ]
    wires = data.draw(st.lists(st.tuples(st.sampled_from(every), st.sampled_from(every)), max_size=6))
    room, shown = make_room(every, numpy.array(kept), wires, openings, down=down)
    for a in every:
        for b in range(a):
            assert apart(shown[a], shown[b]), (kept, openings)
    opened = {one.node: one for one in openings}
    for node, (left, top, right, bottom) in enumerate(kept):
        size = (right - left, bottom - top)
        place = room.shown((left, top), size, node)
        rise = opened[node].rise if node in opened else 0.0
        assert place == (shown[node][0] + (rise if down else 0), shown[node][1] + (0 if down else rise))
        assert room.kept(place, size, node) == (left, top)


@pytest.mark.parametrize("down", [False, True])
def test_without_anything_open_everything_is_where_it_is_kept(down):
    room, shown = make_room([1], numpy.array([[5.0, 6.0, 7.0, 8.0]]), [], [], down=down)
    assert shown.tolist() == [[5, 6, 7, 8]] and room.kept((5, 6), (2, 2)) == room.shown((5, 6), (2, 2)) == (5, 6)
