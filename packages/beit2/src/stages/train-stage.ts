/** Any stage's training, by the recipe of its run. */
import type { StageRecipes } from '../config/schema.js';
import type { Run } from '../train/run/run-folder.js';
import { finetune } from './finetune.js';
import { pretrain } from './pretrain.js';
import { trainTokenizer } from './tokenizer.js';

/** Trains a run to its end. @throws UserError as its stage does */
export function trainStage(run: Run): Promise<void> {
  switch (run.recipe.stage) {
    case 'tokenizer':
      return trainTokenizer(run as Run<StageRecipes['tokenizer']>);
    case 'pretrain':
      return pretrain(run as Run<StageRecipes['pretrain']>);
    case 'finetune':
      return finetune(run as Run<StageRecipes['finetune']>);
  }
}
