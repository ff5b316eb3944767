import type { Command } from 'commander';
import { addDataCheck } from './data-check.js';
import { addDataIndex } from './data-index.js';
import { addDataPack } from './data-pack.js';
import { addDataStats } from './data-stats.js';

export function addData(program: Command): void {
  const data = program.command('data').description('inspect images, or pack them into tar shards');
  addDataStats(data);
  addDataCheck(data);
  addDataPack(data);
  addDataIndex(data);
}
