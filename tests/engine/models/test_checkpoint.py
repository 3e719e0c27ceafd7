# ruff: noqa: E402 - what may be absent is asked for first
import builtins
import os
import subprocess
import sys
import zipfile
from collections import OrderedDict, defaultdict
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
safetensors = pytest.importorskip("safetensors.torch", reason="safetensors is an extra")

from crossearth_engine.errors import (
    EngineError,
    IncompatibleModel,
    OutputNotWritable,
    UnreadableModel,
)
from crossearth_engine.models import checkpoint_file
from crossearth_engine.models.checkpoint import (
    Checkpoint,
    load_crossearth,
    read_tensors,
    resample_backbone,
    save,
)
from crossearth_engine.networks.crossearth import CONFIGS
from tests.engine.networks.tiny import TINY, image, lively, save_like_published

WINDOW = TINY.window_size


@pytest.fixture(scope="module")
def network():
    return lively()


@pytest.fixture(scope="module")
def tensors(network):
    return network.state_dict()


@pytest.fixture
def published(tmp_path, tensors):
    return save_like_published(tmp_path / "published.pth", tensors)


def save_tensors(path, tensors):
    torch.save({"state_dict": OrderedDict(tensors)}, path)
    return path


def part(tensors, *prefixes):
    return {name: tensor for name, tensor in tensors.items() if name.startswith(prefixes)}


def plain_backbone(tensors):
    return {
        name.removeprefix("backbone."): tensor
        for name, tensor in tensors.items()
        if name.startswith("backbone.") and ".reins." not in name
    }


def test_file_laid_out_like_the_published_ones_is_read(published, tensors):
    loaded = load_crossearth(published)
    assert loaded.architecture == "crossearth-tiny-128"
    assert (loaded.num_classes, loaded.in_channels) == (5, 3)
    assert loaded.tensors.keys() == tensors.keys()
    assert all(torch.equal(loaded.tensors[name], tensors[name]) for name in tensors)


def test_training_tensors_are_left_out_and_told(published):
    assert load_crossearth(published).unused == (
        "auxiliary_head.conv_seg.weight",
        "backbone.reins.high_extractor.0.weight",
        "backbone.reins.high_extractor.1.bias",
        "style_augmentor.decoder.weight",
    )


@torch.inference_mode()
def test_loaded_network_gives_the_same_scores(published, network):
    loaded = load_crossearth(published)
    other = lively(seed=3)
    other.load_state_dict(loaded.tensors)
    assert torch.equal(other(image(64, 96)), network(image(64, 96)))


def test_nothing_of_the_training_framework_is_imported(published):
    before = set(sys.modules)
    load_crossearth(published)
    assert not any(name.startswith("mmengine") for name in set(sys.modules) - before)


def test_safetensors_are_read_by_content_not_by_name(tmp_path, tensors):
    path = tmp_path / "weights.bin"
    safetensors.save_file(tensors, path)
    assert load_crossearth(path).tensors.keys() == tensors.keys()


def test_names_of_parallel_training_lose_their_prefix(tmp_path, tensors):
    path = save_tensors(tmp_path / "a.pth", {f"module.{n}": t for n, t in tensors.items()})
    assert load_crossearth(path).tensors.keys() == tensors.keys()


def test_half_precision_is_widened(tmp_path, tensors):
    path = save_tensors(tmp_path / "a.pth", {n: t.half() for n, t in tensors.items()})
    assert {t.dtype for t in load_crossearth(path).tensors.values()} == {torch.float32}


@pytest.mark.parametrize("prefix", ["", "backbone."])
def test_head_and_backbone_may_lie_in_two_files(tmp_path, tensors, prefix):
    head = save_tensors(tmp_path / "a.pth", part(tensors, "backbone.reins.", "decode_head."))
    plain = {prefix + name: tensor for name, tensor in plain_backbone(tensors).items()}
    torch.save(plain, tmp_path / "backbone.pth")
    loaded = load_crossearth(head, tmp_path / "backbone.pth")
    assert all(torch.equal(loaded.tensors[name], tensors[name]) for name in tensors)


