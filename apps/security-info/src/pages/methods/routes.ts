import type { RouteObject } from 'react-router'
import { MethodsPage } from './methods-page.tsx'

/** The first page: the ways a person has to sign in. Nearly everybody begins at it, so it comes with the frame. */
export const methodsRoutes: readonly RouteObject[] = [{ index: true, Component: MethodsPage }]
