import pytest

from crossearth_engine.shared.model_values import check_means, parse_values, range_of_means


@pytest.mark.parametrize(
    ("text", "unit", "value_range"),
    [
        ("reflectance", "reflectance", (0, 1)),
        (" Bytes", "bytes", (0, 255)),
        ("DB", "dB", None),
        ("0, 10000", None, (0, 10_000)),
        ("-1e-3,2.5", None, (-0.001, 2.5)),
    ],
)
def test_values_are_understood(text, unit, value_range):
    assert parse_values(text) == (unit, value_range)


@pytest.mark.parametrize("text", ["", "kelvin", "1", "2,1", "0,inf", "1,2,3", "nan,1"])
def test_values_that_are_none_are_told(text):
    with pytest.raises(ValueError, match=r"bytes, reflectance, dB or MIN,MAX|below the second"):
        parse_values(text)


def test_means_belong_to_values():
    check_means((0.2, 1.3), (0, 1))
    check_means((-12,), None)
    for mean, value_range in ((120, (0, 1)), (0.5, (1000, 1200)), (1353, None)):
        with pytest.raises(ValueError, match=f"a mean of {mean:g} does not belong"):
            check_means((mean,), value_range)


@pytest.mark.parametrize(
    ("mean", "std", "expected"),
    [
        ((120, 110), (50, 60), ((0, 255), True)),
        ((0, 0), (1, 1), ((0, 255), True)),
        ((0, 0), (255, 255), ((0, 255), True)),
        ((0.2, 0.3), (0.1, 0.1), ((0, 1), False)),
        ((0, 0), (0.5, 1), ((0, 1), False)),
        ((0.2, 30), (0.1, 9), ((0, 255), True)),
        ((1353, 1100), (240, 300), (None, True)),
        ((-12, -18), (4, 5), (None, True)),
    ],
)
def test_means_and_deviations_tell_the_range(mean, std, expected):
    assert range_of_means(mean, std) == expected
