import type { RouteObject } from 'react-router'

/** The pages about branding. */
export const brandingRoutes: readonly RouteObject[] = []
