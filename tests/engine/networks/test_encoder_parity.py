"""Our encoders against what the official code computed with the same weights, array by array."""
# ruff: noqa: E402 - what may be absent is asked for first

import json
import os
import re
import warnings
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
safetensors = pytest.importorskip("safetensors.torch", reason="safetensors is an extra")

from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.dinov2 import DinoV2
from crossearth_engine.networks.dofa import Dofa
from crossearth_engine.networks.prithvi import Prithvi
from crossearth_engine.networks.prithvi_segmenter import PrithviSegmenter, UNet, UperNet
from crossearth_engine.networks.terramind import TerraMind

REPOSITORY = Path(__file__).resolve().parents[3]
FOLDER = Path(
    os.environ.get("CROSSEARTH_ENCODER_DIR", REPOSITORY.parent / "shared/reference/encoders")
)
# By modality of the fixture: its name in the files, and its bands.
MODALITIES = {
    "S2L2A": ("untok_sen2l2a@224", 12),
    "S2L1C": ("untok_sen2l1c@224", 13),
    "S1GRD": ("untok_sen1grd@224", 2),
    "S1RTC": ("untok_sen1rtc@224", 2),
    "RGB": ("untok_sen2rgb@224", 3),
    "DEM": ("untok_dem@224", 1),
}

# What follows the case in the name of an array, and perhaps a number, by encoder: all of these are
# compared. Others that a fixture has besides are named in a warning.
KINDS = {
    "softcon": "patch_tokens|tokens|block|map|final_cls|final_patch",
    "terramind": "((mean|max)_)?map|tokens|block|final|(patch_tokens|pos_plus_mod)_[A-Z0-9]+",
    "prithvi-eo-2": "pos_table|patch_tokens|tokens|block|map|final",
    "dofa": (
        "(bicubic_)?(tokens|block|map|pooled)|patch_tokens|wave_features|"
        "generated_(weight|bias)_unscaled"
    ),
    "prithvi-eo-2 + UperNet": "level|psp|decoder|head|logits",
    "prithvi-eo-2 + UNet": "level|head|(decoder|logits)(_smp)?",
}

pytestmark = pytest.mark.weights


class Fixture:
    """What the official code computed: settings, weights and arrays.

    Any may be of more digits than those that are computed with here.
    """

    def __init__(self, config):
        begin = config.name.removesuffix("config.json")
        self.settings = json.loads(config.read_text(encoding="utf-8"))
        self.weights = safetensors.load_file(config.with_name(f"{begin}weights.safetensors"))
        with np.load(config.with_name(f"{begin}arrays.npz")) as arrays:
            self.arrays = {name: arrays[name] for name in arrays.files}
        self.compared = set()

    @property
    def sizes(self):
        names = {"width": "dim", "depth": "depth", "num_heads": "heads", "feature_blocks": "out"}
        grid_size = self.settings["img"] // self.settings["patch"]
        return {ours: self.settings[name] for ours, name in names.items()} | {
            "grid_size": grid_size
        }

    def tensor(self, name):
        return torch.from_numpy(self.arrays[name]).float()

    def load(self, network, prefix="", leave_out=(), besides=None):
        """Fill a network with the tensors that belong to it; it lacks none, nor they any of its.

        The files of some authors have what was for training only beside them.
        """
        own = {name.partition(".")[0] for name in network.state_dict()}
        tensors = {
            name.removeprefix(prefix): tensor
            for name, tensor in self.weights.items()
            if name.startswith(prefix) and not name.startswith(tuple(leave_out))
        }
        network.load_state_dict(
            {name: t for name, t in tensors.items() if name.partition(".")[0] in own}
            | (besides or {})
        )

    def cases(self, ending="_input"):
        return [n.removesuffix(ending) for n in self.arrays if n.endswith(ending)]

    def compare(self, name, actual):
        """Compare an array, if it is there; `assert_all_compared` sees to it that none is left."""
        if name not in self.arrays:
            return
        expected = self.arrays[name]
        assert tuple(actual.shape) == expected.shape, name
        difference = np.abs(actual.detach().numpy() - expected).max()
        assert difference <= self.settings["tolerance_max_abs"], f"{name} is off by {difference}"
        self.compared.add(name)

    def assert_all_compared(self, *others):
        """No array was forgotten but inputs and what is for information only."""
        rest = [
            n for n in self.arrays if n not in self.compared and not any(k in n for k in others)
        ]
        cases = {name.partition("_input")[0] for name in self.arrays if "_input" in name}
        known = rf"({'|'.join(cases)})_({KINDS[self.settings['encoder']]})\d*"
        assert not [name for name in rest if re.fullmatch(known, name)]
        assert self.compared
        if rest:
            warnings.warn(f"Not known here, and not compared: {rest}", stacklevel=2)


