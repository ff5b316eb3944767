/** The checks of `beit2 doctor`. They change and download nothing. */
import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Finding } from '@beit2/torch/setup';

const oldestNode = [20, 9] as const;
const neededDisk = 2e9; // bytes: libtorch unpacked, and room for a few checkpoints
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const recent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const text = `${process.version}, ${process.platform} ${process.arch}`;
  if (recent) return { name: 'Node', state: 'ok', text };
  return { name: 'Node', state: 'missing', text, advice: `install Node ${oldestNode.join('.')} or newer` };
}

function machine(): Finding {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${gigabytes(totalmem())} memory, ${gigabytes(freemem())} free`;
  return { name: 'machine', state: 'ok', text: `${model}, ${availableParallelism()} threads, ${memory}` };
}

/** Free space where `path` is, or will be. */
function disk(name: string, path: string): Finding {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const text = `${gigabytes(bavail * bsize)} free at ${path}`;
  if (bavail * bsize >= neededDisk) return { name, state: 'ok', text };
  return { name, state: 'missing', text, advice: `free ${gigabytes(neededDisk)} there` };
}

/** What set-up needs and has made, then what the engine reports. */
async function engine(): Promise<Finding[]> {
  const { diagnose } = await import('@beit2/torch/setup');
  const findings = await diagnose();
  if (findings.some(({ state }) => state === 'missing')) return findings;
  try {
    const torch = await import('@beit2/torch');
    const { cpu } = torch.buildInfo();
    const text = `${torch.getNumThreads()} threads, ${cpu}`;
    return [...findings, { name: 'engine', state: 'ok', text }, ...devices(torch), await arithmetic(torch)];
  } catch (error) {
    const text = `does not load: ${firstLine(error)}`;
    return [...findings, { name: 'engine', state: 'missing', text, advice: 'run beit2 setup' }];
  }
}

function devices({ cuda, mps }: typeof import('@beit2/torch')): Finding[] {
  const count = cuda.isAvailable() ? cuda.deviceCount() : 0;
  const found: Finding[] = [
    count > 0
      ? { name: 'CUDA', state: 'ok', text: `${count} ${count === 1 ? 'device' : 'devices'}` }
      : { name: 'CUDA', state: 'absent', text: 'no device; training runs on the CPU' },
  ];
  if (process.platform === 'darwin') {
    const there = mps.isAvailable();
    found.push({
      name: 'Metal',
      state: there ? 'ok' : 'absent',
      text: there ? 'available' : 'not available',
    });
  }
  return found;
}

/** The measurements on the device that training uses, and the choice of `precision: auto`. */
async function arithmetic(torch: typeof import('@beit2/torch')): Promise<Finding> {
  const { fastPrecision } = await import('../../train/precision.js');
  const { chooseDevice } = await import('../../train/engine.js');
  const device = chooseDevice('auto');
  const { float32, bfloat16 } = torch.measurement(device).matmul;
  const times = Math.max(float32 / bfloat16, bfloat16 / float32).toFixed(1);
  const faster = bfloat16 < float32 ? 'bfloat16' : 'float32';
  const products = Object.entries(torch.chosenProducts()).map(
    ([product, library]) => `${product} ${library}`,
  );
  const text =
    `precision=auto is ${fastPrecision(device)} on ${device}, where ${faster} matrix products are ${times} times as fast; ` +
    `kernels for ${torch.instructionSet()}; fastest float32 products: ${products.join(', ')}`;
  return { name: 'arithmetic', state: 'ok', text };
}

async function sharpLibrary(): Promise<Finding> {
  try {
    const { default: sharp } = await import('sharp');
    const wanted = ['jpeg', 'png', 'webp', 'tiff', 'gif', 'heif'] as const;
    const formats = wanted.filter((format) => sharp.format[format].input.buffer);
    const text = `${sharp.versions.sharp}, libvips ${sharp.versions.vips}, reads ${formats.join(', ')}`;
    return { name: 'sharp', state: 'ok', text };
  } catch (error) {
    return {
      name: 'sharp',
      state: 'missing',
      text: firstLine(error),
      advice: 'run npm install again on this machine',
    };
  }
}

async function onnxRuntime(): Promise<Finding> {
  const name = 'onnxruntime-node';
  try {
    const { onnxRuntime: load } = await import('../../onnx-runtime.js');
    const { listSupportedBackends } = await load();
    const backends = listSupportedBackends().map((backend) => backend.name);
    return { name, state: 'ok', text: `for teachers in ONNX files, on ${backends.join(', ')}` };
  } catch (error) {
    return { name, state: 'absent', text: firstLine(error) };
  }
}

/** Everything that `beit2 doctor` reports, in its order. */
export async function diagnoseMachine(): Promise<Finding[]> {
  const { cacheFolder } = await import('@beit2/torch/setup');
  return [
    node(),
    machine(),
    ...(await engine()),
    await sharpLibrary(),
    await onnxRuntime(),
    disk('disk', process.cwd()),
    disk('cache', cacheFolder()),
  ];
}
