import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(import.meta.resolve('#beit2/train/run/interrupt.js'));

/** A process that "trains" in short steps until interrupted, then saves for `saving` ms and exits with the code. */
function train(saving: number) {
  const script = `
    const { Interrupt } = await import(${JSON.stringify(module)});
    const interrupt = new Interrupt((sentence) => console.log(sentence));
    console.log('ready');
    while (interrupt.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, ${saving}));
    console.log('saved');
    process.exit(interrupt.exitCode);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  let output = '';
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (output.includes(text)) resolve();
      };
      child.stdout.on('data', check);
      check();
    });
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return { child, said, ended, output: () => output };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s lets the step finish and gives exit code %i', async (signal, code) => {
  const { child, said, ended, output } = train(0);
  await said('ready');
  child.kill(signal);
  expect(await ended).toBe(code);
  expect(output()).toBe(
    'ready\nFinishing this step, then saving. Press Ctrl-C again to quit at once without saving.\nsaved\n',
  );
});

test('a second Ctrl-C quits at once', async () => {
  const { child, said, ended, output } = train(20_000);
  await said('ready');
  child.kill('SIGINT');
  await said('Press Ctrl-C again');
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(output()).not.toContain('saved');
});
