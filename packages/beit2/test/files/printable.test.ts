/** A name with a newline or a control character in it breaks no line of what a user reads. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textList, textTable } from '../../src/cli/options/table.js';
import { systemSentence, UserError } from '../../src/errors.js';
import { RunLog } from '../../src/train/run/run-log.js';

const name = 'cat\n\u001b[2J\u2028.png';
const shown = 'cat\\u{a}\\u{1b}[2J\\u{2028}.png';

test('errors', () => {
  expect(new UserError(`${name} is damaged.`).message).toBe(`${shown} is damaged.`);
  const error = Object.assign(new Error(), { code: 'ENOENT', path: name });
  expect(systemSentence(error)).toBe(`There is no file or folder ${shown}.`);
});

test('tables', () => {
  expect(textTable(['image'], [[name]])).toBe(`image\n${shown}\n`);
  expect(textList([['image', name]])).toBe(`image  ${shown}\n`);
});

test('the log of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beit2-printable-'));
  try {
    const log = new RunLog({ folder, rank: 0, mode: 'quiet', listeners: [] });
    log.note(`Skipped ${name}.`);
    log.noteEnd({ event: 'failed', message: `${name} is damaged.` });
    const lines = readFileSync(join(folder, 'log.txt'), 'utf8').split('\n');
    expect(lines.map((line) => line.slice(line.indexOf(' ') + 1))).toEqual([
      `Skipped ${shown}.`,
      `${shown} is damaged.`,
      '',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
