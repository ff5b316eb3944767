// One rank of ranks.slow.test.ts: trains a saved recipe in a folder, or goes on with it.
// Arguments: recipe file, folder of the run, step to stop after (0: none).
import { existsSync, readFileSync } from 'node:fs';

import { parseRecipe } from '#beit2/config/recipe.js';
import { finetune } from '#beit2/stages/finetune.js';
import { pretrain } from '#beit2/stages/pretrain.js';
import { trainTokenizer } from '#beit2/stages/tokenizer.js';
import { placeOf } from '#beit2/train/launcher.js';
import { Interrupted } from '#beit2/train/run/interrupt.js';
import { Run } from '#beit2/train/run/run-folder.js';
import { World } from '#beit2/train/world.js';

const [file, folder, stopAfter] = process.argv.slice(2);
const world = await World.join(placeOf(process.env));
const recipe = parseRecipe(readFileSync(file, 'utf8'), file);
const resume = existsSync(`${folder}/latest`);
await world.barrier(); // or rank 0 would make the folder while another looks for it
const run = new Run(recipe, { folder, resume, goOn: 'again', progress: 'quiet', world });
const endStep = run.endStep.bind(run);
run.endStep = (position, ...rest) => {
  if (position.step === Number(stopAfter) && world.isMain) process.emit('SIGTERM', 'SIGTERM');
  return endStep(position, ...rest);
};
const stages = { tokenizer: trainTokenizer, pretrain, finetune };
try {
  await stages[recipe.stage](run);
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
}
await world.barrier();
world.close();
