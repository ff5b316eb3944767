/** Where ranks meet: a small key-value store that all of them reach. */
import { native } from '../native.js';

const registry = new FinalizationRegistry<number>((id) => native.storeClose(id));

/** A key-value store of c10d. */
export abstract class Store {
  /** Not for users: its number in the addon. */
  readonly id: number;

  constructor(id: number) {
    this.id = id;
    registry.register(this, id);
  }

  set(key: string, value: string): void {
    native.storeSet(this.id, key, value);
  }
  /** Waits until the key is there. @throws Error after the store's timeout. */
  get(key: string): string {
    return native.storeGet(this.id, key);
  }
  /** Adds to a counter. @returns its new value */
  add(key: string, amount: number): number {
    return native.storeAdd(this.id, key, amount);
  }
}

/** Options of a TCPStore. */
export interface TCPStoreOptions {
  /** Address of the rank that serves. */
  host: string;
  /** 0 lets the server choose a free port. */
  port: number;
  worldSize: number;
  /** True on one rank, usually 0. */
  isServer: boolean;
  /** Milliseconds to wait for the server, and for a key. @default 300000 */
  timeoutMs?: number;
}

/** A store that one rank serves over TCP. */
export class TCPStore extends Store {
  /** @throws Error when the port is taken, or the server does not answer in time. */
  constructor({ host, port, worldSize, isServer, timeoutMs = 300_000 }: TCPStoreOptions) {
    super(native.tcpStore(host, port, worldSize, isServer, timeoutMs));
  }

  /** The port served or connected to. */
  get port(): number {
    return native.storePort(this.id) ?? 0;
  }
}

/** A store in a file that all ranks see. */
export class FileStore extends Store {
  constructor(path: string, worldSize: number, { timeoutMs = 300_000 } = {}) {
    super(native.fileStore(path, worldSize, timeoutMs));
  }
}
