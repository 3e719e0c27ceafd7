import pytest

from crossearth_engine.shared.palette import ClassInfo, merge_classes

CLASSES = (
    ClassInfo(3, "building", "#ff0000"),
    ClassInfo(1, "road", "#808080"),
    ClassInfo(2, "trees", "#00ff00"),
)


def test_merged_classes_take_value_and_color_of_the_first_listed():
    classes, places = merge_classes(CLASSES, {"built": ["building", "road"]})
    assert classes == (ClassInfo(2, "trees", "#00ff00"), ClassInfo(3, "built", "#ff0000"))
    assert places == [1, 1, 0]


def test_a_class_can_get_another_name():
    classes, places = merge_classes(CLASSES, {"forest": ["trees"], "trees": ["road"]})
    assert {item.name: item.value for item in classes} == {"building": 3, "forest": 2, "trees": 1}
    assert [classes[place].value for place in places] == [3, 1, 2]


@pytest.mark.parametrize(
    ("merge", "part"),
    [
        ({"built": ["building", "rail"]}, "no class rail. Its classes are: building, road, trees."),
        ({"a": ["road"], "b": ["road", "trees"]}, "part of one class only"),
        ({"trees": ["road"]}, "a class trees already"),
        ({"built": []}, "at least one class"),
        ({" ": ["road"]}, "needs a name"),
        ({"a\nb": ["road"]}, "a name that can be read"),
    ],
)
def test_merges_that_make_no_sense_are_told(merge, part):
    with pytest.raises(ValueError, match=part):
        merge_classes(CLASSES, merge)
