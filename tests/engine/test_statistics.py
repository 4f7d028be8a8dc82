"""Student's t, intervals and Holm, against tables, closed forms, mpmath and simulation."""

import itertools
import math

import mpmath
import numpy as np
import pytest

from engine.training.statistics import (
    compare_all,
    critical_t,
    holm,
    interval,
    two_sided_p,
)


@pytest.mark.parametrize(("degrees", "confidence", "expected"), [
    (1, 0.95, 12.706), (2, 0.95, 4.303), (2, 0.99, 9.925), (3, 0.90, 2.353), (4, 0.95, 2.776),
    (9, 0.95, 2.262), (9, 0.99, 3.250), (30, 0.95, 2.042), (120, 0.95, 1.980)])
def test_quantiles_of_the_printed_tables(degrees, confidence, expected):
    assert critical_t(1 - confidence, degrees) == pytest.approx(expected, abs=5e-4)


def test_quantiles_of_one_and_two_degrees_have_closed_forms():
    for outside in (0.5, 0.05, 0.05 / 78, 1e-9):
        one = mpmath.cot(mpmath.pi * mpmath.mpf(outside) / 2)
        assert critical_t(outside, 1) == pytest.approx(float(one), rel=1e-11)
        half = outside / 2
        two = (1 - 2 * half) / math.sqrt(2 * half * (1 - half))
        assert critical_t(outside, 2) == pytest.approx(two, rel=1e-11)


def test_probabilities_are_those_of_mpmath_far_out_as_well():
    with mpmath.workdps(40):
        for degrees, t in itertools.product((1, 2, 3, 4, 7, 29, 999),
                                            (0.0, 1e-6, 0.1, 1.0, 4.3, 39.0, 1e5)):
            x = mpmath.mpf(degrees) / (degrees + mpmath.mpf(t) ** 2)
            exact = mpmath.betainc(mpmath.mpf(degrees) / 2, mpmath.mpf(1) / 2, 0, x,
                                   regularized=True)
            if exact > 1e-290:
                assert two_sided_p(t, degrees) == pytest.approx(float(exact), rel=1e-12)
                assert two_sided_p(-t, degrees) == two_sided_p(t, degrees)
    assert two_sided_p(math.inf, 2) == 0.0


def test_an_interval_worked_by_hand():
    # mean 84.9, deviations -0.4, 0.1, 0.3: s^2 = 0.26 / 2, half = 4.302653 sqrt(0.13 / 3)
    found = interval([84.5, 85.0, 85.2])
    assert found.mean == pytest.approx(84.9, rel=1e-14)
    assert found.half == pytest.approx(4.302652729911275 * math.sqrt(0.13 / 3), rel=1e-10)
    assert found.low == pytest.approx(84.9 - found.half, rel=1e-12)
    assert interval([84.5]) is None
    assert interval([]) is None


def test_values_without_spread_have_an_interval_of_no_length():
    found = interval([0.1, 0.1, 0.1])
    assert (found.low, found.mean, found.high, found.spread) == (0.1, 0.1, 0.1, 0.0)
    noise = interval([0.8 - 0.7, 0.9 - 0.8, 0.3 - 0.2])  # equal but for the last bit
    assert noise.spread == 0.0


def test_holm_by_hand():
    # sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1: 0.02, 0.03, 0.06, 0.04 -> 0.06
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def _step_down(p_values, outside):
    """Holm as he wrote it: reject the smallest while it is below its step."""
    rejected = set()
    for rank, index in enumerate(np.argsort(p_values, kind="stable")):
        if p_values[index] > outside / (len(p_values) - rank):
            break
        rejected.add(int(index))
    return rejected


def test_what_is_told_apart_is_what_holm_rejects_and_its_interval_agrees():
    rng = np.random.default_rng(5)
    seen = set()
    for _ in range(60):
        shifts = rng.normal(0, 3, 4)
        results = [dict(enumerate(shift + rng.normal(0, 0.3, 5))) for shift in shifts]
        found = compare_all(results)
        assert [(one.first, one.second) for one in found] == list(
            itertools.combinations(range(4), 2))
        assert {index for index, one in enumerate(found) if one.told_apart} == _step_down(
            [one.p for one in found], 0.05)
        for one in found:
            outside_zero = one.held.low > 0 or one.held.high < 0
            assert outside_zero == one.told_apart
            assert one.held.half >= one.interval.half * (1 - 1e-12)
        seen |= {one.told_apart for one in found}
    assert seen == {True, False}


def test_the_paired_test_by_hand():
    # differences 1, 2, 3: mean 2, s = 1, t = 2 sqrt(3) with 2 degrees; p = 1 - t / sqrt(2 + t^2)
    [found] = compare_all([{7: 11.0, 8: 22.0, 9: 33.0}, {7: 10.0, 8: 20.0, 9: 30.0}])
    t = 2 * math.sqrt(3)
    assert found.difference == pytest.approx(2.0)
    assert found.p == pytest.approx(1 - t / math.sqrt(2 + t * t), rel=1e-12)
    assert found.holm_p == found.p
    assert not found.told_apart


def test_differences_without_spread_are_not_tested():
    first = {1: 0.5, 2: 0.7, 3: 0.6}
    same, shifted = compare_all([first, first]), compare_all(
        [first, {seed: value - 0.1 for seed, value in first.items()}])
    for [one] in (same, shifted):
        assert (one.p, one.holm_p, one.held, one.told_apart) == (None, None, None, False)
        assert one.interval.spread == 0.0
    assert (same[0].difference, shifted[0].difference) == (0.0, pytest.approx(0.1))


def test_what_is_not_there_yet_counts_and_what_was_told_apart_stays_so():
    rng = np.random.default_rng(8)
    for _ in range(40):
        whole = [dict(enumerate(shift + rng.normal(0, 0.2, 4))) for shift in rng.normal(0, 2, 5)]
        early = {(one.first, one.second): one for one in compare_all([*whole[:3], None, None])}
        late = {(one.first, one.second): one for one in compare_all(whole)}
        assert set(early) == {(0, 1), (0, 2), (1, 2)}
        for pair, one in early.items():
            assert one.p == late[pair].p
            assert one.holm_p >= late[pair].holm_p
            assert late[pair].told_apart or not one.told_apart


def test_other_seeds_cannot_be_paired():
    with pytest.raises(ValueError, match="same seeds"):
        compare_all([{1: 0.5, 2: 0.6}, {1: 0.5, 3: 0.6}])
    assert compare_all([{1: 0.5}, {1: 0.6}]) == ()


def test_intervals_cover_as_often_as_they_say():
    rng = np.random.default_rng(11)
    draws = rng.normal(3.0, 2.0, (4000, 3))
    found = [interval(row.tolist()) for row in draws]
    covered = sum(one.low <= 3.0 <= one.high for one in found) / len(found)
    assert abs(covered - 0.95) < 3 * math.sqrt(0.95 * 0.05 / len(found))


def test_holm_errs_in_all_pairs_together_as_seldom_as_it_says():
    rng = np.random.default_rng(12)
    races = rng.normal(0.0, 1.0, (1500, 4, 3))
    wrong = sum(any(one.told_apart for one in compare_all(
        [dict(enumerate(row.tolist())) for row in race])) for race in races)
    assert 0 < wrong / len(races) < 0.05 + 3 * math.sqrt(0.05 * 0.95 / len(races))
