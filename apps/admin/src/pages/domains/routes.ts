import type { RouteObject } from 'react-router'

/** The pages about domains. */
export const domainsRoutes: readonly RouteObject[] = []
