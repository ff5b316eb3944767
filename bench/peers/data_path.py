"""The pretraining data path with torchvision and Pillow on one core: decode, colour jitter, mirror, one random crop to 224
pixels (bicubic) and 112 (lanczos), into uint8 batches. Milliseconds an image, by the clock and of the processor, as one
line of JSON. Arguments: FOLDER epochs [jitter], where jitter is `before` (the reference's order, on the whole image; the
default) or `after` (on the two crops, as ours)."""

import json
import os
import random
import sys
import time
import types

# The transforms need none of torchvision's own operators, which a torchvision built for another torch cannot register.
sys.modules["torchvision._meta_registrations"] = types.ModuleType("torchvision._meta_registrations")

import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms
from torchvision.transforms import InterpolationMode
from torchvision.transforms import functional as F

folder, epochs = sys.argv[1], int(sys.argv[2])
order = sys.argv[3] if len(sys.argv) > 3 else "before"
torch.set_num_threads(1)


class TwoViews:
    def __init__(self):
        self.jitter = transforms.ColorJitter(0.4, 0.4, 0.4)

    def crop(self, image):
        box = transforms.RandomResizedCrop.get_params(image, scale=(0.2, 1.0), ratio=(3 / 4, 4 / 3))
        return (
            F.resized_crop(image, *box, (224, 224), InterpolationMode.BICUBIC),
            F.resized_crop(image, *box, (112, 112), InterpolationMode.LANCZOS),
        )

    def __call__(self, image):
        mirror = random.random() < 0.5
        if order == "before":
            image = self.jitter(image)
            views = self.crop(F.hflip(image) if mirror else image)
        else:
            views = [self.jitter(view) for view in self.crop(image)]
            views = [F.hflip(view) for view in views] if mirror else views
        return [F.pil_to_tensor(view) for view in views]


class Folder(Dataset):
    def __init__(self, root, transform):
        self.paths = sorted(os.path.join(at, name) for at, _, names in os.walk(root) for name in names)
        self.transform = transform

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        with open(self.paths[index], "rb") as file:
            return self.transform(Image.open(file).convert("RGB"))


loader = DataLoader(Folder(folder, TwoViews()), batch_size=16, shuffle=True, num_workers=0)


def run(count):
    return sum(len(model_view) for _ in range(count) for model_view, _ in loader)


run(2)
start, cpu_start = time.perf_counter(), time.process_time()
images = run(epochs)
elapsed, cpu = time.perf_counter() - start, time.process_time() - cpu_start
print(json.dumps({"msPerImage": 1000 * elapsed / images, "cpuMsPerImage": 1000 * cpu / images}))
