import { existsSync, readFileSync } from 'node:fs';

import { planAddon } from './addon-plan.js';
import { cacheFolder, isComplete } from './cache.js';
import { findCompiler } from './compile.js';
import { SetupError } from './errors.js';
import { findLibtorch, type Libtorch, namesLibtorch } from './libtorch.js';
import { findPip } from './pip.js';
import { findPrebuilt, type Prebuilt } from './prebuilt.js';
import { run, which } from './run.js';

/** One thing that the engine stands on. */
export interface Finding {
  name: string;
  /** absent: not there, and not needed now. missing: nothing runs without it. */
  state: 'ok' | 'absent' | 'missing';
  text: string;
  /** How to get it. */
  advice?: string;
}

/** Looks at what set-up needs and what it made: libtorch, addon, compiler, pip, NVIDIA driver. Changes nothing. */
export async function diagnose(): Promise<Finding[]> {
  const prebuilt = findPrebuilt();
  if ('folder' in prebuilt && !namesLibtorch()) {
    const text = `libtorch ${prebuilt.version} with its addon in ${prebuilt.folder}`;
    return [{ name: 'prebuilt', state: 'ok', text }, await describeDriver(prebuilt.libtorch)];
  }
  const libtorch = findLibtorch();
  const addon = libtorch !== undefined && isComplete(planAddon(libtorch).target);
  return [
    describeUnused(prebuilt),
    describeLibtorch(libtorch),
    describeAddon(libtorch, addon),
    await describeCompiler(addon),
    await describePip(libtorch),
    await describeDriver(libtorch?.folder),
  ];
}

/** Why the prebuilt engine is not the one in use. */
function describeUnused(prebuilt: Prebuilt): Finding {
  const text =
    'problem' in prebuilt
      ? `${prebuilt.problem}, so the addon is compiled here`
      : `${prebuilt.folder} is not used: the environment names a libtorch`;
  return { name: 'prebuilt', state: 'absent', text };
}

function describeLibtorch(libtorch: Libtorch | undefined): Finding {
  const name = 'libtorch';
  if (libtorch !== undefined) {
    const from = libtorch.source === 'cache' ? '' : `, by ${libtorch.source}`;
    return { name, state: 'ok', text: `${libtorch.version} in ${libtorch.folder}${from}` };
  }
  const { LIBTORCH, LIBTORCH_USE_PYTORCH } = process.env;
  const wanted = LIBTORCH
    ? `LIBTORCH=${LIBTORCH}`
    : LIBTORCH_USE_PYTORCH === '1'
      ? 'LIBTORCH_USE_PYTORCH=1'
      : undefined;
  const text =
    wanted === undefined ? `not yet in ${cacheFolder()}` : `${wanted} gives none that can be used yet`;
  return {
    name,
    state: 'missing',
    text,
    advice: 'run `beit2 setup`, which fetches it or says why it cannot',
  };
}

function describeAddon(libtorch: Libtorch | undefined, addon: boolean): Finding {
  const name = 'addon';
  if (libtorch !== undefined && addon) return { name, state: 'ok', text: planAddon(libtorch).target };
  return { name, state: 'missing', text: 'not yet compiled for this libtorch', advice: 'run `beit2 setup`' };
}

async function describeCompiler(addon: boolean): Promise<Finding> {
  const name = 'C++ compiler';
  try {
    const { path, version } = await findCompiler();
    return { name, state: 'ok', text: `${version}, ${path}` };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const text = addon ? 'none, and none needed: the addon is compiled' : 'none';
    return { name, state: addon ? 'absent' : 'missing', text, advice: error.message };
  }
}

async function describePip(libtorch: Libtorch | undefined): Promise<Finding> {
  const name = 'pip';
  const pip = await findPip();
  if (!('problem' in pip)) return { name, state: 'ok', text: `${pip.version} (${pip.command.join(' ')})` };
  if (libtorch !== undefined)
    return { name, state: 'absent', text: `${pip.problem}; none needed: libtorch is here` };
  const advice = "install Python 3 with pip; without it the set-up tries the archive of libtorch's publisher";
  return { name, state: 'absent', text: pip.problem, advice };
}

async function describeDriver(libtorch: string | undefined): Promise<Finding> {
  const name = 'NVIDIA driver';
  const text = await readDriver();
  if (text === undefined) return { name, state: 'absent', text: 'none' };
  if (libtorch === undefined || existsSync(`${libtorch}/lib/libtorch_cuda.so`))
    return { name, state: 'ok', text };
  const advice =
    'to train on the GPU, install a CUDA build of torch in a Python environment, activate it and set LIBTORCH_USE_PYTORCH=1';
  return { name, state: 'absent', text: `${text}, but this libtorch is a CPU build`, advice };
}

async function readDriver(): Promise<string | undefined> {
  if (which('nvidia-smi') !== undefined) {
    const { code, stdout } = await run('nvidia-smi', [
      '--query-gpu=name,driver_version',
      '--format=csv,noheader',
    ]);
    if (code === 0) return stdout.trim().split('\n').join('; ');
  }
  try {
    return /\d+\.\d+[.\d]*/.exec(readFileSync('/proc/driver/nvidia/version', 'utf8'))?.[0];
  } catch {
    return undefined;
  }
}
