"""The peer of finetune-step.ts: timm's BEiT v2 model in eager PyTorch, fused attention on, its own optimizer groups with
layer decay, torch.optim.AdamW with its fused kernel. Same arguments, one line of JSON. With --compile its blocks are
compiled."""

import json
import resource
import sys
import time
import types

import torch

# A torch without CUDA may not fit torchvision's compiled part, which timm needs nothing of.
sys.modules.setdefault("torchvision._meta_registrations", types.ModuleType("_meta_registrations"))
from timm.layers import set_fused_attn
from timm.models.beit import Beit
from timm.optim import param_groups_layer_decay

precision = sys.argv[1]
image, patch, dim, depth, heads, batch, steps, threads = map(int, sys.argv[2:10])
drop_path = float(sys.argv[10])
torch.set_num_threads(threads)
torch.manual_seed(0)
set_fused_attn(True)

model = Beit(
    img_size=image, patch_size=patch, embed_dim=dim, depth=depth, num_heads=heads, num_classes=1000,
    use_abs_pos_emb=False, use_rel_pos_bias=True, init_values=0.1, drop_path_rate=drop_path,
)
model.train()
if "--compile" in sys.argv:
    for block in model.blocks:
        block.compile()
groups = param_groups_layer_decay(model, weight_decay=0.05, layer_decay=0.65)
for group in groups:
    group["lr"] = 1e-4 * group["lr_scale"]
optimizer = torch.optim.AdamW(groups, lr=1e-4, fused=True)
images = torch.randn(batch, 3, image, image)
targets = torch.rand(batch, 1000).softmax(1)


def step():
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == "bfloat16"):
        loss = torch.nn.functional.cross_entropy(model(images).float(), targets)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


for _ in range(2):
    step()
cpu = time.process_time()
times = []
for _ in range(steps):
    start = time.perf_counter()
    value = step()
    times.append((time.perf_counter() - start) * 1e3)
cpu_elapsed = (time.process_time() - cpu) / steps * 1e3
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"msPerStep": sum(times) / steps, "leastMsPerStep": min(times), "cpuMsPerStep": cpu_elapsed, "peakMiB": peak, "loss": value}))
