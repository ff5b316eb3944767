import type { Command } from 'commander';

export function addSetup(program: Command): void {
  program
    .command('setup')
    .description(
      'find or fetch libtorch and compile the binding, once (every command that needs it does so by itself)',
    )
    .action(async () => {
      const { setupSync } = await import('@beit2/torch/setup');
      setupSync();
      const { buildInfo } = await import('@beit2/torch');
      process.stdout.write(`libtorch ${buildInfo().version} is ready.\n`);
    });
}
