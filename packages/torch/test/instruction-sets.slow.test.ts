/** The tests of the kernels in every instruction set that this processor has, with the libraries held to it too. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import * as torch from '#torch/index.js';
import { locateEngine } from '#torch/setup/index.js';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const files = ['linear', 'self-attention', 'residual', 'similarity', 'second-order'].map(
  (name) => `packages/torch/test/nn-${name}.test.ts`,
);

/** Sets as ours, ATen and oneDNN call them, from the widest. */
const sets = [
  ['avx512bf16', 'avx512', 'AVX512_CORE_BF16'],
  ['avx512', 'avx512', 'AVX512_CORE'],
  ['avx2', 'avx2', 'AVX2'],
  ['baseline', 'default', 'SSE41'],
] as const;
const first = sets.findIndex(([ours]) => ours === torch.instructionSet());

const check = "console.log((await import('@beit2/torch')).instructionSet())";

test.each(sets.slice(first))('the kernels in %s, ATen in %s, oneDNN in %s', (ours, aten, oneDnn) => {
  const env = {
    ...process.env,
    BEIT2_CPU_CAPABILITY: ours,
    ATEN_CPU_CAPABILITY: aten,
    ONEDNN_MAX_CPU_ISA: oneDnn,
  };
  const args = ['--input-type=module', '-e', check];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', env, cwd: root }).trim()).toBe(ours);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'fast', ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, {
    encoding: 'utf8',
    env,
    cwd: root,
  });
  expect(status, stdout.slice(-4000) + stderr.slice(-2000)).toBe(0);
});

test('a set that the processor does not have is refused by name', () => {
  const env = { ...process.env, BEIT2_CPU_CAPABILITY: 'mmx' };
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', check], {
    encoding: 'utf8',
    env,
    cwd: root,
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain("BEIT2_CPU_CAPABILITY is 'mmx', which this processor does not have: it has");
});

test.skipIf(process.arch !== 'x64')(
  'GELU is compiled to fused multiply-adds of whole vectors in each set',
  () => {
    const { addon = '' } = locateEngine() ?? {};
    const options = { encoding: 'utf8', maxBuffer: 2 ** 30 } as const;
    const code = execFileSync('objdump', ['-d', '-C', '--no-show-raw-insn', addon], options);
    // One copy of the function a set; its name ends where its code begins.
    const copies = code.split('\n\n').filter((text) => /void beit2::.*geluOf<float>.*>:/.test(text));
    const fused = (register: string) =>
      copies.map((text) => (text.match(new RegExp(`vfm.*%${register}`, 'g')) ?? []).length);
    const multiplied = (register: string) =>
      copies.map((text) => (text.match(new RegExp(`v(mul|add)ps.*%${register}`, 'g')) ?? []).length);
    for (const register of ['ymm', 'zmm']) {
      const counts = fused(register);
      const at = counts.indexOf(Math.max(...counts));
      expect(counts[at], register).toBeGreaterThanOrEqual(16); // the polynomial's terms
      expect(multiplied(register)[at], register).toBeLessThan(16);
    }
  },
);
