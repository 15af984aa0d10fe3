import { describe, expect, test } from 'vitest'
import { addAccount, deviceApi, newAuthenticatorApi } from '../index.ts'
import { openSurface, serverUrl } from '../keeper-world.fixture.ts'

describe('asking the server as a device', () => {
  test('proves each request, with and without a body', async () => {
    const { deps, session, names, server } = await openSurface()
    const api = await deviceApi(deps, await addAccount(deps, session, names))

    await api.account()
    await api.send('PUT', '/push', { approvalKey: 'AAAA' })
    await api.removePasskey('a/b')

    expect(server.asked.slice(-3).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /account',
      'PUT /push',
      'DELETE /passkeys/a%2Fb',
    ])
  })

  test.each([-3600, 3600])('learns the server’s clock when its own is %i seconds off', async (seconds) => {
    const { deps, session, names, server, clock } = await openSurface()
    const api = await deviceApi(deps, await addAccount(deps, session, names))
    clock.pass(seconds)
    const before = server.asked.length

    await api.account()
    await api.account()

    expect(server.asked.length - before).toBe(3)
  })

  test('tries once more, and not for ever', async () => {
    const { deps, session, names, server, serverClock } = await openSurface()
    const kept = await addAccount(deps, session, names)
    const { fetch } = server
    const drifting: typeof deps.fetch = (...request) => {
      serverClock.pass(3600)
      return fetch(...request)
    }
    const api = await deviceApi({ ...deps, fetch: drifting }, kept)

    await expect(api.account()).rejects.toMatchObject({ code: 'device_clock_wrong' })
  })

  test('says by code what is wrong, and that nobody is there', async () => {
    const { deps, session, server } = await openSurface()
    server.refuse = { path: '/account', code: 'fresh_sign_in_needed' }
    const offline = newAuthenticatorApi(
      { ...deps, fetch: () => Promise.reject(new TypeError('offline')) },
      { serverUrl, caller: { by: 'cookie' } },
    )

    await expect(session.account()).rejects.toMatchObject({ code: 'fresh_sign_in_needed', status: 403 })
    await expect(offline.beginPasskey()).rejects.toMatchObject({ code: 'browser_offline', status: 0 })
  })

  test('sends a cookie only to its own origin, and a token only as a bearer', async () => {
    const { deps, session, names } = await openSurface()
    const kept = await addAccount(deps, session, names)
    const sent: RequestInit[] = []
    const fetch: typeof deps.fetch = async (_, init) => {
      sent.push(init ?? {})
      return new Response('{}')
    }
    const as = (caller: Parameters<typeof newAuthenticatorApi>[1]['caller']) =>
      newAuthenticatorApi({ ...deps, fetch }, { serverUrl: `${serverUrl}/some/path`, caller })

    await as({ by: 'cookie' }).beginPasskey()
    await as({ by: 'token', accessToken: 'abc' }).account('d')
    await (await deviceApi({ ...deps, fetch }, kept)).account()

    expect(sent.map(({ credentials }) => credentials)).toEqual(['same-origin', 'omit', 'same-origin'])
    expect(sent.map(({ headers }) => new Headers(headers).get('authorization'))).toEqual([
      null,
      'Bearer abc',
      expect.stringMatching(/^Device /),
    ])
  })
})
