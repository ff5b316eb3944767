/** Protects: weights and teachers for images of other channels get what belongs to them, and what was done is said. */
import * as torch from '@beit2/torch';
import { fromRaw } from '@beit2/torch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenBands, type WindowChoice } from '#beit2/data/rasters/bands.js';
import { adaptChannels, type ChannelInit } from '#beit2/open/adapt-channels.js';
import { channelChoice } from '#beit2/open/choose-channels.js';
import { openWeights, type OpenedWeights } from '#beit2/open/open-weights.js';
import { makePictures, tinyRecipe, train } from '../stages/tiny.js';

const bandsOf = (channels: string[], window: WindowChoice = 'type') => chosenBands({ channels, window });

describe('weights of three channels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beit2-channels-'));
  let weights: OpenedWeights;
  beforeAll(async () => {
    const pictures = join(folder, 'pictures');
    await makePictures(pictures, { perClass: 4 });
    const pixels = [`data.train=${pictures}`, 'target={ kind: pixels, normalize: true }', 'duration.steps=1'];
    await train(tinyRecipe('pretrain', 'demo-pretrain', pixels), join(folder, 'run'));
    weights = await openWeights(join(folder, 'run'), { say: () => undefined });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const key = 'patch_embed.proj.weight';
  const channelsOf = ({ tensors }: OpenedWeights): number[][] => {
    const tensor = tensors.get(key);
    if (!tensor) throw new Error('no patch embedding');
    return torch.scope(() => {
      const weight = fromRaw(tensor.read());
      return Array.from({ length: weight.shape[1] ?? 0 }, (_, i) => [
        ...weight.select(1, i).contiguous().toFloat32Array(),
      ]);
    });
  };
  const adapt = (names: string[], how: ChannelInit = 'names') => {
    const { weights: adapted, done } = adaptChannels(weights, bandsOf(names), how);
    return { channels: channelsOf(adapted), done };
  };
  const scaled = (values: number[][], scale: number, ...order: number[]) =>
    order.map((i) => Array.from(values[i] ?? [], (value) => Math.fround(scale * value)));

  test('stay as they are for three channels of the same names', () => {
    expect(adaptChannels(weights, undefined, 'names')).toEqual({ weights, done: null });
  });

  test('go by name, in any order', () => {
    const { channels, done } = adapt(['Blue=3', 'Red=1']);
    expect(channels).toEqual(scaled(channelsOf(weights), 1, 2, 0));
    expect(done).toBe(`${key}: 3 channels became 2, each a copy of an old one`);
  });

  test('give other channels their mean, all scaled down', () => {
    const own = channelsOf(weights);
    const { channels, done } = adapt(['red=1', 'nir=4', 'swir=5', 'sar=6']);
    expect(channels[0]).toEqual(scaled(own, 0.75, 0)[0]);
    const mean =
      own[0]?.map((_, i) => (0.75 * own.reduce((sum, values) => sum + (values[i] ?? 0), 0)) / 3) ?? [];
    for (const channel of channels.slice(1))
      expect(Math.max(...channel.map((value, i) => Math.abs(value - (mean[i] ?? 0))))).toBeLessThan(1e-7);
    expect(done).toBe(
      `${key}: 3 channels became 4, red by name and the others the mean of the old ones, all times 0.75`,
    );
  });

  test('or are repeated', () => {
    const { channels } = adapt(['a=1', 'b=2', 'c=3', 'd=4'], 'repeat');
    expect(channels).toEqual(scaled(channelsOf(weights), 0.75, 0, 1, 2, 0));
  });

  test('start a training on bands, which says so', async () => {
    const recipe = tinyRecipe('pretrain', 'demo-pretrain', [
      'data.channels=[gray]',
      'data.mean=[0.5]',
      'data.std=[0.5]',
    ]);
    const { startFrom, pretrainStart } = await import('#beit2/stages/start.js');
    const { maskedImageModel } = await import('#beit2/open/networks.js');
    const model = maskedImageModel(recipe, 48);
    const said: string[] = [];
    const init = join(folder, 'run');
    await startFrom(model, { ...recipe, init }, pretrainStart, (line) => said.push(line));
    expect(said.join('\n')).toContain(`adapted ${key}: 3 channels became 1, each the mean of the old ones`);
    expect(model.patchEmbed.proj.weight.shape).toEqual([16, 1, 4, 4]);
  });
});

describe('channels of a second model', () => {
  const images = bandsOf(['B02=1', 'B03=2', 'B04=3', 'B08=4']);
  const rgb = { channels: 3 };
  const seen = (choose: (images: torch.Tensor) => torch.Tensor): number[] =>
    torch.scope(() => [
      ...choose(torch.tensor([0, 1, 2, 3]).view([1, 4, 1, 1]))
        .flatten()
        .toFloat32Array(),
    ]);

  test('are those that the recipe names, in its order', () => {
    expect(
      seen(channelChoice({ name: 'teacher', image: rgb, chosen: ['b04', 'B03', 'B02'] }, images)),
    ).toEqual([2, 1, 0]);
  });

  test('are those that it was trained on', () => {
    const own = { channels: 2, bands: bandsOf(['B08=8', 'B02=2']) };
    expect(seen(channelChoice({ name: 'target', image: own, chosen: undefined }, images))).toEqual([3, 0]);
  });

  test('must be named, there, and of the same windows', () => {
    const choose = (image: Parameters<typeof channelChoice>[0]['image'], chosen?: string[]) => () =>
      channelChoice({ name: 'teacher', image, chosen }, images);
    expect(choose(rgb)).toThrow(
      'The teacher takes 3 channels, the images have 4: choose them with teacher.channels=[NAMES], out of B02, B03, B04, B08.',
    );
    expect(choose(rgb, ['B04', 'B03', 'B99'])).toThrow(
      'The teacher takes the channel B99, which the images do not have',
    );
    expect(choose({ channels: 1, bands: bandsOf(['B02=2'], [0, 100]) })).toThrow(
      'The teacher was trained with the windows 0 to 100 of its channels, but data.window has all of the type.',
    );
  });
});
