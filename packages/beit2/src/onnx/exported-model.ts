/** An exported model in use: one image in, a promise out; many in, an iterator out. Runs in a browser too. */
import { UserError } from '../errors.js';
import {
  attentionRows,
  floats,
  likeliest,
  meanRow,
  output,
  type AttentionAnswer,
  type LikelyClass,
  type TokenMap,
} from './answers.js';
import type { Engine, Outputs } from './engine.js';
import { ImageError, isMany, named, type ImageInput, type ImageInputs } from './image-input.js';
import { mapOrdered } from './map-ordered.js';
import type { ModelFacts } from './model-facts.js';
import { Pipeline, type PipelineEvents, type PipelineOptions } from './pipeline.js';

export interface CallOptions {
  /** Ends the work for these images, with its reason. */
  signal?: AbortSignal | undefined;
}

export interface ManyOptions {
  /** Told of each of many images that cannot be used, which is left out. Without it such an image ends the iteration. */
  onBroken?: ((name: string, error: ImageError) => void) | undefined;
}

/** An answer for one of many images. */
export type Named<T> = T & {
  /** Its place among them, from 0. */
  index: number;
  /** The name it was given, its path, address or file name, or its place. */
  name: string;
};

export interface ClassifyOptions extends CallOptions {
  /** How many classes, the likeliest first. @default all */
  top?: number | undefined;
}

export interface EmbedOptions extends CallOptions {
  /** [CLS] or the mean of the patches. @default as the model was trained */
  pooling?: 'cls' | 'mean' | undefined;
}

export interface AttentionOptions extends CallOptions {
  /** From 1. @default the last */
  block?: number | undefined;
  /** The patch that looks, row and column from 1. @default [CLS] */
  from?: { row: number; column: number } | null | undefined;
}

/** What `search` needs of an index; `VectorIndex` is one. */
export interface SearchableIndex<F> {
  readonly dim: number;
  readonly origin?: { readonly pooling: 'cls' | 'mean' } | null;
  /** The vectors nearest to `query` `[dim]`, the nearest first. */
  search(query: Float32Array, count: number): F[];
}

export interface SearchOptions<F> extends CallOptions {
  index: SearchableIndex<F>;
  /** @default 10 */
  count?: number | undefined;
}

/** Which outputs an answer needs, and how it comes from them. */
interface Question<T> {
  wanted: string[];
  answer: (outputs: Outputs) => T;
}

export class ExportedModel {
  readonly part: ModelFacts['part'];
  readonly precision: ModelFacts['precision'];
  /** How an encoder or classifier was trained to pool its features; null for a tokenizer. */
  readonly pooling: ModelFacts['pooling'];
  readonly card: ModelFacts['card'];
  /** Names of the classes in the order of the logits; null where it is no classifier. */
  readonly classes: ModelFacts['classes'];
  /** SHA-256 of the weights and settings that were exported, by which feature files and indexes know the model; null where the file does not say. */
  readonly modelHash: ModelFacts['modelHash'];
  private readonly pipeline: Pipeline;

  /** @param name of the file, for messages. Use `load`. */
  constructor(
    private readonly name: string,
    facts: ModelFacts,
    private readonly engine: Engine,
    private readonly options: PipelineOptions,
    events?: PipelineEvents,
  ) {
    this.part = facts.part;
    this.precision = facts.precision;
    this.pooling = facts.pooling;
    this.card = facts.card;
    this.classes = facts.classes;
    this.modelHash = facts.modelHash;
    this.pipeline = new Pipeline(engine, options, events);
  }

  /** Images that are under way or wait for their turn. */
  get queued(): number {
    return this.pipeline.queued;
  }

