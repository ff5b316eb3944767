/**
 * What decides the last bits of a run beside its recipe: the precision that `auto` became, and the libraries of matrix products.
 * A checkpoint keeps both, so that a run goes on as it began, on another machine too.
 */
import * as torch from '@beit2/torch';
import { fastPrecision, Precision, type PrecisionName } from './precision.js';
import type { World } from './world.js';

export interface Arithmetic {
  precision: PrecisionName;
  products: torch.ProductChoice;
}

/** What this machine is fastest with. @param precision A recipe's `precision`. */
export function machineArithmetic(precision: PrecisionName | 'auto', device: torch.Device): Arithmetic {
  const products = torch.fastestProducts(torch.measurement());
  return { precision: precision === 'auto' ? fastPrecision(device) : precision, products };
}

/**
 * Has this process compute as `arithmetic` says.
 * @returns a sentence where this machine lacks one of its libraries, so that results differ in their last bits; else null
 */
export function useArithmetic({ products }: Arithmetic): string | null {
  try {
    torch.chooseProducts(products);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Resuming with different libraries than before, so results differ in their last bits (${why}).`;
  }
}

/** For a trained model: computes as its run would on this machine. float16 needs CUDA and is float32 elsewhere. */
export function evaluationPrecision(setting: PrecisionName | 'auto', device: torch.Device): Precision {
  const arithmetic = machineArithmetic(setting, device);
  useArithmetic(arithmetic);
  const isHalf = arithmetic.precision === 'float16' && !device.startsWith('cuda');
  return new Precision(isHalf ? 'float32' : arithmetic.precision, device);
}

/**
 * How all ranks compute.
 * @param saved of the checkpoint that is resumed
 * @param setting of the recipe, which stands above both
 */
export function agreedArithmetic(
  saved: Arithmetic | null,
  setting: PrecisionName | 'auto',
  device: torch.Device,
  world: World,
): Arithmetic {
  const own = {
    ...(saved ?? machineArithmetic(setting, device)),
    ...(setting !== 'auto' && { precision: setting }),
  };
  // Ranks on unlike machines train in what all of them are good at.
  const anyFloat32 = world.max(own.precision === 'float32' ? 1 : 0) === 1;
  return anyFloat32 ? { ...own, precision: 'float32' } : own;
}
