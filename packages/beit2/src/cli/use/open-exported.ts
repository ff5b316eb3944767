import { UserError } from '../../errors.js';
import type { ExportedModel } from '../../onnx/exported-model.js';
import type { ModelFlags } from '../options/model-options.js';

/**
 * Opens an exported model for a command. Its graph is fixed, and it runs on the CPU.
 * @throws UserError for flags that would have no effect
 */
export async function openExported(
  path: string,
  { device, ...flags }: ModelFlags & { device: string },
): Promise<ExportedModel> {
  const { entry, heads, eps, activation, mean, std } = flags;
  const useless = Object.entries({ entry, heads, eps, activation, mean, std }).find(
    ([, value]) => value !== undefined,
  );
  if (useless) {
    throw new UserError(
      `--${useless[0]} has no effect on ${path}, which says itself how it computes: leave it out, or name the model that was exported.`,
    );
  }
  if (device !== 'auto' && device !== 'cpu') {
    throw new UserError(
      `${path} runs on the CPU, not on ${device}: leave --device out, or name the model that was exported.`,
    );
  }
  const { load } = await import('../../onnx/node/load.js');
  return load(path);
}
