import type { RouteObject } from 'react-router'

/** The pages about requests. */
export const requestsRoutes: readonly RouteObject[] = []
