import type { RouteObject } from 'react-router'

/** The pages about people. */
export const peopleRoutes: readonly RouteObject[] = []
