import { newId, type Person, type SignInRecord } from '@latchkey/identity'
import { addGroup } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, callingApp, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let ada: Person
let app: Caller
let passkey: SignInRecord
let blocked: SignInRecord
let wrong: SignInRecord

const blue = '2fc0579f-8113-47ea-b116-bb5a8db9202a'
const rule = '22222222-0000-7000-8000-000000000001'
const watched = '22222222-0000-7000-8000-000000000002'
const enc = (query: string) => query.replaceAll(' ', '%20').replaceAll('+', '%2B')

const policy = (policyId: string, result: string, missing: readonly string[]) => ({
  policyId,
  displayName: `Rule ${policyId.slice(-1)}`,
  result,
  missing,
  grantControls: ['mfa', 'compliantDevice'],
  sessionControls: [],
})

beforeAll(async () => {
  world = await openGraphWorld()
  ada = await world.aPerson('ada')
  app = world.asApp('AuditLog.Read.All')
  passkey = await logSignIn({
    aaguid: blue,
    attested: true,
    elapsedMilliseconds: 4200,
    decision: {
      method: { allowed: true, profileId: 'p', modelProven: true },
      access: { outcome: 'allowed', policies: [policy(watched, 'reportOnlyFailure', ['compliantDevice'])] },
      proofs: [{ method: 'passkey', at: '2026-03-02T09:01:00.000Z', attested: true }],
    },
  })
  blocked = await logSignIn({
    outcome: 'failure',
    code: 'blocked_by_policy',
    ipAddress: '198.51.100.7',
    decision: { access: { outcome: 'blocked', policies: [policy(rule, 'failure', ['mfa'])] } },
  })
  wrong = await logSignIn({
    outcome: 'failure',
    code: 'sign_in_failed',
    method: 'password',
    userName: '=cmd|"/c calc"!A1',
    userId: newId(world.deps),
  })
})
afterAll(() => world.close())

async function logSignIn(change: Partial<SignInRecord> = {}): Promise<SignInRecord> {
  world.clock.at = new Date(world.clock.at.getTime() + 60_000)
  const record: SignInRecord = {
    tenantId: world.tenant.tenantId,
    signInId: newId(world.deps),
    at: world.clock.at,
    correlationId: newId(world.deps),
    outcome: 'success',
    code: '',
    method: 'passkey',
    userId: ada.userId,
    userName: ada.userName,
    clientId: callingApp,
    backupEligible: false,
    ipAddress: '192.0.2.7',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
    ...change,
  }
  await world.deps.stores.signIns.append(record)
  return record
}

const signIns = '/latchkey/logs/signIns'
const idsIn = (answer: { json(): { value: readonly { id: string }[] } }) =>
  answer.json().value.map(({ id }) => id)

describe('the sign-in log in full', () => {
  test('says which rule decided, what it asked, and what was there', async () => {
    const found = (await app('GET', `${signIns}/${blocked.signInId}`)).json()

    expect(found).toMatchObject({
      code: 'blocked_by_policy',
      outcome: 'failure',
      access: 'blocked',
      userDisplayName: 'ada',
      rules: [
        {
          id: rule,
          result: 'failure',
          deciding: true,
          asks: ['mfa', 'compliantDevice'],
          satisfied: ['compliantDevice'],
          missing: ['mfa'],
        },
      ],
    })
    expect((await app('GET', `${signIns}/${passkey.signInId}`)).json()).toMatchObject({
      model: 'YubiKey 5 with NFC',
      passkeyType: 'deviceBound',
      attested: true,
      elapsedMilliseconds: 4200,
      wouldFail: true,
      methodRule: { modelProven: true },
      proofs: [{ method: 'passkey', attested: true }],
    })
  })

  test.each([
    [() => "outcome eq 'failure'", ['wrong', 'blocked']],
    [() => "code eq 'sign_in_failed'", ['wrong']],
    [() => `aaGuid eq '${blue}'`, ['passkey']],
    [() => "model eq 'YubiKey 5 with NFC'", ['passkey']],
    [() => "method eq 'password'", ['wrong']],
    [() => "ipAddress eq '198.51.100.7'", ['blocked']],
    [() => `rules/any(r:r/id eq '${rule}')`, ['blocked']],
    [() => `rules/any(r:r/deciding eq true)`, ['blocked']],
    [() => 'wouldFail eq true', ['passkey']],
    [() => `appId eq '${callingApp}' and outcome eq 'success'`, ['passkey']],
    [() => "contains(userDisplayName,'ad')", ['blocked', 'passkey']],
    [() => `createdDateTime ge ${blocked.at.toISOString()}`, ['wrong', 'blocked']],
    [() => `createdDateTime lt ${blocked.at.toISOString()}`, ['passkey']],
    [() => `correlationId eq '${wrong.correlationId}'`, ['wrong']],
    [() => "attested eq true and passkeyType eq 'deviceBound'", ['passkey']],
    [() => 'elapsedMilliseconds gt 4000', ['passkey']],
    [() => 'country eq null', ['wrong', 'blocked', 'passkey']],
  ])('is searched by what stands in it', async (filter, expected) => {
    const answer = await app('GET', enc(`${signIns}?$filter=${filter()}`))

    const names = new Map([
      [passkey.signInId, 'passkey'],
      [blocked.signInId, 'blocked'],
      [wrong.signInId, 'wrong'],
    ])
    expect(idsIn(answer).map((id) => names.get(id))).toEqual(expected)
  })

  test('goes on where the page before ended, also with a filter', async () => {
    const first = (await app('GET', enc(`${signIns}?$top=1&$select=id&$filter=outcome eq 'failure'`))).json()
    expect(first.value).toEqual([{ id: wrong.signInId }])

    const next = new URL(first['@odata.nextLink'])
    const second = (await app('GET', `${signIns}${next.search}`)).json()

    expect(second.value).toEqual([{ id: blocked.signInId }])
    expect(second).not.toHaveProperty('@odata.nextLink')
  })

  test('is told to nobody whose role reads no logs', async () => {
    const helper = world.as(await world.aPerson('helen', 'helpDesk'), 'AuditLog.Read.All')

    for (const path of ['', '/tail', '/export', `/${blocked.signInId}`]) {
      expect((await helper('GET', `${signIns}${path}`)).statusCode).toBe(403)
    }
    expect((await app('GET', `${signIns}/${newId(world.deps)}`)).statusCode).toBe(404)
    expect((await app('GET', enc(`${signIns}?$filter=userAgent eq 'x'`))).statusCode).toBe(400)
  })
})

