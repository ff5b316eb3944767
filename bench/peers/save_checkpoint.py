"""The tensors of a checkpoint's safetensors files as one file of torch.save. Arguments: FOLDER FILE."""

import pathlib
import sys

import safetensors.torch
import torch

folder, file = map(pathlib.Path, sys.argv[1:])
torch.save({path.stem: safetensors.torch.load_file(path) for path in sorted(folder.glob("*.safetensors"))}, file)
