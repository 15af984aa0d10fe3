import type { RouteObject } from 'react-router'

/** The pages about codes. */
export const codesRoutes: readonly RouteObject[] = []
