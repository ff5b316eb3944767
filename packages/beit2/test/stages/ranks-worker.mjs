// One rank of ranks.slow.test.ts: trains a saved recipe in a folder. Arguments: recipe file, folder of the run.
import { readFileSync } from 'node:fs';

import * as torch from '@beit2/torch';

import { parseRecipe } from '#beit2/config/recipe.js';
import { finetune } from '#beit2/stages/finetune.js';
import { pretrain } from '#beit2/stages/pretrain.js';
import { trainTokenizer } from '#beit2/stages/tokenizer.js';
import { Run } from '#beit2/train/run-folder.js';

const [file, folder] = process.argv.slice(2);
const group = Number(process.env.WORLD_SIZE) > 1 ? await torch.distributed.initProcessGroup() : null;
const recipe = parseRecipe(readFileSync(file, 'utf8'), file);
const run = new Run(recipe, { folder, resume: false, goOn: 'again', progress: 'quiet', group });
const stages = { tokenizer: trainTokenizer, pretrain, finetune };
await stages[recipe.stage](run);
await group?.barrier();
group?.destroy();
