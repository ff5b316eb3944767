import type { Command } from 'commander';
import { printLines } from '../options/say.js';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check this machine: engine, devices, image library, memory, disk, and what is missing')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nThe exit code is 1 if something that training needs is missing.')
    .action(async ({ json }: { json?: boolean }) => {
      const { diagnoseMachine } = await import('./diagnosis.js');
      const findings = await diagnoseMachine();
      if (json) {
        process.stdout.write(JSON.stringify(findings, null, 2) + '\n');
      } else {
        const width = Math.max(...findings.map(({ name }) => name.length));
        for (const { name, state, text, advice } of findings) {
          const mark = { ok: 'ok     ', absent: '-      ', missing: 'MISSING' }[state];
          printLines(`${mark}  ${name.padEnd(width)}  ${text}${advice ? `: ${advice}` : ''}`);
        }
      }
      if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
    });
}
