// Runs the samples of some entries and prints a line of JSON for each. Before each entry its number goes to standard output
// too, so that a death names what died.
//
//   node child.mjs FOLDER PART FIRST
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

import * as torch from '@beit2/torch';

import { isRefusal, waysOf } from './calls.mjs';

const [folder, part, first] = [process.argv[2], process.argv[3], Number(process.argv[4])];
torch.setNumThreads(1);
const blob = openSync(join(folder, `blob-${part}.bin`), 'r');
const entries = readFileSync(join(folder, `entries-${part}.jsonl`), 'utf8')
  .trimEnd()
  .split('\n');

function bytesAt([start, length]) {
  const bytes = new Uint8Array(length);
  readSync(blob, bytes, 0, length, start);
  return bytes;
}

function tensorOf({ tensor, dtype, shape, strides, grad }, leaves) {
  let made = torch.fromTypedArray(bytesAt(tensor), shape, { dtype });
  if (strides && shape.length > 0 && !strides.includes(0)) {
    // The same order in memory: of use to operators that look at it.
    const order = shape.map((_, i) => i).sort((a, b) => strides[b] - strides[a]);
    const back = order.map((_, i) => order.indexOf(i));
    made = made.permute(order).contiguous().permute(back);
  }
  if (grad) {
    made = made.detach().requiresGrad_();
    leaves.push(made);
  }
  return made;
}

function decode(value, leaves, seen) {
  if (Array.isArray(value)) return value.map((one) => decode(one, leaves, seen));
  if (typeof value !== 'object' || value === null) return value;
  if (value.tensor) return tensorOf(value, leaves);
  if (value.indices) return { indices: decode(value.indices, leaves, seen) };
  if ('whole' in value) {
    seen.whole = true;
    return value.whole;
  }
  if ('float' in value) return { nan: NaN, inf: Infinity, '-inf': -Infinity }[value.float];
  if ('bigint' in value) return BigInt(value.bigint);
  return value;
}

function call(ways, args, kwargs) {
  let refusal;
  for (const way of ways) {
    try {
      torch.manualSeed(42); // as samples.py does
      return { result: way(args, kwargs) };
    } catch (error) {
      if (!isRefusal(error)) return { error };
      refusal ??= error;
    }
  }
  return { refusal };
}

const flatten = (value) => (Array.isArray(value) ? value.flatMap(flatten) : [value]);

const isEmptyOnPurpose = (name) => /(^|_|\.)(empty|resize)/.test(name);

/** Undefined where they are equal, else how they differ. */
function difference(actual, expected, { rtol, atol, loose, shapeOnly }) {
  if (typeof expected !== 'object' || expected === null || !expected.tensor) {
    const wanted = decode(expected, [], {});
    const same = Object.is(actual, wanted) || actual === wanted || Number(actual) === Number(wanted);
    return same ? undefined : `${String(actual)} instead of ${String(wanted)}`;
  }
  if (!torch.isTensor(actual)) return `${actual === null ? 'null' : typeof actual} instead of a tensor`;
  if (actual.layout !== 'strided')
    return difference(actual.toDense(), expected, { rtol, atol, loose, shapeOnly });
  const shape = JSON.stringify(actual.shape);
  if (shape !== JSON.stringify(expected.shape))
    return `shape ${shape} instead of ${JSON.stringify(expected.shape)}`;
  if (actual.dtype !== expected.dtype && !loose) return `${actual.dtype} instead of ${expected.dtype}`;
  if (shapeOnly) return undefined;
  const wanted = torch.fromTypedArray(bytesAt(expected.tensor), expected.shape, { dtype: expected.dtype });
  const dense = actual.detach().to(expected.dtype);
  if (dense.numel() === 0) return undefined;
  return isClose(dense, wanted, rtol, atol) ? undefined : `values differ by up to ${largest(dense, wanted)}`;
}

