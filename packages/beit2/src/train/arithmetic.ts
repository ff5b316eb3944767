/**
 * What decides the last bits of a run beside its recipe: the precision that `auto` became, the libraries of matrix products, and
 * what sums are divided among. A checkpoint keeps them: a resumed run goes on with the first two, and says where the last is another.
 */
import * as torch from '@beit2/torch';
import { fastPrecision, Precision, type PrecisionName } from './precision.js';
import type { World } from './world.js';

export interface Arithmetic {
  precision: PrecisionName;
  products: torch.ProductChoice;
  /** Checkpoints of older versions lack it. */
  division?: Division;
}

/** What sums are divided among, on which their rounding depends. */
interface Division {
  device: string;
  /** Of each process. */
  threads: number;
  processes: number;
}

/** What this machine is fastest with. @param precision A recipe's `precision`. */
export function machineArithmetic(precision: PrecisionName | 'auto', device: torch.Device): Arithmetic {
  const products = torch.fastestProducts(torch.measurement());
  return { precision: precision === 'auto' ? fastPrecision(device) : precision, products };
}

/**
 * Has this process compute as `arithmetic` says.
 * @param saved of the checkpoint that is resumed
 * @returns a sentence where results differ in their last bits, as this machine lacks one of its libraries, or sums are divided
 * otherwise than they were; else null
 */
export function useArithmetic(
  { products, division }: Arithmetic,
  saved: Arithmetic | null = null,
): string | null {
  try {
    torch.chooseProducts(products);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Resuming with different libraries, so results differ in the last bits (${why}).`;
  }
  const [before, now] = [saved?.division, division].map((one) => one && describeDivision(one));
  if (before === undefined || now === undefined || before === now) return null;
  return `Resuming on ${now}; before it was ${before}: sums are rounded otherwise, so results differ in their last bits.`;
}

function describeDivision({ device, threads, processes }: Division): string {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  const each = `${count(processes, 'process', 'processes')} on ${device}`;
  return device.startsWith('cpu') ? `${each} with ${count(threads, 'thread', 'threads')}` : each;
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
    division: {
      device: device.split(':')[0] ?? device,
      threads: torch.getNumThreads(),
      processes: world.size,
    },
  };
  // Ranks on unlike machines train in what all of them are good at.
  const anyFloat32 = world.max(own.precision === 'float32' ? 1 : 0) === 1;
  return anyFloat32 ? { ...own, precision: 'float32' } : own;
}
