import type { RouteObject } from 'react-router'

/** Whose turn it is when, and each wave's rehearsal. */
export const rolloutWavesRoutes: readonly RouteObject[] = [
  {
    path: 'rollout/waves',
    lazy: async () => ({ Component: (await import('./waves-page.tsx')).WavesPage }),
  },
  {
    path: 'rollout/waves/:waveId',
    lazy: async () => ({ Component: (await import('./wave-page.tsx')).WavePage }),
  },
]
