/** Protects: damaged weights, replaced models and results over other files are refused, not passed in silence. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { writeSafetensors } from '#beit2/formats/safetensors.js';
import { openModel } from '#beit2/open/open-model.js';
import { openTeacher } from '#beit2/open/open-teacher.js';
import { openTarget } from '#beit2/stages/targets.js';
import { tinyRecipe } from '../stages/tiny.js';
import {
  beit2,
  cpu,
  folder,
  makeModels,
  one,
  pictures,
  quiet,
  references,
  removeModels,
  type Kind,
} from './models.js';
beforeAll(makeModels);
afterAll(removeModels);

describe('what would go wrong in silence', () => {
  /** A copy of a model's weights with one other value. */
  function damaged(name: string, value: number, kind: Kind = 'classifier', key = 'head.bias'): string {
    const source = readCheckpoint(join(folder, `${kind}.safetensors`));
    const tensors = new Map(source.tensors);
    const raw = source.tensors.get(key)?.read();
    if (!raw) throw new Error(`no ${key}`);
    new Float32Array(raw.data.buffer, raw.data.byteOffset, 1)[0] = value;
    tensors.set(key, { ...raw, read: () => raw });
    const path = join(folder, name);
    writeSafetensors(path, tensors, source.meta as Record<string, string>);
    return path;
  }

  const probes = ['--train', '', '--test', ''];
  const uses = (): [command: string[], rest: string[], kind: Kind][] => {
    probes[1] = probes[3] = pictures;
    return [
      [['predict'], [one()], 'classifier'],
      [['embed'], [one(), '-o', join(folder, 'n.npy')], 'classifier'],
      [['eval', 'linear'], probes, 'classifier'],
      [['eval', 'knn'], probes, 'classifier'],
      [['eval', 'classify'], ['--data', pictures], 'classifier'],
      [['attention'], [one(), '-o', join(folder, 'n')], 'classifier'],
      [['export'], ['-o', join(folder, 'n.onnx')], 'classifier'],
      [['tokenizer', 'encode'], [one(), '-o', join(folder, 'n.json')], 'tokenizer'],
      [['tokenizer', 'gallery'], [pictures, '-o', join(folder, 'n.html')], 'tokenizer'],
      [['tokenizer', 'eval'], [pictures, '--teacher', join(folder, 'pretrained')], 'tokenizer'],
    ];
  };

  test('weights with NaN are refused by every command', async () => {
    const paths = {
      classifier: damaged('nan.safetensors', NaN, 'classifier', 'blocks.0.norm1.bias'),
      tokenizer: damaged('nan-t.safetensors', Infinity, 'tokenizer', 'encoder.blocks.0.norm1.bias'),
      pretrained: damaged('nan-p.safetensors', NaN, 'pretrained', 'blocks.0.norm1.bias'),
    };
    for (const [command, rest, kind] of uses()) {
      const [key, what] = kind === 'tokenizer' ? ['encoder.blocks', 'infinity'] : ['blocks', 'NaN'];
      await expect(beit2(...command, paths[kind], ...rest), command.join(' ')).rejects.toThrow(
        `${paths[kind]} is damaged: its tensor ${key}.0.norm1.bias contains ${what}.`,
      );
    }
    const recipe = tinyRecipe('pretrain', 'demo-pretrain', [
      `target.path=${paths.tokenizer}`,
      'target.imageSize=16',
    ]);
    await expect(openTarget(recipe, 'cpu', quiet)).rejects.toThrow('is damaged');
    const teacher = { kind: 'beit2', path: paths.pretrained, imageSize: 16 } as const;
    await expect(openTeacher(teacher, 'cpu', quiet)).rejects.toThrow('is damaged');
  });

  test('outputs with NaN or infinity, of weights without, are refused by every command', async () => {
    const paths = {
      classifier: damaged('large.safetensors', 3e38, 'classifier', 'patch_embed.proj.bias'),
      tokenizer: damaged('large-t.safetensors', 3e38, 'tokenizer', 'encoder.patch_embed.proj.bias'),
      pretrained: '',
    };
    for (const [command, rest, kind] of uses()) {
      const says =
        command[1] === 'eval'
          ? /^The losses of .* are not finite: its teacher .* or the tokenizer gives NaN/
          : /^The model's (output|attention) for .* contains (NaN|infinity): its weights are damaged, or it needs another precision\.$/;
      await expect(beit2(...command, paths[kind], ...rest), command.join(' ')).rejects.toThrow(says);
    }
  });

  test('vectors with NaN are refused', async () => {
    const file = join(folder, 'nan.jsonl');
    writeFileSync(file, '{"name":"a","vector":[1,null]}\n');
    await expect(beit2('index', file, '-o', join(folder, 'nan.index'))).rejects.toThrow(/nan\.jsonl/);
  });

  test('an index whose model was replaced', async () => {
    const model = join(folder, 'replaced.safetensors');
    cpSync(join(folder, 'classifier.safetensors'), model);
    const [features, index] = [join(folder, 'replaced.npy'), join(folder, 'replaced.index')] as const;
    await beit2('embed', model, pictures, '-o', features, ...cpu);
    await beit2('index', features, '-o', index);
    await beit2('search', one(), '--index', index, ...cpu);
    damaged('replaced.safetensors', 5);
    await expect(beit2('search', one(), '--index', index, ...cpu)).rejects.toThrow(
      `${model} is not the model that the index was built with: its weights or options differ; embed its images again, or name the model with --model.`,
    );
    await beit2('search', one(), '--index', index, '--model', model, ...cpu);
  });

  test("options that change what a model gives make kept features and an index another model's", async () => {
    const model = join(folder, 'classifier.safetensors');
    const kept = ['--features', join(folder, 'kept.safetensors'), '--json', ...cpu];
    const knn = (...more: string[]) => beit2('eval', 'knn', model, ...probes, ...kept, ...more);
    const first = await knn();
    expect(await knn()).toBe(first);
    await expect(knn('--mean', '0,0,0')).rejects.toThrow('does not hold the features of this model');
    const [features, index] = [join(folder, 'options.npy'), join(folder, 'options.index')] as const;
    await beit2('embed', model, pictures, '-o', features, '--std', '1,1,1', ...cpu);
    await beit2('index', features, '-o', index);
    await beit2('search', one(), '--index', index, '--std', '1,1,1', ...cpu);
    await expect(beit2('search', one(), '--index', index, ...cpu)).rejects.toThrow('options differ');
  });

  test('a result over the weights it is made of', async () => {
    const model = join(folder, 'classifier.PTH');
    const message = `${model} is the file that the weights are read from: give another name.`;
    await expect(beit2('convert', model, model, '--to', 'official')).rejects.toThrow(message);
    const hub = join(folder, 'classifier-huggingface');
    await expect(beit2('convert', hub, hub, '--to', 'timm')).rejects.toThrow(`${hub} is the file`);
    const own = join(folder, 'classifier.safetensors');
    const before = readFileSync(own);
    const other = `${own} already exists and is not`;
    await expect(beit2('embed', own, pictures, '-o', own, ...cpu)).rejects.toThrow(
      `${other} features written by beit2: `,
    );
    const code = join(folder, 'tokenizer.safetensors');
    await expect(beit2('tokenizer', 'encode', code, pictures, '-o', code)).rejects.toThrow('token maps');
    expect(readFileSync(own)).toEqual(before);
  });

  test('a result over a file that is none of its own', async () => {
    const file = (name: string, text: string | Buffer = 'mine'): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const model = join(folder, 'classifier.safetensors');
    const code = join(folder, 'tokenizer.safetensors');
    const features = join(folder, 'own.npy');
    await beit2('embed', model, one(), '-o', features, ...cpu);
    const photo = file('photo.png', readFileSync(one()));
    const settings = join(folder, 'settings');
    mkdirSync(settings);
    file('settings/config.json', '{}');
    const run = join(folder, 'pretrained', 'latest', 'model.safetensors');
    file('shared.json');
    const cases: [args: string[], file: string][] = [
      [['attention', model, photo, '-o', join(folder, 'photo')], photo],
      [['export', model, '-o', file('other.onnx')], join(folder, 'other.onnx')],
      [['embed', model, one(), '-o', file('table.npy')], join(folder, 'table.npy')],
      [['embed', model, one(), '-o', file('table.jsonl')], join(folder, 'table.jsonl')],
      [['index', features, '-o', features], features],
      [['index', features, '-o', join(folder, 'shared')], join(folder, 'shared.json')],
      [['tokenizer', 'encode', code, one(), '-o', file('tokens.json')], join(folder, 'tokens.json')],
      [['tokenizer', 'gallery', code, one(), '-o', file('page.html')], join(folder, 'page.html')],
      [['eval', 'classify', model, '--data', pictures, '--confusion', photo], photo],
      [['convert', model, file('other.pth'), '--to', 'official'], join(folder, 'other.pth')],
      [['convert', model, run, '--to', 'official'], run],
      [['convert', model, settings, '--to', 'huggingface'], join(settings, 'config.json')],
    ];
    for (const [args, path] of cases) {
      const before = readFileSync(path);
      await expect(beit2(...args), args.join(' ')).rejects.toThrow(`${path} already exists and is not`);
      expect(readFileSync(path).equals(before), path).toBe(true);
    }
    await expect(beit2('export', model, '-o', '/dev/null')).rejects.toThrow('must end in .onnx');
    await expect(beit2('tokenizer', 'gallery', code, one(), '-o', '/dev/null')).rejects.toThrow(
      '/dev/null is a device or a pipe; results are written to files.',
    );
  });

  test('results are written over earlier ones of the kind', async () => {
    const model = join(folder, 'classifier.safetensors');
    const code = join(folder, 'tokenizer.safetensors');
    const into = (name: string): string => join(folder, `again-${name}`);
    const again: string[][] = [
      ['attention', model, one(), '-o', into('map')],
      ['export', model, '-o', into('x.onnx'), '--external-data'],
      ...['npy', 'jsonl', 'safetensors'].map((end) => ['embed', model, one(), '-o', into(`f.${end}`)]),
      ['index', into('f.npy'), '-o', into('index')],
      ...['json', 'safetensors'].map((end) => ['tokenizer', 'encode', code, one(), '-o', into(`c.${end}`)]),
      ['tokenizer', 'encode', code, one(), '-o', into('p.json'), '--pictures', into('pictures')],
      ['tokenizer', 'gallery', code, one(), '-o', into('page.html')],
      ['eval', 'classify', model, '--data', pictures, '--confusion', into('confusion.png')],
      ['convert', model, into('w.pth'), '--to', 'official'],
      ['convert', model, into('w.safetensors'), '--to', 'timm'],
      ['convert', model, into('hub'), '--to', 'huggingface'],
    ];
    for (const args of [...again, ...again]) await beit2(...args);
  });

  test('wrappers taken off the keys are said', async () => {
    const { tensors, meta } = readCheckpoint(join(folder, 'classifier.safetensors'));
    const wrapped = join(folder, 'wrapped.safetensors');
    const key = (name: string): string => `module.model.${name.replace('.attn', '._orig_mod.attn')}`;
    const one = { dtype: 'int64', shape: [] as number[], data: new Uint8Array(8) } as const;
    writeSafetensors(
      wrapped,
      new Map([
        ['n_averaged', { ...one, read: () => one }],
        ...[...tensors].map(([name, tensor]) => [key(name), tensor] as const),
      ]),
      meta as Record<string, string>,
    );
    const said: string[] = [];
    await openModel(wrapped, { part: 'classifier', say: (sentence) => said.push(sentence) });
    expect(said).toEqual([`Removed n_averaged, _orig_mod., module., model. from the keys of ${wrapped}.`]);
  });

  test('our own ONNX file is a model like any other', async () => {
    const run = references.classifier.run ?? '';
    const read = async (...args: string[]): Promise<Record<string, never>> =>
      JSON.parse(await beit2(...args, '--json')) as Record<string, never>;
    for (const more of [[], ['--external-data']]) {
      const onnx = join(folder, `exported${more.length}.ONNX`);
      await beit2('export', run, '-o', onnx, ...more);
      const { card } = await read('inspect', run);
      expect(await read('inspect', onnx)).toMatchObject({ format: 'ONNX', kind: 'classifier', card });
      const [want, got] = [
        await read('predict', run, one(), ...cpu),
        await read('predict', onnx, one(), ...cpu),
      ];
      const shares = ({ classes }: { classes: { name: string; probability: number }[] }) =>
        Object.fromEntries(classes.map(({ name, probability }) => [name, probability]));
      expect(Object.keys(shares(got as never))).toEqual(Object.keys(shares(want as never)));
      for (const [name, share] of Object.entries(shares(want as never)))
        expect(shares(got as never)[name]).toBeCloseTo(share, 3); // auto may be bfloat16
    }
    const code = join(folder, 'code.onnx');
    await beit2('export', references.tokenizer.run ?? '', '-o', code);
    const file = join(folder, 'onnx-codes.json');
    await beit2('tokenizer', 'encode', code, one(), '-o', file);
    await beit2(
      'tokenizer',
      'encode',
      references.tokenizer.run ?? '',
      one(),
      '-o',
      join(folder, 'run-codes.json'),
    );
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(folder, 'run-codes.json'), 'utf8'));
    const foreign = join(import.meta.dirname, '../../../../nothing.onnx');
    await expect(beit2('inspect', foreign)).rejects.toThrow('There is no file');
    writeFileSync(join(folder, 'foreign.onnx'), Buffer.from([8, 8, 18, 3, 97, 98, 99]));
    await expect(beit2('inspect', join(folder, 'foreign.onnx'))).rejects.toThrow(
      'was not written by beit2 export; other ONNX files can only be teachers (teacher.kind=onnx).',
    );
  });

  test('a sidecar that is not as its library writes it', async () => {
    const broken = join(folder, 'broken-sidecar');
    cpSync(join(folder, 'classifier-huggingface'), broken, { recursive: true });
    const config = join(broken, 'config.json');
    writeFileSync(config, '{"model_type":"beit","vision_config":null}');
    await expect(openModel(broken, { say: quiet })).rejects.toThrow(
      `${config} is not the configuration of a model: vision_config: expected object, received null.`,
    );
  });
});
