import { createTenant, releaseDomain } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type NameServer, startNameServer } from '../../domains/test-name-server.ts'
import { watchDomains } from '../../jobs/watch-domains.ts'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let dns: NameServer
let admin: Caller
beforeEach(async () => {
  dns = await startNameServer()
  world = await openGraphWorld([], { LATCHKEY_DNS_SERVERS: dns.address })
  const boss = await world.aPerson('boss', 'globalAdministrator')
  admin = world.as(boss, 'Domain.ReadWrite.All')
})
afterEach(async () => {
  await world.close()
  await dns.close()
})

const claim = async (id: string) => {
  const made = await admin('POST', '/domains', { body: { id } })
  expect(made.statusCode).toBe(201)
  const records = await admin('GET', `/domains/${id}/verificationDnsRecords`)
  return records.json().value[0]
}
const codeOf = (answer: { json(): { error: { innerError: { code: string } } } }) =>
  answer.json().error.innerError.code
const findTenant = async (domain: string) => (await world.deps.stores.tenants.findByDomain(domain))?.tenantId

describe('proving a domain', () => {
  test('takes it once the text stands in the DNS, and not before', async () => {
    const record = await claim('Grove.Example')
    expect(record).toMatchObject({
      recordType: 'Txt',
      label: '_latchkey-challenge.grove.example',
      text: expect.stringMatching(/^latchkey-domain=[0-9a-f]{40}$/),
    })
    expect(await findTenant('grove.example')).toBeUndefined()

    const tooEarly = await admin('POST', '/domains/grove.example/verify')
    expect([tooEarly.statusCode, codeOf(tooEarly)]).toEqual([400, 'domain_not_proven'])
    dns.texts.set(record.label, ['something else', `${record.text}0`])
    expect(codeOf(await admin('POST', '/domains/grove.example/verify'))).toBe('domain_not_proven')
    expect((await admin('GET', '/domains/grove.example')).json()).toMatchObject({
      isVerified: false,
      verification: { state: 'missing' },
    })

    dns.texts.set(record.label, ['something else', record.text])
    const proven = await admin('POST', '/domains/grove.example/verify')
    expect(proven.json()).toMatchObject({ id: 'grove.example', isVerified: true })
    expect(await findTenant('grove.example')).toBe(world.tenant.tenantId)
    expect(new Set(dns.asked)).toEqual(new Set(['_latchkey-challenge.grove.example']))
  })

  test('says so when no name server answers', async () => {
    await claim('grove.example')
    dns.fails = true

    const answer = await admin('POST', '/domains/grove.example/verify')
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'domain_unreachable'])
  })

  test('is for whoever comes first; the other organisation is told', async () => {
    const other = await createTenant(world.deps, {
      ...operator,
      displayName: 'Other',
      domain: 'other.example',
    })
    const { stores } = world.deps
    await stores.domains.insertClaim({
      tenantId: other.tenantId,
      domain: 'grove.example',
      proof: 'theirs',
      createdAt: world.deps.now(),
    })
    const { label, text } = await claim('grove.example')
    // What another organisation has to show proves nothing for us.
    dns.texts.set(label, ['theirs'])
    expect(codeOf(await admin('POST', '/domains/grove.example/verify'))).toBe('domain_not_proven')
    dns.texts.set(label, [text, 'theirs'])
    expect((await admin('POST', '/domains/grove.example/verify')).statusCode).toBe(200)

    expect(await stores.domains.findClaim(other.tenantId, 'grove.example')).toMatchObject({
      outcome: 'taken',
    })
    const [told] = await stores.audit.list(other.tenantId, { limit: 1, activity: 'domain_lost' })
    expect(told?.target.id).toBe('grove.example')
  })

  test('is open to the next owner once the operator released it, who is told whom it affects', async () => {
    const { label, text } = await claim('grove.example')
    dns.texts.set(label, [text])
    await admin('POST', '/domains/grove.example/verify')
    const ada = await world.aPerson('ada')
    await world.deps.stores.people.put({ ...ada, userName: 'ada@grove.example' })
    const release = (domain: string) => releaseDomain(world.deps, { ...operator, domain })

    expect(await release('Grove.example')).toMatchObject({
      people: { total: 1, userNames: ['ada@grove.example'] },
    })

    expect(await findTenant('grove.example')).toBeUndefined()
    const written = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 9 })
    const released = written.filter(({ activity }) => activity === 'domain_released')
    expect(released).toMatchObject([{ detail: { people: 1 } }])
    await expect(release('grove.example')).rejects.toMatchObject({ code: 'not_found' })
    await expect(release('juniper.example')).rejects.toMatchObject({ code: 'domain_is_default' })
    const other = await createTenant(world.deps, { ...operator, displayName: 'New', domain: 'grove.example' })
    expect(await findTenant('grove.example')).toBe(other.tenantId)
  })

  test('is no way to a domain that somebody has', async () => {
    await createTenant(world.deps, { ...operator, displayName: 'Other', domain: 'other.example' })

    expect(codeOf(await admin('POST', '/domains', { body: { id: 'other.example' } }))).toBe('domain_taken')
    expect(codeOf(await admin('POST', '/domains', { body: { id: 'juniper.example' } }))).toBe(
      'already_exists',
    )
    expect((await admin('POST', '/domains', { body: { id: 'not a domain' } })).statusCode).toBe(400)
  })

  test('takes the role that changes the organisation', async () => {
    const reader = world.as(await world.aPerson('reader', 'globalReader'), 'Domain.ReadWrite.All')

    expect((await reader('GET', '/domains')).statusCode).toBe(200)
    expect((await reader('POST', '/domains', { body: { id: 'grove.example' } })).statusCode).toBe(403)
  })
})

