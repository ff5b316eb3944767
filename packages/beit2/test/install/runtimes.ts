/** The runtimes that the package is tested on, as npm packages. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bin } from '../processes.js';

export interface Runtime {
  /** `node22` */
  name: string;
  /** `Node 22.23.3` */
  version: string;
  program: string;
  /** What comes before a script's path. */
  args: readonly string[];
}

const platform = `${process.platform}-${process.arch}`;
const node = (version: number) => ({
  as: `npm:node-${platform}@${version}`,
  program: 'bin/node',
  title: 'Node',
  args: [],
});
const sources: Record<string, { as: string; program: string; title: string; args: string[] }> = {
  node22: node(22),
  node24: node(24),
  node26: node(26),
  bun: { as: `npm:@oven/bun-${platform}@1`, program: 'bin/bun', title: 'Bun', args: [] },
  deno: {
    as: `npm:@deno/${platform}-glibc@2`,
    program: 'deno',
    title: 'Deno',
    args: ['run', '--allow-all', '--node-modules-dir=manual', '--quiet'],
  },
};

const folder = process.env.BEIT2_RUNTIMES ?? join(tmpdir(), 'beit2-runtimes');
const programOf = (name: string) => join(folder, 'node_modules', name, sources[name]?.program ?? '');

/** The runtimes that were fetched. */
export function fetchedRuntimes(): Runtime[] {
  return Object.entries(sources).flatMap(([name, { title, args }]) => {
    const program = programOf(name);
    if (!existsSync(program)) return [];
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    const [version = ''] = /\d+\.\d+\.\d+/.exec(stdout) ?? [];
    return [{ name, version: `${title} ${version}`, program, args }];
  });
}

/** Installs the runtimes that are not there yet. @throws Error where npm cannot fetch them */
export function fetchRuntimes(): void {
  if (Object.keys(sources).every((name) => existsSync(programOf(name)))) return;
  mkdirSync(folder, { recursive: true });
  const dependencies = Object.fromEntries(Object.entries(sources).map(([name, { as }]) => [name, as]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', install, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm cannot fetch the runtimes:\n${stderr}`);
}

const smallProgram = fileURLToPath(new URL('small-program.mjs', import.meta.url));

/** `beit2 doctor` and the small program, on a runtime. @returns what the program printed, and what failed, empty where nothing did */
export function programOn({ program, args, version }: Runtime): { printed: string; failure: string } {
  let printed = '';
  for (const script of [[bin, 'doctor'], [smallProgram]]) {
    const { status, stdout, stderr } = spawnSync(program, [...args, ...script], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (status !== 0)
      return {
        printed,
        failure: `${version}: ${script.join(' ')} ended with ${status}: ${stderr || stdout}`,
      };
    printed = stdout;
  }
  return { printed, failure: '' };
}
