/**
 * What decides the last bits of a run beside its recipe: the precision that `auto` became, and the libraries of matrix products.
 * A checkpoint keeps both, so that a run goes on as it began, on another machine too.
 */
import * as torch from '@beit2/torch';
import { fastPrecision, type PrecisionName } from './precision.js';

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
    return `Going on with other libraries than before, so that results differ in their last bits (${why}).`;
  }
}
