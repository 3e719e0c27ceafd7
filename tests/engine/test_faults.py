"""What libraries say when memory does not suffice, and when a device is lost.

Texts as they stand in public reports and in the libraries' sources, shortened in the middle.
"""

import errno

import numpy as np
import pytest

from crossearth_engine.errors import UnreadableModel
from crossearth_engine.faults import is_device_lost, is_out_of_memory, told

NODE = "[ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION : Non-zero status code returned while running "
DML = (
    r"D:\a\_work\1\s\onnxruntime\core\providers\dml\DmlExecutionProvider\src\{file}"
    r"\onnxruntime_pybind11_state.pyd!00007FFA82D145C8: (caller: 00007FFA8336D326) Exception(1) "
    "tid(4790) {text}"
)
TORCH_HINT = "CUDA kernel errors might be asynchronously reported at some other API call."

OUT_OF_MEMORY = {
    "torch": "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 5.79 "
    "GiB of which 1.20 GiB is free. Including non-PyTorch memory, this process has 4.1 GiB in use.",
    "torch, accelerator": f"CUDA error: out of memory\n{TORCH_HINT}",
    "torch, name of the code": "CUDA error: cudaErrorMemoryAllocation",
    "torch, AMD": "HIP out of memory. Tried to allocate 256.00 MiB. GPU 0 has 7.98 GiB",
    "torch, Intel": "XPU out of memory. Tried to allocate 1.00 GiB (GPU 0; 15.9 GiB in total)",
    "Level Zero": "level_zero backend failed with error: 39 (UR_RESULT_ERROR_OUT_OF_DEVICE_MEMORY)",
    "cuBLAS": "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
    "cuBLAS, PyTorch's own reading": "CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling "
    "`cublasCreate(handle)`",
    "cuDNN, no room to work": "Unable to find a valid cuDNN algorithm to run convolution",
    "cuDNN 8": "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
    "cuDNN 9": "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
    "cuDNN 9, host": "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED",
    "cuSOLVER": "cusolver error: CUSOLVER_STATUS_ALLOC_FAILED, when calling `cusolverDnCreate`",
    "cuFFT": "cuFFT error: CUFFT_ALLOC_FAILED",
    "NCCL": "ncclUnhandledCudaError: Call to CUDA function failed.\nCuda failure 'out of memory'",
    "MPS": "MPS backend out of memory (MPS allocated: 5.56 GB, other allocations: 1.10 GB, max "
    "allowed: 6.80 GB). Tried to allocate 768.00 MB on private pool.",
    "Metal": "Error: command buffer exited with error status.\n\tInsufficient Memory "
    "(00000008:kIOGPUCommandBufferCallbackErrorOutOfMemory)",
    "Metal, one buffer": "Invalid buffer size: 16.00 GiB",
    "Metal, no buffer": "Failed to allocate private MTLBuffer for size 4294967296",
    "torch-directml": "Could not allocate tensor with 1073741824 bytes. There is not enough GPU "
    "video memory available!",
    "CUDA's driver": "CUDA driver error: CUDA_ERROR_OUT_OF_MEMORY",
    "torch, file": "unable to mmap 1303512 bytes from file <model>: Cannot allocate memory (12)",
    "torch, CPU": "[enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't "
    "allocate memory: you tried to allocate 132426121216 bytes. Error code 12 (Cannot allocate "
    "memory)",
    "torch, CPU, Windows": r"[enforce fail at ..\c10\core\impl\alloc_cpu.cpp:72] data. "
    "DefaultCPUAllocator: not enough memory: you tried to allocate 26214400 bytes.",
    "C++": "std::bad_alloc",
    "C++, Windows": f"{NODE}Conv node. Name:'Conv_0' Status Message: bad allocation",
    "onnxruntime, arena": f"{NODE}ReduceSum node. Name:'R' Status Message: bfc_arena.cc:376 void* "
    "onnxruntime::BFCArena::AllocateRawInternal(size_t, bool) Failed to allocate memory for "
    "requested buffer of size 939524096",
    "onnxruntime, CUDA": "[ONNXRuntimeError] : 1 : FAIL : cuda_call.cc:114 onnxruntime::CudaCall "
    "CUDA failure 2: out of memory ; GPU=0 ; hostname=PC ; expr=cudaMalloc((void**)&p, size);",
    "onnxruntime, cuBLAS": f"{NODE}Gemm node. Name:'fc1' Status Message: cuda_call.cc:114 CUBLAS "
    "failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; expr=cublasCreate(&cublas_handle_);",
    "onnxruntime, cuDNN": f"{NODE}Conv node. Name:'c' Status Message: CUDNN failure 2: "
    "CUDNN_STATUS_ALLOC_FAILED ; GPU=0 ; expr=cudnnCreate(&cudnn_handle_);",
    "DirectML": DML.format(
        file="BucketizedBufferAllocator.cpp(122)",
        text="8007000E Not enough memory resources are available to complete this operation.",
    ),
    "DirectML, German": DML.format(
        file="DmlCommittedResourceAllocator.cpp(22)",
        text="8007000E Für diesen Vorgang sind nicht genügend Speicherressourcen verfügbar.",
    ),
    "DirectX": "CreateCommittedResource failed: E_OUTOFMEMORY (0x8007000E)",
    "safetensors, Linux": 'Error while deserializing header: I/O error: Os { code: 12, kind: '
    'OutOfMemory, message: "Cannot allocate memory" }',
    "safetensors, Windows": "The paging file is too small for this operation to complete. (os "
    "error 1455)",
    "safetensors, Chinese": "页面文件太小. (os error 1455)",
    "Windows": "[WinError 1455] Die Auslagerungsdatei ist zu klein, um diesen Vorgang "
    "durchzuführen.",
}  # fmt: skip