def test_a_file_without_backbone_asks_for_it(tmp_path, tensors):
    path = save_tensors(tmp_path / "a.pth", part(tensors, "backbone.reins.", "decode_head."))
    with pytest.raises(IncompatibleModel, match=r"adapter and head only.*--backbone"):
        load_crossearth(path)


def test_a_file_without_head_knows_no_classes(tmp_path, tensors):
    torch.save(plain_backbone(tensors), tmp_path / "a.pth")
    loaded = load_crossearth(tmp_path / "a.pth")
    assert (loaded.architecture, loaded.num_classes) == ("crossearth-tiny-128", 0)
    assert loaded.tensors.keys() == part(tensors, "backbone.").keys() - part(
        tensors, "backbone.reins."
    )


def test_a_file_of_another_network_is_told(tmp_path):
    torch.save({"fc.weight": torch.zeros(2, 2)}, tmp_path / "a.pth")
    with pytest.raises(IncompatibleModel, match="no tensors of CrossEarth"):
        load_crossearth(tmp_path / "a.pth")


def test_missing_tensors_are_named(tmp_path, tensors):
    less = {name: tensor for name, tensor in tensors.items() if "decoder.layers.8." not in name}
    path = save_tensors(tmp_path / "a.pth", less)
    with pytest.raises(
        IncompatibleModel, match=r"18 tensors are missing: decode_head\.trans.* and 12 more\."
    ):
        load_crossearth(path)


def test_misshapen_tensors_are_named(tmp_path, tensors):
    wrong = {**tensors, "decode_head.level_embed.weight": torch.zeros(4, 64)}
    path = save_tensors(tmp_path / "a.pth", wrong)
    with pytest.raises(IncompatibleModel, match=r"level_embed.weight is \(4, 64\) instead of \(3"):
        load_crossearth(path)


@pytest.mark.parametrize("shape", [(), (7,), (1, 64)])
def test_class_count_must_be_readable(tmp_path, tensors, shape):
    wrong = {**tensors, "decode_head.cls_embed.weight": torch.zeros(shape)}
    with pytest.raises(IncompatibleModel, match=r"cls_embed\.weight"):
        load_crossearth(save_tensors(tmp_path / "a.pth", wrong))


@pytest.mark.parametrize("shape", [(1,), (1, 64, 96), (1, 1, 96), (0, 65, 96), (1, 0, 96)])
def test_position_table_must_be_square(tmp_path, tensors, shape):
    wrong = {**tensors, "backbone.pos_embed": torch.zeros(shape)}
    with pytest.raises(IncompatibleModel, match=r"pos_embed"):
        load_crossearth(save_tensors(tmp_path / "a.pth", wrong))


def test_backbone_of_unknown_size_is_told(tmp_path, tensors):
    wrong = {name: tensor for name, tensor in tensors.items() if ".blocks.7." not in name}
    path = save_tensors(tmp_path / "a.pth", wrong)
    with pytest.raises(IncompatibleModel, match="7 blocks and width 96"):
        load_crossearth(path)


class Malice:
    def __init__(self, function, *arguments):
        self.call = function, arguments

    def __reduce__(self):
        return self.call


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (os.system, "posix.system|nt.system"),
        (subprocess.Popen, "subprocess.Popen|commands.Popen"),
        (builtins.eval, "builtins.eval"),
        (builtins.__import__, "builtins.__import__"),
    ],
)
def test_code_in_a_file_is_refused_and_not_executed(tmp_path, tensors, function, name):
    marker = tmp_path / "executed"
    argument = "os" if function is builtins.__import__ else f"touch {marker}"
    if function is builtins.eval:
        argument = f"open({str(marker)!r}, 'w')"
    path = tmp_path / "a.pth"
    torch.save({"state_dict": tensors, "meta": Malice(function, argument)}, path)
    with pytest.raises(UnreadableModel, match=rf"{name}.*Nothing of it was executed"):
        load_crossearth(path)
    assert not marker.exists()


