// One rank of sharded-adamw.slow.test.ts: trains one model with AdamW and its twin with ShardedAdamW, and sends what both become.
import * as torch from '@beit2/torch';
import { nn, optim } from '@beit2/torch';

import { placeOf } from '#beit2/train/launcher.js';
import { ShardedAdamW } from '#beit2/train/sharded-adamw.js';
import { World } from '#beit2/train/world.js';

const world = await World.join(placeOf(process.env));

const makeModel = () => {
  torch.manualSeed(1);
  return new nn.Sequential(new nn.Linear(8, 16), new nn.GELU(), new nn.Linear(16, 4), new nn.Linear(4, 3));
};
const groupsOf = (model) => {
  const parameters = [...model.parameters()];
  return [
    { params: parameters.filter(({ ndim }) => ndim > 1), weightDecay: 0.1 },
    { params: parameters.filter(({ ndim }) => ndim < 2), weightDecay: 0 },
  ];
};
const twins = [makeModel(), makeModel()];
const [whole, divided] = [
  new optim.AdamW(groupsOf(twins[0]), { lr: 0.05 }),
  new ShardedAdamW(groupsOf(twins[1]), { lr: 0.05 }, world),
];
const optimizers = [whole, divided];

/** A step of both twins; the gradients, equal on all ranks, are clipped. The last layer is left out of the first step. */
const step = (index, options) => {
  const images = torch.scope(() => torch.randn([6, 8]));
  for (const [i, model] of twins.entries()) {
    torch.scope(() => {
      const output = model.forward(images);
      output.square().mean().backward();
    });
    if (index === 0) for (const parameter of model.at(3).parameters()) parameter.grad = null;
    optim.clipGradNorm_(model.parameters(), 0.1);
    optimizers[i].step(options);
    optimizers[i].zeroGrad();
  }
  divided.exchange();
};

const weights = (model) => [...model.stateDict()].map(([name, tensor]) => [name, tensor.tolist()]);
const stateOf = (optimizer) =>
  Object.entries(optimizer.stateDict().state).map(([position, state]) => [
    Number(position),
    Object.entries(state).map(([name, tensor]) => [name, tensor.shape, tensor.tolist()]),
  ]);
const bytesOf = (optimizer) =>
  Object.values(optimizer.stateDict().state)
    .flatMap((state) => Object.values(state))
    .reduce((sum, tensor) => sum + tensor.nbytes, 0);

const report = {};
step(0);
divided.gather();
report.first = [stateOf(whole).length, stateOf(divided).length];
divided.release();
for (let index = 1; index < 4; index++) step(index);
step(4, { foundInf: torch.ones([]) }); // float16's overflow: a step that changes nothing
report.bytes = [bytesOf(whole), bytesOf(divided)];
report.weights = twins.map(weights);
divided.gather();
report.gathered = [stateOf(whole), stateOf(divided)];
const saved = divided.stateDict();
const other = new ShardedAdamW(groupsOf(twins[1]), { lr: 0.05 }, world);
if (world.isMain) other.loadStateDict(saved);
report.loaded = stateOf(other);
divided.release();
report.released = stateOf(divided);
process.send(report);
await world.barrier();
world.close();
