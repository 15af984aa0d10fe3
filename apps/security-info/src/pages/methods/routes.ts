import type { RouteObject } from 'react-router'

/** The pages about methods. */
export const methodsRoutes: readonly RouteObject[] = []
