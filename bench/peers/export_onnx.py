"""Exports a checkpoint of timm's beitv2_base_patch16_224 with PyTorch's own exporter: peer of bench/onnx.ts.

Run: python export_onnx.py WEIGHTS.pth OUT.onnx   (torch, timm, onnx; onnxscript for the newer exporter)
Without WEIGHTS.pth there, it is made first, with random weights.
"""
import sys
import types
from importlib.util import find_spec
from pathlib import Path

sys.modules['torchvision._meta_registrations'] = types.ModuleType('stub')  # its operators are not built everywhere

import timm  # noqa: E402
import torch  # noqa: E402

weights, out = Path(sys.argv[1]), sys.argv[2]
torch.manual_seed(1)
model = timm.create_model('beitv2_base_patch16_224').eval()
if not weights.exists():
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.02)
    torch.save(model.state_dict(), weights)
model.load_state_dict(torch.load(weights, weights_only=True))

images = torch.randn(2, 3, 224, 224)
names = {'input_names': ['images'], 'output_names': ['logits']}
if find_spec('onnxscript'):
    batch = torch.export.Dim('batch', min=1, max=1024)
    # The fused attention of the CPU gives strides that torch.export of 2.13 does not follow; the plain form it does.
    with torch.nn.attention.sdpa_kernel(torch.nn.attention.SDPBackend.MATH):
        program = torch.onnx.export(model, (images,), dynamo=True, dynamic_shapes=({0: batch},), **names)
    program.save(out, external_data=False)
else:
    axes = {'images': {0: 'batch'}, 'logits': {0: 'batch'}}
    torch.onnx.export(model, (images,), out, dynamo=False, opset_version=17, dynamic_axes=axes, **names)
print('{"exporter": "%s"}' % ('dynamo' if find_spec('onnxscript') else 'TorchScript'))