describe('following a log', () => {
  const begin = async () => {
    world.clock.at = new Date(world.clock.at.getTime() + 60_000)
    return (await app('GET', `${signIns}/tail`)).json()
  }

  test('gives each new record, also one that was written late', async () => {
    const begun = await begin()
    expect(begun.value).toEqual([])
    const late = newId(world.deps)

    const first = await logSignIn()
    world.clock.at = new Date(first.at.getTime() + 1)
    const one = (await app('GET', `${signIns}/tail?after=${begun['@latchkey.after']}`)).json()
    expect(one.value.map(({ id }: { id: string }) => id)).toEqual([first.signInId])

    await world.deps.stores.signIns.append({ ...first, signInId: late })
    const two = (await app('GET', `${signIns}/tail?after=${begun['@latchkey.after']}`)).json()
    expect(two.value.map(({ id }: { id: string }) => id)).toEqual([late, first.signInId])

    world.clock.at = new Date(first.at.getTime() + 10_000)
    const three = (await app('GET', `${signIns}/tail?after=${two['@latchkey.after']}`)).json()
    const four = (await app('GET', `${signIns}/tail?after=${three['@latchkey.after']}`)).json()
    expect(four.value).toEqual([])
    expect((await app('GET', `${signIns}/tail?after=x`)).statusCode).toBe(400)
  })

  test('takes a filter', async () => {
    const begun = await begin()
    await logSignIn()
    const failed = await logSignIn({ outcome: 'failure', code: 'code_incorrect' })

    const filter = enc("$filter=outcome eq 'failure'")
    const answer = await app('GET', `${signIns}/tail?after=${begun['@latchkey.after']}&${filter}`)

    expect(idsIn(answer)).toEqual([failed.signInId])
  })
})

describe('taking a log away', () => {
  test('gives every record as CSV, in which nothing is a formula', async () => {
    const answer = await app('GET', enc(`${signIns}/export?format=csv&$filter=code eq 'sign_in_failed'`))

    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="sign-ins-2026-03-02\.csv"$/),
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    const [head = '', row = '', ...rest] = answer.body.split('\r\n')
    expect(head).toMatch(/^\uFEFF"id","createdDateTime",/)
    expect(row).toContain(`"${wrong.signInId}"`)
    expect(row).toContain(`"'=cmd|""/c calc""!A1"`)
    expect(rest).toEqual([''])
  })

  test('gives as JSON Lines exactly what the list gives', async () => {
    const listed = (await app('GET', signIns)).json().value
    const answer = await app('GET', `${signIns}/export?format=jsonl`)

    const lines = answer.body.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(listed)
  })

  test('is written down, and is not done for another site', async () => {
    const rita = await world.aPerson('rita', 'reportsReader')
    const reader = world.as(rita, 'AuditLog.Read.All')
    await reader('GET', `${signIns}/export`)
    const noted = await world.deps.stores.audit.list(world.tenant.tenantId, {
      limit: 9,
      activity: 'log_exported',
      actorId: rita.userId,
    })
    expect(noted).toMatchObject([{ target: { kind: 'log', id: 'signIns' }, detail: { format: 'csv' } }])

    const foreign = await reader('GET', `${signIns}/export`, { headers: { 'sec-fetch-site': 'cross-site' } })

    expect(foreign.statusCode).toBe(403)
    expect((await reader('GET', `${signIns}/export?format=xls`)).statusCode).toBe(400)
  })

  test('is no part of a batch', async () => {
    const body = { requests: [{ id: '1', method: 'GET', url: `${signIns}/export` }] }

    const answer = await app('POST', '/$batch', { body })

    expect(answer.json().responses).toMatchObject([{ status: 400 }])
  })
})

describe('the audit log in full', () => {
  test('says who did what, under the name it has here', async () => {
    const { tenantId } = world.tenant
    await addGroup(world.deps, { ...operator, tenantId, displayName: 'Pilots' })

    const answer = await app('GET', enc("/latchkey/logs/audit?$filter=activity eq 'group_added'"))

    expect(answer.json().value).toMatchObject([
      { activityDisplayName: 'Add group', actorKind: 'operator', targetName: 'Pilots', targetKind: 'group' },
    ])
    const [{ id }] = answer.json().value
    expect((await app('GET', `/latchkey/logs/audit/${id}`)).json()).toMatchObject({ targetName: 'Pilots' })
    expect((await app('GET', '/latchkey/logs/audit/export?format=jsonl')).body).toContain('"Pilots"')
  })
})
