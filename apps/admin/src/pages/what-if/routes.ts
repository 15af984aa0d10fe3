import type { RouteObject } from 'react-router'

/** The pages about what if. */
export const whatIfRoutes: readonly RouteObject[] = []
