import type { Command } from 'commander';
import { addTokenizerEncode } from './tokenizer-encode.js';
import { addTokenizerEval } from './tokenizer-eval.js';
import { addTokenizerGallery } from './tokenizer-gallery.js';
import { addTokenizerTrain } from './tokenizer-train.js';

export function addTokenizer(program: Command): void {
  const command = program.command('tokenizer').description('train, evaluate and inspect tokenizers');
  addTokenizerTrain(command);
  addTokenizerEval(command);
  addTokenizerEncode(command);
  addTokenizerGallery(command);
}