def for_each_fixture_of(encoder):
    """Run a test with every fixture of an encoder; skip it without one."""
    found = [
        path
        for path in sorted(FOLDER.rglob("*config.json"))
        if json.loads(path.read_text(encoding="utf-8")).get("encoder") == encoder
    ]
    reason = f"CROSSEARTH_ENCODER_DIR: no fixture of {encoder} in {FOLDER}"
    missing = pytest.param(None, marks=pytest.mark.skip(reason=reason))
    names = [str(path.relative_to(FOLDER)) for path in found] or ["none"]
    return pytest.mark.parametrize("config", found or [missing], ids=names)


def watched(network, blocks, call):
    """Run a network; return what enters its first block, what leaves each, and its maps."""
    seen = []
    hooks = [blocks[0].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))]
    hooks += [b.register_forward_hook(lambda *args: seen.append(args[-1])) for b in blocks]
    maps = call(network.eval())
    for hook in hooks:
        hook.remove()
    tokens, *outputs = seen
    return tokens, outputs, maps


def compare_blocks(fixture, case, tokens, outputs):
    fixture.compare(f"{case}_tokens0", tokens)
    for i, output in enumerate(outputs):
        fixture.compare(f"{case}_block{i}", output)


def compare_maps(fixture, prefix, maps):
    for i, item in enumerate(maps):
        fixture.compare(f"{prefix}_map{i}", item)


@for_each_fixture_of("softcon")
@torch.inference_mode()
def test_softcon_encoder_parity(config):
    fixture = Fixture(config)
    settings = fixture.settings
    network = DinoV2(
        **fixture.sizes,
        in_channels=settings["bands"],
        patch_size=settings["patch"],
        is_normed=True,
    )
    # Of training only; a file of TorchGeo has none.
    fixture.load(network, besides={"mask_token": network.mask_token})
    for case in fixture.cases():
        image = fixture.tensor(f"{case}_input")
        tokens, outputs, maps = watched(network, network.blocks, lambda n, x=image: n(x))
        fixture.compare(f"{case}_patch_tokens", network.patch_embed(image))
        compare_blocks(fixture, case, tokens, outputs)
        final = network.norm(outputs[-1])
        fixture.compare(f"{case}_final_cls", final[:, 0])
        fixture.compare(f"{case}_final_patch", final[:, 1:])
        compare_maps(fixture, case, maps)
    fixture.assert_all_compared("_input", "_timm_final")


