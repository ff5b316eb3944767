"""Time of one small operator called in a loop by CPython: nanoseconds a call, as one line of JSON."""

import json
import sys
import time

import torch

torch.set_num_threads(1)
calls = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
one = torch.ones(1)
square = torch.zeros(16, 16)
rows = torch.zeros(8, 16)
operators = {
    "add": lambda: torch.add(one, one),
    "addmm": lambda: torch.addmm(square, square, square),
    "layerNorm": lambda: torch.layer_norm(rows, [16]),
}


def time_of(operator):
    for _ in range(calls // 10):
        operator()
    start = time.perf_counter()
    for _ in range(calls):
        operator()
    return (time.perf_counter() - start) / calls * 1e9


print(json.dumps({name: time_of(operator) for name, operator in operators.items()}))
