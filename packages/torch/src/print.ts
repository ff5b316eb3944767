// TEMPORARY until the printer lands.
import type { Tensor } from './tensor.js';
export const formatTensor = (t: Tensor): string =>
  `tensor(${JSON.stringify(t.tolist(), (_, v) => (typeof v === 'bigint' ? String(v) : v))})`;
