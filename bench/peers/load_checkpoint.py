"""torch.load of a file into tensors: milliseconds, and the peak of the resident memory above that before, as a share of the
tensors' bytes (Linux), as one line of JSON. Arguments: FILE."""

import json
import re
import sys
import time

import torch


def memory(name):
    with open("/proc/self/status") as status:
        return int(re.search(rf"^{name}:\s+(\d+) kB", status.read(), re.M)[1]) * 1024


def tensors(value):
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from tensors(child)


torch.zeros(1)
before = memory("VmRSS")
start = time.perf_counter()
loaded = torch.load(sys.argv[1], weights_only=True)
load_ms = 1000 * (time.perf_counter() - start)
size = sum(tensor.nbytes for tensor in tensors(loaded))
print(json.dumps({"loadMs": load_ms, "peakShare": (memory("VmHWM") - before) / size}))
