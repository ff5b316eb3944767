/** One warning, with the way out, where a synchronous loop makes tensors that nothing can free. */
import * as torch from '#torch/index.js';
import { afterEach, expect, it, vi } from 'vitest';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
afterEach(() => warn.mockClear());

/** 1.2 GB in 1,200 tensors; empty() takes the addresses, not the memory. */
function loop(body: () => unknown): void {
  for (let i = 0; i < 1200; i++) body();
}
const large = (): torch.Tensor => torch.empty([2 ** 18]);

it('says nothing of loops in scopes, disposed tensors, or loops that let the event loop turn', async () => {
  loop(() => torch.scope(() => void large()));
  loop(() => {
    large().dispose();
  });
  for (let i = 0; i < 12; i++) {
    const kept = Array.from({ length: 100 }, large);
    await new Promise((resolve) => setImmediate(resolve));
    for (const tensor of kept) tensor.dispose();
  }
  expect(warn).not.toHaveBeenCalled();
});

it('warns once of a loop without a scope, and names torch.scope()', () => {
  const kept: torch.Tensor[] = [];
  loop(() => kept.push(large()));
  loop(() => kept.push(large()));
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.lastCall?.[0]).toMatch(
    /^torch: \d+ tensors \([\d.]+ GB\) were made in one synchronous run .* torch\.scope\(\(\) => \.\.\.\)/,
  );
  for (const tensor of kept) tensor.dispose();
});

it('names torch.scope() in the Error that comes when memory has run out', () => {
  expect(() => torch.zeros([2 ** 42])).toThrow(/^out of memory: .* torch\.scope\(\)/);
});
