"""CrossEarth, step by step as its official code computes it: what ours is measured against.

Nothing is computed ahead, no order is changed, attention is written out, in single precision.
Also an independent reading of the specification: tests compare both with each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.crossearth import CrossEarthConfig

Weights = Mapping[str, Tensor]


def plain_scores(weights: Weights, config: CrossEarthConfig, image: Tensor) -> Tensor:
    """Return scores (B, K, H, W) of normalised images (B, 3, H, W) from official tensors."""
    maps, queries = _backbone(_part(weights, "backbone"), config, image)
    head = _part(weights, "decode_head")
    heads = config.head_num_heads
    memories, pixels = _pixel_decoder(_part(head, "pixel_decoder"), config, maps)

    x = _linear(head, "querys2feat", queries).expand(len(image), -1, -1)
    class_logits, mask_logits = _predict(head, x, pixels)
    for i in range(config.decoder_layers):
        memory = memories[i % 3]
        mask = F.interpolate(mask_logits, memory.shape[2:], mode="bilinear", align_corners=False)
        blocked = mask.flatten(2).sigmoid() < 0.5
        blocked &= ~blocked.all(-1, keepdim=True)
        value = memory.flatten(2).transpose(1, 2) + head["level_embed.weight"][i % 3]
        key = value + _sine_code(*memory.shape[2:], value.shape[-1])
        layer = _part(head, f"transformer_decoder.layers.{i}")
        attended = _multihead(layer, "cross_attn.attn", heads, x + queries, key, value, blocked)
        x = _norm(layer, "norms.0", x + attended)
        attended = _multihead(layer, "self_attn.attn", heads, x + queries, x + queries, x)
        x = _norm(layer, "norms.1", x + attended)
        x = _norm(layer, "norms.2", x + _feed_forward(layer, x))
        class_logits, mask_logits = _predict(head, x, pixels)

    masks = F.interpolate(mask_logits, image.shape[2:], mode="bilinear", align_corners=False)
    classes = class_logits.softmax(-1)[..., :-1]
    return torch.einsum("bqc,bqhw->bchw", classes, masks.sigmoid())


def _backbone(w: Weights, config: CrossEarthConfig, image: Tensor) -> tuple[list[Tensor], Tensor]:
    x = F.conv2d(image, w["patch_embed.proj.weight"], w["patch_embed.proj.bias"], stride=16)
    height, width = x.shape[2:]
    x = torch.cat((w["cls_token"].expand(len(x), -1, -1), x.flatten(2).transpose(1, 2)), dim=1)
    x = x + _position_table(w["pos_embed"], config.grid_size, height, width)
    maps = []
    for i in range(config.depth):
        block = _part(w, f"blocks.{i}")
        x = x + block["ls1.gamma"] * _attention(
            block, config.num_heads, _norm(block, "norm1", x, 1e-6)
        )
        hidden = F.gelu(_linear(block, "mlp.fc1", _norm(block, "norm2", x, 1e-6)))
        x = x + block["ls2.gamma"] * _linear(block, "mlp.fc2", hidden)

        tokens = w["reins.learnable_tokens_a"][i] @ w["reins.learnable_tokens_b"][i]
        patches = x[:, 1:]
        attention = (patches @ tokens.T / math.sqrt(config.width)).softmax(-1)
        delta = attention[..., 1:] @ _linear(w, "reins.mlp_token2feat", tokens[1:])
        delta = _linear(w, "reins.mlp_delta_f", delta + patches)
        x = torch.cat((x[:, :1], patches + w["reins.scale"] * delta), dim=1)
        if i in config.feature_blocks:
            maps.append(x[:, 1:].transpose(1, 2).reshape(len(x), -1, height, width).contiguous())
    maps = [
        level if factor == 1 else _resize(level, factor)
        for level, factor in zip(maps, (4, 2, 1, 0.5))
    ]
    tokens = _linear(
        w, "reins.transform", w["reins.learnable_tokens_a"] @ w["reins.learnable_tokens_b"]
    )
    triples = torch.stack((tokens.amax(0), tokens.mean(0), tokens[-1]), dim=-1).flatten(1)
    return maps, _linear(w, "reins.merge", triples)


def _position_table(table: Tensor, size: int, height: int, width: int) -> Tensor:
    if height == width == size:
        return table
    grid = table[:, 1:].reshape(1, size, size, -1).permute(0, 3, 1, 2)
    factors = ((height + 0.1) / size, (width + 0.1) / size)
    grid = F.interpolate(grid, scale_factor=factors, mode="bicubic", align_corners=False)
    return torch.cat((table[:, :1], grid.flatten(2).transpose(1, 2)), dim=1)


def _attention(w: Weights, heads: int, x: Tensor) -> Tensor:
    batch, tokens, width = x.shape
    qkv = _linear(w, "attn.qkv", x).reshape(batch, tokens, 3, heads, width // heads)
    q, k, v = qkv.permute(2, 0, 3, 1, 4)
    attention = (q * (width // heads) ** -0.5 @ k.transpose(-2, -1)).softmax(-1)
    return _linear(w, "attn.proj", (attention @ v).transpose(1, 2).reshape(x.shape))


def _pixel_decoder(
    w: Weights, config: CrossEarthConfig, maps: list[Tensor]
) -> tuple[list[Tensor], Tensor]:
    levels = [
        _group_norm(w, f"input_convs.{i}.gn", _conv(w, f"input_convs.{i}.conv", level))
        for i, level in enumerate((maps[3], maps[2], maps[1]))
    ]
    shapes = [level.shape[2:] for level in levels]
    x = torch.cat([level.flatten(2).transpose(1, 2) for level in levels], dim=1)
    code = torch.cat(
        [
            _sine_code(*shape, config.head_width) + w["level_encoding.weight"][i]
            for i, shape in enumerate(shapes)
        ]
    )
    reference = torch.cat([_cell_centers(*shape) for shape in shapes])
    for i in range(config.encoder_layers):
        layer = _part(w, f"encoder.layers.{i}")
        attended = _deformable(layer, config.head_num_heads, x + code, x, reference, shapes)
        x = _norm(layer, "norms.0", x + attended)
        x = _norm(layer, "norms.1", x + _feed_forward(layer, x))
    memories = [
        part.transpose(1, 2).reshape(len(x), -1, *shape)
        for part, shape in zip(x.split([h * w for h, w in shapes], dim=1), shapes)
    ]
    lateral = _group_norm(w, "lateral_convs.0.gn", _conv(w, "lateral_convs.0.conv", maps[0]))
    fine = F.interpolate(memories[2], lateral.shape[2:], mode="bilinear", align_corners=False)
    fine = _conv(w, "output_convs.0.conv", lateral + fine, padding=1)
    return memories, _conv(w, "mask_feature", _group_norm(w, "output_convs.0.gn", fine).relu())


def _deformable(
    w: Weights, heads: int, query: Tensor, x: Tensor, reference: Tensor, shapes: list[torch.Size]
) -> Tensor:
    batch, cells, width = x.shape
    values = _linear(w, "self_attn.value_proj", x).view(batch, cells, heads, width // heads)
    offsets = _linear(w, "self_attn.sampling_offsets", query).view(batch, cells, heads, 3, 4, 2)
    weights = _linear(w, "self_attn.attention_weights", query).view(batch, cells, heads, 12)
    sizes = torch.tensor([(w, h) for h, w in shapes])
    places = reference[:, None, None, None] + offsets / sizes[:, None]
    grids = 2 * places - 1
    samples = []
    for i, part in enumerate(values.split([h * w for h, w in shapes], dim=1)):
        level = part.flatten(2).transpose(1, 2).reshape(batch * heads, width // heads, *shapes[i])
        grid = grids[:, :, :, i].transpose(1, 2).flatten(0, 1)
        samples.append(F.grid_sample(level, grid, padding_mode="zeros", align_corners=False))
    shares = weights.softmax(-1).transpose(1, 2).reshape(batch * heads, 1, cells, 12)
    sums = (torch.stack(samples, dim=-2).flatten(-2) * shares).sum(-1)
    sums = sums.view(batch, width, cells).transpose(1, 2).contiguous()
    return _linear(w, "self_attn.output_proj", sums)


def _predict(w: Weights, x: Tensor, pixels: Tensor) -> tuple[Tensor, Tensor]:
    x = _norm(w, "transformer_decoder.post_norm", x)
    embedding = _linear(w, "mask_embed.0", x).relu()
    embedding = _linear(w, "mask_embed.4", _linear(w, "mask_embed.2", embedding).relu())
    return _linear(w, "cls_embed", x), torch.einsum("bqc,bchw->bqhw", embedding, pixels)


def _multihead(
    w: Weights,
    name: str,
    heads: int,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    blocked: Tensor | None = None,
) -> Tensor:
    weights, biases = w[f"{name}.in_proj_weight"].chunk(3), w[f"{name}.in_proj_bias"].chunk(3)
    q, k, v = (
        F.linear(x, weight, bias).unflatten(-1, (heads, -1)).transpose(1, 2)
        for x, weight, bias in zip((query, key, value), weights, biases)
    )
    attention = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if blocked is not None:
        attention = attention.masked_fill(blocked[:, None], -math.inf)
    return _linear(w, f"{name}.out_proj", (attention.softmax(-1) @ v).transpose(1, 2).flatten(2))


def _feed_forward(w: Weights, x: Tensor) -> Tensor:
    return _linear(w, "ffn.layers.1", _linear(w, "ffn.layers.0.0", x).relu())


def _sine_code(height: int, width: int, channels: int) -> Tensor:
    period = 10_000 ** (2 * (torch.arange(channels // 2) // 2) / (channels // 2))
    y = torch.arange(1, height + 1) / (height + 1e-6) * 2 * math.pi
    x = torch.arange(1, width + 1) / (width + 1e-6) * 2 * math.pi
    code = torch.empty(height, width, channels)
    for half, angles in enumerate((y[:, None, None] / period, x[None, :, None] / period)):
        part = code[..., half * channels // 2 : (half + 1) * channels // 2]
        part[..., 0::2] = angles[..., 0::2].sin()
        part[..., 1::2] = angles[..., 1::2].cos()
    return code.flatten(0, 1)


def _cell_centers(height: int, width: int) -> Tensor:
    y = (torch.arange(height) + 0.5) / height
    x = (torch.arange(width) + 0.5) / width
    return torch.stack((x.repeat(height), y.repeat_interleave(width)), dim=-1)


def _part(weights: Weights, name: str) -> Weights:
    return {
        key[len(name) + 1 :]: value for key, value in weights.items() if key.startswith(f"{name}.")
    }


def _linear(w: Weights, name: str, x: Tensor) -> Tensor:
    return F.linear(x, w[f"{name}.weight"], w[f"{name}.bias"])


def _conv(w: Weights, name: str, x: Tensor, padding: int = 0) -> Tensor:
    return F.conv2d(x, w[f"{name}.weight"], w.get(f"{name}.bias"), padding=padding)


def _norm(w: Weights, name: str, x: Tensor, eps: float = 1e-5) -> Tensor:
    return F.layer_norm(x, x.shape[-1:], w[f"{name}.weight"], w[f"{name}.bias"], eps)


def _group_norm(w: Weights, name: str, x: Tensor) -> Tensor:
    return F.group_norm(x, 32, w[f"{name}.weight"], w[f"{name}.bias"])


def _resize(x: Tensor, factor: float) -> Tensor:
    return F.interpolate(x, scale_factor=factor, mode="bilinear", align_corners=False)
