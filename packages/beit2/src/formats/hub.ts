/** Weights by name: a path, an https address, or a model of the Hugging Face hub, brought into a cache once. */
import { cacheFolder } from '@beit2/torch/setup';
import type { PathInfo } from '@huggingface/hub';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { lazySchema } from '../files/lazy-schema.js';
import { UserError } from '../errors.js';
import { download } from './download.js';
import { writeFileWhole } from '../files/file-access.js';
import { readJson } from '../files/json-file.js';

const indexSchema = lazySchema((z) => z.object({ weight_map: z.record(z.string(), z.string()).default({}) }));

export interface ResolveOptions {
  /** Use only what is in the cache. Default: whether HF_HUB_OFFLINE is set. */
  offline?: boolean;
  /** Told of the bytes of a download so far, and of all where the server says. */
  progress?: (file: string, done: number, total: number | undefined) => void;
}

/**
 * The file that a reference means, downloaded where it is not in the cache:
 * a path; `https://HOST/FILE`, with `#sha256=HEX` to check it; or `hf:ORG/NAME`, `hf:ORG/NAME@REVISION`, with
 * `:FILE` behind where the repository has several. Models of the hub are in the cache that Hugging Face's own
 * libraries use (HF_HUB_CACHE, HF_HOME), others below beit2's.
 * @throws UserError where the reference is malformed, the file is not there, or (offline) not in the cache
 */
export async function resolveWeights(reference: string, options: ResolveOptions = {}): Promise<string> {
  if (reference.trim() === '') throw new UserError('The name of the model is empty.');
  const settings = { offline: isOffline(), ...options };
  if (reference.startsWith('hf:')) return fromHub(parseHubReference(reference), settings);
  if (/^https?:\/\//.test(reference)) return fromAddress(reference, settings);
  return reference;
}

type Settings = ResolveOptions & { offline: boolean };

function isOffline(): boolean {
  return ['1', 'true', 'yes', 'on'].includes((process.env.HF_HUB_OFFLINE ?? '').toLowerCase());
}

async function fromAddress(reference: string, { offline, progress }: Settings): Promise<string> {
  const url = parseAddress(reference);
  const expected = /^#sha256=([0-9a-f]{64})$/i.exec(url.hash)?.[1];
  if (url.hash !== '' && expected === undefined) {
    throw new UserError(
      `${reference} ends in ${url.hash}; only #sha256= with 64 hexadecimal digits is allowed there.`,
    );
  }
  url.hash = '';
  const name = basename(url.pathname);
  // PyTorch's convention: name-HASH.pth, with the first digits of the hash.
  const sha256 = expected ?? /-([0-9a-f]{8,64})\.\w+$/.exec(name)?.[1];
  const key = createHash('sha256')
    .update(`${url.href} ${expected ?? ''}`)
    .digest('hex')
    .slice(0, 16);
  const path = join(cacheFolder(), 'weights', key, name === '' ? 'weights' : name.slice(-longestName));
  if (existsSync(path)) return path;
  if (offline)
    throw new UserError(`${reference} is not in the cache, and HF_HUB_OFFLINE forbids downloading it.`);
  await download(url.href, path, { sha256, progress: (done, total) => progress?.(name, done, total) });
  return path;
}

function parseAddress(reference: string): URL {
  if (!URL.canParse(reference)) throw new UserError(`${reference} is not a valid address.`);
  const url = new URL(reference);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isLocal) {
    throw new UserError(`${reference} is not encrypted, so the file could be changed in transit: use https.`);
  }
  return url;
}

/** Letters of a file's name in the cache, its ending among them, less what is put behind it while it is brought. */
const longestName = 200;

interface HubReference {
  name: string;
  revision: string;
  /** File in the repository; null for the weights under their usual name. */
  file: string | null;
}

/** @throws UserError where it is not `hf:ORG/NAME[@REVISION][:FILE]` */
export function parseHubReference(reference: string): HubReference {
  const match = /^hf:([\w.-]+\/[\w.-]+)(?:@([^:\s]+))?(?::([^:\s]+))?$/.exec(reference);
  const [, name, revision = 'main', file = null] = match ?? [];
  const isOutside = (path: string): boolean => path.startsWith('/') || path.split(/[/\\]/).includes('..');
  if (name === undefined || isOutside(name) || isOutside(revision) || (file !== null && isOutside(file))) {
    throw new UserError(
      `${reference} is not the name of a model: write hf:ORG/NAME, hf:ORG/NAME@REVISION or hf:ORG/NAME:FILE.`,
    );
  }
  return { name, revision, file };
}

/** Usual names of weights, the best first. */
const usualFiles = [
  'model.safetensors',
  'model.safetensors.index.json',
  'pytorch_model.bin',
  'pytorch_model.bin.index.json',
];

async function fromHub({ name, revision, file }: HubReference, settings: Settings): Promise<string> {
  const { getHFHubCachePath } = await import('@huggingface/hub');
  const repository = new HubRepository(
    name,
    join(getHFHubCachePath(), `models--${name.replace('/', '--')}`),
    settings,
  );
  const commit = await repository.commitOf(revision);
  const names = file === null ? usualFiles : [file];
  if (repository.cached(commit, names) === undefined)
    await repository.bringBeside(commit, dirname(file ?? ''));
  const path = await repository.firstOf(commit, names);
  if (path.endsWith('.index.json')) {
    const { weight_map: shards } = readJson(path, indexSchema(), 'index of shards');
    for (const shard of new Set(Object.values(shards)))
      await repository.firstOf(commit, [join(dirname(file ?? ''), shard)]);
  }
  return path;
}

