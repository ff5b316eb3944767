import type { Command } from 'commander';
import { addEvalClassify } from './eval-classify.js';
import { addEvalKnn } from './eval-knn.js';
import { addEvalLinear } from './eval-linear.js';

export function addEval(program: Command): void {
  const command = program.command('eval').description('measure the quality of a trained model');
  addEvalLinear(command);
  addEvalKnn(command);
  addEvalClassify(command);
}
