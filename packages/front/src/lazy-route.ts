import { type ComponentType, createElement, type FunctionComponent } from 'react'
import { Outlet, type RouteObject } from 'react-router'

/** What is loaded for a route when somebody goes there. */
export interface LazyRoute {
  /** @returns `undefined` once it is here. What does not come is thrown where the page would be shown. */
  load(): Promise<void> | undefined
  /** Shows what was loaded; only its routes within, if that was all there was to it. */
  readonly Component: FunctionComponent
}

type Load = Extract<RouteObject['lazy'], () => unknown>

/** Make what is loaded for a route. */
export function newLazyRoute(lazy: Load): LazyRoute {
  let Loaded: ComponentType | undefined
  let problem: unknown
  let loading: Promise<void> | undefined
  const load = async () => {
    try {
      Loaded = (await lazy()).Component ?? Outlet
      problem = undefined
    } catch (cause) {
      // Whoever comes again tries again.
      problem = cause
      loading = undefined
    }
  }
  return {
    load() {
      if (Loaded !== undefined) return undefined
      loading ??= load()
      return loading
    },
    Component: function Part() {
      if (Loaded === undefined) throw problem
      return createElement(Loaded)
    },
  }
}
