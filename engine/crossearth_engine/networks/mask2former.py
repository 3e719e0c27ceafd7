"""The Mask2Former decode head (Cheng et al. 2022) with queries that the adapter gives.

A pixel decoder with deformable attention (Zhu et al. 2021) turns the backbone's maps into three
memories and an embedding of every fourth pixel; a transformer decoder turns queries into classes
and masks. Tensor names are those of the published checkpoints.

Resizing and linear maps commute, so whatever would be enlarged and then mapped is mapped first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.branch import OpeningLinear
from crossearth_engine.networks.memo import MemoModule
from crossearth_engine.networks.single import SingleLinear, undisturbed

NUM_LEVELS = 3
NUM_POINTS = 4
_NUM_GROUPS = 32
_QUERIES_AT_ONCE = 10

Shape = tuple[int, int]


class Prediction(NamedTuple):
    """What the queries stand for.

    Attributes:
        class_logits: (B, Q, K + 1), the last for "no object".
        mask_logits: (B, Q, H/4, W/4).
    """

    class_logits: Tensor
    mask_logits: Tensor


class Mask2FormerHead(MemoModule):
    """Maps of the backbone and queries to predictions.

    Args:
        num_classes: without "no object".
        in_channels: channels of the backbone's maps.
        width: channels of queries and pixels.
        num_heads: of every attention in the head.
        encoder_layers, encoder_hidden: depth and inner width of the pixel decoder.
        decoder_layers, decoder_hidden: of the transformer decoder.
    """

    def __init__(
        self,
        num_classes: int,
        in_channels: int,
        width: int,
        num_heads: int,
        encoder_layers: int,
        encoder_hidden: int,
        decoder_layers: int,
        decoder_hidden: int,
    ) -> None:
        super().__init__()
        self.pixel_decoder = PixelDecoder(
            in_channels, width, num_heads, encoder_layers, encoder_hidden
        )
        self.transformer_decoder = _TransformerDecoder(
            width, num_heads, decoder_layers, decoder_hidden
        )
        self.level_embed = nn.Embedding(NUM_LEVELS, width)
        self.cls_embed = SingleLinear(width, num_classes + 1)
        self.mask_embed = nn.Sequential(
            SingleLinear(width, width), nn.ReLU(), SingleLinear(width, width), nn.ReLU(),
            SingleLinear(width, width),
        )  # fmt: skip
        self.querys2feat = SingleLinear(width, width)

    def forward(
        self, maps: Sequence[Tensor], queries: Tensor, every_layer: bool = False
    ) -> list[Prediction]:
        """Return the last prediction, or with ``every_layer`` all of them, the last at the end.

        Args:
            maps: four of (B, in_channels, H/16, W/16), from shallow to deep.
            queries: (Q, width), the same for all images.
            every_layer: also those before the first and after each other layer, for training.
        """
        memories, pixels = self.pixel_decoder(maps)
        shapes = [memory.shape[2:] for memory in memories]
        codes = self.memoize(
            "codes",
            tuple(shapes),
            lambda: [sine_code(shape, queries.shape[-1], queries.device) for shape in shapes],
        )
        # Masks are needed at the size of the memories: far fewer pixels to compare queries with.
        coarse = [F.interpolate(pixels, shape, mode="bilinear").flatten(2) for shape in shapes]
        values = [
            memory.flatten(2).transpose(1, 2) + level
            for memory, level in zip(memories, self.level_embed.weight, strict=True)
        ]
        x = self.querys2feat(queries).expand(len(pixels), -1, -1)
        predictions = []
        for i, layer in enumerate(self.transformer_decoder.layers):
            level = i % NUM_LEVELS
            mask_embedding = self._mask_embedding(x)
            if every_layer:
                predictions.append(self._predict(x, pixels))
            is_seen = compare(mask_embedding, coarse[level]) >= 0  # (B, Q, h*w)
            # A query that would see nothing sees everything.
            is_seen |= ~is_seen.any(-1, keepdim=True)
            x = layer(x, queries, values[level] + codes[level], values[level], is_seen[:, None])
        return [*predictions, self._predict(x, pixels)]

    def _mask_embedding(self, x: Tensor) -> Tensor:
        return self.mask_embed(self.transformer_decoder.post_norm(x))

    def _predict(self, x: Tensor, pixels: Tensor) -> Prediction:
        class_logits = self.cls_embed(self.transformer_decoder.post_norm(x))
        mask_logits = compare(self._mask_embedding(x), pixels.flatten(2))
        return Prediction(class_logits, mask_logits.unflatten(2, pixels.shape[2:]))


def compare(embeddings: Tensor, pixels: Tensor) -> Tensor:
    """Return how much pixels (B, width, N) look like masks (B, Q, width): (B, Q, N), single."""
    with undisturbed(pixels):
        return embeddings @ pixels.to(embeddings.dtype)


def semantic_scores(prediction: Prediction, size: Shape) -> Tensor:
    """Return the sum over queries of class probability times mask, (B, K, H, W).

    The scores are not negative and do not sum to one.
    """
    classes = F.softmax(prediction.class_logits, dim=-1)[..., :-1].transpose(1, 2)  # (B, K, Q)
    scores = classes.new_zeros(len(classes), classes.shape[1], size[0] * size[1])
    # All masks at full size would be far larger than everything else together.
    for some_classes, some_masks in zip(
        classes.split(_QUERIES_AT_ONCE, dim=2),
        prediction.mask_logits.split(_QUERIES_AT_ONCE, dim=1),
        strict=True,
    ):
        masks = F.interpolate(some_masks, size, mode="bilinear").sigmoid_().flatten(2)
        with undisturbed(masks):
            scores = torch.baddbmm(scores, some_classes, masks)
    return scores.unflatten(2, size)


class PixelDecoder(MemoModule):
    """Four maps to memories of strides 32, 16 and 8, and an embedding per cell of stride 4."""

    def __init__(
        self, in_channels: int, width: int, num_heads: int, num_layers: int, hidden: int
    ) -> None:
        super().__init__()
        self.num_heads = num_heads
        self.input_convs = nn.ModuleList(
            _ConvNorm(in_channels, width, 1, bias=True) for _ in range(NUM_LEVELS)
        )
        self.encoder = _Encoder(width, num_heads, num_layers, hidden)
        self.level_encoding = nn.Embedding(NUM_LEVELS, width)
        self.lateral_convs = nn.ModuleList([_ConvNorm(in_channels, width, 1, bias=False)])
        self.output_convs = nn.ModuleList([_ConvNorm(width, width, 3, bias=False)])
        self.mask_feature = nn.Conv2d(width, width, 1)

    def forward(self, maps: Sequence[Tensor]) -> tuple[list[Tensor], Tensor]:
        """Return the memories, coarse to fine, and the embedding of the mask pixels."""
        finest, fine, middle, coarse = maps
        levels = [
            self.input_convs[0](resize(coarse, 0.5)),
            self.input_convs[1](middle),
            self.input_convs[2](fine, enlarge=2),
        ]
        shapes = [level.shape[2:] for level in levels]
        grid = self.memoize("grid", tuple(shapes), lambda: self._grid(shapes))
        x = torch.cat([level.flatten(2).transpose(1, 2) for level in levels], dim=1)
        for layer in self.encoder.layers:
            x = layer(x, grid)
        memories = [
            part.transpose(1, 2).unflatten(2, shape)
            for part, shape in zip(x.split([h * w for h, w in shapes], dim=1), shapes, strict=True)
        ]
        y = self.lateral_convs[0](finest, enlarge=4)
        y = y + F.interpolate(memories[-1], y.shape[2:], mode="bilinear")
        return memories, self.mask_feature(F.relu(self.output_convs[0](y)))

    def _grid(self, shapes: Sequence[Shape]) -> Grid:
        weight = self.level_encoding.weight
        codes = [
            sine_code(shape, weight.shape[1], weight.device) + level
            for shape, level in zip(shapes, weight, strict=True)
        ]
        return Grid.over(shapes, torch.cat(codes))


class Grid(NamedTuple):
    """The cells of all levels, one after the other, and what sampling around them needs.

    Attributes:
        shapes: height and width of each level.
        code: position code with the level's term, (N, width).
        centers: where each cell lies in each level, x and y in cells of that level, whose first
            centre is 0: (N, 1, levels, 1, 2).
        sizes: width and height of each level, (levels, 1, 2).
        starts: where each level starts among the cells with a border of one, (levels, 1).
    """

    shapes: Sequence[Shape]
    code: Tensor
    centers: Tensor
    sizes: Tensor
    starts: Tensor

    @classmethod
    def over(cls, shapes: Sequence[Shape], code: Tensor) -> Grid:
        """Return the grid of these levels; positions are float32 whatever the network's type."""
        device = code.device
        sizes = torch.tensor([(w, h) for h, w in shapes], dtype=torch.float32, device=device)
        centers = []
        for height, width in shapes:
            y = (torch.arange(height, device=device) + 0.5) / height
            x = (torch.arange(width, device=device) + 0.5) / width
            centers.append(torch.stack(torch.meshgrid(x, y, indexing="xy"), dim=-1).flatten(0, 1))
        in_cells = torch.cat(centers)[:, None] * sizes - 0.5  # (N, levels, 2)
        bordered = [(h + 2) * (w + 2) for h, w in shapes]
        starts = [sum(bordered[:i]) for i in range(len(shapes))]
        return cls(
            shapes,
            code,
            in_cells[:, None, :, None],
            sizes[:, None],
            torch.tensor(starts, device=device)[:, None],
        )


