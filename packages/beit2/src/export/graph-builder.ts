/** Collects the nodes and weights of an ONNX graph. */
import * as torch from '@beit2/torch';
import { type Tensor, toRaw } from '@beit2/torch';
import type { LazyTensor } from '@beit2/torch/safetensors';
import type { OnnxAttribute, OnnxNode, OnnxType } from './onnx-file.js';

/**
 * Type of the matrix products in a graph. int8: of the blocks' linear layers alone, whose weights are rounded when the graph is
 * built, their inputs when it runs; all else is float32.
 */
export type GraphPrecision = 'float32' | 'float16' | 'int8';

/**
 * Largest magnitude of a rounded weight. With 7 bits, two products with 8-bit inputs fit into 16 bits, in which processors without VNNI
 * add them up.
 */
const largestWeight = 63;

/** Values of the graph go by the name of the node that makes them. */
export class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly weights = new Map<string, LazyTensor>();

  /** Of the weights of products that are not rounded to integers. */
  readonly dtype: 'float32' | 'float16';

  /** @param precision Of matrix products and their weights; everything else is float32. */
  constructor(readonly precision: GraphPrecision) {
    this.dtype = precision === 'float16' ? 'float16' : 'float32';
  }

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
  weight(name: string, tensor: Tensor, dtype: OnnxType = 'float32'): string {
    if (!this.weights.has(name)) {
      const read = () => torch.scope(() => toRaw(tensor.to({ dtype, device: 'cpu' })));
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
    return this.dtype === 'float32' ? value : this.add('Cast', `${value}/half`, [value], { to: 10 });
  }

  /** A value in the type of matrix products, as float32. */
  toFloat(value: string): string {
    return this.dtype === 'float32' ? value : this.add('Cast', `${value}/float`, [value], { to: 1 });
  }

  /**
   * `x · Wᵀ + b` of rows `[n, in]` in the type of matrix products, for a Linear's weight `[out, in]`: one Gemm, which
   * begins its sums with the bias rather than adding it in a pass of its own.
   */
  linear(name: string, x: string, weight: Tensor, bias: Tensor | null): string {
    const { dtype } = this;
    const inputs = [x, this.weight(`${name}.weight`, weight.t(), dtype)];
    if (bias) inputs.push(this.weight(`${name}.bias`, bias, dtype));
    return this.add('Gemm', name, inputs);
  }

  /**
   * As `linear`, for the many layers of a transformer's blocks: in int8 where the precision says so, with one scale for each output of
   * the weight and one for all of the input.
   */
  blockLinear(name: string, x: string, weight: Tensor, bias: Tensor | null): string {
    if (this.precision !== 'int8') return this.linear(name, x, weight, bias);
    const scales = weight.abs().amax(1).div(largestWeight).clampMin(1e-12); // [out]
    const codes = weight.div(scales.unsqueeze(1)).round().t();
    const { rounded, scale, zero } = this.rounded(x);
    const product = this.add('MatMulInteger', `${name}/MatMulInteger`, [
      rounded,
      this.weight(`${name}.weight`, codes, 'int8'),
      zero,
    ]);
    const sums = this.add('Cast', `${name}/Cast`, [product], { to: 1 });
    const unit = this.add('Mul', `${name}/scale`, [scale, this.weight(`${name}.weight_scale`, scales)]);
    if (!bias) return this.add('Mul', name, [sums, unit]);
    const scaled = this.add('Mul', `${name}/Mul`, [sums, unit]);
    return this.add('Add', name, [scaled, this.weight(`${name}.bias`, bias)]);
  }

  /** A float32 value as 8-bit integers, rounded once for all that take it. */
  private rounded(x: string): { rounded: string; scale: string; zero: string } {
    const names = { rounded: `${x}/rounded`, scale: `${x}/rounded_scale`, zero: `${x}/rounded_zero` };
    if (!this.nodes.some(({ name }) => name === names.rounded)) {
      const outputs = [names.rounded, names.scale, names.zero];
      const node = { op: 'DynamicQuantizeLinear', name: names.rounded, inputs: [x], outputs, attributes: {} };
      this.nodes.push(node);
    }
    return names;
  }
}
