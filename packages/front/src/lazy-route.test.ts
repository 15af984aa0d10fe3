import { Outlet } from 'react-router'
import { describe, expect, test, vi } from 'vitest'
import { newLazyRoute } from './lazy-route.ts'

const Page = () => null

describe('loading what a route shows', () => {
  test('happens once, whoever asks while it comes', async () => {
    const lazy = vi.fn(async () => ({ Component: Page }))
    const route = newLazyRoute(lazy)

    await Promise.all([route.load(), route.load()])

    expect(lazy).toHaveBeenCalledOnce()
    expect(route.load()).toBeUndefined()
    expect(route.Component({})).toMatchObject({ type: Page })
  })

  test('shows the routes within, if all that was loaded are words', async () => {
    const route = newLazyRoute(async () => ({}))

    await route.load()

    expect(route.Component({})).toMatchObject({ type: Outlet })
  })

  test('says in the place of the page what went wrong, and tries again for the next who comes', async () => {
    const lazy = vi.fn(async () => ({ Component: Page }))
    lazy.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    const route = newLazyRoute(lazy)

    await route.load()
    expect(() => route.Component({})).toThrow('dynamically imported module')

    await route.load()
    expect(route.Component({})).toMatchObject({ type: Page })
  })
})
