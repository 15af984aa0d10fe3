import type { RouteObject } from 'react-router'

/** The pages about break glass. */
export const breakGlassRoutes: readonly RouteObject[] = []
