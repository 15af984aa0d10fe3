import type { RouteObject } from 'react-router'

/** The pages about locations. */
export const locationsRoutes: readonly RouteObject[] = []
