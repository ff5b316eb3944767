/** scripts/setup.mjs in a tiny clone of its own: what it refuses, and when it builds. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
let root: string;

/** Packages whose set-up only says that it ran. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'beit2-clone-'));
  cpSync(join(repository, 'scripts/setup.mjs'), join(root, 'scripts/setup.mjs'));
  cpSync(join(repository, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'package-lock.json'), '{ "packages": {} }');
  writeFileSync(
    join(root, 'tsconfig.json'),
    '{ "files": [], "references": [{ "path": "packages/torch" }, { "path": "packages/beit2" }] }',
  );
  for (const name of ['torch', 'beit2']) {
    const folder = join(root, 'packages', name);
    mkdirSync(join(folder, 'src/setup'), { recursive: true });
    cpSync(join(repository, 'packages/torch/tsconfig.json'), join(folder, 'tsconfig.json'));
    writeFileSync(
      join(folder, 'src/setup/index.ts'),
      'export class SetupError extends Error {}\nexport const setup = () => { if (process.env.REFUSE) throw new SetupError("No compiler: get one."); console.log("set up"); };\n',
    );
  }
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function install(packages: Record<string, { version: string }> = {}): void {
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
  for (const name of ['typescript', '@types']) {
    symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name));
  }
}

function setup(env: NodeJS.ProcessEnv = {}): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, output: stdout + stderr };
}

test('before npm ci it says so', () => {
  expect(setup()).toEqual({ code: 1, output: 'setup: node_modules is not there: run `npm ci` first.\n' });
});

test('packages that are not those of package-lock.json are named; optional ones may be missing', () => {
  install({ 'node_modules/yauzl': { version: '3.3.0' } });
  const packages = {
    'node_modules/gpu': { version: '1.0.0', optional: true },
    'node_modules/yauzl': { version: '3.4.0' },
  };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  expect(setup()).toEqual({
    code: 1,
    output: 'setup: node_modules does not match package-lock.json (yauzl 3.4.0 is missing): run `npm ci`.\n',
  });
});

test('it builds only what is not built, sets up, and passes on the sentence of a failure', () => {
  install();
  expect(setup()).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^set up\nsetup: building/) as string,
  });
  expect(setup()).toEqual({ code: 0, output: 'set up\n' });

  const source = join(root, 'packages/beit2/src/setup/index.ts');
  const later = new Date(Date.now() + 5000); // as a checkout or an editor leaves it
  utimesSync(source, later, later);
  expect(setup().output).toContain('setup: building the sources with tsc');

  expect(setup({ REFUSE: '1' }).output).toContain('setup: No compiler: get one.\n');

  appendFileSync(source, 'export const wrong: number = "text";\n');
  const { code, output } = setup();
  expect(code).toBe(1);
  expect(output).toContain("Type 'string' is not assignable to type 'number'");
  expect(output).toMatch(
    /setup: the sources have type errors \(above\): correct them and run this again\.\n$/,
  );
}, 600_000); // four builds by tsc, which a busy machine takes its time for
