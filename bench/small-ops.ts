/** Time of one small operator called in a loop: nanoseconds a call, as one line of JSON. */
import * as torch from '@beit2/torch';

torch.setNumThreads(1);
const calls = Number(process.argv[2] ?? 200_000);
const one = torch.ones([1]);
const square = torch.zeros([16, 16]);
const rows = torch.zeros([8, 16]);
const operators: Record<string, () => unknown> = {
  add: () => torch.add(one, one),
  addmm: () => torch.addmm(square, square, square),
  layerNorm: () => torch.layerNorm(rows, [16]),
};

// Results are freed by scopes of a hundred calls, as a model's are by the scope of its step; CPython frees each at once.
function repeat(operator: () => unknown, count: number): void {
  for (let done = 0; done < count; done += 100) {
    torch.scope(() => {
      for (let i = 0; i < 100; i++) operator();
    });
  }
}

function timeOf(operator: () => unknown): number {
  repeat(operator, calls / 10);
  const start = process.hrtime.bigint();
  repeat(operator, calls);
  return Number(process.hrtime.bigint() - start) / calls;
}

console.log(
  JSON.stringify(Object.fromEntries(Object.entries(operators).map(([name, run]) => [name, timeOf(run)]))),
);
