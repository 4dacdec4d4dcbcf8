"""Does work that several processes share come out as if one had done it all, whatever becomes of the others?"""

from __future__ import annotations

import os

import pytest

from kipbot.spread import spread_over

HERE = os.getpid()


@pytest.mark.parametrize(
    ("jobs", "count"),
    [
        pytest.param(1, 5, id="one process does everything itself"),
        pytest.param(2, 0, id="nothing to do"),
        pytest.param(2, 3, id="less than is worth a process"),
        pytest.param(2, 100, id="two share a hundred pieces"),
        pytest.param(8, 100, id="more processes than cores"),
        pytest.param(300, 100, id="more processes than pieces"),
    ],
)
def test_answers_come_in_order(jobs, count):
    assert spread_over(jobs)(lambda number: number * number, count) == [number * number for number in range(count)]


def test_a_large_answer_blocks_nobody():
    answers = spread_over(2, least=2)(lambda number: bytes([number]) * 300_000, 60)
    assert [answer[:1] + answer[-1:] for answer in answers] == [bytes([number, number]) for number in range(60)]


def test_what_comes_from_another_process_is_packed_there_and_unpacked_here():
    spread = spread_over(2, least=2, pack=lambda answer: [answer], unpack=lambda packed: packed[0])
    assert spread(str, 200) == [str(number) for number in range(200)]


def test_a_mistake_in_another_process_is_raised_here():
    def work(number: int) -> int:
        if os.getpid() != HERE:
            raise ValueError("a mail that nobody can read")
        return slowly(number)

    with pytest.raises(ValueError, match="nobody can read"):
        spread_over(2)(work, 200)


def test_what_a_process_that_died_had_begun_is_done_here():
    def work(number: int) -> int:
        if os.getpid() != HERE:
            os._exit(1)
        return slowly(number)

    assert spread_over(3)(work, 200) == list(range(200))


def slowly(number: int) -> int:
    """Give the other processes time to take their share."""
    sum(range(20_000))
    return number
