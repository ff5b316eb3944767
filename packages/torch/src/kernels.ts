/**
 * Which arithmetic is fast on this machine. Libraries differ by processor, so the products of linear layers and of attention, and
 * bfloat16 against float32, are measured once; the result is kept in the cache folder, by processor and libtorch.
 */
import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

import type { Device } from './dtype.js';
import { native } from './native.js';
import { cacheFolder } from './setup/index.js';
import { expectObject } from './expect.js';

/** A library with matrix products: libtorch's own choice, its oneDNN, or the kernels of this package. */
export type ProductLibrary = 'aten' | 'onednn' | 'beit2';

/**
 * The products that there is a choice of: x·Wᵀ + b, dy·W and dyᵀ·x of linear layers in float32, those inside attention, and x·Wᵀ + b in
 * bfloat16.
 */
const products = ['output', 'inputGradient', 'weightGradient', 'attention', 'bfloat16Output'] as const;

/** The library of each product. Results differ between libraries in their last bits, so a run keeps its choice. */
export type ProductChoice = Record<(typeof products)[number], ProductLibrary>;

/** A choice that an earlier version may have kept, which had none for bfloat16. */
export type GivenChoice = Omit<ProductChoice, 'bfloat16Output'> & Partial<ProductChoice>;

/**
 * What was measured on a device: milliseconds on the clock with all threads, or of the processor with one thread where other programs
 * held the cores, so that a busy machine chooses as an idle one does. Times of one product, or of `matmul`, are of one kind.
 */
export interface Measurement {
  /** Milliseconds of each library that has it, by product; empty for devices other than the CPU. */
  products: Partial<Record<string, Partial<Record<ProductLibrary, number>>>>;
  /** Milliseconds of the same products in each dtype. */
  matmul: { float32: number; bfloat16: number };
}

/** Vector instructions that the CPU kernels of this package use: `avx512bf16`, `avx512`, `avx2`, `baseline` (SSE2 or Neon). */
export function instructionSet(): string {
  return native.instructionSet();
}

/** The libraries in use. */
export function chosenProducts(): ProductChoice {
  return Object.fromEntries(
    products.map((product) => [product, native.chosenProduct(product)]),
  ) as ProductChoice;
}

/**
 * Has products computed by these libraries from now on, in the whole process; one that is not named, by libtorch.
 * @throws TypeError for a library that this machine does not have; the choice then stays as it was.
 */
export function chooseProducts(choice: GivenChoice): void {
  expectObject('torch.chooseProducts', 'choice', choice);
  const before = chosenProducts();
  try {
    for (const product of products) native.chooseProduct(product, choice[product] ?? 'aten');
  } catch (error) {
    for (const product of products) native.chooseProduct(product, before[product]);
    throw error;
  }
}

const measured = new Map<Device, Measurement>();

/**
 * What was measured on this machine: read from the cache folder, or measured now (half a second) and kept there.
 * @throws Error when the device is not there.
 */
export function measurement(device: Device = 'cpu'): Measurement {
  const known = measured.get(device) ?? read(device) ?? keep(device, measure(device));
  measured.set(device, known);
  return known;
}

/** The fastest library for each product by a measurement. */
export function fastestProducts(measured: Pick<Measurement, 'products'>): ProductChoice {
  expectObject('torch.fastestProducts', 'the measurement', measured);
  const { products: times } = measured;
  expectObject('torch.fastestProducts', 'its products', times);
  const choice = chosenProducts();
  for (const product of products) {
    const sorted = Object.entries(times[product] ?? {}).sort(([, a], [, b]) => a - b);
    if (sorted[0]) choice[product] = sorted[0][0] as ProductLibrary;
  }
  return choice;
}

function measure(device: Device): Measurement {
  const before = chosenProducts();
  const times = device === 'cpu' ? native.measureProducts() : {};
  chooseProducts(fastestProducts({ products: times })); // float32 is timed at its best
  const [float32, bfloat16] = native.measureMatmul(device);
  chooseProducts(before); // a run may have chosen
  return { products: times, matmul: { float32, bfloat16 } };
}

/** One file for each processor, instruction set, thread count, device, libtorch and list of products. */
function fileOf(device: Device): string {
  const key = [
    'one thread where busy', // earlier measurements could be those of a busy machine
    cpus()[0]?.model,
    native.instructionSet(),
    native.cpuCapability(),
    native.getNumThreads(),
    device,
    native.libtorchVersion(),
    products,
  ];
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 20);
  return join(cacheFolder(), 'measured', `${hash}.json`);
}

function read(device: Device): Measurement | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(device), 'utf8')) as Measurement;
  } catch {
    return undefined; // not there, or cut short: measured again
  }
}

/** Of two processes that measure at once, the first to write decides for both. */
function keep(device: Device, found: Measurement): Measurement {
  const file = fileOf(device);
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    const whole = `${file}.${process.pid}.${threadId}`;
    writeFileSync(whole, JSON.stringify(found));
    // A link appears whole or not at all, and not in place of another process's; a file that read() could not use goes.
    if (read(device) === undefined) rmSync(file, { force: true });
    try {
      linkSync(whole, file);
    } finally {
      rmSync(whole, { force: true });
    }
  } catch {
    return read(device) ?? found; // a cache that cannot be written: measured in each process
  }
  return found;
}

/** Takes the fastest libraries, unless another thread of this process has chosen. */
export function chooseForMachine(): void {
  if (native.productsChosen()) return;
  const found = measurement();
  try {
    chooseProducts(fastestProducts(found));
  } catch {
    // Measured with another build of libtorch: what is chosen now works.
  }
}
