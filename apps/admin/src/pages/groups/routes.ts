import type { RouteObject } from 'react-router'

/** The pages about groups. */
export const groupsRoutes: readonly RouteObject[] = []
