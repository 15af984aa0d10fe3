import type { RouteObject } from 'react-router'

/** The pages about sessions. */
export const sessionsRoutes: readonly RouteObject[] = []
