import type { Command } from 'commander';

export function addRecipes(program: Command): void {
  program
    .command('recipes')
    .description('list the built-in recipes, or print one with every value explained')
    .argument('[recipe]', 'name of a recipe, or a .yaml file')
    .argument('[overrides...]', 'key=value')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  beit2 recipes\n  beit2 recipes cifar10-pretrain optimizer.lr=1e-3')
    .action(async (name: string | undefined, overrides: string[], { json }: { json?: boolean }) => {
      const { builtInRecipes, recipeHeader } = await import('../../config/built-in.js');
      const { explainRecipe } = await import('../../config/explain-recipe.js');
      const { loadRecipe } = await import('../../config/recipe.js');
      if (name !== undefined) {
        const recipe = loadRecipe(name, overrides);
        const header = recipeHeader(name).replace(/^(?!$)/gm, '# ');
        process.stdout.write(
          json ? JSON.stringify(recipe, null, 2) + '\n' : `${header}\n\n${explainRecipe(recipe)}`,
        );
        return;
      }
      const listed = builtInRecipes().map((recipe) => {
        const [description = ''] = recipeHeader(recipe)
          .replace(/\s+/g, ' ')
          .split(/(?<=\.) /, 1);
        return { name: recipe, description };
      });
      const width = Math.max(...listed.map((recipe) => recipe.name.length));
      const lines = listed.map((recipe) => `${recipe.name.padEnd(width)}  ${recipe.description}\n`);
      process.stdout.write(json ? JSON.stringify(listed, null, 2) + '\n' : lines.join(''));
    });
}
