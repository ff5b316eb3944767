/**
 * What opening very many images costs, as files of one folder and in tar files: time and the largest memory of a process that does
 * nothing else.
 *
 *   npx tsx bench/open-source.ts [IMAGES]
 *
 * The images (a million by default, of 0 bytes as files and of 1 in ten tar files) are made in the temporary folder, and removed afterwards.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSource } from '../packages/beit2/dist/data/sources/open-source.js';

const [, script = '', given = '1000000', opened] = process.argv;
const images = Number(given);
const shards = 10;

function makeFiles(folder: string): string {
  mkdirSync(folder);
  for (let i = 0; i < images; i++) closeSync(openSync(join(folder, `image-${i}.jpg`), 'w'));
  return folder;
}

/** Members `CLASS/NUMBER.jpg` of one byte, two blocks each. */
function makeTars(folder: string): string {
  mkdirSync(folder);
  for (let shard = 0; shard < shards; shard++) {
    const file = openSync(join(folder, `${shard}.tar`), 'w');
    for (let i = 0; i < images / shards; i++) writeSync(file, member(`class-${i % 1000}/image-${i}.jpg`));
    writeSync(file, Buffer.alloc(1024));
    closeSync(file);
  }
  return folder;
}

function member(name: string): Buffer {
  const block = Buffer.alloc(1024);
  block.write(name, 0);
  block.write('0000644\0', 100);
  block.write('00000000001\0', 124);
  block.write('        0', 148);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((a, b) => a + b, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

if (opened !== undefined) {
  const begin = performance.now();
  const { length, classes } = await openSource(opened);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `  ${length} images, ${classes?.length ?? 'no'} classes: ${seconds} s (${((user + system) / 1e6).toFixed(1)} s of CPU with the start), ${memory.toFixed(0)} MB`,
  );
} else {
  const root = mkdtempSync(join(tmpdir(), 'beit2-sources-'));
  const open = (what: string, folder: string): void => {
    console.log(what);
    // The index of tar files is kept in a cache of its own, so that the first opening is one.
    const env = { ...process.env, BEIT2_CACHE: join(root, 'cache') };
    const command = [...process.execArgv, script, String(images), folder];
    spawnSync(process.execPath, command, { stdio: 'inherit', env });
  };
  try {
    open('files of one folder', makeFiles(join(root, 'files')));
    rmSync(join(root, 'files'), { recursive: true });
    const tars = makeTars(join(root, 'tars'));
    open('members of tar files, first time', tars);
    open('members of tar files, again', tars);
  } finally {
    rmSync(root, { recursive: true });
  }
}
