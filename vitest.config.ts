import { defineConfig } from 'vitest/config'

/**
 * Two projects: `unit` is what `npm run check` runs and takes seconds; `whole` needs PostgreSQL and Chromium and
 * belongs to `npm test`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps}/*/src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.whole.test.ts', '**/node_modules/**'],
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'whole',
          include: [
            'e2e/**/*.test.ts',
            '{packages,apps}/*/src/**/*.whole.test.ts',
            'bench/**/*.whole.test.ts',
          ],
          exclude: ['**/node_modules/**'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
