import type { RouteObject } from 'react-router'

/** The pages about apps. */
export const appsRoutes: readonly RouteObject[] = []
