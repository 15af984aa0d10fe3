import { issuePass, newId } from '@latchkey/identity'
import { addLogStream, setPassword } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepFigures } from '../../jobs/keep-figures.ts'
import { type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
const blue = '2fc0579f-8113-47ea-b116-bb5a8db9202a'

beforeAll(async () => {
  world = await openGraphWorld()
  const { deps, tenant } = world
  const ada = await world.aPerson('ada')
  const ben = await world.aPerson('ben')
  await world.givePasskey(ada, blue)
  await setPassword(deps, { ...operator, ...ben, password: 'correct horse battery staple' })
  await issuePass(deps, { ...operator, ...ben })
  await deps.stores.metadata.replace(
    {
      number: 1,
      nextUpdate: new Date(deps.now().getTime() - 1),
      loadedAt: deps.now(),
      models: 1,
    },
    [
      {
        aaguid: blue,
        description: 'Blue key',
        roots: [],
        keyProtection: [],
        attachmentHint: ['external'],
        userVerificationMethods: [],
        versions: [],
        extensions: [],
        options: [],
        statusReports: [{ status: 'REVOKED', effectiveDate: '2026-01-01' }],
      },
    ],
  )
  const policy = { policyId: 'p1', displayName: 'Keys for all', missing: ['mfa'] }
  const controls = { grantControls: ['mfa'], sessionControls: [] }
  for (const [method, result] of [
    ['passkey', 'reportOnlySuccess'],
    ['password', 'reportOnlyInterrupted'],
  ] as const) {
    await deps.stores.signIns.append({
      tenantId: tenant.tenantId,
      signInId: newId(deps),
      at: deps.now(),
      correlationId: 'x',
      outcome: 'success',
      code: '',
      method,
      userId: ada.userId,
      ipAddress: '192.0.2.1',
      userAgent: 'Firefox',
      decision: { access: { outcome: 'allowed', policies: [{ ...policy, ...controls, result }] } },
    })
  }
})
afterAll(() => world.close())

describe('the first page of the admin centre', () => {
  test('says what needs attention, the most urgent first', async () => {
    const { stream } = await addLogStream(world.deps, {
      ...operator,
      tenantId: world.tenant.tenantId,
      displayName: 'Archive',
      address: 'https://logs.example',
      logs: ['audit'],
      enabled: true,
    })
    const since = new Date(world.clock.at.getTime() - 600_000)
    const failure = { attempts: 3, notBefore: world.clock.at, at: since, error: 'down' }
    await world.deps.stores.logStreams.putFailed(world.tenant.tenantId, stream.streamId, failure)

    const { tenantId } = world.tenant
    for (const version of ['27', '28', '28']) {
      await world.deps.stores.newerSystems.note({ tenantId, system: 'iOS', version, at: world.clock.at })
    }

    const { attention } = (await world.asApp('AuditLog.Read.All')('GET', '/latchkey/home')).json()

    expect(attention).toMatchObject([
      { kind: 'streamFailing', urgency: 'now', displayName: 'Archive', error: 'down' },
      { kind: 'badModel', urgency: 'now', displayName: 'Blue key', statuses: ['REVOKED'], people: 1 },
      { kind: 'ends', urgency: 'now', what: 'metadata' },
      { kind: 'noEmergencyAccount', urgency: 'soon' },
      { kind: 'wouldFail', policyId: 'p1', displayName: 'Keys for all', signIns: 1, people: 1 },
      {
        kind: 'newerSystems',
        urgency: 'sometime',
        systems: [{ system: 'iOS' }, { system: 'iOS' }],
        visits: 3,
      },
      { kind: 'passesInUse', count: 1 },
      { kind: 'onlyPhishable', people: 1, of: 2 },
    ])
  })

  test('gives the numbers of thirty days, and counts today again', async () => {
    const app = world.asApp('AuditLog.Read.All')
    const first = (await app('GET', '/latchkey/home')).json()
    const record = { code: 'sign_in_failed', ipAddress: '192.0.2.1', userAgent: 'x', correlationId: 'x' }
    await world.deps.stores.signIns.append({
      ...record,
      tenantId: world.tenant.tenantId,
      signInId: newId(world.deps),
      at: world.clock.at,
      outcome: 'failure',
    })
    world.clock.at = new Date(world.clock.at.getTime() + 61_000)

    const second = (await app('GET', '/latchkey/home')).json()

    expect(first.people).toEqual({ people: 2, withPasskey: 1, onlyPhishable: 1 })
    expect(first.days).toHaveLength(30)
    expect(first.days.at(-1)).toMatchObject({
      day: '2026-03-02',
      signIns: 2,
      passkeySignIns: 1,
      wouldFail: 1,
      failures: 0,
    })
    expect(first.days[0]).toMatchObject({ day: '2026-02-01', people: 0, signIns: 0 })
    expect(second.days.at(-1).failures).toBe(1)
  })

  test('shows each role what it may see', async () => {
    const helper = world.as(await world.aPerson('helen', 'helpDesk'), 'AuditLog.Read.All')

    const home = (await helper('GET', '/latchkey/home')).json()

    expect(home.people).toBeNull()
    expect(home.attention.map(({ kind }: { kind: string }) => kind)).toEqual(['passesInUse', 'onlyPhishable'])
  })

  test('is open to whoever reads reports, without what they may not see', async () => {
    const reader = world.as(await world.aPerson('rita', 'reportsReader'), 'AuditLog.Read.All')

    const answer = await reader('GET', '/latchkey/home')

    expect(answer.statusCode).toBe(200)
    expect(answer.json().people).not.toBeNull()
    const kinds = answer.json().attention.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['streamFailing'])
    const nobody = world.as(await world.aPerson('nora'), 'AuditLog.Read.All')
    expect((await nobody('GET', '/latchkey/home')).statusCode).toBe(403)
  })

  test('is counted for every organisation by one node', async () => {
    expect(await keepFigures(world.deps, 'one')).toBe(0)
    world.clock.at = new Date(world.clock.at.getTime() + 3_600_000)

    const rounds = await Promise.all([keepFigures(world.deps, 'one'), keepFigures(world.deps, 'two')])

    expect(rounds.toSorted()).toEqual([1, undefined])
  })
})
