"""The public names of PyTorch 2.13 that docs/operators.md grades: writes pytorch-names.json.

Run: python pytorch-names.py   (needs torch; CPU, some seconds)
"""

import inspect
import json
from pathlib import Path

import torch
from torch import nn, optim
from torch.autograd import functional
from torch.nn import functional as F
from torch.optim import lr_scheduler


# Helpers of the module that no user calls.
HELPERS = {"assert_int_or_pair", "boolean_dispatch", "handle_torch_function", "has_torch_function",
           "has_torch_function_unary", "has_torch_function_variadic"}


def names(space, keep):
    return sorted(name for name in dir(space) if not name.startswith("_") and name not in HELPERS and keep(getattr(space, name)))


def is_function(value):
    home = getattr(value, "__module__", None) or "torch"
    is_own = home.startswith(("torch.nn.functional", "torch._C", "torch._jit")) or inspect.isbuiltin(value)
    return callable(value) and not inspect.isclass(value) and is_own


found = {
    "nn": names(nn, lambda value: inspect.isclass(value) and issubclass(value, (nn.Module, nn.Parameter))),
    "nn.functional": names(F, is_function),
    "nn.init": [name for name in dir(nn.init) if name.endswith("_") and not name.startswith("_")] + ["calculate_gain"],
    "optim": names(optim, inspect.isclass),
    "optim.lr_scheduler": names(
        lr_scheduler, lambda value: inspect.isclass(value) and issubclass(value, lr_scheduler.LRScheduler)
    ),
    "autograd.functional": names(functional, lambda value: inspect.isfunction(value) and value.__module__ == functional.__name__),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(found, indent=2) + "\n")