def test_code_behind_getattr_is_not_executed(tmp_path, tensors):
    # getattr itself is met in published files, as an attribute of a logged object.
    path = tmp_path / "a.pth"
    marker = tmp_path / "executed"
    call = Malice(getattr, np.ndarray, "tofile")
    torch.save({"state_dict": tensors, "meta": Malice(map, call, [str(marker)])}, path)
    with pytest.raises(UnreadableModel, match=r"builtins\.map"):
        load_crossearth(path)
    torch.save({"state_dict": tensors, "meta": call}, path)
    assert load_crossearth(path).tensors.keys() == tensors.keys()
    assert not marker.exists()


def test_logged_objects_of_any_shape_do_no_harm(tmp_path, tensors):
    # defaultdict is filled item by item, which an inert object does not take.
    path = tmp_path / "a.pth"
    torch.save({"state_dict": tensors, "log": defaultdict(list, a=[np.float32(1)])}, path)
    with pytest.raises(UnreadableModel, match="not understood"):
        load_crossearth(path)


def save_pickle(path, pickled, compression=zipfile.ZIP_STORED, others=()):
    """Save a pickle as torch.save lays out files."""
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("a/data.pkl", pickled)
        archive.writestr("a/version", "3\n")
        for name in others:
            archive.writestr(name, "x")
    return path


START = b"\x80\x02"  # of protocol 2
DOUBLED = b"".join(b"h%ch%c\x86q%c" % (i, i, i + 1) for i in range(40))  # (x, x) of the last, …
HOSTILE_PICKLES = {
    "deep key": (b"}()" + b"\x85" * 200_000 + b"K\x01u.", "nests tuples"),
    "doubled key": (b"](" + b")q\x00" + DOUBLED + b"e.", "nests tuples"),
    "block of memory": (b"cbuiltins\nbytearray\n(\x8a\x05\0\0\0\0\x10tR.", "block of memory"),
    "deep list": (b"]" * 200_000 + b"a" * 199_999 + b".", "holds no dictionary"),
    "memo of nothing": (b"h\x05.", "truncated"),
    "empty stack": (b"0.", "truncated"),
    "no end": (b"}", "truncated"),
}


@pytest.mark.parametrize("name", HOSTILE_PICKLES)
def test_pickles_that_would_harm_the_process_are_refused(tmp_path, name):
    pickled, sentence = HOSTILE_PICKLES[name]
    with pytest.raises(UnreadableModel, match=sentence):
        read_tensors(save_pickle(tmp_path / "a.pth", START + pickled))