/** One model of the hub and its part of the shared cache: `refs/REVISION`, `blobs/HASH`, `snapshots/COMMIT/FILE`. */
class HubRepository {
  private readonly hubUrl = process.env.HF_ENDPOINT;
  private readonly accessToken = process.env.HF_TOKEN;

  constructor(
    private readonly name: string,
    private readonly folder: string,
    private readonly settings: Settings,
  ) {}

  /** The commit that a branch or tag means now; offline, what it meant last. */
  async commitOf(revision: string): Promise<string> {
    if (/^[0-9a-f]{40}$/.test(revision)) return revision;
    const remembered = join(this.folder, 'refs', revision);
    if (this.settings.offline) {
      if (existsSync(remembered)) return readFileSync(remembered, 'utf8').trim();
      throw this.notCached(revision);
    }
    const { modelInfo } = await import('@huggingface/hub');
    const { name, hubUrl, accessToken } = this;
    const info = await this.ask(
      modelInfo({ name, revision, additionalFields: ['sha'], hubUrl, accessToken }),
    );
    mkdirSync(dirname(remembered), { recursive: true });
    writeFileWhole(remembered, (append) => append(Buffer.from(info.sha)));
    return info.sha;
  }

  /** The first of the files that is in the cache. */
  cached(commit: string, files: string[]): string | undefined {
    const snapshot = join(this.folder, 'snapshots', commit);
    return files.map((file) => join(snapshot, file)).find((path) => existsSync(path));
  }

  /** The first of the files that the commit has, from the cache or the hub. */
  async firstOf(commit: string, files: string[]): Promise<string> {
    const cached = this.cached(commit, files);
    if (cached !== undefined) return cached;
    if (this.settings.offline) throw this.notCached(commit);

    const found = await this.infoOf(commit, files);
    const file = files.find((candidate) => found.some(({ path }) => path === candidate));
    const info = found.find(({ path }) => path === file);
    if (!info)
      throw new UserError(
        `The model ${this.name} has no file ${files.join(', ')}: name one with hf:${this.name}:FILE.`,
      );
    return this.bring(commit, info);
  }

  /** Brings what tells of the weights in a folder, where the repository has it: layer norms' epsilon, classes, mean and std. */
  async bringBeside(commit: string, folder: string): Promise<void> {
    const files = ['config.json', 'preprocessor_config.json'].map((name) => join(folder, name));
    if (this.settings.offline) return;
    for (const info of await this.infoOf(commit, files)) await this.bring(commit, info);
  }

  /** Those of the files that the commit has. */
  private async infoOf(commit: string, files: string[]): Promise<PathInfo[]> {
    const { pathsInfo } = await import('@huggingface/hub');
    const { name, hubUrl, accessToken } = this;
    const found = await this.ask(
      pathsInfo({ repo: name, paths: files, revision: commit, hubUrl, accessToken }),
    );
    return found.filter(({ type }) => type === 'file');
  }

  private async bring(commit: string, { path, size, oid, lfs }: PathInfo): Promise<string> {
    const { HUB_URL } = await import('@huggingface/hub');
    const { name, accessToken, hubUrl = HUB_URL } = this;
    const blob = join(this.folder, 'blobs', lfs?.oid ?? oid ?? commit);
    await download(`${hubUrl}/${name}/resolve/${commit}/${path}`, blob, {
      headers: accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` },
      sha256: lfs?.oid,
      size: lfs?.size ?? size,
      progress: (done, total) => this.settings.progress?.(path, done, total),
    });
    return link(join(this.folder, 'snapshots', commit, path), blob);
  }

  private notCached(what: string): UserError {
    return new UserError(
      `The model ${this.name} (${what}) is not in the cache, and HF_HUB_OFFLINE forbids downloading it.`,
    );
  }

  /** Turns the library's errors into one sentence. */
  private async ask<T>(answer: Promise<T>): Promise<T> {
    const { HubApiError } = await import('@huggingface/hub');
    try {
      return await answer;
    } catch (error) {
      if (error instanceof HubApiError) {
        const hint = [401, 403, 404].includes(error.statusCode)
          ? 'check its name and revision, and set HF_TOKEN if it is not public'
          : 'try again later';
        throw new UserError(`The hub refuses the model ${this.name} (status ${error.statusCode}): ${hint}.`);
      }
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      if (cause instanceof SyntaxError)
        throw new UserError(`The server is not a hub: its answer about ${this.name} is not JSON.`);
      throw new UserError(
        `The hub cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}; with HF_HUB_OFFLINE=1 only the cache is used.`,
      );
    }
  }
}

/** Makes the file of a snapshot: a link to its blob, or a copy where there are no links. */
function link(path: string, blob: string): string {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  try {
    symlinkSync(relative(dirname(path), blob), path);
  } catch {
    copyFileSync(blob, path);
  }
  return path;
}
