import type { RouteObject } from 'react-router'

/** The pages about terms. */
export const termsRoutes: readonly RouteObject[] = []
