/** What `diagnose` finds on a bare machine, on one that is set up, and on one with a GPU that goes unused. */
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Finding } from '#torch/setup/index.js';

import { Machine } from './setup-helpers.js';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

async function diagnose(): Promise<Record<string, Finding>> {
  const script = machine.file(
    'diagnose.mjs',
    `import { diagnose } from '#torch/setup/index.js';
     const findings = await diagnose();
     console.log(JSON.stringify(Object.fromEntries(findings.map((finding) => [finding.name, finding]))));`,
  );
  return (await machine.run([script])).answer as Record<string, Finding>;
}

test('a bare machine: what is missing is named with what to do, and nothing is changed', async () => {
  machine.removeProgram('c++');
  machine.removeProgram('python3');
  const { libtorch, addon, pip, ...rest } = await diagnose();
  expect(libtorch).toEqual({
    name: 'libtorch',
    state: 'missing',
    text: `not yet in ${machine.cache}`,
    advice: 'run `beit2 setup`, which fetches it or says why it cannot',
  });
  expect(addon).toMatchObject({ state: 'missing', advice: 'run `beit2 setup`' });
  expect(rest['C++ compiler']).toMatchObject({
    state: 'missing',
    advice: expect.stringMatching(/^No C\+\+ compiler is on PATH/) as string,
  });
  expect(pip).toMatchObject({ state: 'absent', text: 'neither Python nor pip is on PATH' });
  expect(machine.called(/./)).toEqual([]);
});

test('a machine that is set up', async () => {
  await machine.setup();
  const { libtorch, addon, pip, ...rest } = await diagnose();
  expect(libtorch?.text).toMatch(/^2\.13\.0\+cpu in /);
  expect([libtorch?.state, addon?.state, pip?.state]).toEqual(['ok', 'ok', 'ok']);
  expect(rest['C++ compiler']?.text).toBe(`fake c++ 14.1, ${machine.bin}/c++`);
  expect(pip?.text).toBe('pip 23.2 (python3 -m pip)');
});

test('an NVIDIA GPU beside a CPU build of libtorch', async () => {
  machine.program('nvidia-smi', 'echo "NVIDIA H100, 550.54"');
  await machine.setup();
  expect((await diagnose())['NVIDIA driver']).toEqual({
    name: 'NVIDIA driver',
    state: 'absent',
    text: 'NVIDIA H100, 550.54, but this libtorch is a CPU build',
    advice:
      'to train on the GPU, install a CUDA build of torch in a Python environment, activate it and set LIBTORCH_USE_PYTORCH=1',
  });
});
