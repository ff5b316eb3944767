/** Every way in which set-up fails is one sentence that says what to try, and exit code 1. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { explainFileError } from '#torch/setup/cache.js';

import {
  ArchiveServer,
  fakeArchive,
  fakeWheel,
  librarySuffix,
  Machine,
  requirements,
} from './setup-helpers.js';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

/** Runs set-up, which must fail, and returns its sentence with the machine's own folder as ROOT. */
async function sentence(): Promise<string> {
  const { code, answer } = await machine.setup();
  expect(code).toBe(1);
  return (answer.error ?? '').replaceAll(machine.root, 'ROOT');
}

const otherSources =
  'connect to a network or point pip at a mirror, or set LIBTORCH to a folder with libtorch, or LIBTORCH_USE_PYTORCH=1 to use the torch of an active Python environment.';
const noArchive = '127.0.0.1:9 cannot be reached (bad port)'; // fetch refuses port 9, so nothing can answer there

describe('libtorch', () => {
  test('LIBTORCH that is none', async () => {
    machine.env = { LIBTORCH: machine.bin };
    expect(await sentence()).toBe(
      `ROOT/bin is not a libtorch (lib/libtorch_cpu.${librarySuffix} and include/ are needed): set LIBTORCH to a folder that is, or unset it to have 2.13.0 fetched.`,
    );
  });

  test('LIBTORCH of a version that is too old', async () => {
    machine.env = { LIBTORCH: machine.libtorch('old', '2.4.1') };
    expect(await sentence()).toBe(
      'ROOT/old is libtorch 2.4.1, but beit2 needs 2.11.0 or newer: set LIBTORCH to a folder that is, or unset it to have 2.13.0 fetched.',
    );
  });

  test('LIBTORCH_USE_PYTORCH=1 with a Python without torch, and with no Python', async () => {
    machine.env = { LIBTORCH_USE_PYTORCH: '1' };
    expect(await sentence()).toBe(
      'LIBTORCH_USE_PYTORCH=1, but ROOT/bin/python3 has no torch: activate the environment that has it, or unset the variable.',
    );
    machine.removeProgram('python3');
    expect(await sentence()).toBe(
      'LIBTORCH_USE_PYTORCH=1 needs a Python with torch, but no python3 is on PATH: activate its environment, or unset the variable.',
    );
  });

  test('no Python and no archive', async () => {
    machine.removeProgram('python3');
    expect(await sentence()).toBe(
      `Cannot get libtorch 2.13.0: neither Python nor pip is on PATH, and ${noArchive}; ${otherSources}`,
    );
  });

  test('Python without pip', async () => {
    machine.program('python3', 'exit 1');
    expect(await sentence()).toBe(
      `Cannot get libtorch 2.13.0: python3 has no pip (\`python3 -m ensurepip\` or the system's python3-pip package brings it), and ${noArchive}; ${otherSources}`,
    );
  });

  const pipProblems: [string, string, (requirement: string) => string][] = [
    [
      'the index has no such version',
      'ERROR: No matching distribution found for torch',
      (requirement) => `pip found no ${requirement} for this machine`,
    ],
    [
      'no network',
      "WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution found for torch",
      (requirement) => `pip reached no package index that has ${requirement}`,
    ],
    [
      'pip refuses',
      'noise\nERROR: THESE PACKAGES DO NOT MATCH THE HASHES',
      () => 'pip failed (THESE PACKAGES DO NOT MATCH THE HASHES)',
    ],
  ];
  test.each(pipProblems)('pip: %s', async (_case, stderr, problem) => {
    machine.program('python3', machine.python(`echo "${stderr}" >&2; exit 1`));
    const [first = '', ...others] = requirements.map(problem);
    const reasons = new Set([first, noArchive, ...others]);
    expect(await sentence()).toBe(
      `Cannot get libtorch 2.13.0: ${[...reasons].join(', and ')}; ${otherSources}`,
    );
  });

  test('pip: it has a CUDA build alone', async () => {
    machine.file('wheel', fakeWheel({}, { 'torch/lib/libtorch_cuda.so': 'CUDA kernels' }));
    expect(await sentence()).toBe(
      "pip has only a CUDA build of torch here, which does not load without NVIDIA's packages: `pip install` it in a Python environment, activate that and set LIBTORCH_USE_PYTORCH=1.",
    );
  });

  test('pip: the disk is full', async () => {
    machine.program(
      'python3',
      machine.python('echo "ERROR: [Errno 28] No space left on device" >&2; exit 1'),
    );
    expect(await sentence()).toBe(
      'The disk is full: pip needs about 400 MB in its temporary folder and cache, and beit2 1 GB in its own.',
    );
  });

  test('the publisher has no such archive', async () => {
    const server = new ArchiveServer(fakeArchive());
    server.status = 404;
    const url = await server.listen();
    machine.removeProgram('python3');
    machine.env = { BEIT2_LIBTORCH_URL: url };
    expect(await sentence()).toBe(
      `Cannot get libtorch 2.13.0: neither Python nor pip is on PATH, and ${url} answers 404 Not Found; ${otherSources}`,
    );
    server.close();
  });

  test('a wheel that was cut short', async () => {
    machine.file('wheel', fakeWheel().subarray(0, -30));
    expect(await sentence()).toMatch(
      /^torch-2\.13\.0\+cpu-cp311-cp311-any\.whl is damaged \(.+\) and was thrown away: run the set-up again, and check where it comes from if that does not help\.$/,
    );
    expect(readdirSync(join(machine.cache, 'tmp'))).toEqual([]);
  });

  test('a wheel with a library that is not what its record says', async () => {
    const name = `torch/lib/libc10.${librarySuffix}`;
    machine.file('wheel', fakeWheel({ [name]: 'the c0re' }));
    expect(await sentence()).toContain(`is damaged (${name} does not match its hash) and was thrown away`);
    expect(existsSync(join(machine.cache, `libtorch-2.13.0-${process.platform}-${process.arch}`))).toBe(
      false,
    );
  });
});