  /**
   * Names the likeliest classes of an image, or of each of many.
   * @throws UserError where the model is no classifier
   * @throws ImageError where the image cannot be used
   * @throws BusyError where one image finds no room; many wait
   */
  classify(image: ImageInput, options?: ClassifyOptions): Promise<LikelyClass[]>;
  classify(
    images: ImageInputs,
    options?: ClassifyOptions & ManyOptions,
  ): AsyncGenerator<Named<{ classes: LikelyClass[] }>, void, void>;
  classify(input: ImageInput | ImageInputs, options: ClassifyOptions & ManyOptions = {}) {
    const question = () => this.classQuestion(options.top);
    return this.ask(input, options, question, (classes) => ({ classes }));
  }

  /**
   * One feature vector `[D]` of an image, or of each of many.
   * @throws UserError where the model is a tokenizer, or does not have the pooling
   */
  embed(image: ImageInput, options?: EmbedOptions): Promise<Float32Array>;
  embed(
    images: ImageInputs,
    options?: EmbedOptions & ManyOptions,
  ): AsyncGenerator<Named<{ vector: Float32Array }>, void, void>;
  embed(input: ImageInput | ImageInputs, options: EmbedOptions & ManyOptions = {}) {
    const question = () => this.vectorQuestion(options.pooling);
    return this.ask(input, options, question, (vector) => ({ vector }));
  }

  /** The codes of an image's patches, or of each of many images. @throws UserError where the model is no tokenizer */
  tokenize(image: ImageInput, options?: CallOptions): Promise<TokenMap>;
  tokenize(
    images: ImageInputs,
    options?: CallOptions & ManyOptions,
  ): AsyncGenerator<Named<TokenMap>, void, void>;
  tokenize(input: ImageInput | ImageInputs, options: CallOptions & ManyOptions = {}) {
    return this.ask(input, options, () => this.tokenQuestion(), asItIs);
  }

  /**
   * What the heads of a block attend to in an image, or in each of many.
   * @throws UserError where the model was exported without attention, or there is no such block or patch
   */
  attention(image: ImageInput, options?: AttentionOptions): Promise<AttentionAnswer>;
  attention(
    images: ImageInputs,
    options?: AttentionOptions & ManyOptions,
  ): AsyncGenerator<Named<AttentionAnswer>, void, void>;
  attention(input: ImageInput | ImageInputs, options: AttentionOptions & ManyOptions = {}) {
    return this.ask(input, options, () => this.attentionQuestion(options), asItIs);
  }

  /** What of an index is nearest to an image, or to each of many. @throws UserError where the model gives no vectors of its size */
  search<F>(image: ImageInput, options: SearchOptions<F>): Promise<F[]>;
  search<F>(
    images: ImageInputs,
    options: SearchOptions<F> & ManyOptions,
  ): AsyncGenerator<Named<{ found: F[] }>, void, void>;
  search<F>(input: ImageInput | ImageInputs, options: SearchOptions<F> & ManyOptions) {
    const { index, count = 10 } = options;
    const question = (): Question<F[]> => {
      const { wanted, answer } = this.vectorQuestion(index.origin?.pooling);
      return { wanted, answer: (outputs) => index.search(answer(outputs), count) };
    };
    return this.ask(input, options, question, (found) => ({ found }));
  }

