/** Protects: importing a public name of the package loads no native library, starts nothing, and ends at once. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const here = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'faces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { exports } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { exports: object };
const faces = Object.keys(exports)
  .filter((path) => path !== './package.json')
  .map((path) => path.replace('.', 'beit2'));

/** What a script given by `-e` prints, and the seconds until the process has ended. */
function run(script: string) {
  const env = { ...process.env, BEIT2_CACHE: join(folder, 'cache') };
  const options = { cwd: here, env, encoding: 'utf8', timeout: 120_000 } as const;
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], options);
  return { stdout, stderr, status, seconds: (performance.now() - start) / 1000 };
}

test('the package has its faces', () => {
  expect(faces).toEqual([
    'beit2',
    'beit2/train',
    'beit2/search',
    'beit2/export',
    'beit2/onnx',
    'beit2/onnx/browser',
  ]);
});

test.each(faces)('importing %s loads no native library and leaves the cache folder alone', (face) => {
  const script = `import('${face}').then(() => {
    const { sharedObjects } = process.report.getReport();
    console.log(sharedObjects.filter((file) => /node_modules|libtorch|\\.node$/.test(file)).join());
  })`;
  expect(run(script)).toMatchObject({ stdout: '\n', stderr: '', status: 0 });
  expect(existsSync(join(folder, 'cache'))).toBe(false);
});

test.each(faces)(
  'importing %s from -e ends in half a second, or ten bare starts of Node on a busy machine',
  (face) => {
    const bare = Math.min(...[1, 2, 3].map(() => run('0').seconds));
    const { status, seconds } = run(`import('${face}')`);
    console.log(`import('${face}'): ${seconds.toFixed(2)} s, a bare start ${bare.toFixed(2)} s`);
    expect(status).toBe(0);
    expect(seconds).toBeLessThan(Math.max(0.5, 10 * bare));
  },
);

test("a native library that is needed loads where there is no file name, too: usearch's own loader loops there", () => {
  const file = JSON.stringify(join(folder, 'one.index'));
  const set = `{ names: ['a'], dim: 2, values: Float32Array.of(1, 0), origin: null }`;
  const script = `import('beit2/search').then(({ buildIndex, VectorIndex }) => {
    buildIndex(${file}, ${set});
    console.log(new VectorIndex(${file}).search(Float32Array.of(1, 0), 1)[0].name);
  })`;
  expect(run(script)).toMatchObject({ stdout: 'a\n', stderr: '', status: 0 });
});
