import type { Command } from 'commander';

/** What commands without a recipe offer in its place. */
export function addDeviceOption(command: Command): Command {
  return command.option(
    '--device <name>',
    'auto (the first available of cuda, mps, cpu), cpu, cuda, cuda:N or mps',
    'auto',
  );
}
