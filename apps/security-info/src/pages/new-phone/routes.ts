import type { RouteObject } from 'react-router'

/** The pages about new phone. */
export const newPhoneRoutes: readonly RouteObject[] = []
