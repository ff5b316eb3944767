/** The largest values in each layer of a model during a step. */
import type { nn } from '@beit2/torch';
import * as torch from '@beit2/torch';

/** Largest magnitudes, NaN where a value is; null where there are none, or the step did not come so far. */
export interface LayerValues {
  name: string;
  /** The layer's class. */
  type: string;
  weights: number | null;
  /** Of the tensors that it was called with. */
  input: number | null;
  output: number | null;
  /** Of its own weights. */
  gradient: number | null;
  /** Name of the operator that made the output, as the graph has it. */
  operator: string | null;
}

/** Watches every forward pass of a model's layers, and the gradients of their weights, until `end`. */
export class LayerWatch {
  /** In the order in which the layers first gave an output. */
  private readonly layers = new Map<string, LayerValues>();
  private readonly handles: { remove: () => void }[] = [];

  constructor(model: nn.Module) {
    const parameters = model.namedParameters();
    for (const [path, module] of model.namedModules()) {
      const own = parameters.filter(([name]) => name.slice(0, Math.max(0, name.lastIndexOf('.'))) === path);
      this.watch(
        path === '' ? 'model' : path,
        module,
        own.map(([, parameter]) => parameter),
      );
    }
  }

  private watch(name: string, module: nn.Module, own: readonly nn.Parameter[]): void {
    const values: LayerValues = {
      name,
      type: module.constructor.name,
      weights: largest(own),
      input: null,
      output: null,
      gradient: null,
      operator: null,
    };
    this.handles.push(
      module.registerForwardHook((_module, args, output) => {
        const tensors = tensorsOf(output);
        values.input = larger(values.input, largest(args.flatMap(tensorsOf)));
        values.output = larger(values.output, largest(tensors));
        values.operator = operatorOf(tensors[0]);
        this.layers.set(name, values);
        return undefined;
      }),
    );
    for (const parameter of own) {
      if (!parameter.requiresGrad) continue;
      this.handles.push(
        parameter.registerHook((gradient) => {
          values.gradient = larger(values.gradient, largest([gradient]));
          return undefined;
        }),
      );
    }
  }

  /** Stops watching. @returns what was seen */
  end(): LayerValues[] {
    for (const handle of this.handles) handle.remove();
    return [...this.layers.values()];
  }
}

/** A kernel of the engine's own is called `torch::autograd::CppNode<beit2::(anonymous namespace)::CpuLinear>`. */
function operatorOf(tensor: torch.Tensor | undefined): string | null {
  return tensor?.gradFn?.replace(/^.*::(\w+)>?$/, '$1') ?? null;
}

/** NaN is above every number. */
function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Number.isNaN(a) || a > b ? a : b;
}

/** The largest magnitude in any of the tensors. */
function largest(tensors: readonly torch.Tensor[]): number | null {
  return tensors.reduce<number | null>((before, tensor) => {
    if (tensor.numel() === 0 || !tensor.isFloatingPoint()) return before;
    const value = torch.scope(() => torch.noGrad(() => tensor.detach().abs().max().float().item()));
    return larger(before, value);
  }, null);
}

/** The tensors in a layer's output: itself, or members of an array or object. */
function tensorsOf(output: unknown): torch.Tensor[] {
  if (output instanceof torch.Tensor) return [output];
  if (typeof output !== 'object' || output === null) return [];
  return Object.values(output).filter((value): value is torch.Tensor => value instanceof torch.Tensor);
}
