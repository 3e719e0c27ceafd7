"""The weights of an ONNX file of ours, back in the PyTorch network they were exported from.

The exporter keeps the names of the tensors and folds every batch norm into the convolution before
it. The norms of the network become the identity plus what was folded: the outputs are the same, and
the network can be trained on, with its norms in evaluation mode.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crossearth_engine.errors import IncompatibleModel, MissingPackage, UnreadableModel

try:
    import onnx
    import torch
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
    from onnx import numpy_helper
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="torch onnx onnxscript") from error

from torch import Tensor, nn

_HALF = "_half"  # see `crossearth_engine.models.onnx_export`


def load_onnx_weights(network: nn.Module, path: Path) -> None:
    """Give a network the weights that `export_onnx` has written.

    Args:
        network: as it was before the export; each batch norm registered after its convolution.
        path: the ONNX file, with weights in single or half precision.

    Raises:
        UnreadableModel: if it is no ONNX file.
        IncompatibleModel: if tensors are missing or misshapen.
    """
    try:
        graph = onnx.load(path).graph
    except (OSError, DecodeError, ValueError) as error:
        raise UnreadableModel(path=path, reason="it is no ONNX file.") from error
    stored = {
        tensor.name.removesuffix(_HALF): torch.from_numpy(numpy_helper.to_array(tensor).copy())
        for tensor in graph.initializer
    }
    # By the node and not by its name: the exporter keeps equal tensors once, and drops zeros.
    biases = {
        node.input[1]: stored[node.input[2]]
        for node in graph.node
        if node.op_type == "Conv" and len(node.input) > 2
    }
    try:
        network.load_state_dict(_unfolded(network, stored, biases))
    except (KeyError, RuntimeError) as error:
        reason = f"it was not exported from this network ({error})"
        raise IncompatibleModel(path=path, reason=reason) from error


def _unfolded(
    network: nn.Module, stored: Mapping[str, Tensor], biases: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    """Return the network's state: what is stored, and norms that add a folded bias.

    Args:
        network: its modules and their order.
        stored: tensors of the file by name.
        biases: of its convolutions, by the name of their weight.
    """

    def bias_of(convolution: str, like: Tensor) -> Tensor:
        return biases[convolution].float() if convolution in biases else torch.zeros_like(like)

    state = network.state_dict()
    convolution = ""
    for name, module in network.named_modules():
        if isinstance(module, nn.Conv2d):
            convolution = f"{name}.weight"
            state[convolution] = stored[convolution].float()
            if module.bias is not None:
                state[f"{name}.bias"] = bias_of(convolution, module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            state[f"{name}.weight"] = torch.ones_like(module.weight)
            state[f"{name}.bias"] = bias_of(convolution, module.bias)
            state[f"{name}.running_mean"] = torch.zeros_like(module.bias)
            state[f"{name}.running_var"] = torch.full_like(module.bias, 1 - module.eps)
    return state
