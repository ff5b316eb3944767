/** Several ranks on one machine. */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';

/** Options of launch(). */
export interface LaunchOptions {
  /** Arguments of the script. */
  args?: readonly string[];
  /** Variables for the ranks, beside RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT. */
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs `script` in one process a rank and waits for all. When one fails, the others are ended.
 * @throws Error that names the first rank that failed and how.
 */
export async function launch(
  script: string,
  worldSize: number,
  { args = [], env = {} }: LaunchOptions = {},
): Promise<void> {
  const port = await freePort();
  const ranks = Array.from({ length: worldSize }, (_, rank) =>
    fork(script, [...args], {
      env: {
        ...process.env,
        ...env,
        RANK: String(rank),
        LOCAL_RANK: String(rank),
        WORLD_SIZE: String(worldSize),
        MASTER_ADDR: '127.0.0.1',
        MASTER_PORT: String(port),
      },
    }),
  );
  try {
    await Promise.all(ranks.map(ended));
  } finally {
    for (const child of ranks)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  }
}

function ended(child: ChildProcess, rank: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`rank ${rank} ended with ${signal === null ? `exit code ${code}` : `signal ${signal}`}`),
        );
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
