import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Nothing outside the process: files share one, which spares its start and what they all import.
    isolate: false,
  },
});