describe('giving a domain up', () => {
  const prove = async (id: string) => {
    const { label, text } = await claim(id)
    dns.texts.set(label, [text])
    await admin('POST', `/domains/${id}/verify`)
  }

  test('is refused while people are named after it, and says who', async () => {
    const refused = await admin('DELETE', '/domains/juniper.example')

    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'domain_in_use'])
    expect(refused.json().error.innerError.users).toEqual({ total: 1, userNames: ['boss@juniper.example'] })
  })

  test('works for one that nobody uses, but for the default', async () => {
    await prove('grove.example')
    expect((await admin('PATCH', '/domains/grove.example', { body: { isDefault: true } })).statusCode).toBe(
      204,
    )
    expect(codeOf(await admin('DELETE', '/domains/grove.example'))).toBe('domain_is_default')
    await admin('PATCH', '/domains/juniper.example', { body: { isDefault: true } })

    expect((await admin('DELETE', '/domains/grove.example')).statusCode).toBe(204)
    expect(await findTenant('grove.example')).toBeUndefined()
    expect((await admin('GET', '/domains/grove.example')).statusCode).toBe(404)
  })

  test('works for a claim', async () => {
    await claim('grove.example')
    expect((await admin('DELETE', '/domains/grove.example')).statusCode).toBe(204)
    expect((await admin('GET', '/domains')).json().value).toHaveLength(1)
  })
})

describe('looking again', () => {
  test('tells once when a proof has gone, and shuts nobody out', async () => {
    const { label, text } = await claim('grove.example')
    dns.texts.set(label, [text])
    await admin('POST', '/domains/grove.example/verify')
    dns.texts.delete(label)
    const look = async (days: number) => {
      world.clock.at = new Date(world.clock.at.getTime() + days * 86_400_000)
      return await watchDomains(world.deps, 'test')
    }

    expect(await look(6)).toEqual({ looked: 0, missing: 0 })
    dns.fails = true
    expect(await look(2)).toEqual({ looked: 0, missing: 0 })
    dns.fails = false
    // Silence is not asked again before those that answer had their turn.
    expect(await look(0)).toEqual({ looked: 0, missing: 0 })
    expect(await look(2)).toEqual({ looked: 1, missing: 1 })
    expect(await look(8)).toEqual({ looked: 1, missing: 0 })

    expect(await findTenant('grove.example')).toBe(world.tenant.tenantId)
    const domain = (await admin('GET', '/domains/grove.example')).json()
    expect(domain).toMatchObject({ isVerified: true, verification: { state: 'recordMissing' } })
    const mails = await world.deps.stores.outbox.takeDue(world.deps.now(), world.deps.now(), 99)
    expect(mails.filter(({ payload }) => payload.includes('domain_proof_missing'))).toHaveLength(1)

    dns.texts.set(label, [text])
    await look(8)
    expect((await admin('GET', '/domains/grove.example')).json().verification.state).toBe('verified')
  })

  test('leaves alone what the operator vouches for', async () => {
    world.clock.at = new Date(world.clock.at.getTime() + 30 * 86_400_000)
    expect(await watchDomains(world.deps, 'test')).toEqual({ looked: 0, missing: 0 })
    expect(dns.asked).toEqual([])
  })
})
