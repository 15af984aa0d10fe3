import { LRUCache } from 'lru-cache'

declare module 'fastify' {
  interface FastifyInstance {
    readonly recentProblems: RecentProblems
  }
}

/** What was answered lately, by the correlation id that the answer carried: the code alone. */
export interface RecentProblems {
  note(correlationId: string, code: string): void
  find(correlationId: string): string | undefined
}

/** So many are remembered by this node; what a sign-in met stands in the log, too. */
const most = 5000

/** Remember nothing yet. */
export function recentProblems(): RecentProblems {
  const codes = new LRUCache<string, string>({ max: most })
  return {
    note: (correlationId, code) => {
      codes.set(correlationId, code)
    },
    find: (correlationId) => codes.get(correlationId),
  }
}
