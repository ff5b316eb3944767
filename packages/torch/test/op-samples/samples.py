"""PyTorch's own operator samples (`op_db`) with what PyTorch computes for them, for op-samples.slow.test.ts.

Run: python samples.py FOLDER [SAMPLES_PER_DTYPE] [DTYPES]     (needs torch; CPU)
Writes one pair of files a process: entries-N.jsonl, a line an entry, and blob-N.bin with the elements of all tensors.
"""

import inspect
import json
import math
import os
import sys
import types
import unittest
import warnings
from pathlib import Path

# PyTorch's test utilities import it for expectations written into source files, which nothing here uses.
stub = types.ModuleType("expecttest")
stub.TestCase = unittest.TestCase
stub.assert_expected_inline = lambda *args, **kwargs: None
sys.modules["expecttest"] = stub

import torch
from torch.testing._internal.common_device_type import toleranceOverride
from torch.testing._internal.common_methods_invocations import op_db

DEFAULT_TOLERANCE = {
    torch.float64: (1e-7, 1e-7),
    torch.float32: (1.3e-6, 1e-5),
    torch.float16: (1e-3, 1e-5),
    torch.bfloat16: (1.6e-2, 1e-5),
    torch.complex64: (1.3e-6, 1e-5),
    torch.complex128: (1e-7, 1e-7),
}
BY_NAME = {str(dtype).removeprefix("torch."): dtype for dtype in (torch.int64, torch.bool, *DEFAULT_TOLERANCE)}


class Unsupported(Exception):
    """A value that has no counterpart in JavaScript."""


class Blob:
    def __init__(self, path):
        self.file = open(path, "wb")
        self.refuses_views = False
        self.position = 0

    def add(self, tensor):
        if self.refuses_views and tensor.untyped_storage().nbytes() != tensor.numel() * tensor.element_size():
            raise Unsupported("a view, whose storage the operator looks at")
        if tensor.layout != torch.strided or tensor.is_quantized or tensor.is_nested or tensor.device.type != "cpu":
            raise Unsupported(f"a {tensor.layout} tensor on {tensor.device.type}")
        dense = tensor.detach().resolve_conj().resolve_neg().contiguous()
        data = dense.reshape(-1).view(torch.uint8).numpy().tobytes() if dense.numel() else b""
        start = self.position
        self.file.write(data)
        self.file.write(b"\0" * (-len(data) % 8))
        self.position += len(data) + -len(data) % 8
        return {
            "tensor": [start, len(data)],
            "dtype": str(tensor.dtype).removeprefix("torch."),
            "shape": list(tensor.shape),
            "strides": None if tensor.is_contiguous() else list(tensor.stride()),
            "grad": tensor.requires_grad and tensor.is_leaf,
        }


def encode(value, blob):
    if isinstance(value, torch.Tensor):
        return blob.add(value)
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"bigint": str(value)}
    if isinstance(value, float):
        if math.isfinite(value):
            return {"whole": value} if value.is_integer() else value
        return {"float": "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"}
    if isinstance(value, torch.dtype):
        return str(value).removeprefix("torch.")
    if isinstance(value, (torch.memory_format, torch.layout)):
        return str(value).removeprefix("torch.")
    if isinstance(value, torch.device):
        return str(value)
    if isinstance(value, slice):
        return {"slice": [encode(part, blob) for part in (value.start, value.stop, value.step)]}
    if value is Ellipsis:
        return {"ellipsis": True}
    if isinstance(value, (list, tuple)):
        return [encode(part, blob) for part in value]
    raise Unsupported(type(value).__name__)


def flatten(value):
    if isinstance(value, (list, tuple)):
        return [leaf for part in value for leaf in flatten(part)]
    return [value]


def dense(output):
    is_sparse = isinstance(output, torch.Tensor) and output.layout != torch.strided
    return output.to_dense() if is_sparse else output


def tolerance(op, dtype):
    """The largest that the entry's own tests use."""
    rtol, atol = DEFAULT_TOLERANCE.get(dtype, (0, 0))
    for info in op.decorators or ():
        for decorator in getattr(info, "decorators", ()):
            if isinstance(decorator, toleranceOverride) and dtype in decorator.d:
                override = decorator.d[dtype]
                rtol, atol = max(rtol, override.rtol), max(atol, override.atol)
    return rtol, atol


