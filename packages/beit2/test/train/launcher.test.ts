/** What launchers' variables mean, and that wrong ones are one sentence. */
import { describe, expect, test } from 'vitest';
import { UserError } from '#beit2/errors.js';
import { placeOf } from '#beit2/train/launcher.js';
import { deviceOfRank } from '#beit2/train/engine.js';

const torchrun = {
  RANK: '3',
  WORLD_SIZE: '4',
  LOCAL_RANK: '1',
  MASTER_ADDR: 'gpu03',
  MASTER_PORT: '4711',
  TORCHELASTIC_RUN_ID: 'none',
  TORCHELASTIC_USE_AGENT_STORE: 'True',
  TORCHELASTIC_RESTART_COUNT: '2',
};
const slurm = {
  SLURM_JOB_ID: '1234567',
  SLURM_STEP_ID: '0',
  SLURM_PROCID: '5',
  SLURM_NTASKS: '8',
  SLURM_LOCALID: '1',
  SLURM_JOB_NODELIST: 'gpu[03-05,9],login1',
};
const openMpi = {
  OMPI_COMM_WORLD_RANK: '1',
  OMPI_COMM_WORLD_SIZE: '2',
  OMPI_COMM_WORLD_LOCAL_RANK: '1',
  OMPI_COMM_WORLD_LOCAL_SIZE: '2',
};

describe('placeOf()', () => {
  test('torchrun: its store is there already, and it counts its restarts', () => {
    expect(placeOf(torchrun)).toEqual({
      launcher: 'torchrun',
      rank: 3,
      size: 4,
      localRank: 1,
      masterAddr: 'gpu03',
      masterPort: 4711,
      hasStore: true,
      restarts: 2,
    });
  });

  test("PyTorchJob's variables alone: rank 0 serves the store", () => {
    const place = placeOf({ RANK: '0', WORLD_SIZE: '2', MASTER_ADDR: 'job-master-0', MASTER_PORT: '23456' });
    expect(place).toMatchObject({ rank: 0, localRank: 0, masterAddr: 'job-master-0', hasStore: false });
  });

  test.each([
    ['gpu[03-05,9],login1', 'gpu03'],
    ['gpu3,gpu4', 'gpu3'],
    ['node-a-[12]', 'node-a-12'],
    ['single', 'single'],
  ])('Slurm: ranks meet on the first machine of %s', (list, first) => {
    const place = placeOf({ ...slurm, SLURM_JOB_NODELIST: list });
    expect(place).toMatchObject({ launcher: 'Slurm', rank: 5, size: 8, localRank: 1, masterAddr: first });
    expect(place?.masterPort).toBe(24_567);
  });

  test("Slurm's batch script, which srun did not start, is no rank", () => {
    expect(placeOf({ ...slurm, SLURM_STEP_ID: undefined })).toBeNull();
  });

  test('Open MPI on one machine meets on it; on several it must be told where', () => {
    expect(placeOf(openMpi)).toMatchObject({ rank: 1, size: 2, localRank: 1, masterAddr: '127.0.0.1' });
    const spread = { ...openMpi, OMPI_COMM_WORLD_LOCAL_SIZE: '1' };
    expect(() => placeOf(spread)).toThrow('mpirun -x MASTER_ADDR=HOST');
    expect(placeOf({ ...spread, MASTER_ADDR: 'head' })?.masterAddr).toBe('head');
  });

  test('nothing, or one process, trains alone', () => {
    expect(placeOf({})).toBeNull();
    expect(placeOf({ RANK: '0', WORLD_SIZE: '1' })).toBeNull();
    expect(placeOf({ ...slurm, SLURM_NTASKS: '1', SLURM_PROCID: '0' })).toBeNull();
  });

  test.each([
    [{ RANK: '1' }, 'variable WORLD_SIZE is not set'],
    [{ WORLD_SIZE: '2' }, 'variable RANK is not set'],
    [{ RANK: 'x', WORLD_SIZE: '2' }, 'variable RANK is "x", not a whole number'],
    [{ RANK: '-1', WORLD_SIZE: '2' }, 'variable RANK is "-1", not a whole number'],
    [{ RANK: '2', WORLD_SIZE: '2', MASTER_ADDR: 'head' }, 'no rank 2 of 2 processes'],
    [{ ...slurm, SLURM_PROCID: '8' }, 'no rank 8 of 8 processes (Slurm)'],
    [{ ...openMpi, OMPI_COMM_WORLD_RANK: '2' }, 'no rank 2 of 2 processes (Open MPI)'],
    [{ RANK: '0', WORLD_SIZE: '2' }, 'MASTER_ADDR is not set: set it to the host of rank 0'],
    [{ ...torchrun, MASTER_ADDR: '' }, 'MASTER_ADDR is not set'],
    [{ ...torchrun, MASTER_PORT: '70000' }, 'variable MASTER_PORT is "70000", not a port from 1 to 65535'],
    [{ ...torchrun, MASTER_PORT: 'auto' }, 'variable MASTER_PORT is "auto"'],
    [{ ...slurm, SLURM_NTASKS: undefined }, 'variable SLURM_NTASKS is not set'],
  ])('%j is refused in a sentence', (environment, sentence) => {
    expect(() => placeOf(environment)).toThrow(UserError);
    expect(() => placeOf(environment)).toThrow(sentence);
  });
});

test('each rank of a machine takes the GPU of its number, unless the recipe names one', () => {
  expect(deviceOfRank('cuda', 2, 4)).toBe('cuda:2');
  expect(deviceOfRank('cuda', 5, 4)).toBe('cuda:1');
  expect(deviceOfRank('cuda:3', 2, 4)).toBe('cuda:3');
  expect(deviceOfRank('cpu', 2, 0)).toBe('cpu');
});