describe('the compiler', () => {
  test('none', async () => {
    machine.removeProgram('c++');
    const remedy =
      process.platform === 'darwin' ? '`xcode-select --install`' : '`apt install g++` or its like';
    expect(await sentence()).toBe(
      `No C++ compiler is on PATH (c++, g++ and clang++ were tried): ${remedy} brings one, or set CXX to yours.`,
    );
  });

  test('CXX that does not run', async () => {
    machine.env = { ...machine.env, CXX: 'icpc' };
    expect(await sentence()).toBe(
      'CXX is icpc, which does not run: set it to a C++20 compiler, or unset it.',
    );
  });

  const compileProblems: [string, string, RegExp][] = [
    [
      'an error in a source',
      'In file included from x.h:\nx.cc:3:1: error: expected unqualified-id',
      /\S+\/native\/\S+\.cc does not compile \(x\.cc:3:1: error: expected unqualified-id\): the compiler's whole message is above\.$/,
    ],
    [
      'a compiler that is too old',
      "c++: error: unrecognized command line option '-std=c++20'",
      / does not compile, because the compiler knows no C\+\+20: install g\+\+ 11 or clang\+\+ 14 or newer, or set CXX to one\.$/,
    ],
    [
      'too little memory',
      'c++: fatal error: Killed signal terminated program cc1plus',
      / does not compile, because memory ran out: have 2 GB free and run the set-up again\.$/,
    ],
    [
      'a full disk',
      'fatal error: error writing to /tmp/x.s: No space left on device',
      / does not compile, because the disk is full: free 1 GB in ROOT\/cache and in the temporary folder\.$/,
    ],
  ];
  test.each(compileProblems)('%s', async (_case, stderr, expected) => {
    machine.program('c++', machine.compiler(`echo "${stderr}" >&2; exit 1`));
    expect(await sentence()).toMatch(expected);
    expect(readdirSync(join(machine.cache, 'objects'))).toEqual([]);
  });

  test('a linker that finds no library', async () => {
    machine.program('c++', machine.compiler(undefined, 'echo "ld: error: cannot find -lc10" >&2; exit 1'));
    expect(await sentence()).toBe(
      `The addon does not link against ROOT/cache/libtorch-2.13.0-${process.platform}-${process.arch}/torch (ld: error: cannot find -lc10): the compiler's whole message is above.`,
    );
  });

  test('a libtorch whose libraries do not fit its headers', async () => {
    const source = machine.file(
      'misfit.cc',
      'void atenOfAnotherAbi(); extern "C" void napi_register_module_v1() { atenOfAnotherAbi(); }',
    );
    machine.program('c++', machine.compiler(undefined, `c++ -shared -fPIC -Wl,-z,now -o "$out" '${source}'`));
    machine.env = { LIBTORCH: machine.libtorch('mine', '2.13.0') };
    expect(await sentence()).toMatch(
      /^The addon does not load with libtorch 2\.13\.0 of ROOT\/mine, whose libraries do not fit its headers or were built for another C\+\+ ABI \(.*undefined symbol: .*\): unset LIBTORCH\.$/,
    );
    expect(existsSync(join(machine.cache, 'addon'))).toBe(false);
  });
});

describe('the cache folder', () => {
  test('cannot be made', async () => {
    const file = machine.file('cache', 'a file where the folder should be');
    expect(await sentence()).toBe(
      'The cache folder ROOT/cache cannot be made (EEXIST): set BEIT2_CACHE to a folder that can.',
    );
    machine.env = { BEIT2_CACHE: join(file, 'below') };
    expect(await sentence()).toBe(
      'The cache folder ROOT/cache/below cannot be made (ENOTDIR): set BEIT2_CACHE to a folder that can.',
    );
  });

  test('cannot be written', async () => {
    machine.file('cache/tmp', 'a file where a folder should be'); // a folder without write permission is no hindrance to root
    expect(await sentence()).toBe(
      'The cache folder ROOT/cache cannot be written (EEXIST): set BEIT2_CACHE to a folder that can.',
    );
  });

  test('is on a full disk', () => {
    const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(String(explainFileError(error))).toMatch(
      /^SetupError: The disk with .* is full: free about 1 GB there, or set BEIT2_CACHE to a folder on another disk\.$/,
    );
  });
});

test('without --json the sentence goes to standard error, without a stack', async () => {
  machine.env = { LIBTORCH: machine.bin };
  const { code, log } = await machine.run(['cli.js']);
  expect(code).toBe(1);
  expect(log).toMatch(/^setup: \S+ is not a libtorch .* fetched\.\n$/);
});

test('the loader gets the sentence as an error of its own', async () => {
  machine.env = { LIBTORCH: machine.bin };
  const script = machine.file(
    'load.mjs',
    `import { setupSync, SetupError } from '#torch/setup/index.js';
     try { setupSync() } catch (error) { console.log(JSON.stringify({ error: (error instanceof SetupError) + error.message })) }`,
  );
  const { answer } = await machine.run([script]);
  expect(answer.error).toMatch(/^true\S+ is not a libtorch/);
});
