import type { RouteObject } from 'react-router'

/** The pages about activity. */
export const activityRoutes: readonly RouteObject[] = []
