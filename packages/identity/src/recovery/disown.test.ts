import { toBase64url } from '@latchkey/encoding'
import { disown, issuePass, type Session, type SignInRecord, type Tenant } from '@latchkey/identity'
import { grantRole } from '@latchkey/identity/administer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aPersonWithPasskey,
  arriveWithPass,
  aVisitor,
  codeOf,
  mails,
  openWorld,
  operator,
  register,
  signIn,
  signInLog,
  type World,
} from '../../test/world.ts'

let world: World
let tenant: Tenant

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  const helper = await world.aPerson(tenant, 'helper')
  await grantRole(world.deps, { ...operator, ...helper, role: 'helpDesk' })
})
afterAll(() => world.close())

/** Anna has two passkeys; somebody signs in with the second, and she with the first. */
async function twoKeys() {
  const { person, passkey, record, arrival } = await aPersonWithPasskey(world, tenant)
  const second = await register(world, arrival.session)
  const theirs = await signIn(world, tenant.tenantId, second.passkey)
  const hers = await signIn(world, tenant.tenantId, passkey)
  await mails(world, tenant)
  const records = await signInLog(world, tenant.tenantId)
  const recordOf = ({ sessionId }: Session) =>
    records.find((each) => each.sessionId === sessionId)?.signInId ?? ''
  return { person, first: record, second: second.record, theirs, hers, recordOf }
}

const notMe = (session: Session, id: string, kind: 'signIn' | 'change' = 'signIn') =>
  disown(world.deps, { session, what: { kind, id }, visitor: aVisitor() })

const isThere = async (id: Uint8Array) =>
  (await world.stores.credentials.find(tenant.tenantId, id)) !== undefined

const isOver = async ({ tenantId, sessionId }: Session) =>
  (await world.stores.sessions.find(tenantId, sessionId))?.endedBecause

const loneId = 'f'.repeat(30)

/** A line of the log that nothing else belongs to. */
const append = (userId: string, what: Pick<SignInRecord, 'outcome' | 'code' | 'method'>) =>
  world.stores.signIns.append({
    tenantId: tenant.tenantId,
    signInId: loneId,
    at: world.deps.now(),
    correlationId: 'c',
    userId,
    ipAddress: '192.0.2.9',
    userAgent: 'Browser',
    ...what,
  })

describe('this was not me', () => {
  test('ends the other sessions, removes the key that was used and the open pass, and tells the help desk', async () => {
    const { person, second, theirs, hers, recordOf, first } = await twoKeys()
    await issuePass(world.deps, { ...operator, ...person })
    await mails(world, tenant)

    const done = await notMe(hers.session, recordOf(theirs.session))

    expect(done).toMatchObject({
      signedOut: false,
      passRemoved: true,
      method: 'removed',
      passwordKnown: false,
    })
    expect(await isOver(theirs.session)).toBe('disowned')
    expect(await isOver(hers.session)).toBeUndefined()
    expect([await isThere(first.id), await isThere(second.id)]).toEqual([true, false])
    expect(await world.stores.passes.find(tenant.tenantId, person.userId)).toBeUndefined()
    expect((await mails(world, tenant)).toSorted()).toEqual([
      'passkey_removed',
      'sign_in_disowned',
      'sign_in_disowned_by',
    ])
    const [latest] = await world.stores.audit.list(tenant.tenantId, {
      limit: 1,
      activity: 'sign_in_disowned',
    })
    expect(latest).toMatchObject({ target: { id: person.userId }, detail: { method: 'removed' } })
  })

  test('said twice, even at once, tells the help desk once', async () => {
    const { theirs, hers, recordOf } = await twoKeys()
    const id = recordOf(theirs.session)

    const both = await Promise.all([notMe(hers.session, id), notMe(hers.session, id)])

    expect(both.map(({ method }) => method).toSorted()).toEqual(['gone', 'removed'])
    expect((await mails(world, tenant)).filter((each) => each === 'sign_in_disowned_by')).toHaveLength(1)
  })

  test('an old proof removes no key: a stolen session cannot take its owner’s', async () => {
    const { second, theirs, hers, recordOf } = await twoKeys()
    world.after(301)

    const done = await notMe(hers.session, recordOf(theirs.session))

    expect(done.method).toBe('needsProof')
    expect(await isThere(second.id)).toBe(true)
    expect(await isOver(theirs.session)).toBe('disowned')
  })

  test('the key that they are signed in with stays', async () => {
    const { first, hers, recordOf } = await twoKeys()

    const done = await notMe(hers.session, recordOf(hers.session))

    expect(done).toMatchObject({ signedOut: true, method: 'signedInWithIt' })
    expect(await isThere(first.id)).toBe(true)
    expect(await isOver(hers.session)).toBe('disowned')
  })

  test('a key that was added is removed, as the change that was not them', async () => {
    const { person, second, hers } = await twoKeys()
    const added = await world.stores.audit.list(tenant.tenantId, { limit: 9, activity: 'passkey_added' })
    const change = added.find(({ target }) => target.id === toBase64url(second.id))

    const done = await notMe(hers.session, change?.auditId ?? '', 'change')

    expect(done.method).toBe('removed')
    expect(await isThere(second.id)).toBe(false)
    expect(await world.stores.disowned.listOfPerson(tenant.tenantId, person.userId)).toEqual([
      change?.auditId,
    ])
  })

  test('the last way in stays, unless they came by a pass and can add another at once', async () => {
    const { person, passkey, record } = await aPersonWithPasskey(world, tenant)
    const theirs = await signIn(world, tenant.tenantId, passkey)
    const records = await signInLog(world, tenant.tenantId)
    const id = records.find(({ sessionId }) => sessionId === theirs.session.sessionId)?.signInId ?? ''
    const { session } = await arriveWithPass(world, person)

    const done = await notMe(session, id)

    expect(done).toMatchObject({ method: 'removed', passRemoved: false })
    expect(await isThere(record.id)).toBe(false)
    expect(await isOver(session)).toBeUndefined()
  })

  test('a password that somebody knows is for its owner to change', async () => {
    const { person, hers } = await twoKeys()
    await append(person.userId, { outcome: 'success', code: '', method: 'password' })

    expect(await notMe(hers.session, loneId)).toMatchObject({ method: 'none', passwordKnown: true })
  })

  test('a try that failed ends nothing, and is told all the same', async () => {
    const { person, theirs, hers } = await twoKeys()
    await append(person.userId, { outcome: 'failure', code: 'pass_incorrect' })

    const done = await notMe(hers.session, loneId)

    expect(done).toMatchObject({ sessionsEnded: 0, method: 'none' })
    expect(await isOver(theirs.session)).toBeUndefined()
    expect((await mails(world, tenant)).toSorted()).toEqual(['sign_in_disowned', 'sign_in_disowned_by'])
  })

  test('what is somebody else’s is nothing of theirs', async () => {
    const { theirs, recordOf } = await twoKeys()
    const other = await aPersonWithPasskey(world, tenant, 'ben')

    expect(await codeOf(notMe(other.arrival.session, recordOf(theirs.session)))).toBe('not_found')
    expect(await codeOf(notMe(other.arrival.session, 'nothing'))).toBe('not_found')
    expect(await isOver(theirs.session)).toBeUndefined()
  })

  test('a session that is over says nothing', async () => {
    const { theirs, hers, recordOf } = await twoKeys()
    await notMe(hers.session, recordOf(theirs.session))

    expect(await codeOf(notMe(theirs.session, recordOf(hers.session)))).toBe('session_ended')
  })
})