  /** Waits for the images under way, then frees the model and ends its threads. */
  close(): Promise<void> {
    return this.pipeline.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private ask<T, R extends object>(
    input: ImageInput | ImageInputs,
    options: CallOptions & ManyOptions,
    question: () => Question<T>,
    shape: (answer: T) => R,
  ): Promise<T> | AsyncGenerator<Named<R>, void, void> {
    return isMany(input) ? this.each(input, options, question, shape) : this.one(input, options, question);
  }

  private async one<T>(image: ImageInput, { signal }: CallOptions, question: () => Question<T>): Promise<T> {
    const { wanted, answer } = question();
    return answer(await this.pipeline.submit(image, wanted, { signal, patient: false }));
  }

  private async *each<T, R extends object>(
    images: ImageInputs,
    { signal, onBroken }: CallOptions & ManyOptions,
    question: () => Question<T>,
    shape: (answer: T) => R,
  ): AsyncGenerator<Named<R>, void, void> {
    const { wanted, answer } = question();
    const left = new AbortController();
    const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
    const { maxBatch, maxQueued } = this.options;
    const atOnce = Math.max(1, Math.min(3 * maxBatch, Math.floor(maxQueued / 2))); // leaves room for single images
    try {
      yield* mapOrdered(images, atOnce, async (item, index): Promise<Named<R> | undefined> => {
        const { name, image } = named(item, index);
        try {
          const outputs = await this.pipeline.submit(image, wanted, { signal: either, patient: true });
          return { ...shape(answer(outputs)), index, name };
        } catch (error) {
          if (!(error instanceof ImageError) || !onBroken) throw error;
          onBroken(name, error);
          return undefined;
        }
      });
    } finally {
      left.abort(new UserError('The iteration over the images was left.'));
    }
  }

  private classQuestion(top: number | undefined): Question<LikelyClass[]> {
    const { classes } = this;
    if (!classes) throw this.lacks('a classifier', 'classify');
    const answer = (outputs: Outputs) => likeliest(floats(outputs, 'logits'), classes, top ?? classes.length);
    return { wanted: ['logits'], answer };
  }

  private tokenQuestion(): Question<TokenMap> {
    if (this.part !== 'tokenizer') throw this.lacks('a tokenizer', 'tokenize');
    const answer = (outputs: Outputs): TokenMap => {
      const tokens = Int32Array.from(output(outputs, 'tokens').values);
      return { grid: Math.sqrt(tokens.length), tokens };
    };
    return { wanted: ['tokens'], answer };
  }

  private vectorQuestion(pooling: EmbedOptions['pooling']): Question<Float32Array> {
    if (this.part === 'tokenizer') throw this.lacks('an encoder or classifier', 'embed');
    const isOwn = pooling === undefined || pooling === this.pooling;
    const name = isOwn ? 'pooled' : { cls: 'cls', mean: 'patches' }[pooling];
    if (!this.engine.outputs.includes(name)) {
      throw new UserError(
        isOwn
          ? `${this.name} has no output for one vector an image: export the model again.`
          : `${this.name} was exported as ${articled(this.part)}, which has no ${pooling} features: export it with --part encoder.`,
      );
    }
    return {
      wanted: [name],
      answer: (outputs) => {
        const values = floats(outputs, name);
        return name === 'patches' ? meanRow(values, this.card.dim) : values;
      },
    };
  }

  private attentionQuestion({
    block = this.card.depth,
    from = null,
  }: AttentionOptions): Question<AttentionAnswer> {
    const grid = Math.floor(this.card.image.size / this.card.patchSize);
    if (!(Number.isInteger(block) && block >= 1 && block <= this.card.depth))
      throw new UserError(`The model has blocks 1 to ${this.card.depth}, and no block ${block}.`);
    const inside = (place: number) => Number.isInteger(place) && place >= 1 && place <= grid;
    if (from && !(inside(from.row) && inside(from.column))) {
      throw new UserError(
        `The model sees ${grid} x ${grid} patches, from 1,1 to ${grid},${grid}: there is no patch ${from.row},${from.column}.`,
      );
    }
    const name = `attention_${block}`;
    if (!this.engine.outputs.includes(name))
      throw new UserError(`${this.name} was exported without attention: export it with --attention.`);
    const token = from ? 1 + (from.row - 1) * grid + from.column - 1 : 0;
    return {
      wanted: [name],
      answer: (outputs) => {
        const rows = attentionRows(floats(outputs, name), 1 + grid ** 2, token);
        return { grid, block, from, ...rows };
      },
    };
  }

  private lacks(what: string, method: string): UserError {
    return new UserError(`${this.name} holds ${articled(this.part)}: ${method} needs ${what}.`);
  }
}

const asItIs = <T>(answer: T): T => answer;
/** A part with its article. */
export const articled = (part: ModelFacts['part']): string => `${part === 'encoder' ? 'an' : 'a'} ${part}`;
