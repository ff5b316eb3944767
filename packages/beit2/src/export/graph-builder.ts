/** Collects the nodes and weights of an ONNX graph. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { fromTorch } from '../formats/tensors.js';
import type { LazyTensor } from '../formats/raw-tensor.js';
import type { OnnxAttribute, OnnxNode } from './onnx-file.js';

/** Type of the matrix products in a graph. */
export type GraphPrecision = 'float32' | 'float16';

/** Values of the graph go by the name of the node that makes them. */
export class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly weights = new Map<string, LazyTensor>();

  /** @param precision Of matrix products and their weights; everything else is float32. */
  constructor(readonly precision: GraphPrecision) {}

  /** Adds a node. @returns its output's name, which is its own */
  add(
    op: string,
    name: string,
    inputs: readonly string[],
    attributes: Record<string, OnnxAttribute> = {},
  ): string {
    this.nodes.push({ op, name, inputs, outputs: [name], attributes });
    return name;
  }

  /**
   * Adds a weight, once a name. It is read when the graph is written, so the tensor must live until then.
   * @returns its name
   */
  weight(name: string, tensor: Tensor, dtype: 'float32' | 'float16' | 'int64' = 'float32'): string {
    if (!this.weights.has(name)) {
      const read = () => torch.scope(() => fromTorch(tensor.to({ dtype, device: 'cpu' })));
      this.weights.set(name, { dtype, shape: [...tensor.shape], read });
    }
    return name;
  }

  /** Integers, such as a shape, that the whole graph shares. @returns their name */
  integers(values: readonly number[]): string {
    const name = `[${values.join(', ')}]`;
    const data = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.weights.set(name, {
      dtype: 'int64',
      shape: [values.length],
      read: () => ({ dtype: 'int64', shape: [values.length], data }),
    });
    return name;
  }

  /** The value in the type of matrix products. */
  toCompute(value: string): string {
    return this.precision === 'float32' ? value : this.add('Cast', `${value}/half`, [value], { to: 10 });
  }

  /** A value in the type of matrix products, as float32. */
  toFloat(value: string): string {
    return this.precision === 'float32' ? value : this.add('Cast', `${value}/float`, [value], { to: 1 });
  }

  /**
   * `x · Wᵀ + b` of rows `[n, in]` in the type of matrix products, for a Linear's weight `[out, in]`: one Gemm, which
   * begins its sums with the bias rather than adding it in a pass of its own.
   */
  linear(name: string, x: string, weight: Tensor, bias: Tensor | null): string {
    const { precision } = this;
    const inputs = [x, this.weight(`${name}.weight`, weight.t(), precision)];
    if (bias) inputs.push(this.weight(`${name}.bias`, bias, precision));
    return this.add('Gemm', name, inputs);
  }
}
