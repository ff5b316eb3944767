import type { Command } from 'commander';

/** What commands without a recipe offer in its place. */
export function addDeviceOption(command: Command): Command {
  return command.option(
    '--device <name>',
    'auto (cuda, mps, cpu: the first there is), cpu, cuda, cuda:N, mps',
    'auto',
  );
}
