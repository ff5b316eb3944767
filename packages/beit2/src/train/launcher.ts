/**
 * What the program that started this process says about the others that it started: torchrun, Slurm's srun, Open MPI's mpirun,
 * Kubernetes' PyTorchJob, or `--nproc-per-node` of the training commands.
 */
import { UserError } from '../errors.js';

/** This process among those that train together. */
export interface Place {
  /** As a user knows it: `torchrun`, `Slurm`, `Open MPI`, `--nproc-per-node`, `RANK and WORLD_SIZE`. */
  launcher: string;
  /** From 0. */
  rank: number;
  /** Number of processes. */
  size: number;
  /** Among the processes of this machine, from 0: the number of its GPU. */
  localRank: number;
  /** Where the ranks meet. */
  masterAddr: string;
  masterPort: number;
  /** Whether the launcher serves the store there itself; else rank 0 does. */
  hasStore: boolean;
  /** How often the launcher has started this job anew. */
  restarts: number;
}

/** The job of a scheduler or launcher that this process belongs to. */
export interface Job {
  /** Null where it goes by a name that others have too. */
  id: string | null;
  /** Grows each time that the job is started anew; 0 at first. */
  restarts: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What `--nproc-per-node` is called here, and the variable that it marks its processes by. */
export const ownLauncher = '--nproc-per-node';
export const ownMark = 'BEIT2_NPROC_PER_NODE';

const defaultPort = 29_500; // as PyTorch's launchers have it

/**
 * This process's place by its environment; null for a process that trains alone.
 * @throws UserError for a variable that is missing or not a number
 */
export function placeOf(environment: Environment): Place | null {
  const found = byVariables(environment) ?? bySlurm(environment) ?? byOpenMpi(environment);
  if (!found || found.size === 1) return null;
  const { rank, size, launcher } = found;
  if (rank >= size)
    throw new UserError(`There is no rank ${rank} of ${size} processes (${launcher}): ranks count from 0.`);
  return found;
}

const restartsOfLauncher = 10_000; // more than one start of a scheduler's job sees

/** The job by its environment; null for a process that none started. */
export function jobOf(environment: Environment): Job | null {
  const { SLURM_JOB_ID: slurm, TORCHELASTIC_RUN_ID: elastic } = environment;
  if (slurm === undefined && elastic === undefined) return null;
  const count = (name: string) => numberOf(environment, name, slurm === undefined ? 'torchrun' : 'Slurm', 0);
  const isOwn = elastic !== undefined && elastic !== 'none'; // torchrun's own default is that of many jobs
  const own = isOwn ? `torchrun ${elastic}` : null;
  return {
    id: slurm === undefined ? own : `Slurm ${slurm}`,
    restarts: count('SLURM_RESTART_COUNT') * restartsOfLauncher + count('TORCHELASTIC_RESTART_COUNT'),
  };
}

/** torchrun, PyTorchJob and --nproc-per-node set the same ones. */
function byVariables(environment: Environment): Place | null {
  if (environment.RANK === undefined && environment.WORLD_SIZE === undefined) return null;
  const launcher = launcherOf(environment);
  const size = numberOf(environment, 'WORLD_SIZE', launcher);
  const rank = numberOf(environment, 'RANK', launcher);
  if (size > 1 && !environment.MASTER_ADDR) {
    throw new UserError(
      `RANK and WORLD_SIZE say that this is one of ${size} processes, but MASTER_ADDR is not set: set it to the host of ` +
        'rank 0, 127.0.0.1 where all processes run on one machine.',
    );
  }
  return {
    launcher,
    rank,
    size,
    localRank: numberOf(environment, 'LOCAL_RANK', launcher, 0),
    masterAddr: environment.MASTER_ADDR ?? '',
    masterPort: portOf(environment, launcher, defaultPort),
    hasStore: environment.TORCHELASTIC_USE_AGENT_STORE === 'True',
    restarts: numberOf(environment, 'TORCHELASTIC_RESTART_COUNT', launcher, 0),
  };
}

function launcherOf(environment: Environment): string {
  if (environment.TORCHELASTIC_RUN_ID !== undefined) return 'torchrun';
  return environment[ownMark] === undefined ? 'RANK and WORLD_SIZE' : ownLauncher;
}

/** Only srun sets the step's variables: the batch script around it is no rank. */
function bySlurm(environment: Environment): Place | null {
  if (environment.SLURM_STEP_ID === undefined || environment.SLURM_PROCID === undefined) return null;
  const launcher = 'Slurm';
  const hosts = environment.SLURM_STEP_NODELIST ?? environment.SLURM_JOB_NODELIST ?? '';
  const size = environment.SLURM_STEP_NUM_TASKS === undefined ? 'SLURM_NTASKS' : 'SLURM_STEP_NUM_TASKS';
  return {
    launcher,
    rank: numberOf(environment, 'SLURM_PROCID', launcher),
    size: numberOf(environment, size, launcher),
    localRank: numberOf(environment, 'SLURM_LOCALID', launcher, 0),
    masterAddr: environment.MASTER_ADDR ?? firstHost(hosts),
    masterPort: portOf(environment, launcher, portOfJob(environment.SLURM_JOB_ID)),
    hasStore: false,
    restarts: numberOf(environment, 'SLURM_RESTART_COUNT', launcher, 0),
  };
}

function byOpenMpi(environment: Environment): Place | null {
  if (environment.OMPI_COMM_WORLD_SIZE === undefined) return null;
  const launcher = 'Open MPI';
  const size = numberOf(environment, 'OMPI_COMM_WORLD_SIZE', launcher);
  const isOneMachine = environment.OMPI_COMM_WORLD_LOCAL_SIZE === environment.OMPI_COMM_WORLD_SIZE;
  if (environment.MASTER_ADDR === undefined && !isOneMachine) {
    throw new UserError(
      `Open MPI started ${size} processes on several machines: name the host of rank 0 with mpirun -x MASTER_ADDR=HOST.`,
    );
  }
  return {
    launcher,
    rank: numberOf(environment, 'OMPI_COMM_WORLD_RANK', launcher),
    size,
    localRank: numberOf(environment, 'OMPI_COMM_WORLD_LOCAL_RANK', launcher, 0),
    masterAddr: environment.MASTER_ADDR ?? '127.0.0.1',
    masterPort: portOf(environment, launcher, defaultPort),
    hasStore: false,
    restarts: 0,
  };
}

function portOf(environment: Environment, launcher: string, otherwise: number): number {
  const port = numberOf(environment, 'MASTER_PORT', launcher, otherwise);
  if (port > 0 && port < 65_536) return port;
  throw new UserError(`The variable MASTER_PORT is "${port}", not a port from 1 to 65535 (${launcher}).`);
}

function numberOf(environment: Environment, name: string, launcher: string, otherwise?: number): number {
  const text = environment[name];
  if (text !== undefined && /^\d{1,9}$/.test(text)) return Number(text);
  if (text === undefined && otherwise !== undefined) return otherwise;
  const found = text === undefined ? 'is not set' : `is ${JSON.stringify(text)}, not a whole number`;
  throw new UserError(
    `This process was started as one of several (${launcher}), but its variable ${name} ${found}.`,
  );
}

/** Of Slurm's list of machines, such as `gpu[03-05,9],login1`. */
function firstHost(list: string): string {
  const [, prefix = '', first] = /^([^[,]*)(?:\[(\d+))?/.exec(list) ?? [];
  return prefix + (first ?? '') || '127.0.0.1';
}

/** A port that all processes of a job come to alike, and that two jobs on a machine seldom share. */
function portOfJob(id = ''): number {
  return /^\d+$/.test(id) ? 20_000 + (Number(id) % 10_000) : defaultPort;
}
