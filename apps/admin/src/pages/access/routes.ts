import type { RouteObject } from 'react-router'

/** The pages about access. */
export const accessRoutes: readonly RouteObject[] = []
