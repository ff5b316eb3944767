import { defineConfig } from 'vitest/config';

// Tests import the built packages (`#torch/...`, `#beit2/...`), so that what is tested is what ships.
const shared = {
  pool: 'forks' as const,
  environment: 'node',
  hookTimeout: 600_000, // for hangs alone: a busy machine is slow, not wrong
  env: {
    OMP_WAIT_POLICY: 'PASSIVE', // test files run side by side on the same cores
    BEIT2_PREBUILT: '0', // the addon of these sources, whatever was packed
  },
};
const slow = 'packages/*/test/**/*.slow.test.ts';
const golden = 'packages/*/test/golden/**/*.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          include: ['packages/*/test/**/*.test.ts'],
          exclude: [slow],
          testTimeout: 300_000,
        },
      },
      { test: { ...shared, name: 'slow', include: [slow], testTimeout: 1_800_000 } },
      { test: { ...shared, name: 'golden', include: [golden], testTimeout: 600_000 } },
    ],
  },
});