def test_compressed_file_is_refused_before_it_grows(tmp_path):
    content = START + b"X" + (100_000_000).to_bytes(4, "little") + bytes(100_000_000) + b"."
    path = save_pickle(tmp_path / "a.pth", content, zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(UnreadableModel, match="compressed"):
        read_tensors(path)


def test_entries_of_an_archive_are_never_written(tmp_path):
    folder = tmp_path / "inside"
    folder.mkdir()
    path = save_pickle(folder / "a.pth", START + b"}.", others=["../evil", f"{tmp_path}/evil"])
    with pytest.raises(UnreadableModel):
        read_tensors(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["inside"]


def test_a_tensor_that_repeats_one_value_is_no_weight(tmp_path, tensors):
    # A few bytes that claim to be a million classes.
    name = "decode_head.cls_embed.weight"
    path = tmp_path / "a.pth"
    torch.save({**tensors, name: torch.zeros(1).expand(1_000_000, 64)}, path)
    with pytest.raises(IncompatibleModel, match=name.replace(".", r"\.")):
        load_crossearth(path)


def test_files_of_old_pytorch_are_told_what_to_do(tmp_path, tensors):
    torch.save(tensors, tmp_path / "a.pth", _use_new_zipfile_serialization=False)
    with pytest.raises(UnreadableModel, match="saved again with a newer one"):
        read_tensors(tmp_path / "a.pth")


@pytest.mark.parametrize("share", [0.0, 0.001, 0.37, 0.999])
def test_truncated_file_is_told(published, share):
    content = published.read_bytes()
    published.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(UnreadableModel, match="truncated"):
        load_crossearth(published)


def test_truncated_safetensors_are_told(tmp_path, tensors):
    path = tmp_path / "a.safetensors"
    safetensors.save_file(tensors, path)
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(UnreadableModel, match="damaged"):
        read_tensors(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"<html>Not found</html>", b"\x80\x02}q\x00."])
def test_other_files_are_no_checkpoints(tmp_path, content):
    path = tmp_path / "a.pth"
    path.write_bytes(content)
    with pytest.raises(UnreadableModel, match=r"PyTorch 1\.6"):
        read_tensors(path)


@pytest.mark.parametrize("content", [[1, 2], {"state_dict": 3}, {"a": 1}, torch.zeros(2)])
def test_checkpoints_without_tensors_are_told(tmp_path, content):
    torch.save(content, tmp_path / "a.pth")
    with pytest.raises(UnreadableModel, match="holds no"):
        read_tensors(tmp_path / "a.pth")


def test_missing_file_is_told(tmp_path):
    with pytest.raises(UnreadableModel, match="no such file"):
        read_tensors(tmp_path / "a.pth")


def raw_dinov2(width, depth, seed=0):
    """Tensors named and shaped like a public DINOv2 file: patches of 14, a table of 37 x 37."""
    generator = torch.Generator().manual_seed(seed)

    def noise(*shape):
        return torch.randn(shape, generator=generator)

    tensors = {
        "cls_token": noise(1, 1, width),
        "pos_embed": noise(1, 1 + 37 * 37, width),
        "mask_token": noise(1, width),
        "patch_embed.proj.weight": noise(width, 3, 14, 14),
        "patch_embed.proj.bias": noise(width),
        "norm.weight": noise(width),
        "norm.bias": noise(width),
    }
    for i in range(depth):
        for name, shape in {
            "norm1.weight": (width,),
            "norm1.bias": (width,),
            "attn.qkv.weight": (3 * width, width),
            "attn.qkv.bias": (3 * width,),
            "attn.proj.weight": (width, width),
            "attn.proj.bias": (width,),
            "ls1.gamma": (width,),
            "norm2.weight": (width,),
            "norm2.bias": (width,),
            "mlp.fc1.weight": (4 * width, width),
            "mlp.fc1.bias": (4 * width,),
            "mlp.fc2.weight": (width, 4 * width),
            "mlp.fc2.bias": (width,),
            "ls2.gamma": (width,),
        }.items():
            tensors[f"blocks.{i}.{name}"] = noise(*shape)
    return tensors


@pytest.mark.parametrize(("window_size", "name"), [(512, "s-512"), (1024, "s-1024")])
def test_public_dinov2_becomes_a_backbone_of_ours(tmp_path, window_size, name):
    raw = raw_dinov2(384, 12)
    torch.save(raw, tmp_path / "dinov2_vits14_pretrain.pth")
    loaded = load_crossearth(tmp_path / "dinov2_vits14_pretrain.pth", None, window_size)
    assert (loaded.architecture, loaded.num_classes) == (f"crossearth-{name}", 0)
    assert all(name.startswith("backbone.") for name in loaded.tensors)
    converted = {key.removeprefix("backbone."): value for key, value in loaded.tensors.items()}
    assert converted["pos_embed"].shape == (1, 1 + (window_size // 16) ** 2, 384)
    assert converted["patch_embed.proj.weight"].shape == (384, 3, 16, 16)
    assert torch.equal(converted["blocks.11.mlp.fc2.weight"], raw["blocks.11.mlp.fc2.weight"])


def test_resampling_goes_by_target_size_and_keeps_the_class_part():
    raw = raw_dinov2(96, 0)
    converted = resample_backbone(raw, 32)
    grid = raw["pos_embed"][:, 1:].reshape(1, 37, 37, 96).permute(0, 3, 1, 2)
    grid = torch.nn.functional.interpolate(grid, (32, 32), mode="bicubic")
    expected = torch.cat((raw["pos_embed"][:, :1], grid.flatten(2).transpose(1, 2)), 1)
    torch.testing.assert_close(converted["pos_embed"], expected, atol=0, rtol=0)
    kernel = torch.nn.functional.interpolate(
        raw["patch_embed.proj.weight"], (16, 16), mode="bicubic"
    )
    assert torch.equal(converted["patch_embed.proj.weight"], kernel)


def test_fitting_backbone_is_left_as_it_is(tensors):
    plain = plain_backbone(tensors)
    assert all(tensor is plain[name] for name, tensor in resample_backbone(plain, 8).items())


def test_raw_backbone_completes_a_head(tmp_path, tensors):
    raw = {**plain_backbone(tensors), "pos_embed": torch.randn(1, 1 + 37 * 37, 96)}
    raw["patch_embed.proj.weight"] = torch.randn(96, 3, 14, 14)
    torch.save(raw, tmp_path / "backbone.pth")
    head = save_tensors(tmp_path / "a.pth", part(tensors, "backbone.reins.", "decode_head."))
    loaded = load_crossearth(head, tmp_path / "backbone.pth", window_size=WINDOW)
    assert loaded.tensors["backbone.pos_embed"].shape == (1, 65, 96)
    with pytest.raises(IncompatibleModel, match="window of 512 pixels; known are 128"):
        load_crossearth(head, tmp_path / "backbone.pth")


def test_dinov2_with_registers_is_refused(tmp_path):
    torch.save({**raw_dinov2(384, 12), "register_tokens": torch.zeros(1, 4, 384)}, tmp_path / "a")
    with pytest.raises(IncompatibleModel, match="register tokens"):
        load_crossearth(tmp_path / "a")


def test_saved_weights_read_back_the_same(tmp_path, tensors):
    checkpoint = Checkpoint("crossearth-tiny-128", 5, 3, dict(tensors), ())
    save(checkpoint, tmp_path / "model.safetensors")
    loaded = load_crossearth(tmp_path / "model.safetensors")
    assert replace(loaded, tensors={}) == replace(checkpoint, tensors={})
    assert all(torch.equal(loaded.tensors[name], tensors[name]) for name in tensors)
    assert [file.name for file in tmp_path.iterdir()] == ["model.safetensors"]
    other = tmp_path / "other"
    other.touch()
    assert (tmp_path / "model.safetensors").stat().st_mode == other.stat().st_mode
    assert loaded.config == CONFIGS["crossearth-tiny-128"]


def test_unwritable_folder_is_told_and_nothing_left(tmp_path, tensors):
    checkpoint = Checkpoint("crossearth-tiny-128", 5, 3, dict(tensors), ())
    with pytest.raises(OutputNotWritable):
        save(checkpoint, tmp_path / "missing" / "model.safetensors")
    assert list(tmp_path.iterdir()) == []


def test_every_error_is_a_sentence_with_the_file(tmp_path):
    path = tmp_path / "strange name.pth"
    with pytest.raises(EngineError, match=r"strange name\.pth .*\.$"):
        load_crossearth(path)


def test_stand_ins_do_nothing():
    inert = checkpoint_file.Inert("rm -rf", -1)
    inert.__setstate__({"call": print})
    assert vars(inert) == {}


def test_tensors_without_values_do_not_count(tmp_path, tensors):
    name = "decode_head.level_embed.weight"
    for odd in (tensors[name].to("meta"), tensors[name].to_sparse()):
        path = save_tensors(tmp_path / "a.pth", {**tensors, name: odd})
        with pytest.raises(IncompatibleModel, match=rf"1 tensor is missing: {name}\."):
            load_crossearth(path)
