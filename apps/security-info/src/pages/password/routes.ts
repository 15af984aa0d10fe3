import type { RouteObject } from 'react-router'

/** The pages about password. */
export const passwordRoutes: readonly RouteObject[] = []