class _Encoder(nn.Module):
    """The layers of the pixel decoder, under the name they have in the checkpoints."""

    def __init__(self, width: int, num_heads: int, num_layers: int, hidden: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            _EncoderLayer(width, num_heads, hidden) for _ in range(num_layers)
        )


class _EncoderLayer(nn.Module):
    """Deformable attention within and between levels, and a two-layer network."""

    def __init__(self, width: int, num_heads: int, hidden: int) -> None:
        super().__init__()
        self.self_attn = _DeformableAttention(width, num_heads)
        self.ffn = _FeedForward(width, hidden)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(2))

    def forward(self, x: Tensor, grid: Grid) -> Tensor:
        x = self.norms[0](x + self.self_attn(x, grid))
        return self.norms[1](x + self.ffn(x))


class _DeformableAttention(nn.Module):
    """Each cell looks at a few places of every level, which it chooses itself."""

    def __init__(self, width: int, num_heads: int) -> None:
        super().__init__()
        self.num_heads = num_heads
        num_samples = num_heads * NUM_LEVELS * NUM_POINTS
        self.sampling_offsets = SingleLinear(width, 2 * num_samples)
        self.attention_weights = SingleLinear(width, num_samples)
        self.value_proj = nn.Linear(width, width)
        self.output_proj = nn.Linear(width, width)
        self._reset_parameters()

    def _reset_parameters(self) -> None:
        # Every head starts looking in a direction of its own, each point one cell further.
        angles = torch.arange(self.num_heads) * (2 * math.pi / self.num_heads)
        directions = torch.stack((angles.cos(), angles.sin()), dim=-1)
        directions = directions / directions.abs().amax(-1, keepdim=True)
        steps = torch.arange(1.0, NUM_POINTS + 1)
        ring = (directions[:, None, None] * steps[:, None]).expand(-1, NUM_LEVELS, -1, -1)
        nn.init.zeros_(self.sampling_offsets.weight)
        with torch.no_grad():
            self.sampling_offsets.bias.copy_(ring.flatten())
        nn.init.zeros_(self.attention_weights.weight)
        nn.init.zeros_(self.attention_weights.bias)
        for projection in (self.value_proj, self.output_proj):
            nn.init.xavier_uniform_(projection.weight)
            nn.init.zeros_(projection.bias)

    def forward(self, x: Tensor, grid: Grid) -> Tensor:
        query = x + grid.code
        per_head = (self.num_heads, NUM_LEVELS, NUM_POINTS)
        weights = self.attention_weights(query).unflatten(-1, (self.num_heads, -1))
        weights = F.softmax(weights, dim=-1).unflatten(-1, per_head[1:])
        offsets = self.sampling_offsets(query).unflatten(-1, (*per_head, 2))
        values = self.value_proj(x).unflatten(-1, (self.num_heads, -1))
        is_bag_quicker = x.device.type == "cpu" and not torch.compiler.is_exporting()
        sample = _sample_by_bags if is_bag_quicker else _sample_by_grid
        return self.output_proj(sample(values, grid.centers + offsets, weights, grid))


