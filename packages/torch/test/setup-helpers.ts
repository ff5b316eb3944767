// A machine made of shell scripts: a fake python3 and c++ on PATH, a tiny fake wheel, a cache of its own.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const setupFolder = fileURLToPath(new URL('../dist/setup/', import.meta.url));

export const librarySuffix = process.platform === 'darwin' ? 'dylib' : 'so';
/** The builds that pip is asked for, in their order. */
export const requirements =
  process.platform === 'linux' && process.arch === 'x64'
    ? ['torch==2.13.0+cpu', 'torch==2.13.0']
    : ['torch==2.13.0'];

/** A zip of stored files, without checksums (yauzl compares none). */
function zip(files: Record<string, string | Buffer>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const path = Buffer.from(name);
    const data = Buffer.from(content);
    const sizes = Buffer.alloc(20); // crc32, compressed size, size, name length, extra length, then 4 unused bytes
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    sizes.writeUInt16LE(path.length, 12);
    const local = Buffer.concat([
      Buffer.from('504b03040a0000000000000000000000'.slice(0, 28), 'hex'),
      sizes.subarray(0, 16),
      path,
      data,
    ]);
    const entry = Buffer.alloc(46);
    entry.write('504b01020a000a00', 'hex');
    sizes.copy(entry, 16, 0, 16);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    central.push(entry, path);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** What a torch wheel holds, in small. `changed` replaces contents after RECORD was written, `added` before. */
export function fakeWheel(changed: Record<string, string> = {}, added: Record<string, string> = {}): Buffer {
  const files: Record<string, string> = {
    'torch/__init__.py': 'raise ImportError',
    'torch/version.py': "__version__ = '2.13.0+cpu'\n",
    [`torch/lib/libtorch_cpu.${librarySuffix}`]: 'the kernels',
    [`torch/lib/libc10.${librarySuffix}`]: 'the core',
    [`torch/lib/libtorch_python.${librarySuffix}`]: 'for Python alone',
    'torch/include/ATen/ATen.h': '#pragma once\n',
    'torch.libs/libgfortran.so.5': 'brought along',
    'torch-2.13.0+cpu.dist-info/licenses/LICENSE': 'the licence',
    'torch-2.13.0+cpu.dist-info/METADATA': 'Name: torch',
    ...added,
  };
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
  const record = Object.entries(files).map(([path, text]) => `${path},sha256=${hash(text)},${text.length}`);
  return zip({ ...files, ...changed, 'torch-2.13.0+cpu.dist-info/RECORD': record.join('\n') });
}

/** The publisher's archive in small. */
export function fakeArchive(padding = 0): Buffer {
  return zip({
    'libtorch/build-version': '2.13.0+cpu\n',
    [`libtorch/lib/libtorch_cpu.${librarySuffix}`]: Buffer.alloc(padding + 10, 'x'),
    'libtorch/include/ATen/ATen.h': '#pragma once\n',
  });
}

export interface Outcome {
  code: number | null;
  /** What the last line of standard output says: an engine, or an error. */
  answer: { addon?: string; libtorch?: string; version?: string; error?: string };
  log: string;
}

let emptyAddon: Buffer | undefined;

/** An addon that does nothing, made by the machine's real compiler. */
function loadableAddon(folder: string): Buffer {
  if (emptyAddon !== undefined) return emptyAddon;
  const [source, addon] = [join(folder, 'empty.cc'), join(folder, 'empty.node')];
  writeFileSync(
    source,
    'extern "C" void* napi_register_module_v1(void*, void* exports) { return exports; }\n',
  );
  const compiler = process.env['CXX'] ?? 'c++';
  const { status, stderr } = spawnSync(compiler, ['-shared', '-fPIC', '-o', addon, source]);
  if (status !== 0) throw new Error(`these tests need a compiler (${compiler}): ${String(stderr)}`);
  emptyAddon = readFileSync(addon);
  return emptyAddon;
}

export class Machine {
  readonly root = mkdtempSync(join(tmpdir(), 'beit2-setup-'));
  readonly bin = join(this.root, 'bin');
  readonly cache = join(this.root, 'cache');
  readonly calls = join(this.root, 'calls');
  /** Further environment of every set-up on this machine. */
  env: Record<string, string> = { BEIT2_LIBTORCH_URL: 'http://127.0.0.1:9/libtorch.zip' };

  constructor() {
    mkdirSync(this.bin);
    this.program('c++', this.compiler());
    this.program('python3', this.python());
    this.file('wheel', fakeWheel());
    this.file('loadable', loadableAddon(this.root));
  }

  /** Writes a shell script that first notes its name and arguments in `calls`. */
  program(name: string, body: string): void {
    const path = join(this.bin, name);
    writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> '${this.calls}'\nPATH=/usr/bin:/bin\n${body}\n`);
    chmodSync(path, 0o755);
  }

  removeProgram(name: string): void {
    rmSync(join(this.bin, name));
  }

  /** Writes a file under `root` and returns its path; `#torch/` in a script means the built package. */
  file(name: string, content: string | Buffer): string {
    const path = join(this.root, name);
    mkdirSync(join(path, '..'), { recursive: true });
    const text =
      typeof content === 'string'
        ? content.replaceAll('#torch/', new URL('../dist/', import.meta.url).href)
        : content;
    writeFileSync(path, text);
    return path;
  }

  /** A python3 whose pip answers with `download`, by default by copying the fake wheel to --dest. */
  python(
    download = `cp '${this.root}/wheel' "$dest/torch-2.13.0+cpu-cp311-cp311-any.whl"`,
    find = 'exit 1',
  ): string {
    return `case "$*" in
      *--version) echo "pip 23.2 from /fake"; exit 0;;
      -c*) ${find};;
    esac
    all="$*"; while [ "$1" != --dest ]; do shift; done; dest="$2"
    ${download}`;
  }

  /** A c++ that answers with `compile` and `link`, by default with a real addon that does nothing. */
  compiler(compile = 'echo object > "$out"', link = `cp '${this.root}/loadable' "$out"`): string {
    return `case "$*" in
      --version) echo "fake c++ 14.1"; exit 0;;
    esac
    kind=link; out=
    for word in "$@"; do
      if [ "$out" = next ]; then out="$word"; fi
      case "$word" in -c) kind=compile;; -o) out=next;; esac
    done
    if [ $kind = compile ]; then ${compile}; else ${link}; fi`;
  }

  /** A folder that looks like libtorch. */
  libtorch(name: string, version: string): string {
    this.file(`${name}/lib/libtorch_cpu.${librarySuffix}`, 'kernels');
    this.file(`${name}/include/ATen/ATen.h`, '#pragma once');
    this.file(`${name}/version.py`, `__version__ = '${version}'\n`);
    return join(this.root, name);
  }

  /** Names and arguments of the programs that were run, one a line. */
  called(pattern: RegExp): string[] {
    const lines = existsSync(this.calls) ? readFileSync(this.calls, 'utf8').trim().split('\n') : [];
    return lines.filter((line) => pattern.test(line));
  }

  environment(): NodeJS.ProcessEnv {
    return { PATH: this.bin, HOME: this.root, BEIT2_CACHE: this.cache, BEIT2_PREBUILT: '0', ...this.env };
  }

  /** Starts `cli.js --json`, or other files of the set-up or of this machine, in a process of its own. */
  start([file, ...args]: [string, ...string[]] = ['cli.js', '--json']) {
    const script = resolve(setupFolder, file);
    const child = spawn(process.execPath, [script, ...args], {
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const outcome = new Promise<Outcome>((resolve) => {
      let stdout = '';
      let log = '';
      child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
      child.stderr.on('data', (text: Buffer) => (log += text.toString()));
      child.on('close', (code) => {
        const line = stdout.trim().split('\n').slice(-1).join('');
        resolve({ code, answer: line.startsWith('{') ? (JSON.parse(line) as Outcome['answer']) : {}, log });
      });
    });
    return { child, outcome };
  }

  run(args: [string, ...string[]]): Promise<Outcome> {
    return this.start(args).outcome;
  }

  setup(): Promise<Outcome> {
    return this.start().outcome;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** An HTTP server on this machine that understands ranges, as the publisher's does. */
export class ArchiveServer {
  /** Value of the Range header of each request. */
  readonly ranges: (string | undefined)[] = [];
  etag = '"first"';
  /** How many more answers stop short, and after how many bytes. */
  breaks = { answers: 0, after: 0 };
  status = 200;
  readonly #server = createServer((request, response) => this.#answer(request, response));

  /** @param received Bytes that have arrived so far: an answer that stops short waits until all of its bytes have. */
  constructor(
    public content: Buffer,
    readonly received: () => number = () => Infinity,
  ) {}

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/libtorch.zip`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { range, 'if-range': ifRange } = request.headers;
    this.ranges.push(range);
    if (this.status !== 200) return void response.writeHead(this.status).end();
    const total = this.content.length;
    const from = range !== undefined && ifRange === this.etag ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : 0;
    if (from >= total) return void response.writeHead(416, { 'content-range': `bytes */${total}` }).end();
    response.writeHead(from > 0 ? 206 : 200, { etag: this.etag, 'content-length': total - from });
    if (this.breaks.answers === 0) return void response.end(this.content.subarray(from));
    this.breaks.answers--;
    const sent = Math.min(total, from + this.breaks.after);
    response.flushHeaders();
    response.write(this.content.subarray(from, sent));
    const breakOff = () => {
      if (this.received() >= sent) request.socket.end();
      else if (!request.socket.destroyed) setTimeout(breakOff, 20);
    };
    breakOff();
  }
}