@for_each_fixture_of("terramind")
@torch.inference_mode()
def test_terramind_encoder_parity(config):
    fixture = Fixture(config)
    for case in dict.fromkeys(n.partition("_input_")[0] for n in fixture.arrays if "_input_" in n):
        begin = f"{case}_input_"
        inputs = fixture.settings.get("inputs", fixture.arrays)
        names = [n.removeprefix(begin) for n in inputs if n.startswith(begin)]
        bands = dict(MODALITIES[name] for name in names)
        image = torch.cat([fixture.tensor(begin + name) for name in names], dim=1)
        others = {
            f"encoder_embeddings.{key}." for key, _ in MODALITIES.values() if key not in bands
        }
        for merge in ("mean", "max"):
            network = TerraMind(bands, **fixture.sizes, merge=merge)
            made = {
                name: t.clone() for name, t in network.state_dict().items() if "pos_emb" in name
            }
            fixture.load(network, leave_out=("encoder_embeddings.tok_", *others))
            for name, table in made.items():  # in case a file lacks it
                assert torch.allclose(table, fixture.weights[name].float(), atol=1e-6)
            tokens, outputs, maps = watched(network, network.encoder, lambda n, x=image: n(x))
            compare_maps(fixture, f"{case}_{merge}", maps)
        for name, key in zip(names, bands, strict=True):
            embedding, own = network.encoder_embeddings[key], fixture.tensor(begin + name)
            marks = embedding.marks(*(length // 16 for length in own.shape[2:]))
            fixture.compare(f"{case}_pos_plus_mod_{name}", marks)
            fixture.compare(f"{case}_patch_tokens_{name}", embedding(own) - marks)
        compare_blocks(fixture, case, tokens, outputs)
        fixture.compare(f"{case}_final", network.encoder_norm(outputs[-1]))
    fixture.assert_all_compared("_input_")


@for_each_fixture_of("prithvi-eo-2")
@torch.inference_mode()
def test_prithvi_encoder_parity(config):
    fixture = Fixture(config)
    settings = fixture.settings
    for case in fixture.cases():
        image = fixture.tensor(f"{case}_input")
        series = image if image.ndim == 5 else image[:, :, None]
        network = Prithvi(
            **fixture.sizes,
            in_channels=settings["bands"],
            patch_size=settings["patch"],
            num_frames=series.shape[2],
            knows_time_and_place="encoder.temporal_embed_enc.scale" in fixture.weights,
        )
        fixture.load(network, "encoder.", besides={"pos_embed": network.pos_embed})
        coordinates = [
            fixture.tensor(name) if name in fixture.arrays else None
            for name in (f"{case}_temporal_coords", f"{case}_location_coords")
        ]
        tokens, outputs, maps = watched(
            network, network.blocks, lambda n, x=image, c=coordinates: n(x, *c)
        )
        sizes = [length // settings["patch"] for length in series.shape[3:]]
        fixture.compare(f"{case}_pos_table", network.positions(*sizes))
        fixture.compare(f"{case}_patch_tokens", network.patch_embed(series))
        compare_blocks(fixture, case, tokens, outputs)
        fixture.compare(f"{case}_final", network.norm(outputs[-1]))
        compare_maps(fixture, case, maps)
    fixture.assert_all_compared("_input", "_coords", "_madetable_final")


@for_each_fixture_of("dofa")
@torch.inference_mode()
def test_dofa_encoder_parity(config):
    fixture = Fixture(config)
    for case in fixture.cases():
        image = fixture.tensor(f"{case}_input")
        wavelengths = fixture.tensor(f"{case}_wavelengths_um")
        for ending, resizing in (("", "bilinear"), ("_bicubic", "bicubic")):
            name = case + ending
            if not any(array.startswith(f"{name}_") for array in fixture.arrays):
                continue
            network = Dofa(**fixture.sizes, patch_size=fixture.settings["patch"], resizing=resizing)
            fixture.load(network)
            tokens, outputs, maps = watched(
                network, network.blocks, lambda n, x=image, w=wavelengths: n(x, w)
            )
            fixture.compare(f"{name}_tokens0", tokens)
            for i, output in enumerate(outputs):
                fixture.compare(f"{name}_block{i}", output)
            compare_maps(fixture, name, maps)
            # No published file has this norm: only tokens are of use.
            norm = [fixture.weights.get(f"fc_norm.{part}") for part in ("weight", "bias")]
            norm = [None if tensor is None else tensor.float() for tensor in norm]
            pooled = outputs[-1][:, 1:].mean(1)
            pooled = F.layer_norm(pooled, pooled.shape[-1:], *norm, eps=1e-6)
            fixture.compare(f"{name}_pooled", pooled)
        patches = network.patch_embed
        codes = patches.codes(wavelengths)
        rows, bias = patches.weight_generator(codes)
        fixture.compare(f"{case}_wave_features", codes)
        fixture.compare(f"{case}_generated_weight_unscaled", rows)
        fixture.compare(f"{case}_generated_bias_unscaled", bias)
        fixture.compare(f"{case}_patch_tokens", patches(image, wavelengths))
    fixture.assert_all_compared("_input", "_wavelengths_um")


@for_each_fixture_of("prithvi-eo-2 + UperNet")
def test_prithvi_upernet_encoder_parity(config):
    compare_with_head(Fixture(config), "UperNet")


@for_each_fixture_of("prithvi-eo-2 + UNet")
def test_prithvi_unet_encoder_parity(config):
    compare_with_head(Fixture(config), "UNet")


@torch.inference_mode()
def compare_with_head(fixture, kind):
    settings = fixture.settings
    # A UNet's last block was another one in older versions: its arrays have an ending.
    for ending in ("", "_smp04") if kind == "UNet" else ("",):
        decoder = (
            UperNet(settings["dim"], settings["channels"])
            if kind == "UperNet"
            else UNet(settings["dim"], settings["channels"], is_doubled=bool(ending))
        )
        encoder = Prithvi(
            **fixture.sizes,
            in_channels=settings["bands"],
            patch_size=settings["patch"],
            knows_time_and_place="encoder.temporal_embed_enc.scale" in fixture.weights,
        )
        network = PrithviSegmenter(encoder, decoder, settings["dim"], settings["classes"]).eval()
        fixture.load(network, besides={"encoder.pos_embed": encoder.pos_embed})
        seen = {}

        def watch(name, module, seen=seen):
            module.register_forward_hook(lambda *args: seen.update({name: args[-1]}))

        watch("levels", network.neck["2"])
        watch("decoder", network.decoder)
        watch("head", network.head)
        if kind == "UperNet":
            watch("psp", network.decoder.bottleneck)
        for case in fixture.cases():
            coordinates = [
                fixture.tensor(name) if name in fixture.arrays else None
                for name in (f"{case}_temporal_coords", f"{case}_location_coords")
            ]
            logits = network(fixture.tensor(f"{case}_input"), *coordinates)
            fixture.compare(f"{case}_logits{ending}", logits)
            fixture.compare(f"{case}_decoder{ending}", seen["decoder"])
            for i, level in enumerate(seen["levels"], 1):
                fixture.compare(f"{case}_level{i}", level)
            if not ending:
                fixture.compare(f"{case}_head", seen["head"])
            if kind == "UperNet":
                fixture.compare(f"{case}_psp", seen["psp"])
    fixture.assert_all_compared("_input", "_coords")
