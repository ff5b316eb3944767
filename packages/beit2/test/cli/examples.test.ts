/**
 * Protects: every example that a --help prints is taken by its command as it stands, its recipe and its keys exist, and so do the
 * commands and options that the pages name within their sentences. (The lines of code blocks are run, in docs/commands.slow.test.ts.)
 */
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '#beit2/cli/main.js';
import { resolveRun, type TrainFlags } from '#beit2/cli/options/run-options.js';
import type { Stage } from '#beit2/config/schema.js';
import { pages, textOf } from '../docs/pages.js';

/** A command and those below it, with the words that call each. */
function commandsOf(command: Command, words: string[] = []): { command: Command; words: string[] }[] {
  const below = command.commands.flatMap((child) => commandsOf(child, [...words, child.name()]));
  return [{ command, words }, ...below];
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}

/** The words of a command line as a shell would split it, up to a pipe or redirection. */
function split(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const end = words.findIndex((word) => /^[|>&;]/.test(word));
  return words.slice(0, end < 0 ? undefined : end).map((word) => word.replaceAll(/["']/g, ''));
}

const stages: Record<string, Stage> = {
  'tokenizer train': 'tokenizer',
  pretrain: 'pretrain',
  finetune: 'finetune',
};

/** Parses a line without running it; a training command's recipe and overrides are read, too. */
async function take(line: string): Promise<string> {
  const program = buildProgram();
  let taken = '';
  for (const { command, words } of commandsOf(program)) {
    command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
    if (command.commands.length > 0) continue;
    command.action((...parameters: unknown[]) => {
      taken = words.join(' ');
      const stage = stages[taken];
      const [recipe, overrides, flags] = parameters as [string | undefined, string[], TrainFlags];
      if (stage !== undefined && flags.resume !== true) resolveRun(stage, recipe, overrides, flags);
    });
  }
  await program.parseAsync(split(line).slice(1), { from: 'user' });
  return taken;
}

const all = commandsOf(buildProgram());
const examples = all.flatMap(({ command, words }) =>
  [...helpOf(command).matchAll(/^ {2}(beit2 .*)$/gm)].map(([, line = '']) => ({
    of: words.join(' '),
    line: line.replace(/ +#.*$/, ''),
  })),
);

describe('examples in --help', () => {
  test('of nearly every command there are some', () => {
    const without = all.filter(
      ({ command, words }) =>
        command.commands.length === 0 && !examples.some(({ of }) => of === words.join(' ')),
    );
    expect(without.map(({ words }) => words.join(' '))).toEqual(['demo', 'doctor', 'setup']);
  });

  test.each(examples)('$line', async ({ line }) => {
    expect(await take(line)).not.toBe('');
  });

  test.each([
    ['an option that does not exist', 'beit2 predict runs/finetune cat.jpg --best 5'],
    ['a missing argument', 'beit2 convert finetuned.pth'],
    ['a key that does not exist', 'beit2 pretrain cifar10-pretrain optimizer.learningRate=1'],
    ['a recipe that does not exist', 'beit2 finetune cifar100-finetune'],
    ['a command that does not exist', 'beit2 tokenizer measure runs/tokenizer'],
  ])('would not be taken with %s', async (_, line) => {
    await expect(take(line)).rejects.toThrow();
  });
});

const inline = pages.flatMap((page) => {
  const prose = textOf(page).replaceAll(/^```.*?^```$/gms, '');
  return [...prose.matchAll(/`(?:npx )?(beit2 [a-z][^`]*)`/g)].map(([, line = '']) => ({ page, line }));
});

/** The command that a line names, and its options that the command does not have. */
function namedBy(line: string): { command: string; unknown: string[] } {
  const words = split(line.replaceAll(/\s+/g, ' ')).slice(1);
  let command = buildProgram();
  const path: string[] = [];
  for (const word of words) {
    const child = command.commands.find((one) => one.name() === word);
    if (!child) break;
    path.push(word);
    command = child;
  }
  const known = commandsOf(command).flatMap(({ command: one }) =>
    one.options.flatMap(({ long }) => long ?? []),
  );
  const own = new Set([...known, '--help', '--version', '--debug']);
  const named = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*/, ''));
  return { command: path.join(' '), unknown: named.filter((word) => !own.has(word)) };
}

test('commands within the sentences of the pages exist, with their options', () => {
  expect(inline.length).toBeGreaterThan(30);
  const wrong = inline.filter(({ line }) => {
    const { command, unknown } = namedBy(line);
    return command === '' || unknown.length > 0;
  });
  expect(wrong).toEqual([]);
  expect(namedBy('beit2 predict MODEL --best')).toEqual({ command: 'predict', unknown: ['--best'] });
  expect(namedBy('beit2 measure').command).toBe('');
});
