/** Reading a step's loss and other numbers without making a GPU wait, and stopping when one is not finite. */
import type { Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { UserError } from '../../errors.js';
import type { StepValues } from '../world.js';

/** A step's value is NaN or infinite: nothing of that step is worth saving. */
export class DivergedError extends UserError {
  /** @param step The one with the value `quantity`, which is not finite. */
  constructor(
    message: string,
    readonly step: number,
    readonly quantity: string,
    /** All values of the step. */
    readonly values: Readonly<Record<string, number>>,
  ) {
    super(message);
  }
}

/** The numbers of one finished step. */
export interface StepNumbers {
  step: number;
  values: Record<string, number>;
}

interface Pending {
  step: number;
  names: string[];
  numbers: Map<string, number>;
  tensors: Tensor | null;
}

/**
 * Takes each step's values and gives their numbers back: on the CPU at once, on another device those of the
 * step before, which are computed by then.
 */
export class StepMetrics {
  private pending: Pending | null = null;

  /** @param lastGood path of the last checkpoint, for the message; null before the first */
  constructor(private readonly lastGood: () => string | null) {}

  /**
   * @returns the numbers that are ready, null when none are yet; disposes of the tensors in `values`
   * @throws DivergedError when one is NaN or infinite
   */
  push(step: number, values: StepValues): StepNumbers | null {
    const before = this.pending;
    const entries = Object.entries(values).filter(([, value]) => value !== null);
    const tensors = entries.flatMap(([name, value]) =>
      value instanceof torch.Tensor ? [{ name, value }] : [],
    );
    const stacked = torch.scope(() =>
      tensors.length > 0 ? torch.stack(tensors.map(({ value }) => value.detach().float().reshape([]))) : null,
    );
    for (const { value } of tensors) value.dispose();
    this.pending = {
      step,
      names: tensors.map(({ name }) => name),
      numbers: new Map(
        entries.flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
      ),
      tensors: stacked?.keep() ?? null,
    };
    if (before) return this.read(before);
    return stacked === null || stacked.device === 'cpu' ? this.flush() : null;
  }

  /** The numbers still on their way. @throws DivergedError as `push` does */
  flush(): StepNumbers | null {
    const { pending } = this;
    this.pending = null;
    return pending && this.read(pending);
  }

  private read({ step, names, numbers, tensors }: Pending): StepNumbers {
    if (tensors) {
      for (const [i, value] of tensors.toTypedArray().entries()) numbers.set(names[i] ?? '', Number(value));
      tensors.dispose();
    }
    for (const [name, value] of numbers)
      if (!Number.isFinite(value)) throw this.notFinite(step, name, numbers);
    return { step, values: Object.fromEntries(numbers) };
  }

  private notFinite(step: number, name: string, numbers: ReadonlyMap<string, number>): DivergedError {
    const checkpoint = this.lastGood();
    return new DivergedError(
      `Training stopped at step ${step}: ${name} is ${numbers.get(name) ?? NaN}. ` +
        (checkpoint ? `The last good checkpoint is ${checkpoint}; ` : 'There is no checkpoint before it; ') +
        'a lower optimizer.lr, optimizer.clipGrad or precision=float32 often helps.',
      step,
      name,
      Object.fromEntries(numbers),
    );
  }
}
