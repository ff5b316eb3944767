import type { Command } from 'commander';
import { progressMode } from '../options/run-options.js';
import { say } from '../options/say.js';

interface Options {
  run: string;
  open: boolean;
  quiet?: boolean;
  json?: boolean;
}

/** Shows a page in the browser, where there is a desktop to show it on. */
async function openInBrowser(file: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!process.stdout.isTTY || CI) return;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return;
  const [command = '', ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[
    process.platform as string
  ] ?? ['xdg-open'];
  const child = spawn(command, [...args, file], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // the address is printed too
  child.unref();
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description(
      'train a tokenizer, pretrain and probe on the images and teacher that ship with the package (takes minutes)',
    )
    .argument('[overrides...]', 'key=value for both recipes')
    .option(
      '--run <folder>',
      'folder for the runs and the page; an unfinished demo there is resumed',
      'runs/demo',
    )
    .option('--no-open', 'do not open the page in a browser')
    .option('--quiet', 'print messages only, no progress')
    .option('--json', 'print the results as JSON')
    .action(async (overrides: string[], options: Options) => {
      const path = await import('node:path');
      const { runDemo } = await import('../../demo/run-demo.js');
      const { writePage } = await import('../../report/write-page.js');
      const progress = options.json ? 'quiet' : progressMode(options);
      const { countTo } = await import('../options/counter.js');
      let counter = countTo('');
      const count = (title: string, unit?: string) => {
        counter.end();
        counter = countTo(title, 0, unit);
        return progress === 'quiet' ? () => undefined : counter.update;
      };
      const { html, results } = await runDemo({ folder: options.run, overrides, progress, say, count });
      counter.end();
      const file = path.join(options.run, 'report.html');
      writePage(file, html);
      const { probe, gallery, tokenAccuracy, seconds, health } = results;
      if (options.json) {
        process.stdout.write(
          JSON.stringify({ probe, tokenAccuracy, seconds, health, counts: gallery.counts }) + '\n',
        );
        return;
      }
      const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
      process.stdout.write(
        `Linear probe: ${percent(probe.pretrained)} pretrained, ${percent(probe.random)} with random weights. ${health.sentence}\n`,
      );
      if (options.open) await openInBrowser(path.resolve(file));
    });
}
