/** Where ranks meet: a small table of strings that all of them can read and change. */
import { closeSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { native } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { expectArray, expectInstance, expectString } from '../expect.js';

const registry = new FinalizationRegistry<number>((id) => native.closeStore(id));

const defaultTimeoutMs = 300_000;

// The server of a TCPStore drops a client that adds to something else than a number.
const valueKey = (key: string): string => `value/${key}`;

/** A key-value store of c10d. Its calls block this thread while they wait. */
export abstract class Store {
  /** Not for users: its number in the addon. */
  readonly id: number;
  /** Not for users: groups that met here so far, which keeps their keys apart. */
  groups = 0;

  /** Milliseconds that get() waits for a key. */
  readonly timeoutMs: number;

  constructor(id: number, timeoutMs: number) {
    if (typeof id !== 'number') throw new TypeError('create a TCPStore, a FileStore or a PrefixStore');
    this.id = id;
    this.timeoutMs = timeoutMs;
    registry.register(this, id);
  }

  set(key: string, value: string): void {
    native.storeSet(this.id, valueKey(key), value);
  }
  /** The value of a key; waits until somebody has set it. @throws Error after the store's timeout. */
  get(key: string): string {
    return inTime([key], this.timeoutMs, () => native.storeGet(this.id, valueKey(key)));
  }
  /** Adds to a counter, which starts at 0. Counters are apart from keys with values. @returns its new value. */
  add(counter: string, amount: number): number {
    return native.storeAdd(this.id, `counter/${counter}`, amount);
  }
  /** Whether all of these keys are set. */
  has(...keys: string[]): boolean {
    return native.storeCheck(this.id, keys.map(valueKey));
  }
  /** Waits until all of these keys are set. @throws Error when they are not in time. */
  wait(keys: readonly string[], timeoutMs = this.timeoutMs): void {
    expectArray('Store.wait', 'keys', keys);
    inTime(keys, timeoutMs, () => native.storeWait(this.id, keys.map(valueKey), timeoutMs));
  }
}

/** Where a TCPStore is served. */
export interface TCPStoreOptions {
  /** Name or address of the machine of the rank that serves. @default '127.0.0.1' */
  host?: string;
  /** 0 lets the server choose; then `port` of the store tells which. */
  port: number;
  /** Whether this process serves: true on one rank, and that one must stay to the end. */
  isServer: boolean;
  /** Milliseconds to wait for the server, and for a key. @default 300000 */
  timeoutMs?: number;
}

const tcpStoreOptions: OptionNames<TCPStoreOptions> = {
  host: true,
  port: true,
  isServer: true,
  timeoutMs: true,
};

/** Options of FileStore. */
export interface FileStoreOptions {
  /** Milliseconds to wait for a key. @default 300000 */
  timeoutMs?: number;
}

const fileStoreOptions: OptionNames<FileStoreOptions> = { timeoutMs: true };

/** A store that one rank serves over TCP. */
export class TCPStore extends Store {
  /** @throws Error when the port is taken, or the server does not answer in time. */
  constructor(options: TCPStoreOptions) {
    const {
      host = '127.0.0.1',
      port,
      isServer,
      timeoutMs = defaultTimeoutMs,
    } = checkOptions('TCPStore', options, tcpStoreOptions);
    super(native.tcpStore(host, port, isServer, timeoutMs), timeoutMs);
  }

  /** The port that is served or connected to. */
  get port(): number {
    return native.storePort(this.id);
  }

  /** Like the constructor, but the event loop goes on while a client waits for the server. */
  static async open(options: TCPStoreOptions): Promise<TCPStore> {
    if (!checkOptions('TCPStore', options, tcpStoreOptions).isServer) await serverUp(options);
    return new TCPStore(options);
  }
}

/** A store in a file that all ranks see; the file must be new. */
export class FileStore extends Store {
  /**
   * @param worldSize Ranks that use the file; the last one to end removes it.
   * @throws Error when the file cannot be made.
   */
  constructor(path: string, worldSize: number, options: FileStoreOptions = {}) {
    expectString('FileStore', 'path', path);
    const { timeoutMs = defaultTimeoutMs } = checkOptions('FileStore', options, fileStoreOptions);
    // c10d would try a path that cannot be for five minutes.
    closeSync(openSync(path, 'a'));
    super(native.fileStore(path, worldSize, timeoutMs), timeoutMs);
  }
}

/** Another store with `prefix` in front of its keys. */
export class PrefixStore extends Store {
  constructor(prefix: string, store: Store) {
    expectInstance('PrefixStore', 'store', store, Store);
    super(native.prefixStore(store.id, prefix), store.timeoutMs);
  }
}

/** Every kind of store has words of its own for a timeout. */
function inTime<T>(keys: readonly string[], timeoutMs: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error) || !/timeout/i.test(error.message)) throw error;
    const names = keys.map((key) => JSON.stringify(key)).join(', ');
    throw new Error(`waited ${timeoutMs / 1000} s for ${names} in the store, which no process has set`, {
      cause: error,
    });
  }
}

async function serverUp({
  host = '127.0.0.1',
  port,
  timeoutMs = defaultTimeoutMs,
}: TCPStoreOptions): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await answers(host, port, deadline - Date.now()))) {
    if (Date.now() >= deadline) {
      throw new Error(
        `no process serves a TCPStore at ${host}:${port} after ${timeoutMs / 1000} s: ` +
          'start rank 0, and give all ranks its address and port',
      );
    }
    await sleep(50);
  }
}

function answers(host: string, port: number, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: Math.max(1, timeoutMs) });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}