def _sample_by_bags(values: Tensor, places: Tensor, weights: Tensor, grid: Grid) -> Tensor:
    """Return weighted sums of bilinear samples, (B, N, heads * d).

    A bilinear sample is a weighted sum of four cells, so each output is one weighted sum of
    ``levels * points * 4`` rows of a table, which an embedding bag computes without storing the
    samples. A border of zeros around each level stands for everything outside.

    Args:
        values: (B, N, heads, d).
        places: where to sample, x and y in cells, (B, N, heads, levels, points, 2).
        weights: of the samples, (B, N, heads, levels, points).
        grid: the levels that make up N.
    """
    batch, num_cells, heads, channels = values.shape
    levels = [
        F.pad(part.unflatten(1, shape), (0, 0, 0, 0, 1, 1, 1, 1)).flatten(1, 2)
        for part, shape in zip(
            values.split([h * w for h, w in grid.shapes], dim=1), grid.shapes, strict=True
        )
    ]
    table = torch.cat(levels, dim=1)  # (B, cells with borders, heads, d)
    places = torch.minimum(places.float().clamp(min=-1), grid.sizes)
    corner = torch.minimum(places.floor(), grid.sizes - 1)
    right, down = (places - corner).unbind(-1)
    lower = weights * down
    upper = weights - lower
    lower_right, upper_right = lower * right, upper * right
    shares = (upper - upper_right, upper_right, lower - lower_right, lower_right)
    # (B, N, heads, levels, points): the row of the upper left cell, in numbers of half the size.
    column, line = (corner.to(torch.int32) + 1).unbind(-1)
    stride = grid.sizes[..., 0].to(torch.int32) + 2
    row = (grid.starts.to(torch.int32) + line * stride + column) * heads
    row += torch.arange(heads, dtype=torch.int32, device=row.device)[:, None, None]
    first = torch.arange(batch, dtype=torch.int32, device=row.device) * (table.shape[1] * heads)
    row += first.view(-1, 1, 1, 1, 1)
    below = row + stride * heads
    # One corner of all samples after the other: copied in pieces, not number by number.
    rows = torch.stack((row, row + heads, below, below + heads), dim=3)
    sums = F.embedding_bag(
        rows.flatten(0, 2).flatten(1),
        table.view(-1, channels),
        per_sample_weights=torch.stack(shares, dim=3).flatten(0, 2).flatten(1).to(values),
        mode="sum",
    )
    return sums.view(batch, num_cells, heads * channels)


