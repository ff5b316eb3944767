// TEMPORARY until process groups land.
import type { Tensor } from '../tensor.js';
export interface ProcessGroup { readonly rank: number; readonly size: number; allReduceSync(t: Tensor, o?: { op?: string }): void; broadcastSync(t: Tensor, src: number): void; allGatherSync(t: Tensor): Tensor[]; barrierSync(): void }
