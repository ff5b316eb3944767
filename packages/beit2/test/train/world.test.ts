/** Meetings that cannot be: one sentence each, that says where the processes were to meet and what is wrong there. */
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { UserError } from '#beit2/errors.js';
import type { Place } from '#beit2/train/launcher.js';
import { World } from '#beit2/train/world.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server of something else. @returns its port */
async function otherServer(): Promise<number> {
  const server = createServer((socket) =>
    socket.on('data', () => socket.destroy()).on('error', () => undefined),
  );
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Joins as a rank of two that find nobody. */
async function failureOf(place: Partial<Place>): Promise<UserError> {
  const whole: Place = {
    launcher: 'RANK and WORLD_SIZE',
    rank: 0,
    size: 2,
    localRank: 0,
    masterAddr: '127.0.0.1',
    masterPort: 0,
    hasStore: false,
    restarts: 0,
    ...place,
  };
  const error = await World.join(whole, 1000).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error(`not a UserError: ${String(error)}`);
  expect(error.message).not.toContain('\n');
  return error;
}

test('a port that another program has taken', async () => {
  const port = await otherServer();
  expect((await failureOf({ masterPort: port })).message).toBe(
    `The processes were to meet at 127.0.0.1:${port} (RANK and WORLD_SIZE): the port is in use on this machine, perhaps by ` +
      'another job; choose another MASTER_PORT for all processes.',
  );
});

test.each([false, true])(
  'a port where something else answers (the store of a launcher: %s)',
  async (hasStore) => {
    const port = await otherServer();
    const { message } = await failureOf({ rank: 1, masterPort: port, hasStore });
    expect(message).toContain(`The processes were to meet at 127.0.0.1:${port} (RANK and WORLD_SIZE): `);
  },
);

test.each([false, true])('a port where nothing answers (the store of a launcher: %s)', async (hasStore) => {
  const port = await otherServer();
  for (const server of servers.splice(0)) server.close();
  const { message } = await failureOf({ rank: 1, masterPort: port, hasStore });
  expect(message).toContain(`no process serves a TCPStore at 127.0.0.1:${port} after 1 s`);
});
