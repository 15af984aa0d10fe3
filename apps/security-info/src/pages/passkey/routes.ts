import type { RouteObject } from 'react-router'

/** The pages about passkey. */
export const passkeyRoutes: readonly RouteObject[] = []