function isClose(actual, wanted, rtol, atol) {
  if (/^(u?int|bool)/.test(actual.dtype)) return torch.equal(actual, wanted);
  const plain = (x) => (x.dtype.startsWith('complex') ? torch.viewAsReal(x.resolveConj()) : x).double();
  return torch.allclose(plain(actual), plain(wanted), rtol, atol, true);
}

function largest(actual, wanted) {
  try {
    return actual.to('complex128').sub(wanted.to('complex128')).abs().max().item();
  } catch (error) {
    return error.message;
  }
}

function gradientDifference(outputs, leaves, { gradients }, tolerance) {
  const roots = gradients.outputs.map((i) => outputs[i]);
  const weights = gradients.weights.map((one) => tensorOf(one, []));
  const found = torch.autograd.grad(roots, leaves, { gradOutputs: weights, allowUnused: true });
  for (const [i, expected] of gradients.values.entries()) {
    const actual = found[i] ?? null;
    if (expected === null || actual === null) {
      if ((expected === null) !== (actual === null)) return `gradient ${i}: ${actual} instead of ${expected}`;
      continue;
    }
    const differs = difference(actual, expected, tolerance);
    if (differs) return `gradient ${i}: ${differs}`;
  }
  return undefined;
}

function runSample(ways, sample, tolerance, outcome) {
  const leaves = [];
  const seen = {};
  const args = sample.args.map((one) => decode(one, leaves, seen));
  const kwargs = Object.fromEntries(
    Object.entries(sample.kwargs).map(([key, value]) => [key, decode(value, leaves, seen)]),
  );
  const { result, error, refusal } = call(ways, args, kwargs);
  if (refusal) {
    outcome.refused++;
    outcome.refusal ??= refusal.message.slice(0, 300);
    return;
  }
  if (sample.raises) {
    // Both refuse, or JavaScript's form of the call is wider.
    outcome.equal++;
    outcome.called++;
    return;
  }
  outcome.called++;
  if (error) {
    outcome.differing.push(`throws: ${error.message.slice(0, 300)}`);
    return;
  }
  // A whole float is a whole number in JavaScript: results may be of integers where PyTorch has floats.
  const options = { ...tolerance, loose: seen.whole === true };
  const outputs = flatten(result);
  let differs =
    outputs.length < sample.outputs.length
      ? `${outputs.length} results instead of ${sample.outputs.length}`
      : undefined;
  for (const [i, expected] of sample.outputs.entries())
    differs ??=
      difference(outputs[i], expected, options) &&
      `result ${i}: ${difference(outputs[i], expected, options)}`;
  if (differs) {
    outcome.differing.push(differs);
    return;
  }
  outcome.equal++;
  if (!sample.gradients) return;
  outcome.gradients++;
  let wrong;
  try {
    wrong = gradientDifference(outputs, leaves, sample, options);
  } catch (failure) {
    wrong = `gradient throws: ${failure.message.slice(0, 300)}`;
  }
  if (wrong) outcome.differingGradients.push(wrong);
}

for (let i = first; i < entries.length; i++) {
  console.log(JSON.stringify({ at: i }));
  const entry = JSON.parse(entries[i]);
  const name = entry.name + (entry.variant ? ` (${entry.variant})` : '');
  const outcome = {
    name,
    called: 0,
    equal: 0,
    refused: 0,
    foreign: 0,
    gradients: 0,
    differing: [],
    differingGradients: [],
  };
  const ways = waysOf(entry);
  for (const { dtype, rtol, atol, samples, foreign } of entry.runs) {
    outcome.foreign += foreign.length;
    for (const sample of samples) {
      const before = [outcome.differing.length, outcome.differingGradients.length];
      torch.scope(() =>
        runSample(ways, sample, { rtol, atol, shapeOnly: isEmptyOnPurpose(entry.name) }, outcome),
      );
      for (const list of ['differing', 'differingGradients'])
        outcome[list] = outcome[list].map((text, k) =>
          k < before[list === 'differing' ? 0 : 1] ? text : `${dtype}: ${text}`,
        );
    }
  }
  console.log(JSON.stringify(outcome));
}
closeSync(blob);
process.exit(0);
