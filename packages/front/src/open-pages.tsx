import { type ComponentType, startTransition, useLayoutEffect, useState } from 'react'
import {
  createPath,
  matchRoutes,
  type Navigator,
  type RouteObject,
  Router,
  type To,
  useRoutes,
} from 'react-router'
import { type LazyRoute, newLazyRoute } from './lazy-route.ts'

/** The pages of a front end, by their addresses. */
export interface Pages {
  /** Load what the address needs that is open now. */
  load(): Promise<void>
  /** Shows the page at the address, and those that links lead to. */
  readonly Shown: ComponentType
}

/**
 * Open the pages of a front end.
 *
 * What a page is made of is loaded before anybody goes there: until then the page before stays, and so does its
 * address. The last one that was asked for wins. Nothing but its address goes with a page: there is no `state`.
 */
export function openPages(routes: readonly RouteObject[], mount: string): Pages {
  const lazy = new Map<RouteObject, LazyRoute>()
  const all = routes.map((route) => toEager(route, lazy))
  let asked = 0
  let listener: (address: string) => void = () => {}

  const load = (pathname: string) => {
    const matches = matchRoutes(all, pathname, mount) ?? []
    const loading = matches.flatMap(({ route }) => lazy.get(route)?.load() ?? [])
    return loading.length === 0 ? undefined : Promise.all(loading)
  }
  const go = async (to: To, write: 'pushState' | 'replaceState' | 'none') => {
    asked += 1
    const mine = asked
    const { href, pathname } = new URL(toHref(to), location.href)
    const loading = load(pathname)
    // Not a moment later than needed: what is typed stands in the address at once.
    if (loading !== undefined) await loading
    if (mine !== asked) return
    if (write !== 'none') history[write](null, '', href)
    listener(readAddress())
  }
  const navigator: Navigator = {
    createHref: toHref,
    go: (steps) => history.go(steps),
    push: (to) => void go(to, 'pushState'),
    replace: (to) => void go(to, 'replaceState'),
  }
  addEventListener('popstate', () => void go(readAddress(), 'none'))

  function Routes() {
    return useRoutes(all)
  }
  return {
    async load() {
      await load(location.pathname)
    },
    Shown() {
      const [address, setAddress] = useState(readAddress)
      useLayoutEffect(() => {
        // What is shown stays until the next is ready to be.
        listener = (next) => startTransition(() => setAddress(next))
      }, [])
      return (
        <Router basename={mount} location={address} navigator={navigator}>
          <Routes />
        </Router>
      )
    },
  }
}

/** A route whose page is known, and shows what was loaded for it. */
function toEager({ lazy, ...route }: RouteObject, all: Map<RouteObject, LazyRoute>): RouteObject {
  const part = typeof lazy === 'function' ? newLazyRoute(lazy) : undefined
  const shows = part && { Component: part.Component }
  const eager: RouteObject = route.index
    ? { ...route, ...shows }
    : {
        ...route,
        ...shows,
        ...(route.children && { children: route.children.map((child) => toEager(child, all)) }),
      }
  if (part !== undefined) all.set(eager, part)
  return eager
}

function toHref(to: To): string {
  return typeof to === 'string' ? to : createPath(to)
}

function readAddress(): string {
  const { pathname, search, hash } = location
  return pathname + search + hash
}
