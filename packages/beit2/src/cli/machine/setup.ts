import type { Command } from 'commander';

export function addSetup(program: Command): void {
  program
    .command('setup')
    .description(
      'find or download libtorch and compile the binding (commands that need them do this automatically)',
    )
    .action(async () => {
      const { setupSync } = await import('@beit2/torch/setup');
      setupSync();
      const { buildInfo } = await import('@beit2/torch');
      process.stdout.write(`libtorch ${buildInfo().version} is ready.\n`);
    });
}
