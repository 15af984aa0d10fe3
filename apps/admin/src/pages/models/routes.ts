import type { RouteObject } from 'react-router'

/** The pages about models. */
export const modelsRoutes: readonly RouteObject[] = []
