import { randomBytes } from 'node:crypto'
import { endSessionsOfPerson } from '@latchkey/identity'
import { createTenant, rotateSigningKeys } from '@latchkey/identity/administer'
import { type TemporaryPostgres, temporaryPostgres } from '@latchkey/store/testing'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Instance, inDirectory } from './world/directory.ts'
import { type Mailbox, openMailbox } from './world/mailbox.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { type RunningServer, startServer } from './world/server.ts'
import {
  beginWithPasskey,
  continueAt,
  cookiesOf,
  finishWithPasskey,
  visitSignIn,
  withCookie,
} from './world/visit.ts'
import { domain } from './world/world.ts'

let postgres: TemporaryPostgres
let instance: Instance
let mailbox: Mailbox
let one: RunningServer
let other: RunningServer
/** Where the other one really listens: people reach both by one address. */
let otherDoor: URL
let tenantId: string
let wanda: PasskeyHolder

beforeAll(async () => {
  postgres = await temporaryPostgres()
  instance = {
    url: new URL(`http://localhost:${await findFreePorts()}`),
    database: await postgres.createDatabase(),
    masterKey: new Uint8Array(randomBytes(32)),
  }
  await inDirectory(instance, async (deps) => {
    const actor = { kind: 'operator' } as const
    const tenant = await createTenant(deps, { displayName: 'Juniper Works', domain, actor })
    tenantId = tenant.tenantId
    wanda = await addPasskeyHolder(deps, tenant, 'wanda')
  })
  mailbox = await openMailbox()
  otherDoor = new URL(`http://localhost:${await findFreePorts()}`)
  const environment = { LATCHKEY_SMTP_URL: mailbox.url }
  one = await startServer(instance, environment)
  other = await startServer(instance, { ...environment, PORT: otherDoor.port })
})

afterAll(async () => {
  await Promise.all([one?.program.stop(), other?.program.stop()])
  await mailbox?.close()
  await postgres?.stop()
})

describe('two servers on one PostgreSQL', () => {
  test('let a person begin at one and finish at the other', async () => {
    const visit = await visitSignIn(instance.url)
    const challenge = await beginWithPasskey(visit)

    const answer = await finishWithPasskey(await continueAt(otherDoor, visit), wanda.passkey, challenge)

    expect(answer.status).toBe(200)
    expect(await isSignedIn(instance.url, cookiesOf(answer))).toBe(true)
    expect(await isSignedIn(otherDoor, cookiesOf(answer))).toBe(true)
  })

  test('take an answer once, whichever of them it comes to', async () => {
    const visit = await visitSignIn(instance.url)
    const challenge = await beginWithPasskey(visit)

    const answers = await Promise.all([
      finishWithPasskey(visit, wanda.passkey, challenge),
      finishWithPasskey(await continueAt(otherDoor, visit), wanda.passkey, challenge),
    ])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('end a session for both, and write one mail about it', async () => {
    const session = await signIn(instance.url)
    expect(await isSignedIn(otherDoor, session)).toBe(true)

    const answer = await revokeEverywhere(instance.url, session)
    expect(answer.status, answer.body).toBeLessThan(400)

    expect(await isSignedIn(instance.url, session)).toBe(false)
    expect(await isSignedIn(otherDoor, session)).toBe(false)
    await mailbox.received('wanda@mail.example', /signed out everywhere/i)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect(mailbox.mails).toHaveLength(1)
  })

  test('heed what somebody else did in the database', async () => {
    const session = await signIn(otherDoor)

    await inDirectory(instance, (deps) =>
      endSessionsOfPerson(deps, {
        tenantId,
        userId: wanda.person.userId,
        because: 'revoked_by_administrator',
        actor: { kind: 'operator' },
      }),
    )

    expect(await isSignedIn(instance.url, session)).toBe(false)
    expect(await isSignedIn(otherDoor, session)).toBe(false)
  })

  test('both publish a signing key that was added while they ran', async () => {
    const before = await Promise.all([instance.url, otherDoor].map(publishedKeys))
    expect(before[0]).toEqual(before[1])

    await inDirectory(instance, (deps) => rotateSigningKeys(deps, tenantId))

    await expect
      .poll(() => publishedKeys(instance.url), { timeout: 90_000, interval: 1000 })
      .not.toEqual(before[0])
    await expect
      .poll(async () => await publishedKeys(otherDoor), { timeout: 90_000, interval: 1000 })
      .toEqual(await publishedKeys(instance.url))
  })
})

async function signIn(door: URL): Promise<string> {
  const visit = await visitSignIn(door)
  const answer = await finishWithPasskey(visit, wanda.passkey, await beginWithPasskey(visit))
  visit.close()
  return cookiesOf(answer)
}

async function isSignedIn(door: URL, session: string): Promise<boolean> {
  const visit = await withCookie(door, session)
  const answer = await visit.get('/security-info')
  visit.close()
  return answer.status === 200
}

async function revokeEverywhere(door: URL, session: string) {
  const visit = await withCookie(door, session)
  return await visit.post('/security-info/api/sessions/end-all', {})
}

async function publishedKeys(door: URL): Promise<string[]> {
  const answer = await fetch(new URL(`/${tenantId}/discovery/v2.0/keys`, door))
  const { keys }: { keys: readonly { readonly kid: string }[] } = await answer.json()
  return keys.map(({ kid }) => kid).sort()
}
