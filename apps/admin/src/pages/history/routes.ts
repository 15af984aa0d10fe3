import type { RouteObject } from 'react-router'

/** The pages about history. */
export const historyRoutes: readonly RouteObject[] = []
