import type { RouteObject } from 'react-router'

/** The pages about logs. */
export const logsRoutes: readonly RouteObject[] = []
