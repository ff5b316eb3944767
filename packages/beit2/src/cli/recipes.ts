import type { Command } from 'commander';

export function addRecipes(program: Command): void {
  program
    .command('recipes')
    .description('list the recipes that come with beit2, or print one with all its values')
    .argument('[recipe]', 'name of a recipe, or path of a .yaml file')
    .argument('[overrides...]', 'key=value')
    .addHelpText('after', '\nExamples:\n  beit2 recipes\n  beit2 recipes cifar10-pretrain optimizer.lr=1e-3')
    .action(async (name: string | undefined, overrides: string[]) => {
      const { builtInRecipes, loadRecipe, recipeHeader, recipeToYaml } = await import('../config/recipe.js');
      if (name !== undefined) {
        process.stdout.write(recipeToYaml(loadRecipe(name, overrides)));
        return;
      }
      const names = builtInRecipes();
      const width = Math.max(...names.map(({ length }) => length));
      for (const recipe of names) {
        const text = recipeHeader(recipe).replace(/\s+/g, ' ');
        const [sentence] = text.split(/(?<=\.) /, 1);
        process.stdout.write(`${recipe.padEnd(width)}  ${sentence ?? ''}\n`);
      }
    });
}
