/** Headless Chromium on pages of a server on 127.0.0.1. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const runtimeFolder = join(root, 'node_modules/onnxruntime-web/dist');

/** The browser's program; null where there is none. */
export function findChromium(): string | null {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // not this one
    }
  }
  return null;
}

/** Builds the one file that pages load. @returns its content */
export function buildBundle(): Buffer {
  execFileSync(process.execPath, [join(root, 'scripts/build-browser.mjs')]);
  return readFileSync(join(root, 'packages/beit2/dist/browser/beit2-onnx.js'));
}

/** Opens one page after the other in a frame: starting the browser takes longer than most pages. */
const driver = `<!doctype html><iframe></iframe><script type="module">
const frame = document.querySelector('iframe');
for (;;) frame.src = await (await fetch('/next')).text();
</script>`;

const switches = [
  '--headless=new',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--enable-unsafe-webgpu', // also without a graphics card:
  '--use-webgpu-adapter=swiftshader',
];

const types: Record<string, string> = {
  html: 'text/html',
  mjs: 'text/javascript',
  js: 'text/javascript',
  wasm: 'application/wasm',
};

/** Milliseconds in which a page posts its answer. */
const patience = 240_000;

export class Browser {
  /** What the server gives, by path, besides ONNX Runtime's files in `/ort/`. */
  readonly files = new Map<string, () => Buffer>([['/driver.html', () => Buffer.from(driver)]]);
  private readonly profile = mkdtempSync(join(tmpdir(), 'beit2-chromium-'));
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private process: ChildProcess | null = null;
  /** The driver's question for the next page, while there is none. */
  private asked: ServerResponse | null = null;
  private next: string | null = null;
  private settle: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | null = null;

  async start(program: string): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const { port } = this.server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/driver.html`;
    this.process = spawn(program, [...switches, `--user-data-dir=${this.profile}`, address], {
      stdio: 'ignore',
      detached: true, // a group of its own, so that all its processes can be ended
    });
    this.process.once('exit', (code) =>
      this.settle?.reject(new Error(`the browser ended (${String(code)})`)),
    );
  }

  /** Opens a page and waits for the JSON that it posts to `/answer`. */
  async visit<T>(path: string): Promise<T> {
    const answered = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    const late = () => this.settle?.reject(new Error(`${path} posted nothing in ${patience / 1000} seconds`));
    const timer = setTimeout(late, patience);
    this.next = path;
    this.handOver();
    try {
      return (await answered) as T;
    } finally {
      clearTimeout(timer);
      this.settle = null;
    }
  }

  async close(): Promise<void> {
    if (this.process?.pid !== undefined && this.process.exitCode === null) {
      const gone = once(this.process, 'exit');
      process.kill(-this.process.pid, 'SIGKILL');
      await gone;
    }
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20 }); // its processes end one by one
  }

  private handOver(): void {
    if (this.next === null || !this.asked) return;
    this.asked.end(this.next);
    this.next = null;
    this.asked = null;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/next') {
      this.asked = response;
      this.handOver();
      return;
    }
    if (request.method === 'POST') {
      this.settle?.resolve(await json(request));
      response.end();
      return;
    }
    const content = this.files.get(pathname)?.() ?? runtimeFile(pathname);
    const type = types[extname(pathname).slice(1)] ?? 'application/octet-stream';
    response.writeHead(content ? 200 : 404, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(content ?? '');
  }
}

function runtimeFile(pathname: string): Buffer | null {
  const [, name] = /^\/ort\/([\w.-]+)$/.exec(pathname) ?? [];
  const path = join(runtimeFolder, name ?? '');
  return name !== undefined && existsSync(path) ? readFileSync(path) : null;
}
