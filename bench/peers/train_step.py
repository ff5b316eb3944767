"""The peer of train-step.ts in eager PyTorch, as the reference computes: plain attention with the bias looked up by
indexing, one_hot and a matrix product for the codebook, AdamW with foreach=False. Same arguments, one line of JSON. With
--compile its blocks are compiled and AdamW is the fused one: what a user of today's PyTorch would do to it."""

import json
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

stage, precision = sys.argv[1:3]
image, patch, dim, depth, heads, batch, codes, steps, threads = map(int, sys.argv[3:12])
compiled = "--compile" in sys.argv
code_dim, teacher_dim, masked_share = 32, 512, 0.4
torch.set_num_threads(threads)
torch.manual_seed(0)
grid = image // patch


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(dim, 3 * dim, bias=False)
        self.q_bias = nn.Parameter(torch.zeros(dim))
        self.v_bias = nn.Parameter(torch.zeros(dim))
        self.proj = nn.Linear(dim, dim)

    def forward(self, x, bias):
        b, n, d = x.shape
        qkv_bias = torch.cat((self.q_bias, torch.zeros_like(self.v_bias), self.v_bias))
        qkv = F.linear(x, self.qkv.weight, qkv_bias).reshape(b, n, 3, heads, -1).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        logits = (q * (d // heads) ** -0.5) @ k.transpose(-2, -1)
        if bias is not None:
            logits = logits + bias
        return self.proj((logits.softmax(dim=-1) @ v).transpose(1, 2).reshape(b, n, d))


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class Block(nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(dim, eps=1e-6), nn.LayerNorm(dim, eps=1e-6)
        self.attn, self.mlp = Attention(), Mlp()
        self.gamma_1 = nn.Parameter(scale * torch.ones(dim)) if scale else None
        self.gamma_2 = nn.Parameter(scale * torch.ones(dim)) if scale else None

    def forward(self, x, bias=None):
        if self.gamma_1 is None:
            x = x + self.attn(self.norm1(x), bias)
            return x + self.mlp(self.norm2(x))
        x = x + self.gamma_1 * self.attn(self.norm1(x), bias)
        return x + self.gamma_2 * self.mlp(self.norm2(x))


class ViT(nn.Module):
    """Encoder or decoder of the tokenizer: absolute positions, norm on the patch tokens."""

    def __init__(self, patch, channels, depth):
        super().__init__()
        self.proj = nn.Conv2d(channels, dim, patch, patch)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, dim))
        self.pos_embed = nn.Parameter(0.02 * torch.randn(1, grid * grid + 1, dim))
        self.blocks = nn.ModuleList(Block(0) for _ in range(depth))
        self.fc_norm = nn.LayerNorm(dim, eps=1e-6)

    def forward(self, x):
        x = self.proj(x).flatten(2).transpose(1, 2)
        x = torch.cat((self.cls_token.expand(len(x), -1, -1), x), dim=1) + self.pos_embed
        for block in self.blocks:
            x = block(x)
        return self.fc_norm(x[:, 1:])


class Tokenizer(nn.Module):
    def __init__(self, decoder):
        super().__init__()
        self.encoder = ViT(patch, 3, depth)
        self.encode_task = nn.Sequential(nn.Linear(dim, dim), nn.Tanh(), nn.Linear(dim, code_dim))
        self.register_buffer("codebook", F.normalize(torch.randn(codes, code_dim), dim=-1))
        self.register_buffer("cluster_size", torch.zeros(codes))
        if decoder:
            self.decoder = ViT(1, code_dim, 1)
            self.decode_task = nn.Sequential(nn.Linear(dim, dim), nn.Tanh(), nn.Linear(dim, teacher_dim))

    def quantize(self, images):
        tokens = self.encoder(images * 2 - 1)
        with torch.autocast("cpu", enabled=False):
            z = self.encode_task(tokens.float())
            z = F.normalize(z, dim=-1)
            flat = z.reshape(-1, code_dim)
            distances = (
                flat.pow(2).sum(dim=1, keepdim=True)
                + self.codebook.pow(2).sum(dim=1)
                - 2 * torch.einsum("bd,nd->bn", flat, self.codebook)
            )
            indices = torch.argmin(distances, dim=1)
            quantized = F.embedding(indices, self.codebook).view(z.shape)
            hits = F.one_hot(indices, codes).type(z.dtype)
            if self.training:
                self.update(flat, hits)
            loss = F.mse_loss(quantized.detach(), z)
            return z + (quantized - z).detach(), loss, indices

    @torch.no_grad()
    def update(self, flat, hits):
        bins = hits.sum(0)
        self.cluster_size.mul_(0.99).add_(bins, alpha=0.01)
        empty = bins == 0
        means = (flat.t() @ hits).t() / bins.masked_fill(empty, 1.0).unsqueeze(1)
        means = torch.where(empty[..., None], self.codebook, F.normalize(means, dim=-1))
        self.codebook.mul_(0.99).add_(means, alpha=0.01)
        self.codebook.copy_(F.normalize(self.codebook, dim=-1))

    def forward(self, images, target):
        quantized, loss, _ = self.quantize(images)
        decoded = self.decode_task(self.decoder(quantized.transpose(1, 2).reshape(len(images), -1, grid, grid)))
        return loss + (1 - F.cosine_similarity(decoded.float(), target, dim=-1)).mean()


class MaskedImageModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.proj = nn.Conv2d(3, dim, patch, patch)
        self.cls_token, self.mask_token = (nn.Parameter(0.02 * torch.randn(1, 1, dim)) for _ in range(2))
        self.table = nn.Parameter(torch.zeros((2 * grid - 1) ** 2 + 3, heads))
        self.register_buffer("index", torch.randint(0, (2 * grid - 1) ** 2 + 3, (grid * grid + 1,) * 2))
        self.blocks = nn.ModuleList(Block(0.1) for _ in range(depth))
        self.branch = nn.ModuleList(Block(0.1) for _ in range(2))
        self.early = round(depth * 0.75)
        self.norm, self.lm_head = nn.LayerNorm(dim, eps=1e-6), nn.Linear(dim, codes)

    def forward(self, images, mask):
        x = self.proj(images).flatten(2).transpose(1, 2)
        w = mask.unsqueeze(-1).type_as(self.mask_token)
        x = x * (1 - w) + self.mask_token * w
        x = torch.cat((self.cls_token.expand(len(x), -1, -1), x), dim=1)
        n = grid * grid + 1
        bias = self.table[self.index.view(-1)].view(n, n, -1).permute(2, 0, 1).contiguous()
        for i, block in enumerate(self.blocks):
            x = block(x, bias)
            if i + 1 == self.early:
                early = x[:, 1:]
        y = torch.cat((x[:, [0]], early), dim=1)
        for block in self.branch:
            y = block(y, bias)
        return [self.lm_head(self.norm(tokens)[:, 1:][mask]) for tokens in (x, y)]


images = torch.rand(batch, 3, image, image)
if stage == "tokenizer":
    model = Tokenizer(decoder=True)
    target = torch.randn(batch, grid * grid, teacher_dim)
    loss_of = lambda: model(images, target)
else:
    tokenizer = Tokenizer(decoder=False).eval()
    model = MaskedImageModel()
    mask = torch.zeros(batch, grid * grid, dtype=torch.bool)
    order = torch.rand(batch, grid * grid).argsort(1)
    mask.scatter_(1, order[:, : int(masked_share * grid * grid)], True)

    def loss_of():
        with torch.no_grad():
            labels = tokenizer.quantize(images)[2].view(batch, -1)[mask]
        return sum(F.cross_entropy(logits.float(), labels) for logits in model(images, mask))


decay = [p for p in model.parameters() if p.ndim > 1]
rest = [p for p in model.parameters() if p.ndim <= 1]
groups = [{"params": decay, "weight_decay": 0.05}, {"params": rest, "weight_decay": 0.0}]
optimizer = torch.optim.AdamW(groups, lr=1e-4, **({"fused": True} if compiled else {"foreach": False}))
if compiled:
    networks = [model] if stage == "tokenizer" else [model, tokenizer]
    for block in (module for network in networks for module in network.modules() if isinstance(module, Block)):
        block.compile()


def step():
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == "bfloat16"):
        loss = loss_of()
    optimizer.zero_grad()
    loss.backward()
    if stage == "pretrain":
        nn.utils.clip_grad_norm_(model.parameters(), 3.0, foreach=compiled)
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