def _sample_by_grid(values: Tensor, places: Tensor, weights: Tensor, grid: Grid) -> Tensor:
    """Return the same as `_sample_by_bags`, in operators that ONNX and every device have."""
    batch, num_cells, heads, channels = values.shape
    parts = values.split([h * w for h, w in grid.shapes], dim=1)
    # (B * heads, N, levels, points, 2), in units where the map reaches from -1 to 1.
    where = ((places + 0.5) * (2 / grid.sizes) - 1).transpose(1, 2).flatten(0, 1)
    samples = torch.cat(
        [
            F.grid_sample(
                part.permute(0, 2, 3, 1).reshape(batch * heads, channels, *shape),
                where[:, :, level],
                align_corners=False,
            )  # (B * heads, d, N, points)
            for level, (part, shape) in enumerate(zip(parts, grid.shapes, strict=True))
        ],
        dim=-1,
    )
    shares = weights.transpose(1, 2).flatten(0, 1).flatten(2)  # (B * heads, N, levels * points)
    sums = (samples * shares[:, None]).sum(-1)  # (B * heads, d, N)
    return sums.view(batch, heads * channels, num_cells).transpose(1, 2)


class _TransformerDecoder(nn.Module):
    """The layers of the transformer decoder and the norm before every prediction."""

    def __init__(self, width: int, num_heads: int, num_layers: int, hidden: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            _DecoderLayer(width, num_heads, hidden) for _ in range(num_layers)
        )
        self.post_norm = nn.LayerNorm(width)


