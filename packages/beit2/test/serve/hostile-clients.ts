/** Clients that do a server harm: what they send is broken, huge, slow, or not HTTP at all. */
import { connect } from 'node:net';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';

/** Sends one request of its kind. @returns the status of the answer; what happened where there was none */
type Attack = (address: string) => Promise<number | 'closed' | 'left'>;

/** No server may leave a client waiting longer: more than its longest limit, that for the head of a request. */
const patience = 30_000;

const post = async (address: string, body: Uint8Array | ReadableStream) => {
  const headers = { 'content-type': 'image/jpeg' };
  const response = await fetch(`${address}/classify`, { method: 'POST', body, headers, duplex: 'half' });
  await response.text();
  return response.status;
};

/** Writes texts to a connection of its own, 100 ms between two. @param leaves closes it at once after the last */
function raw(address: string, texts: Iterable<string>, leaves = false): ReturnType<Attack> {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname);
  let answer = '';
  return new Promise((resolve) => {
    // All listeners before the first byte: the server may answer and close while the client still writes.
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
      resolve(status === undefined ? (leaves ? 'left' : 'closed') : Number(status));
    });
    const write = async () => {
      for (const text of texts) {
        if (socket.destroyed) return;
        socket.write(text);
        await sleep(100);
      }
      if (leaves) socket.destroy();
    };
    void write();
  });
}

const head = (length: number) =>
  `POST /classify HTTP/1.1\r\nHost: x\r\nContent-Type: image/jpeg\r\nContent-Length: ${length}\r\n\r\n`;

/** Bytes without end, until the server has had enough. */
const endless = () =>
  new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await setImmediate(); // fetch would take bytes that are always there for ever, and the event loop with them
      controller.enqueue(new Uint8Array(1 << 20));
    },
  });

function* drops(): Generator<string, void, void> {
  yield head(5000);
  for (let i = 0; i < 4000; i++) yield 'x';
}

/** Kinds by name. @param photo a good JPEG */
async function attacks(photo: Uint8Array): Promise<{ usual: [string, Attack][]; rare: [string, Attack][] }> {
  const many = { width: 9000, height: 9000, channels: 3, background: 'red' } as const;
  const bomb = new Uint8Array(await sharp({ create: many }).png().toBuffer());
  const scratched = photo.map((byte, i) => (i > 200 && i % 97 === 0 ? byte ^ 255 : byte));
  return {
    usual: [
      ['scratched', (address) => post(address, scratched)],
      ['cut', (address) => post(address, photo.subarray(0, photo.length / 2))],
      ['no image', (address) => post(address, new Uint8Array(1000).fill(7))],
      ['no HTTP', (address) => raw(address, ['x'.repeat(100_000)])],
      ['announces a gigabyte', (address) => raw(address, [head(1e9)])],
      ['too many pixels', (address) => post(address, bomb)],
      ['leaves half-way', (address) => raw(address, [`${head(50_000)}${'x'.repeat(20_000)}`], true)],
    ],
    // One in a hundred each: they hold a connection for seconds.
    rare: [
      ['endless', (address) => post(address, endless()).catch(() => 'closed')],
      ['never sends', (address) => raw(address, [head(5000)])],
      ['sends drops', (address) => raw(address, drops())],
      ['never asks', (address) => raw(address, ['POST /classify HTTP/1.1\r\n'])],
    ],
  };
}

/**
 * Requests of all kinds, 32 at a time.
 * @returns how often each kind had which outcome: `cut: 400`; `cut: forgotten` where nothing came within 30 s
 */
export async function attack(
  address: string,
  photo: Uint8Array,
  count: number,
): Promise<Record<string, number>> {
  const { usual, rare } = await attacks(photo);
  const outcomes: Record<string, number> = {};
  let next = 0;
  const client = async () => {
    while (next < count) {
      const number = next++;
      const [name, send] = rare[number % 100] ??
        usual[number % usual.length] ?? ['', () => post(address, photo)];
      const late = new AbortController();
      const outcome = await Promise.race([
        send(address).catch(() => 'closed'),
        sleep(patience, 'forgotten', { signal: late.signal }),
      ]);
      late.abort();
      outcomes[`${name}: ${outcome}`] = (outcomes[`${name}: ${outcome}`] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, client));
  return outcomes;
}
