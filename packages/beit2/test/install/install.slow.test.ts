/**
 * Protects: `npm i beit2` alone is enough. The packages are published to a registry on this machine and installed into a bare root: Node
 * and the C library, no Python, no compiler, and no network but that registry. Needs root on Linux, for a root and a network of its own.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const packed = join(root, 'packed');
const verdaccio = join(root, 'node_modules/verdaccio/bin/verdaccio');

/** Why this cannot run here, in a sentence; empty where it can. */
function obstacle(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the prebuilt package is for Linux x64';
  if (process.getuid?.() !== 0) return 'a root of its own needs the rights of root';
  const unshared = spawnSync('unshare', ['-n', '-m', 'ip', 'link', 'set', 'lo', 'up']);
  return unshared.status === 0 ? '' : 'unshare or ip cannot make a network of its own here';
}
const reason = obstacle();

const folder = mkdtempSync(join(tmpdir(), 'install-'));
const bare = join(folder, 'root');
let port = 0;
let registry: ChildProcess | null = null;

function run(command: string, args: string[], env = process.env, cwd = root): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    cwd,
    maxBuffer: 2 ** 28,
  });
  expect(status, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts the registry; with an uplink it takes what it lacks from where npm is configured to, without it has what it has. */
async function startRegistry(uplink: string | null): Promise<void> {
  const config = join(folder, `registry-${uplink === null ? 'alone' : 'uplink'}.yaml`);
  const all = uplink === null ? '{ access: $all }' : '{ access: $all, proxy: up }';
  writeFileSync(
    config,
    [
      `storage: ${join(folder, 'storage')}`,
      ...(uplink === null ? [] : [`uplinks: { up: { url: '${uplink}', cache: true, maxage: 60m } }`]),
      `packages: { '@beit2/*': { access: $all, publish: $all }, beit2: { access: $all, publish: $all }, '**': ${all} }`,
      'max_body_size: 300mb',
      `log: { type: file, path: ${join(folder, 'registry.log')}, level: warn }`,
    ].join('\n'),
  );
  registry = spawn(process.execPath, [verdaccio, '--config', config, '--listen', `127.0.0.1:${port}`], {
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 240; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/-/ping`).catch(() => null);
    if (answer?.ok) return;
    await sleep(500);
  }
  throw new Error('the registry does not answer');
}

/** What a system with Node alone has: node, npm, a shell, `env`, and the libraries of the C and C++ runtime. */
function makeBareRoot(): void {
  const programs = [realpathSync(process.execPath), '/bin/sh', '/usr/bin/env'];
  const own = programs.flatMap((program) => run('ldd', [program]).match(/\/[^ ]*\.so[^ ]*/g) ?? []);
  const libraries = dirname(own.find((path) => /libc\.so/.test(path)) ?? '/lib/x86_64-linux-gnu/libc.so.6');
  const runtime = [
    'librt.so.1',
    'libpthread.so.0',
    'libdl.so.2',
    'libresolv.so.2',
    'libutil.so.1',
    'libm.so.6',
  ];
  for (const name of ['tmp', 'home', 'proc', 'dev', 'app', 'usr/bin', 'usr/lib', 'bin'])
    mkdirSync(join(bare, name), { recursive: true });
  for (const path of new Set([...own, ...runtime.map((name) => join(libraries, name))])) {
    if (!existsSync(path)) continue;
    mkdirSync(dirname(join(bare, path)), { recursive: true });
    copyFileSync(realpathSync(path), join(bare, path));
  }
  copyFileSync(programs[0] ?? '', join(bare, 'usr/bin/node'));
  copyFileSync(realpathSync('/bin/sh'), join(bare, 'bin/sh'));
  copyFileSync(realpathSync('/usr/bin/env'), join(bare, 'usr/bin/env'));
  for (const name of ['usr/bin/node', 'bin/sh', 'usr/bin/env']) chmodSync(join(bare, name), 0o755);
  const npm = join(dirname(realpathSync(run('which', ['npm']).trim())), '..');
  cpSync(npm, join(bare, 'usr/lib/npm'), { recursive: true, dereference: true });
}

/** Runs a script in the bare root, with a network that has nothing but the registry. */
function inBareRoot(script: string): { status: number | null; output: string } {
  writeFileSync(join(bare, 'app/script.sh'), script);
  const config = join(folder, 'registry-alone.yaml');
  const outside = [
    'set -e',
    `mount -t proc proc ${bare}/proc && mount --rbind /dev ${bare}/dev && ip link set lo up`,
    `'${process.execPath}' '${verdaccio}' --config '${config}' --listen 127.0.0.1:${port} > /dev/null 2>&1 &`,
    `for i in $(seq 240); do (echo > /dev/tcp/127.0.0.1/${port}) 2>/dev/null && break; sleep 0.5; done`,
    'set +e',
    `chroot ${bare} /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home sh /app/script.sh 2>&1`,
  ].join('\n');
  const args = ['--net', '--mount', '--pid', '--fork', '--kill-child', 'bash', '-c', outside];
  const { status, stdout } = spawnSync('unshare', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, output: stdout };
}

const npm = 'node /usr/lib/npm/bin/npm-cli.js --cache /tmp/cache --registry';

describe.skipIf(reason !== '')('in a bare root', () => {
  beforeAll(async () => {
    const manifest = join(packed, 'torch-linux-x64/prebuilt.json');
    const { sourcesHash } = await import('../../../torch/src/setup/prebuilt.js');
    const known = existsSync(manifest)
      ? (JSON.parse(readFileSync(manifest, 'utf8')) as { sources: string })
      : null;
    if (known?.sources !== sourcesHash()) run('npm', ['run', '--silent', 'pack:prebuilt']);
    run('npm', ['run', '--silent', 'pack:packages']);
    port = await freePort();
    await startRegistry(run('npm', ['config', 'get', 'registry']).trim());
    const own = join(folder, 'npmrc');
    const address = `127.0.0.1:${port}/`;
    writeFileSync(own, `registry=http://${address}\n//${address}:_authToken=anyone\n`);
    const version = (
      JSON.parse(readFileSync(join(root, 'packages/beit2/package.json'), 'utf8')) as { version: string }
    ).version;
    for (const name of ['beit2-torch-linux-x64', 'beit2-torch', 'beit2']) {
      const tarball = join(packed, `${name}-${version}.tgz`);
      run('npm', ['publish', '--dry-run', '--userconfig', own, tarball]);
      run('npm', ['publish', '--userconfig', own, tarball]);
    }
    // Once outside, so that the registry holds every dependency.
    const first = join(folder, 'first');
    mkdirSync(first);
    writeFileSync(join(first, 'package.json'), '{ "name": "first", "version": "1.0.0" }');
    run('npm', ['i', 'beit2', '--userconfig', own, '--cache', join(folder, 'cache')], process.env, first);
    registry?.kill();
    await startRegistry(null);
    registry?.kill();
    makeBareRoot();
  }, 1_500_000);
  afterAll(() => {
    registry?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('npm i beit2 and the demo run to its report', { timeout: 900_000 }, () => {
    const { status, output } = inBareRoot(`cd /app
      echo '{ "name": "app", "version": "1.0.0" }' > package.json
      ${npm} http://127.0.0.1:${port}/ i beit2 || exit 1
      node node_modules/.bin/beit2 doctor || exit 1
      node node_modules/.bin/beit2 demo --no-open --quiet --run demo duration.steps=24`);
    expect(status, output).toBe(0);
    expect(output).toMatch(
      /ok +prebuilt +libtorch 2\.13\.0\S* with its addon in \/app\/node_modules\/@beit2\/torch-linux-x64/,
    );
    expect(output).not.toContain('compiling');
    expect(existsSync(join(bare, 'app/demo/report.html'))).toBe(true);
    expect(existsSync(join(bare, 'home/.cache/beit2/addon'))).toBe(false);
  });

  test('without ONNX Runtime, a teacher in an ONNX file is refused in a sentence that says what to install', () => {
    const { output } = inBareRoot(`cd /app
      echo x > teacher.onnx
      node node_modules/.bin/beit2 tokenizer train demo-tokenizer --run onnx \\
        'teacher={ kind: onnx, path: teacher.onnx, output: f, imageSize: 28, mean: [0, 0, 0], std: [1, 1, 1] }'`);
    expect(output).toContain(
      'error: ONNX files are run by onnxruntime-node, which is not installed: npm install onnxruntime-node',
    );
  });

  test('an addon that does not load is explained with the platform, the cause and the ways out', () => {
    const { status, output } = inBareRoot(`cd /app
      for f in node_modules/@beit2/torch-linux-x64/libtorch-*/torch/lib/libc10.so; do echo broken > $f; done
      node node_modules/.bin/beit2 demo --no-open --run broken`);
    expect(status, output).toBe(1);
    expect(output).toMatch(
      /The engine \(libtorch \S+\) does not load on linux x64, glibc [\d.]+, Node [\d.]+: .*libc10/,
    );
    expect(output).toMatch(
      /\n {2}1\. install the package again: npm install @beit2\/torch-linux-x64\n {2}2\. /,
    );
  });
});

test.skipIf(reason === '')(`is skipped: ${reason}`, ({ skip }) => {
  skip(reason);
});
