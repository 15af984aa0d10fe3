import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type OutboxMessage, signingKeys } from '@latchkey/identity'
import { addApp, createTenant } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { sendLogout } from './send-logout.ts'

const by = { actor: { kind: 'operator' as const } }

describe('telling an app that a session ended', () => {
  let world: TestWorld
  let app: Server
  let heard: URLSearchParams[]
  let answer: number
  let message: OutboxMessage
  let tenantId: string
  let clientId: string

  beforeEach(async () => {
    world = await openTestWorld()
    heard = []
    answer = 200
    app = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      heard.push(new URLSearchParams(body))
      response.writeHead(answer, { location: '/elsewhere' }).end()
    }).listen(0, 'localhost')
    await once(app, 'listening')
    const address = app.address()
    const port = typeof address === 'object' ? address?.port : 0
    tenantId = (await createTenant(world.deps, { displayName: 'Juniper', domain: 'juniper.example', ...by }))
      .tenantId
    const added = await addApp(world.deps, {
      tenantId,
      displayName: 'Expenses',
      kind: 'web',
      redirectUris: ['http://localhost:1/cb'],
      backchannelLogoutUri: `http://localhost:${port}/logout`,
      ...by,
    })
    clientId = added.app.clientId
    const payload = JSON.stringify({ clientId, userId: 'u1', sessionId: 's1' })
    const at = world.clock.at
    message = {
      messageId: 'm',
      tenantId,
      kind: 'backchannelLogout',
      payload,
      createdAt: at,
      notBefore: at,
      attempts: 1,
    }
  })

  afterEach(async () => {
    app.close()
    await world.close()
  })

  test('sends a token that names the session, signed with a published key', async () => {
    await sendLogout(world.deps, message)

    const [header = '', claims = ''] = heard[0]?.get('logout_token')?.split('.') ?? []
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    const published = (await signingKeys(world.deps, tenantId)).published
    expect(read(claims)).toMatchObject({ sub: 'u1', sid: 's1', aud: clientId })
    expect(published.map((key) => ('kid' in key ? key.kid : ''))).toContain(read(header).kid)
  })

  test.each([500, 400, 302])('is not content with %i', async (status) => {
    answer = status

    await expect(sendLogout(world.deps, message)).rejects.toThrow()
  })

  test('leaves an app in peace that is gone', async () => {
    await world.deps.stores.apps.remove(tenantId, clientId)
    await sendLogout(world.deps, message)

    expect(heard).toEqual([])
  })
})
