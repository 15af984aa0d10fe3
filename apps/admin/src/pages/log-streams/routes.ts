import type { RouteObject } from 'react-router'

/** The pages about log streams. */
export const logStreamsRoutes: readonly RouteObject[] = []
