import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Deps, issuePass, newId, type Person, type SignInRecord } from '@latchkey/identity'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, addPersonWithPassword, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly grace: PasskeyHolder
  readonly nora: Person
  readonly blocked: SignInRecord
}

const blue = '2fc0579f-8113-47ea-b116-bb5a8db9202a'
const day = 86_400_000

let world: World<Prepared>
let page: Page
let receiver: Server
const delivered: { readonly signature: string; readonly records: readonly { readonly id: string }[] }[] = []
let isDown = false

beforeAll(async () => {
  receiver = createServer(async (request, answer) => {
    const body = await text(request)
    if (!isDown) {
      const { records } = JSON.parse(body)
      delivered.push({ signature: String(request.headers['webhook-signature']), records })
    }
    answer.writeHead(isDown ? 503 : 204).end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  world = await openWorld(prepare, {
    environment: { LATCHKEY_PRIVATE_DESTINATIONS: '127.0.0.1' },
  })
  const opened = await enterAdminCentre(world, world.prepared.grace, '/admin')
  page = opened.page
})

afterAll(async () => {
  await world?.close()
  receiver?.close()
})

/** A month of an organisation that moves over to passkeys. */
async function prepare(deps: Deps, { tenantId }: { readonly tenantId: string }): Promise<Prepared> {
  const tenant = await deps.stores.tenants.find(tenantId)
  if (tenant === undefined) throw new Error('there is no organisation')
  const grace = await addPasskeyHolder(deps, tenant, 'grace')
  await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
  const nora = await addPersonWithPassword(deps, tenant, 'nora', 'correct horse battery staple')
  const omar = await addPersonWithPassword(deps, tenant, 'omar', 'correct horse battery staple')
  await issuePass(deps, { tenantId, userId: omar.userId, actor: { kind: 'operator' } })

  const log = async (ago: number, change: Partial<SignInRecord>): Promise<SignInRecord> => {
    const at = new Date(Date.now() - ago)
    const record: SignInRecord = {
      tenantId,
      signInId: newId({ now: () => at, random: deps.random }),
      at,
      correlationId: newId(deps),
      outcome: 'success',
      code: '',
      userId: nora.userId,
      userName: nora.userName,
      ipAddress: '203.0.113.7',
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
      ...change,
    }
    await deps.stores.signIns.append(record)
    return record
  }
  const policy = { sessionControls: [], grantControls: ['mfa', 'compliantDevice'] }
  for (let ago = 29; ago >= 0; ago--) {
    const passkeys = 30 - ago
    for (let at = 0; at < 40; at++) {
      await log(ago * day + at * 60_000, {
        ...(at < passkeys
          ? { method: 'passkey', aaguid: blue, attested: true, userVerified: true, backupEligible: false }
          : { method: 'password', strength: 'singleFactor' }),
        ...(at === 39 && { outcome: 'failure', code: 'sign_in_failed', method: 'password' }),
        ...(at === 38 &&
          ago < 7 && {
            decision: {
              access: {
                outcome: 'allowed',
                policies: [
                  {
                    ...policy,
                    policyId: '22222222-0000-7000-8000-000000000002',
                    displayName: 'Managed devices for everybody',
                    result: 'reportOnlyFailure',
                    missing: ['compliantDevice'],
                  },
                ],
              },
            },
          }),
      })
    }
  }
  const blocked = await log(90_000, {
    outcome: 'failure',
    code: 'blocked_by_policy',
    strength: 'phishingResistant',
    method: 'passkey',
    aaguid: blue,
    attested: true,
    userVerified: true,
    backupEligible: false,
    decision: {
      method: { allowed: true, profileId: 'p', modelProven: true },
      proofs: [{ method: 'passkey', at: new Date(Date.now() - 100_000).toISOString(), attested: true }],
      access: {
        outcome: 'blocked',
        policies: [
          {
            ...policy,
            policyId: '22222222-0000-7000-8000-000000000001',
            displayName: 'Payroll on managed devices',
            result: 'failure',
            missing: ['compliantDevice'],
          },
          {
            ...policy,
            policyId: '22222222-0000-7000-8000-000000000003',
            displayName: 'Strong keys for everybody',
            grantControls: ['authenticationStrength'],
            strength: 'Phishing-resistant MFA',
            result: 'success',
            missing: [],
          },
        ],
      },
    },
  })
  return { grace, nora, blocked }
}

const go = async (path: string, heading: string) => {
  await page.goto(new URL(`/admin${path}`, world.instance.url).href)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

describe('the first page', () => {
  test('says what needs attention, and how the organisation moves over', async () => {
    await go('', 'Home')
    await page.getByRole('heading', { name: 'What needs attention' }).waitFor()
    await page.getByText('There is no account for emergencies').waitFor()
    await page.getByText('2 people have nothing that resists phishing').waitFor()
    await lookAtPage(page, 'admin-home')

    await page.getByRole('heading', { name: 'How it goes' }).evaluate((element) => element.scrollIntoView())
    await lookAtPage(page, 'admin-home-numbers')
    await page.getByRole('button', { name: 'Show as a table' }).first().click()
    const rows = page.getByRole('region', { name: 'Sign-ins', exact: true }).getByRole('row')
    expect(await rows.count()).toBe(31)
    await page.getByRole('button', { name: 'Show as a picture' }).click()
  })

  test('leads from a rule that is only watched to what it would have stopped', async () => {
    await go('', 'Home')
    await page.getByRole('link', { name: /Look: “Managed devices for everybody”/ }).click()

    await page.getByRole('heading', { level: 1, name: 'Sign-in log' }).waitFor()
    await page.getByText('That is everything.').waitFor()
    // Below the heads: one for each of seven days, but for the hours between them.
    expect(await page.getByRole('row').count()).toBeGreaterThan(6)
  })
})

describe('the sign-in log', () => {
  test('is filtered, and says of one sign-in why it was refused', async () => {
    await go('/sign-ins', 'Sign-in log')
    await page.getByRole('link', { name: /:/ }).first().waitFor()
    await lookAtPage(page, 'admin-sign-ins')
    await page.getByLabel('Person').fill('nora')
    await page.getByLabel('Outcome').selectOption('Refused')
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByLabel('Key model').fill('YubiKey')
    await page.getByText('You cannot go on from here').first().waitFor()
    await page.waitForURL(/person=nora.*outcome=failure.*model=YubiKey/)
    await lookAtPage(page, 'admin-sign-ins-filtered')

    await page.getByRole('table').getByRole('link').first().click()

    await page.getByRole('heading', { level: 1, name: 'This sign-in was refused' }).waitFor()
    await page.getByText('Payroll on managed devices').waitFor()
    await page.getByText('a compliant device', { exact: true }).first().waitFor()
    await page.getByText('The model is proven by its attestation.').waitFor()
    await page.getByText('“Phishing-resistant MFA”').first().waitFor()
    await lookAtPage(page, 'admin-sign-in-why')
  })

  test('says how long somebody took who got in', async () => {
    await go('/sign-ins?person=grace', 'Sign-in log')
    await page.getByRole('table').getByRole('link').first().click()

    await page.getByRole('heading', { level: 1, name: 'This sign-in was let in' }).waitFor()
    await page.getByText(/^\d+(\.\d)? sec$/).waitFor()
    await lookAtPage(page, 'admin-sign-in-allowed')
  })

  test('is followed as it grows', async () => {
    await go('/sign-ins', 'Sign-in log')
    await page.getByRole('switch', { name: 'Live' }).click()
    await page.waitForTimeout(500)

    const stranger = await world.openBrowser()
    await stranger.page.goto(new URL('/security-info', world.instance.url).href)
    await stranger.page.getByRole('textbox').first().fill('omar@juniper.example')
    await stranger.page.getByRole('button', { name: 'Next' }).click()
    await stranger.page.locator('input[type=password]').first().fill('wrong guess, all of it')
    await stranger.page
      .getByRole('button', { name: /Sign in|Next/ })
      .first()
      .click()

    await page.getByText(/^1 new record|new records$/).waitFor()
    await page
      .getByRole('cell', { name: /Omar Example/ })
      .first()
      .waitFor()
    await lookAtPage(page, 'admin-sign-ins-live')
  })

  test('is taken away as CSV, with the filter that is set', async () => {
    await go('/sign-ins?outcome=failure&period=month', 'Sign-in log')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ])

    expect(download.suggestedFilename()).toMatch(/^sign-ins-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await text(createReadStream(await download.path()))).trimEnd().split('\r\n')
    expect(lines.length).toBeGreaterThan(30)
    expect(lines.slice(1).every((line) => line.includes('"failure"'))).toBe(true)
  })
})

describe('the audit log', () => {
  test('says who did what, and keeps that a log was taken away', async () => {
    await go('/audits', 'Audit log')
    await page.getByRole('searchbox', { name: 'Change' }).fill('export')
    await page.getByText('Log exported').first().waitFor()
    await lookAtPage(page, 'admin-audits')

    await page.getByRole('table').getByRole('link').first().click()

    await page.getByRole('heading', { level: 1, name: 'Log exported' }).waitFor()
    await page.getByText('Grace Example').first().waitFor()
    await lookAtPage(page, 'admin-audit')
  })
})

describe('log streams', () => {
  test('get their secret once, deliver, and survive a receiver that is down', async () => {
    await go('/log-streams', 'Log streams')
    await lookAtPage(page, 'admin-log-streams-none')
    await page.getByRole('button', { name: 'Add a stream' }).click()
    await page.getByRole('dialog', { name: 'Add a stream' }).waitFor()
    await page.getByLabel('Name').fill('Archive')
    const address = receiver.address()
    const port = typeof address === 'object' ? address?.port : 0
    await page.getByLabel('Address').fill(`http://127.0.0.1:${port}/in`)
    await lookAtPage(page, 'admin-log-stream-form')
    await page.getByRole('button', { name: 'Save' }).click()

    await page.getByRole('dialog', { name: 'The secret of this webhook' }).waitFor()
    expect(await page.getByRole('dialog').locator('code').innerText()).toMatch(/^whsec_/)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByText('Working').waitFor()
    await lookAtPage(page, 'admin-log-streams')
    expect(delivered[0]?.signature).toMatch(/^v1,/)

    isDown = true
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByText('The test did not get through').waitFor()
    await page.getByText('the receiver answered 503').first().waitFor()
    await lookAtPage(page, 'admin-log-streams-test')
    isDown = false
    const before = delivered.length
    await page.getByRole('button', { name: 'New secret' }).click()
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await expect.poll(() => delivered.length).toBeGreaterThan(before)
    expect(delivered.at(-1)?.signature.split(' ')).toHaveLength(2)
  })
})