DEVICE_LOST = {
    "access": f"CUDA error: an illegal memory access was encountered\n{TORCH_HINT}",
    "name": "CUDA error: cudaErrorIllegalAddress",
    "assert": f"CUDA error: device-side assert triggered\n{TORCH_HINT}",
    "ECC": "CUDA error: uncorrectable ECC error encountered",
    "launch": "CUDA error: unspecified launch failure",
    "timeout": "CUDA error: the launch timed out and was terminated",
    "alignment": "CUDA error: misaligned address",
    "CUDA's driver": "CUDA driver error: CUDA_ERROR_LAUNCH_FAILED",
    "AMD": "HIP error: an illegal memory access was encountered",
    "Level Zero": "level_zero backend failed with error: 20 (UR_RESULT_ERROR_DEVICE_LOST)",
    "unknown": "CUDA error: unknown error - this may be due to an incorrectly set up environment",
    "onnxruntime": f"{NODE}Conv node. Name:'c' Status Message: CUDA failure 700: an illegal memory "
    "access was encountered ; GPU=0 ; hostname=PC ; expr=cudaStreamSynchronize(stream);",
    "DirectML": DML.format(
        file="ExecutionProvider.cpp(962)",
        text="887A0005 The GPU device instance has been suspended. Use GetDeviceRemovedReason to "
        "determine the appropriate action.",
    ),
    "DirectML, French": DML.format(
        file="ExecutionProvider.cpp(962)", text="887A0006 Le GPU ne répond plus."
    ),
    "DirectX": "Present failed: DXGI_ERROR_DEVICE_REMOVED",
    "after an allocation": "DXGI_ERROR_DEVICE_RESET while waiting; the last call was out of memory",
}

NEITHER = {
    "file of the planner": "[ONNXRuntimeError] : 1 : FAIL : allocation_planner.cc:917 "
    "onnxruntime::PlannerImpl::ComputeReuseCount Invalid node index",
    "file of the allocator": f"{NODE}Reshape node. Name:'r' Status Message: alloc_helper.cc:12 The "
    "input tensor cannot be reshaped to the requested shape.",
    "layout": "memory_format must be contiguous; preallocated output has another shape",
    "shapes": f"{NODE}Concat node. Name:'memory' Status Message: dimensions do not match: 12 8",
    "kernels": "CUDA error: no kernel image is available for execution on the device",
    "ordinal": "CUDA failure 101: invalid device ordinal ; GPU=7 ; expr=cudaSetDevice(info_.id)",
    "driver": "The NVIDIA driver on your system is too old (found version 11040).",
    "handle": "CUDA error: CUBLAS_STATUS_NOT_SUPPORTED when calling `cublasGemmEx(handle)`",
    "MPS operator": "The operator 'aten::_embedding_bag' is not currently implemented for MPS.",
    "missing": "[Errno 2] No such file or directory: 'model 12.onnx'",
    "no program": "Exec format error (os error 8)",
    "cuDNN": "cuDNN error: CUDNN_STATUS_NOT_SUPPORTED",
    "header": "Error while deserializing header: HeaderTooLarge",
    "address": "a buffer at 0x18007000EF was given back",
}


@pytest.mark.parametrize("text", OUT_OF_MEMORY.values(), ids=OUT_OF_MEMORY)
def test_memory_that_does_not_suffice_is_known_however_it_is_said(text):
    assert is_out_of_memory(RuntimeError(text))
    assert not is_device_lost(RuntimeError(text))


@pytest.mark.parametrize("text", DEVICE_LOST.values(), ids=DEVICE_LOST)
def test_a_lost_device_is_known_and_is_no_matter_of_memory(text):
    assert is_device_lost(RuntimeError(text))
    assert not is_out_of_memory(RuntimeError(text))


@pytest.mark.parametrize("text", NEITHER.values(), ids=NEITHER)
def test_other_errors_are_neither(text):
    assert not is_out_of_memory(RuntimeError(text))
    assert not is_device_lost(RuntimeError(text))


def test_classes_tell_without_a_text():
    class OutOfMemoryError(RuntimeError):
        """As PyTorch calls its own."""

    class DeviceReset(Exception):
        """As onnxruntime calls its own."""

    assert is_out_of_memory(MemoryError())
    assert is_out_of_memory(OutOfMemoryError())
    assert is_out_of_memory(OSError(errno.ENOMEM, "Nicht genügend Hauptspeicher"))
    assert not is_out_of_memory(OSError(errno.ENOENT, "Datei nicht gefunden"))
    assert is_device_lost(DeviceReset())


def test_numpy_is_understood():
    with pytest.raises(MemoryError) as caught:
        np.zeros(2**50, np.float64)
    assert is_out_of_memory(caught.value)


def test_what_an_error_was_raised_from_counts():
    error = UnreadableModel(path="model.onnx", reason="it cannot be read.")
    assert not is_out_of_memory(error)
    error.__cause__ = RuntimeError(OUT_OF_MEMORY["cuBLAS"])
    assert is_out_of_memory(error)


@pytest.mark.parametrize("code", ["EFBIG", "ENOSPC", "EIO", "EROFS", "ENAMETOOLONG", "ESTALE"])
def test_what_the_system_refuses_is_told_in_its_words_with_the_names(code):
    error = OSError(getattr(errno, code), "Nicht möglich", "a.bin", None, "b.bin")
    assert str(told(error)) == "A file cannot be read or written: Nicht möglich: a.bin: b.bin."
    of_a_stream = told(OSError(getattr(errno, code), "Nicht möglich"))
    assert str(of_a_stream) == "A file cannot be read or written: Nicht möglich."
    assert of_a_stream.code == "file-refused"
