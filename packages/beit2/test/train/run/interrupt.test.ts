/** Protects: what a signal does to a run, by a process that gets real ones. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(import.meta.resolve('#beit2/train/run/interrupt.js'));

/** A process that "trains" in short steps until interrupted, then saves for `saving` ms and exits with the code. */
function train(saving: number, listen = true) {
  const script = `
    const { Interrupt } = await import(${JSON.stringify(module)});
    const interrupt = new Interrupt((sentence) => console.log(sentence));
    if (${listen}) interrupt.listen();
    console.log('ready');
    let asked = 0;
    while (asked <= 1) {
      if (asked === 1) console.log('saved on the way');
      await new Promise((resolve) => setTimeout(resolve, 5));
      asked = interrupt.take();
    }
    await new Promise((resolve) => setTimeout(resolve, ${saving}));
    console.log('saved', interrupt.signal.aborted);
    process.exit(asked);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  let output = '';
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (output.includes(text)) resolve();
      };
      child.stdout.on('data', check);
      child.stderr.on('data', check);
      check();
    });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  );
  return { child, said, ended, output: () => output };
}

test.each([
  ['SIGINT', 130, 'Finishing this step, then saving. Press Ctrl-C again to quit at once without saving.'],
  ['SIGTERM', 143, 'Finishing this step, then saving (SIGTERM).'],
  ['SIGHUP', 129, 'Finishing this step, then saving (SIGHUP).'],
] as const)('%s lets the step finish and gives exit code %i', async (signal, code, sentence) => {
  const { child, said, ended, output } = train(0);
  await said('ready');
  child.kill(signal);
  expect(await ended).toBe(code);
  expect(output()).toBe(`ready\n${sentence}\nsaved true\n`);
});

test('a second Ctrl-C quits at once', async () => {
  const { child, said, ended, output } = train(20_000);
  await said('ready');
  child.kill('SIGINT');
  await said('Press Ctrl-C again');
  await sleep(600);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(output()).not.toContain('saved');
});

test('signals that a terminal and a launcher send together, or a supervisor repeats, lose nothing', async () => {
  const { child, said, ended, output } = train(1_000);
  await said('ready');
  child.kill('SIGINT');
  await said('Press Ctrl-C again');
  child.kill('SIGINT');
  await sleep(600);
  child.kill('SIGTERM');
  expect(await ended).toBe(130);
  expect(output()).toContain('saved true');
});

test.each(['SIGUSR1', 'SIGUSR2'] as const)(
  '%s, a warning, asks for a checkpoint, and opens no debugger',
  async (signal) => {
    const { child, said, ended, output } = train(0);
    await said('ready');
    child.kill(signal);
    await said('saved on the way');
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(output()).not.toContain('Debugger');
  },
);

test('before the first step a signal ends the process at once, and a warning does nothing', async () => {
  const { child, said, ended, output } = train(20_000, false);
  await said('ready');
  child.kill('SIGUSR1');
  await sleep(200);
  child.kill('SIGTERM');
  expect(await ended).toBe('SIGTERM');
  expect(output()).toBe('ready\n');
});
