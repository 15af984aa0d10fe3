import type { RouteObject } from 'react-router'

/** The pages about home. */
export const homeRoutes: readonly RouteObject[] = []
