import type { RouteObject } from 'react-router'

/** The pages about add. */
export const addRoutes: readonly RouteObject[] = []
