/** The process group that most programs have one of. */
import { ProcessGroup, type ProcessGroupOptions } from './process-group.js';

let current: ProcessGroup | undefined;

/**
 * Joins this process to the others, by default as the variables RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT say.
 * Resolves when all ranks are there.
 * @throws Error that names the ranks that did not come within `timeoutMs`, or what is wrong with the options.
 */
export async function initProcessGroup(options: ProcessGroupOptions = {}): Promise<ProcessGroup> {
  if (current) throw new Error('initProcessGroup() was called before: call destroyProcessGroup() first');
  current = await ProcessGroup.join(options);
  return current;
}

/** The group that initProcessGroup() joined. @throws Error where it was not called. */
export function getProcessGroup(): ProcessGroup {
  if (!current) throw new Error('there is no process group: call initProcessGroup() first');
  return current;
}

/** Whether initProcessGroup() has joined a group. */
export function isInitialized(): boolean {
  return current !== undefined;
}

/** This process among the ranks; 0 without a process group. */
export function getRank(): number {
  return current?.rank ?? 0;
}

/** Number of ranks; 1 without a process group. */
export function getWorldSize(): number {
  return current?.size ?? 1;
}

/** Leaves the group that initProcessGroup() joined, if any. At the end of a process it is not needed. */
export function destroyProcessGroup(): void {
  current?.destroy();
  current = undefined;
}
