import type { RouteObject } from 'react-router'

/** The pages about devices. */
export const devicesRoutes: readonly RouteObject[] = []
