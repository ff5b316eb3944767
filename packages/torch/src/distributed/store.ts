/** Where ranks meet: a small table of strings that all of them can read and change. */
import { closeSync, openSync, readSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { native } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { expectArray, expectInstance, expectString } from '../expect.js';

const registry = new FinalizationRegistry<number>((id) => native.closeStore(id));

const defaultTimeoutMs = 300_000;

// The server of a TCPStore drops a client that adds to something else than a number.
const valueKey = (key: string): string => `value/${key}`;

const pollMs = 20;

/** A key-value store of c10d. What is asked of it is rejected where the process that serves it does not answer within the store's timeout. */
export abstract class Store {
  /** Not for users: its number in the addon. */
  readonly id: number;
  /** Not for users: groups that met here so far, which keeps their keys apart. */
  groups = 0;

  /** Milliseconds that get() waits for a key, and every question for the server's answer. */
  readonly timeoutMs: number;

  constructor(id: number, timeoutMs: number) {
    if (typeof id !== 'number')
      throw new TypeError('create a store with TCPStore.open(), a FileStore or a PrefixStore');
    this.id = id;
    this.timeoutMs = timeoutMs;
    registry.register(this, id);
  }

  /** Resolves when the value is sent: the process that serves the store does not answer it. */
  async set(key: string, value: string): Promise<void> {
    await native.storeSet(this.id, valueKey(key), value, this.timeoutMs);
  }
  /** The value of a key; waits until somebody has set it. @throws Error after the store's timeout. */
  async get(key: string): Promise<string> {
    await this.wait([key]);
    return native.storeGet(this.id, valueKey(key), this.timeoutMs);
  }
  /** Adds to a counter, which starts at 0. Counters are apart from keys with values. @returns its new value. */
  async add(counter: string, amount: number): Promise<number> {
    return native.storeAdd(this.id, `counter/${counter}`, amount, this.timeoutMs);
  }
  /** Whether all of these keys are set. */
  async has(...keys: string[]): Promise<boolean> {
    return native.storeCheck(this.id, keys.map(valueKey), this.timeoutMs);
  }
  /** Waits until all of these keys are set. @throws Error when they are not in time. */
  async wait(keys: readonly string[], timeoutMs = this.timeoutMs): Promise<void> {
    expectArray('Store.wait', 'keys', keys);
    const deadline = performance.now() + timeoutMs;
    // Asked again and again: while c10d waited for a key, the store would serve no other call of this process.
    while (!(await this.has(...keys))) {
      if (performance.now() >= deadline) {
        const names = keys.map((key) => JSON.stringify(key)).join(', ');
        throw new Error(`waited ${timeoutMs / 1000} s for ${names} in the store, which no process has set`);
      }
      await sleep(pollMs);
    }
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

/** Only this module has it. */
const ours = Symbol('TCPStore');

/** A store that one rank serves over TCP; `TCPStore.open` makes one. */
export class TCPStore extends Store {
  /** Not for users: a number of their own would be another store's. */
  constructor(token: symbol, id: number, timeoutMs: number) {
    if (token !== ours) throw new TypeError('create a TCPStore with TCPStore.open()');
    super(id, timeoutMs);
  }

  /** @throws Error when the port is taken, or the server does not answer in time. */
  static async open(options: TCPStoreOptions): Promise<TCPStore> {
    const {
      host = '127.0.0.1',
      port,
      isServer,
      timeoutMs = defaultTimeoutMs,
    } = checkOptions('TCPStore', options, tcpStoreOptions);
    if (!isServer) await serverUp(host, port, timeoutMs);
    return new TCPStore(ours, await native.tcpStore(host, port, isServer, timeoutMs), timeoutMs);
  }

  /** The port that is served or connected to. */
  get port(): number {
    return native.storePort(this.id);
  }
}

/** A store in a file that all ranks see; the file must be new. */
export class FileStore extends Store {
  /**
   * @param worldSize Ranks that use the file; the last one to end removes it.
   * @throws Error when the file cannot be made, or another program made it.
   */
  constructor(path: string, worldSize: number, options: FileStoreOptions = {}) {
    expectString('FileStore', 'path', path);
    const { timeoutMs = defaultTimeoutMs } = checkOptions('FileStore', options, fileStoreOptions);
    checkStoreFile(path);
    super(native.fileStore(path, worldSize, timeoutMs), timeoutMs);
  }
}

/** Makes the file where there is none: c10d would try a path that cannot be, or read a file of another kind, for five minutes or for ever. */
function checkStoreFile(path: string): void {
  const file = openSync(path, 'a+');
  try {
    const firstKey = 'refcount/'; // after its length in four bytes
    const start = Buffer.alloc(4 + firstKey.length);
    const count = readSync(file, start, 0, start.length, 0);
    // Another rank may have written a part of it at this moment.
    if (!firstKey.startsWith(start.toString('latin1', 4, Math.max(4, count))))
      throw new Error(`${path} is not the file of a FileStore: name one that does not exist yet`);
  } finally {
    closeSync(file);
  }
}

/** Another store with `prefix` in front of its keys. */
export class PrefixStore extends Store {
  constructor(prefix: string, store: Store) {
    expectInstance('PrefixStore', 'store', store, Store);
    super(native.prefixStore(store.id, prefix), store.timeoutMs);
  }
}

async function serverUp(host: string, port: number, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await answers(host, port, deadline - performance.now()))) {
    if (performance.now() >= deadline) {
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
