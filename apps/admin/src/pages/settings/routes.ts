import type { RouteObject } from 'react-router'

/** The pages about settings. */
export const settingsRoutes: readonly RouteObject[] = []