def cotangent(output):
    steps = torch.arange(output.numel(), dtype=torch.float64).reshape(output.shape)
    return (torch.cos(steps) + 0.5).to(output.dtype)


def gradients(inputs, outputs, blob):
    """Gradients by the inputs that require them, of the outputs weighted by fixed numbers."""
    leaves = [leaf for leaf in inputs if isinstance(leaf, torch.Tensor) and leaf.requires_grad and leaf.is_leaf]
    roots = [
        (i, output) for i, output in enumerate(outputs) if isinstance(output, torch.Tensor) and output.requires_grad
    ]
    if not leaves or not roots:
        return None
    weights = [cotangent(output) for _, output in roots]
    grads = torch.autograd.grad([output for _, output in roots], leaves, weights, allow_unused=True)
    return {
        "outputs": [i for i, _ in roots],
        "weights": [blob.add(weight) for weight in weights],
        "values": [None if grad is None else blob.add(grad) for grad in grads],
    }


def leaves_of(sample):
    return flatten([sample.input, *sample.args, *sample.kwargs.values()])


def describe(op, sample, blob):
    args = [encode(part, blob) for part in (sample.input, *sample.args)]
    if op.name == "__getitem__" and isinstance(sample.args[0], tuple):
        args[1] = {"indices": args[1]}  # elsewhere a tuple is as good as a list
    kwargs = {name: encode(part, blob) for name, part in sample.kwargs.items()}
    inputs = leaves_of(sample)
    torch.manual_seed(42)  # the seed that op_db's own wrappers of random operators set
    try:
        outputs = flatten(op.op(sample.input, *sample.args, **sample.kwargs))
    except Exception as error:
        return {"args": args, "kwargs": kwargs, "raises": f"{type(error).__name__}: {error}"[:300]}
    described = {"args": args, "kwargs": kwargs, "outputs": [encode(dense(output), blob) for output in outputs]}
    try:
        described["gradients"] = gradients(inputs, outputs, blob) if op.supports_autograd else None
    except Exception:
        described["gradients"] = None  # not differentiable at this sample
    return described


def samples_of(op, dtype, most, blob):
    wants_grad = dtype == torch.float32 and op.supports_autograd
    torch.manual_seed(0)
    samples = list(op.sample_inputs("cpu", dtype, requires_grad=wants_grad))
    # Spread over the list, which is sorted from plain to special.
    step = max(1, math.ceil(len(samples) / most)) if most else 1
    rtol, atol = tolerance(op, dtype)
    found = {"dtype": str(dtype).removeprefix("torch."), "rtol": rtol, "atol": atol, "samples": [], "foreign": []}
    for sample in samples[::step]:
        try:
            found["samples"].append(describe(op, sample, blob))
        except Unsupported as error:
            found["foreign"].append(str(error))
    return found


def parameter_names(op):
    try:
        parameters = inspect.signature(op.op).parameters.values()
    except (TypeError, ValueError):
        return None
    if any(parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD) for parameter in parameters):
        return None
    return [parameter.name for parameter in parameters]


def entry(op, most, dtypes, blob):
    blob.refuses_views = op.name.startswith("as_strided")
    wanted = [dtype for dtype in dtypes if dtype in op.dtypes] or list(op.dtypes)[:1]
    described = {"name": op.name, "variant": op.variant_test_name, "parameters": parameter_names(op), "runs": []}
    for i, dtype in enumerate(wanted):
        try:
            # The first dtype is looked at closely, the others for what is special to them.
            count = most if i == 0 or not most else max(2, most // 3)
            described["runs"].append(samples_of(op, dtype, count, blob))
        except Exception as error:
            described.setdefault("failures", []).append(f"{dtype}: {type(error).__name__}: {error}"[:300])
    return described


def work(folder, rank, world, most, dtypes):
    blob = Blob(folder / f"blob-{rank}.bin")
    with open(folder / f"entries-{rank}.jsonl", "w") as lines:
        for op in op_db[rank::world]:
            lines.write(json.dumps(entry(op, most, dtypes, blob)) + "\n")
    blob.file.close()


def main():
    folder = Path(sys.argv[1])
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 8  # 0: all
    names = sys.argv[3] if len(sys.argv) > 3 else "float32,int64,bfloat16,complex64,bool"
    dtypes = [BY_NAME[name] for name in names.split(",")]
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    world = 2
    child = os.fork()
    work(folder, 1 if child else 0, world, most, dtypes)
    if not child:
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit("a process of samples.py failed")


main()
