/** Protects: `beit2 inspect` and `beit2 convert` as typed: output, JSON, one-sentence errors, exit codes. */
import type { Inspection } from '#beit2/open/inspect-model.js';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const golden = join(import.meta.dirname, '../fixtures/golden/checkpoint-mim.pth');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-commands-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function beit2(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const bin = join(import.meta.dirname, '../../bin/beit2.js');
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
}

test('inspect says what the file is and what a load does', () => {
  const { status, stdout, stderr } = beit2('inspect', golden, '--image-size', '48', '--classes', '3');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    `file      ${golden} (torch zip, entry model)`,
    'holds     BEiT v2, pretrained (official key names)',
    'sizes     dim 16, patch 8, depth 2, heads 2, grid 4, hidden 32, codes 32, aggregationDepth 1',
    'network   2 heads, epsilon 1e-6, gelu',
    'images    32 x 32 from a short side of 36, bicubic; mean 0.485 0.456 0.406, deviation 0.229 0.224 0.225',
    "assumed   ImageNet's mean, ImageNet's deviation, patch tokens of block 2 in the aggregation branch",
    'tensors   55 with 10,809 values, 0.0 MB',
    'metadata  optimizer, epoch, args, scaler',
    'kept      33 tensors',
    'dropped   mask_token, lm_head.weight, lm_head.bias, cls_pt_layers.*.gamma_1, cls_pt_layers.*.gamma_2, cls_pt_layers.*.norm1.weight and 12 more: used in pretraining only',
    'expanded  rel_pos_bias.relative_position_bias_table → blocks.*.attn.relative_position_bias_table: each block has its own table; 4 × 4 → 6 × 6 patches, geometric',
    'dropped   rel_pos_bias.relative_position_index: computed from the grid size',
    'dropped   norm.weight, norm.bias: this model has no norm at the end of the sequence',
    'fresh     fc_norm.weight, fc_norm.bias, head.weight, head.bias: fine-tuning initialises them',
    '',
  ]);
  expect(beit2('inspect', golden, '--keys').stdout).toContain(
    '\n          blocks.1.attn.qkv.weight  float32 [48, 16]\n',
  );
});

test('inspect as JSON', () => {
  const inspection = JSON.parse(beit2('inspect', golden, '--json').stdout) as Inspection;
  expect(inspection.kind).toBe('pretrained');
  expect(inspection.tensors.length).toBe(55);
  expect(inspection.load.length).toBe(55);
});

test('convert writes the file and reports it', () => {
  const output = join(folder, 'out.safetensors');
  const { status, stdout } = beit2('convert', golden, output, '--to', 'timm');
  expect(status).toBe(0);
  expect(stdout).toContain('source    BEiT v2, pretrained (official key names)\n');
  expect(stdout).toContain(`wrote     ${output}\n`);
  expect(existsSync(output)).toBe(true);
});

test('what goes wrong is one sentence, wrong usage is exit code 2', () => {
  expect(beit2('inspect', join(folder, 'none.pth'))).toMatchObject({
    status: 1,
    stdout: '',
    stderr: `error: There is no file ${join(folder, 'none.pth')}.\n`,
  });
  expect(beit2('inspect', 'no\nne\r.pth').stderr).toBe('error: There is no file no\\u{a}ne\\u{d}.pth.\n');
  expect(beit2('convert', golden, join(folder, 'x.pth')).status).toBe(2);
  expect(beit2('convert', golden, join(folder, 'x.pth'), '--to', 'keras').status).toBe(2);
  expect(beit2('inspect', golden, '--classes', 'ten').status).toBe(2);
});
