/**
 * A CUDA build of torch, on a machine that needs no GPU: the set-up compiles against it with NCCL, the addon loads, says in a
 * sentence that there is no GPU, and computes on the CPU as always.
 *
 * Only with BEIT2_TEST_CUDA, since it needs 8 GB of disk and half an hour: `1` installs torch and NVIDIA's packages with pip
 * into a folder of its own, a path is that of a Python environment that has them.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const cli = fileURLToPath(new URL('../dist/setup/cli.js', import.meta.url));
const { BEIT2_TEST_CUDA: wanted = '' } = process.env;
const neededBytes = 8e9;

/**
 * torch and what its libraries load. Without the rest of torch's requirements, which only Python code imports; with
 * nvidia-cuda-crt, which has headers that NCCL's backend includes.
 */
const packages = [
  'torch==2.14.1',
  'nvidia-cublas==13.1.1.3',
  'nvidia-cuda-crt==13.0.88',
  'nvidia-cuda-cupti==13.0.85',
  'nvidia-cuda-nvrtc==13.0.88',
  'nvidia-cuda-runtime==13.0.96',
  'nvidia-cudnn-cu13==9.24.0.43',
  'nvidia-cufft==12.0.0.61',
  'nvidia-cufile==1.15.1.6',
  'nvidia-curand==10.4.0.35',
  'nvidia-cusolver==12.0.4.66',
  'nvidia-cusparse==12.6.3.3',
  'nvidia-cusparselt-cu13==0.8.1',
  'nvidia-nccl-cu13==2.30.7',
  'nvidia-nvjitlink==13.4.92',
  'nvidia-nvshmem-cu13==3.4.5',
  'nvidia-nvtx==13.0.85',
];

interface Ran {
  status: number | null;
  stdout: string;
  /** Both streams. */
  output: string;
}

/** Runs a program to its end, for an hour at most; Vitest's worker goes on answering meanwhile. */
async function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ran> {
  const options = { encoding: 'utf8', env, cwd: repository, maxBuffer: 2 ** 28, timeout: 3_600_000 } as const;
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, options);
    return { status: 0, stdout, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    return {
      status: typeof code === 'number' ? code : null,
      stdout,
      output: `${stdout}${stderr}${String(error)}`,
    };
  }
}

/** Why this cannot run here, in a sentence; empty where it can. */
async function obstacle(): Promise<string> {
  if (wanted === '') return 'BEIT2_TEST_CUDA is not set: this test needs 8 GB of disk and half an hour';
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'CUDA builds are tested on Linux x64 only';
  if (wanted !== '1') return '';
  if ((await run('python3', ['-m', 'pip', '--version'])).status !== 0) return 'python3 has no pip';
  const { bavail, bsize } = statfsSync(tmpdir());
  return bavail * bsize < neededBytes ? `${tmpdir()} has less than 8 GB of room` : '';
}

const reason = await obstacle();
const folder = reason === '' ? mkdtempSync(join(tmpdir(), 'beit2-cuda-')) : '';
const environment = wanted === '1' ? join(folder, 'python') : wanted;
const env: NodeJS.ProcessEnv = {
  ...process.env,
  BEIT2_CACHE: join(folder, 'cache'),
  LIBTORCH_USE_PYTORCH: '1',
  VIRTUAL_ENV: environment,
  PATH: [join(environment, 'bin'), process.env.PATH].join(delimiter),
};

beforeAll(async () => {
  if (reason !== '' || wanted !== '1') return;
  await run('python3', ['-m', 'venv', '--without-pip', environment]);
  const pip = ['-m', 'pip', '--python', join(environment, 'bin', 'python3'), 'install', '--no-cache-dir'];
  const { status, output } = await run('python3', [...pip, '--no-deps', ...packages]);
  expect(status, output.slice(-2000)).toBe(0);
}, 1_800_000);
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});
beforeEach(({ skip }) => {
  if (reason !== '') skip(reason);
});

/** Runs a module that has the library as `torch`, on the CUDA build. */
function script(code: string): Promise<Ran> {
  const library = "import * as torch from '@beit2/torch';";
  return run(process.execPath, ['--input-type=module', '-e', `${library} ${code}`], env);
}

test('the set-up compiles and links against it, NCCL included', async () => {
  const { status, stdout, output } = await run(process.execPath, [cli, '--json'], env);
  expect(status, output.slice(-4000)).toBe(0);
  expect(output).not.toContain('NCCL is left out');
  const { addon, version } = JSON.parse(stdout) as { addon: string; version: string };
  expect(version).toMatch(/\+cu\d+/);
  const symbols = await run('nm', ['-DC', '--undefined-only', addon]);
  expect(symbols.stdout).toContain('c10d::ProcessGroupNCCL::ProcessGroupNCCL(');
  expect((await run('readelf', ['-d', addon])).stdout).toContain('[libtorch_cuda.so]');
});

test('without a GPU it says so', async ({ skip }) => {
  if ((await run('nvidia-smi', ['-L'])).status === 0) skip('this machine has a GPU');
  const { output } = await script(`
    console.log(torch.cuda.isAvailable(), torch.cuda.deviceCount());
    try { torch.zeros([1], { device: 'cuda' }); } catch (error) { console.log(error.message); }
    try { torch.tensor([1], { device: 'cuda' }); } catch (error) { console.log(error.message); }`);
  expect(output).toMatch(/^false 0\n.*NVIDIA driver.*\n.*NVIDIA driver.*\n$/);
});

/**
 * Tests that go through every part of the binding. Not all of the fast ones: each file starts a process that loads the 4 GB of
 * CUDA's libraries, and all of them had not ended after 100 minutes of a busy machine.
 */
const subset = [
  'autograd',
  'custom-function',
  'distributed',
  'indexing',
  'memory',
  'modes',
  'nn-layers',
  'operators',
  'optim',
  'tensor',
];

test('a part of the fast tests passes on the CPU', async () => {
  const files = subset.map((name) => `packages/torch/test/${name}.test.ts`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'fast', ...files];
  const { status, output } = await run(process.execPath, vitest, env);
  expect(status, output.slice(-6000)).toBe(0);
});