class _DecoderLayer(nn.Module):
    """Queries look at the memory where their mask is, then at each other."""

    def __init__(self, width: int, num_heads: int, hidden: int) -> None:
        super().__init__()
        self.cross_attn = _NamedAttention(width, num_heads)
        self.self_attn = _NamedAttention(width, num_heads)
        self.ffn = _FeedForward(width, hidden)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(3))

    def forward(
        self, x: Tensor, position: Tensor, keys: Tensor, values: Tensor, is_seen: Tensor
    ) -> Tensor:
        """Return the queries (B, Q, width) after the layer.

        Args:
            x: queries.
            position: position of the queries, (Q, width).
            keys: memory with position code, (B, N, width).
            values: memory, likewise.
            is_seen: cells that each query may look at, (B, 1, Q, N).
        """
        x = self.norms[0](x + self.cross_attn.attn(x + position, keys, values, is_seen))
        placed = x + position
        x = self.norms[1](x + self.self_attn.attn(placed, placed, x))
        return self.norms[2](x + self.ffn(x))


class _NamedAttention(nn.Module):
    """Gives the attention the name it has in the checkpoints."""

    def __init__(self, width: int, num_heads: int) -> None:
        super().__init__()
        self.attn = _MultiheadAttention(width, num_heads)


class _MultiheadAttention(nn.Module):
    """Attention with the tensor names of `torch.nn.MultiheadAttention`."""

    def __init__(self, width: int, num_heads: int) -> None:
        super().__init__()
        self.num_heads = num_heads
        self.in_proj_weight = nn.Parameter(torch.empty(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * width))
        self.out_proj = nn.Linear(width, width)
        nn.init.xavier_uniform_(self.in_proj_weight)

    def forward(
        self, query: Tensor, key: Tensor, value: Tensor, is_seen: Tensor | None = None
    ) -> Tensor:
        q, k, v = (
            F.linear(x, weight, bias).unflatten(-1, (self.num_heads, -1)).transpose(1, 2)
            for x, weight, bias in zip(
                (query, key, value),
                self.in_proj_weight.chunk(3),
                self.in_proj_bias.chunk(3),
                strict=True,
            )
        )
        x = F.scaled_dot_product_attention(q, k, v, is_seen)
        return self.out_proj(x.transpose(1, 2).flatten(2))


class _FeedForward(nn.Module):
    """Two linear layers with ReLU between them, nested as in the checkpoints."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Sequential(OpeningLinear(width, hidden), nn.ReLU()), nn.Linear(hidden, width)
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(x)


class _ConvNorm(nn.Module):
    """A convolution and a group norm, with an enlargement of the map between them."""

    def __init__(self, in_channels: int, out_channels: int, kernel: int, bias: bool) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel, padding=kernel // 2, bias=bias)
        self.gn = nn.GroupNorm(_NUM_GROUPS, out_channels)

    def forward(self, x: Tensor, enlarge: int = 1) -> Tensor:
        """Return the map enlarged, which for a 1x1 convolution may as well come after it."""
        x = self.conv(x)
        return self.gn(x if enlarge == 1 else resize(x, enlarge))


def resize(x: Tensor, factor: float) -> Tensor:
    """Return maps resized bilinearly by a factor; a half drops an odd last row or column."""
    return F.interpolate(x, scale_factor=factor, mode="bilinear")


def sine_code(shape: Shape, width: int, device: torch.device) -> Tensor:
    """Return the code of every cell's position, (h*w, width) float32: y first, then x."""
    k = torch.arange(width // 2, device=device)
    periods = 10_000 ** (2 * (k // 2) / (width // 2))

    def encode(length: int) -> Tensor:
        steps = torch.arange(1, length + 1, device=device) / (length + 1e-6) * (2 * math.pi)
        angles = steps[:, None] / periods
        return torch.stack((angles[:, 0::2].sin(), angles[:, 1::2].cos()), dim=-1).flatten(1)

    y = encode(shape[0])[:, None].expand(*shape, -1)
    x = encode(shape[1])[None].expand(*shape, -1)
    return torch.cat((y, x), dim=-1).flatten(0, 1)
