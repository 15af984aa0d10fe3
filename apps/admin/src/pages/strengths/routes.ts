import type { RouteObject } from 'react-router'

/** The pages about strengths. */
export const strengthsRoutes: readonly RouteObject[] = []
