import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What measures how long something takes, and would measure its neighbours too. */
const measuring = ['bench/**/*.whole.test.ts', 'e2e/slow-phone.test.ts', 'e2e/many-people.test.ts']

/** A process of its own, a server and a browser have seldom something to do at the same time. */
const maxWorkers = Math.min(availableParallelism(), 8)

/** For what starts servers and browsers. */
const patient = {
  pool: 'forks',
  testTimeout: 240_000,
  // A server that starts may build its pages first.
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
} as const

/**
 * Three projects, one after the other: `unit` is what `npm run check` runs and takes a minute; `whole` needs PostgreSQL
 * and Chromium and belongs to `npm test`; so does `measured`, whose files run one at a time.
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
          // To read the rooms anew for each file takes longer than to run it: nothing is kept in them that one test could
          // leave to another.
          isolate: false,
          restoreMocks: true,
          unstubGlobals: true,
          // Seldom more than one second, but on a busy machine everything takes longer.
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'whole',
          include: ['e2e/**/*.test.ts', '{packages,apps}/*/src/**/*.whole.test.ts'],
          exclude: [...measuring, '**/node_modules/**'],
          ...patient,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'measured',
          include: measuring,
          exclude: ['**/node_modules/**'],
          ...patient,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
