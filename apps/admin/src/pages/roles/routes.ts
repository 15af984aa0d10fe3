import type { RouteObject } from 'react-router'

/** The pages about roles. */
export const rolesRoutes: readonly RouteObject[] = []
