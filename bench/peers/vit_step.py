"""One training step of a vision transformer in eager PyTorch: forward, backward, AdamW. Milliseconds a step and the
peak resident size, as one line of JSON. Arguments: dim depth heads tokens batch steps threads."""

import json
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

dim, depth, heads, tokens, batch, steps, threads = map(int, sys.argv[1:8])
torch.set_num_threads(threads)
torch.manual_seed(0)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1 = nn.LayerNorm(dim, eps=1e-6)
        self.qkv = nn.Linear(dim, 3 * dim)
        self.proj = nn.Linear(dim, dim)
        self.norm2 = nn.LayerNorm(dim, eps=1e-6)
        self.fc1 = nn.Linear(dim, 4 * dim)
        self.fc2 = nn.Linear(4 * dim, dim)

    def forward(self, x):
        b, n, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).reshape(b, n, 3, heads, d // heads).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, n, d)
        x = x + self.proj(y)
        return x + self.fc2(F.gelu(self.fc1(self.norm2(x))))


model = nn.Sequential(*[Block() for _ in range(depth)], nn.LayerNorm(dim, eps=1e-6), nn.Linear(dim, 1000))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.05, fused=True)
images = torch.randn(batch, tokens, dim)
labels = torch.randint(0, 1000, (batch, tokens))


def step():
    loss = F.cross_entropy(model(images).flatten(0, 1), labels.flatten())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


for _ in range(2):
    step()
start = time.perf_counter()
for _ in range(steps):
    loss = step()
elapsed = (time.perf_counter() - start) / steps * 1e3
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"msPerStep": elapsed, "peakMiB": peak, "loss": loss}))
