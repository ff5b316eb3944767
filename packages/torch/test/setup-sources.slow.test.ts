/** Where set-up takes libtorch from, and what it makes of it: the command itself, on a machine of shell scripts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ArchiveServer, fakeArchive, librarySuffix, Machine, requirements } from './setup-helpers.js';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

describe('sources of libtorch, in their order', () => {
  test('LIBTORCH comes first: neither Python nor the network is asked', async () => {
    const folder = machine.libtorch('mine', '2.12.1+cpu');
    machine.env = { LIBTORCH: folder, LIBTORCH_USE_PYTORCH: '1' };
    const { code, answer } = await machine.setup();
    expect(code).toBe(0);
    expect(answer).toMatchObject({ libtorch: folder, version: '2.12.1+cpu' });
    expect(machine.called(/^python3/)).toEqual([]);
  });

  test('LIBTORCH_USE_PYTORCH=1 asks Python where torch is, once', async () => {
    const folder = machine.libtorch('site-packages/torch', '2.11.0');
    machine.program('python3', machine.python('exit 1', `echo '${folder}'; exit 0`));
    machine.env = { LIBTORCH_USE_PYTORCH: '1' };
    expect((await machine.setup()).answer).toMatchObject({ libtorch: folder, version: '2.11.0' });
    expect((await machine.setup()).answer).toMatchObject({ libtorch: folder, version: '2.11.0' });
    expect(machine.called(/^python3/)).toHaveLength(1);
  });

  test("else pip's wheel, and from then on the cache", async () => {
    const { answer } = await machine.setup();
    const folder = join(machine.cache, `libtorch-2.13.0-${process.platform}-${process.arch}`, 'torch');
    expect(answer).toMatchObject({ version: '2.13.0+cpu', libtorch: folder });
    const [download] = machine.called(/ download /);
    expect(download).toContain('python3 -m pip download --no-deps --only-binary=:all: --dest ');
    expect(download?.endsWith(` ${requirements[0] ?? ''}`)).toBe(true);
    await machine.setup();
    expect(machine.called(/ download /)).toHaveLength(1);
  });

  test('a wheel of another Python version is as good', async () => {
    machine.program(
      'python3',
      machine.python(`case "$all" in
        *"--python-version 3.12"*) cp '${machine.root}/wheel' "$dest/torch-cp312.whl";;
        *) echo 'ERROR: No matching distribution found for torch' >&2; exit 1;;
      esac`),
    );
    expect((await machine.setup()).code).toBe(0);
  });

  test.skipIf(requirements.length === 1)(
    'a plain build, where pip has no other and there is no archive',
    async () => {
      machine.program(
        'python3',
        machine.python(`case "$all" in
        *torch==2.13.0) cp '${machine.root}/wheel' "$dest/torch-2.13.0-cp311.whl";;
        *) echo 'ERROR: No matching distribution found for torch' >&2; exit 1;;
      esac`),
      );
      const { code, log } = await machine.setup();
      expect(code).toBe(0);
      expect(log).toMatch(
        /pip found no torch==2\.13\.0\+cpu for this machine\n.*downloading .*\n.* cannot be reached/,
      );
    },
  );

  test.each([
    ['python', 'python -m pip download'],
    ['pip3', 'pip3 download'],
    ['pip', 'pip download'],
  ])('where python3 has no pip, %s runs it', async (name, command) => {
    machine.program('python3', 'exit 1');
    machine.program(name, machine.python());
    expect((await machine.setup()).code).toBe(0);
    expect(machine.called(/ download /)[0]?.startsWith(command)).toBe(true);
  });

  test("else the publisher's archive", async () => {
    const server = new ArchiveServer(fakeArchive());
    machine.program('python3', 'exit 1');
    machine.env = { BEIT2_LIBTORCH_URL: await server.listen() };
    const { answer, log } = await machine.setup();
    server.close();
    expect(answer.version).toBe('2.13.0+cpu');
    expect(log).toContain('python3 has no pip');
    expect(log).toContain(`downloading ${machine.env.BEIT2_LIBTORCH_URL ?? ''}`);
  });
});

describe('what is kept of a wheel', () => {
  test('libraries without the Python ones, headers, libraries brought along, version and licence', async () => {
    const { answer } = await machine.setup();
    const root = join(answer.libtorch ?? '', '..');
    const kept = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort();
    expect(kept).toEqual([
      'complete.json',
      'licences/LICENSE',
      'torch.libs/libgfortran.so.5',
      'torch/include/ATen/ATen.h',
      `torch/lib/libc10.${librarySuffix}`,
      `torch/lib/libtorch_cpu.${librarySuffix}`,
      'torch/version.py',
    ]);
    expect(readFileSync(join(root, 'torch/lib', `libc10.${librarySuffix}`), 'utf8')).toBe('the core');
    expect(readdirSync(join(machine.cache, 'tmp'))).toEqual([]); // neither the wheel nor a half copy stays
  });
});

describe('the addon', () => {
  const compiled = () => machine.called(/^c\+\+ .* -c .*\.cc /).length;

  test('every source is compiled once; other flags of the linker only link again', async () => {
    const folder = fileURLToPath(new URL('../native/', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => name.endsWith('.cc') && name !== 'rows/rows.cc');
    await machine.setup();
    // Alone, or as one of those that the compiler reads as one.
    const words = machine.called(/^c\+\+ .* -c /).flatMap((line) => line.split(' '));
    for (const name of sources) {
      expect(
        words.filter((word) => word === join(folder, name)),
        name,
      ).toHaveLength(1);
    }
    // The vector loops are compiled once for each instruction set.
    const sets = process.arch === 'x64' ? ['baseline', 'avx2', 'avx512', 'avx512bf16'] : ['baseline'];
    for (const set of sets)
      expect(machine.called(new RegExp(`-DBEIT2_SET=${set} .*rows/rows.cc`))).toHaveLength(1);
    const objects = compiled();
    machine.env = { ...machine.env, LDFLAGS: '-Wl,-O1' };
    await machine.setup();
    expect(compiled()).toBe(objects);
    expect(machine.called(/^c\+\+ .*-ltorch_cpu/)).toHaveLength(2);
    machine.env = { ...machine.env, CXXFLAGS: '-g' };
    await machine.setup();
    expect(compiled()).toBe(2 * objects);
  });

  test('files that the compiler reads as one are all named when one of them does not compile', async () => {
    machine.program('c++', machine.compiler('echo "y.cc:1:1: error: no" >&2; exit 1'));
    const { answer } = await machine.setup();
    expect(answer.error).toMatch(
      /^One of \S+\/attention\.cc, .*\.cc does not compile \(y\.cc:1:1: error: no\)/,
    );
  });

  test("it is compiled against libtorch's and the Node API's headers, and finds libtorch from its own place", async () => {
    const { answer } = await machine.setup();
    const [source] = machine.called(/^c\+\+ .* -c /);
    expect(source).toContain(`-isystem ${answer.libtorch ?? ''}/include `);
    expect(source).toMatch(/-isystem \S*node-api-headers\/include /);
    expect(source).not.toContain('-DBEIT2_HAS_NCCL');
    const [link] = machine.called(/-ltorch_cpu/);
    const origin = process.platform === 'darwin' ? '@loader_path' : '$ORIGIN';
    expect(link).toContain(
      `-Wl,-rpath,${origin}/../../libtorch-2.13.0-${process.platform}-${process.arch}/torch/lib `,
    );
    expect(existsSync(answer.addon ?? '')).toBe(true);
  });

  test.skipIf(process.platform !== 'linux' || existsSync('/usr/local/cuda'))(
    'a CUDA libtorch without its compiler headers is used without NCCL',
    async () => {
      const folder = machine.libtorch('site/torch', '2.13.0+cu130');
      machine.file('site/nvidia/cu13/include/cuda_runtime.h', '');
      machine.file('site/nvidia/nccl/include/nccl.h', '');
      machine.env = { LIBTORCH: folder };
      const { log } = await machine.setup();
      expect(log).toContain('NCCL is left out, because crt/host_config.h cannot be found: ');
      expect(machine.called(/-DBEIT2_HAS_NCCL/)).toEqual([]);
    },
  );

  test.skipIf(process.platform !== 'linux')(
    'a CUDA libtorch brings its libraries and headers along',
    async () => {
      const folder = machine.libtorch('site/torch', '2.13.0+cu130');
      machine.file('site/torch/lib/libtorch_cuda.so', 'kernels');
      machine.file('site/nvidia/cu13/include/cuda_runtime.h', '');
      machine.file('site/nvidia/nccl/include/nccl.h', '');
      machine.file('site/nvidia/cu13/include/crt/host_config.h', '');
      machine.env = { LIBTORCH: folder };
      const complete = await machine.setup();
      expect(complete.log).not.toContain('NCCL');
      const [source] = machine.called(/^c\+\+ .* -DBEIT2_HAS_NCCL .* -c /);
      expect(source).toContain(' -DBEIT2_HAS_NCCL ');
      expect(source).toContain(`-isystem ${machine.root}/site/nvidia/nccl/include`);
      expect(machine.called(/-ltorch_cpu/)[0]).toContain(
        '-Wl,--no-as-needed -ltorch_cuda -lc10_cuda -ltorch -ltorch_cpu -lc10',
      );
    },
  );
});
