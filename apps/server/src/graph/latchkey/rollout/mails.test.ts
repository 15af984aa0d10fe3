import { newId, noteStep } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailServer, type TestMailServer } from '../../../jobs/test-mail-server.ts'
import { type Caller, type GraphWorld, openGraphWorld } from '../../test-graph-world.ts'

let mail: TestMailServer
let world: GraphWorld
let admin: Caller
let reader: Caller
let helper: Caller

const read = 'Policy.Read.AuthenticationMethod'
const write = 'Policy.ReadWrite.AuthenticationMethod'
const mails = '/latchkey/rollout/mails'
const day = 86_400_000

beforeAll(async () => {
  mail = await openMailServer()
  world = await openGraphWorld([], { LATCHKEY_SMTP_URL: mail.url, LATCHKEY_MAIL_FROM: 'id@juniper.example' })
  admin = world.as(await world.aPerson('grace', 'authenticationPolicyAdministrator'), write)
  reader = world.as(await world.aPerson('rita', 'securityReader'), read, write)
  helper = world.as(await world.aPerson('hal', 'helpDesk'), read, 'User.Read.All')
})
afterAll(async () => {
  await world.close()
  await mail.close()
})

/** A registration wave of one group, whose day 0 is so many days from now. */
async function aWave(startsInDays: number) {
  const { deps, tenant, clock } = world
  const { tenantId } = tenant
  const waveId = newId(deps)
  await deps.stores.groups.insert({ tenantId, groupId: waveId, displayName: waveId, createdAt: clock.at })
  await deps.stores.waves.insert({
    tenantId,
    waveId,
    kind: 'registration',
    name: 'Office',
    groupIds: [waveId],
    startsAt: new Date(clock.at.getTime() + startsInDays * day),
    endsAt: new Date(clock.at.getTime() + (startsInDays + 14) * day),
    state: 'planned',
    createdAt: clock.at,
    createdBy: 'operator',
    version: 0,
  })
  return waveId
}

describe('the mails of a rollout', () => {
  test('are shown by wave, and say what holds them back', async () => {
    const waveId = await aWave(7)
    const ann = await world.aPerson('ann')
    await world.deps.stores.groups.insertMember(world.tenant.tenantId, waveId, ann.userId)

    const answer = await helper('GET', mails)

    expect(answer.statusCode).toBe(200)
    const { isMailConfigured, heldBecause, settings, waves } = answer.json()
    expect({ isMailConfigured, heldBecause }).toEqual({ isMailConfigured: true, heldBecause: 'missing' })
    expect(settings).toEqual({ isPaused: false, perMinute: 60, sendHour: 9, timeZone: 'UTC', off: [] })
    expect(waves).toMatchObject([{ waveId, people: 1, dayZero: '2026-03-09' }])
    expect(waves[0].mails.map((each: { standing: string }) => each.standing)).toEqual([
      ...['skipped', 'skipped', 'skipped', 'skipped'],
      'due',
      ...['planned', 'planned', 'planned', 'planned', 'planned', 'planned'],
    ])
  })

  test('are paused and resumed, by who may change the methods policy', async () => {
    const pause = (caller: Caller, body: object) => caller('PATCH', `${mails}/settings`, { body })

    expect((await pause(reader, { isPaused: true })).statusCode).toBe(403)
    expect((await pause(helper, { isPaused: true })).statusCode).toBe(403)
    const change = { isPaused: true, perMinute: 30, sendHour: 7, timeZone: 'Europe/Berlin', off: ['T-60'] }
    expect((await pause(admin, change)).json()).toMatchObject(change)
    expect((await pause(admin, { isPaused: false })).json()).toMatchObject({ ...change, isPaused: false })

    const log = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 99 })
    const written = log.map(({ activity }) => activity).filter((activity) => activity.startsWith('campaign_'))
    expect(written.toSorted()).toEqual(['campaign_mails_paused', 'campaign_mails_resumed'])
    await pause(admin, { timeZone: 'UTC', off: [], sendHour: 9, perMinute: 60 })
  })

  test.each([
    { perMinute: 0 },
    { perMinute: 1.5 },
    { perMinute: 6001 },
    { sendHour: 24 },
    { timeZone: 'Europe/Nowhere' },
    { off: ['T-8'] },
    { isPaused: 'maybe' },
    { tempo: 1 },
  ])('refuses %o', async (body) => {
    expect((await admin('PATCH', `${mails}/settings`, { body })).statusCode).toBe(400)
  })

  test('are listed by what became of them, and sent again', async () => {
    const { deps, tenant, clock } = world
    const { tenantId } = tenant
    const bea = await world.aPerson('bea')
    const mailId = newId(deps)
    const tokenHash = new Uint8Array(32).fill(7)
    await deps.stores.campaignMails.insert({
      ...{ tenantId, mailId, userId: bea.userId, waveId: 'gone', kind: 'T-7', dayZero: '2026-03-09' },
      ...{ again: 0, tokenHash, state: 'waiting', decidedAt: clock.at },
    })
    const path = `${mails}/sent/${mailId}/sendAgain`
    expect((await admin('POST', path)).statusCode).toBe(400)
    await deps.stores.campaignMails.putFailed(tenantId, mailId, '550 no such mailbox')

    const failed = (await helper('GET', `${mails}/sent?state=failed&kind=T-7`)).json()
    expect(failed.value).toMatchObject([
      { id: mailId, displayName: bea.displayName, state: 'failed', error: '550 no such mailbox' },
    ])
    expect(JSON.stringify(failed)).not.toMatch(/token|BwcHB/)
    expect((await helper('POST', path)).statusCode).toBe(403)
    expect((await admin('POST', path)).json()).toMatchObject({ state: 'waiting', isAgain: true })
    expect((await helper('GET', `${mails}/sent?state=lost`)).statusCode).toBe(400)
    expect((await admin('POST', `${mails}/sent/${newId(deps)}/sendAgain`)).statusCode).toBe(404)
  })
})

describe('what the mails say', () => {
  const text = `${mails}/texts/T%2B0/de`

  test('is edited part by part, and set back', async () => {
    const { ours, placeholders } = (await helper('GET', text)).json()
    expect(ours.subject).toBe('Sie sind an der Reihe: Richten Sie Ihren Passkey ein')
    expect(placeholders).toContain('deadline')

    const changed = await admin('PUT', text, { body: { subject: ' Heute: {organisation} ', intro: null } })

    expect(changed.json().edits).toEqual({ subject: 'Heute: {organisation}', intro: null, closing: null })
    expect((await helper('GET', `${mails}/texts`)).json().value).toMatchObject([
      { kind: 'T+0', language: 'de' },
    ])
    expect((await admin('DELETE', text)).statusCode).toBe(204)
    expect((await helper('GET', text)).json().edits.subject).toBeNull()
  })

  test.each([
    ['a name that nothing is filled in for', { intro: 'Hello {nobody}' }],
    ['a line break in a subject', { subject: 'a\nBcc: all' }],
    ['more than anybody reads', { closing: 'x'.repeat(4001) }],
    ['a part that does not exist', { footer: 'x' }],
  ])('refuses %s', async (_, body) => {
    expect((await admin('PUT', text, { body })).statusCode).toBe(400)
  })

  test('is 404 for a kind or a language that does not exist', async () => {
    for (const path of ['texts/T-8/de', 'texts/T-7/xx']) {
      expect((await helper('GET', `${mails}/${path}`)).statusCode).toBe(404)
    }
  })

  test('is previewed for anybody, with edits that are not kept, and nothing is sent', async () => {
    const eve = await world.aPerson('eve')
    const ask = {
      kind: 'T+0',
      language: 'en',
      user: eve.userName,
      edits: { intro: 'Dear {person}.\n\nNow.' },
    }

    const answer = await helper('POST', `${mails}/preview`, { body: ask })

    expect(answer.statusCode).toBe(200)
    const { to, parts, text: plain, html } = answer.json()
    expect(to).toBe(eve.userName)
    expect(parts.intro).toEqual([`Dear ${eve.displayName}.`, 'Now.'])
    expect(plain).toContain('setup?domain=')
    expect(html).not.toContain('?m=')
    expect((await helper('GET', `${mails}/texts`)).json().value).toEqual([])
    expect(mail.arrived).toEqual([])
  })

  test('is tried out on oneself', async () => {
    const answer = await admin('POST', `${mails}/test`, { body: { kind: 'thanks', language: 'fr' } })

    expect(answer.json()).toMatchObject({ delivered: true, error: null })
    expect(mail.arrived.map(({ mail: { subject } }) => subject)).toEqual([
      'Merci\u00a0: votre clé d’accès fonctionne',
    ])
  })

  test('says what the mail server said, if that takes nothing', async () => {
    const zoe = await world.aPerson('zoe', 'authenticationPolicyAdministrator')
    mail.answer(zoe.userName, 550)

    const answer = await world.as(zoe, write)('POST', `${mails}/test`, { body: { kind: 'thanks' } })

    expect(answer.json()).toMatchObject({ delivered: false })
    expect(answer.json().error).toContain('no such mailbox')
  })
})

describe('posters and the brief', () => {
  test('a poster has the address of the guide, and nobody’s token', async () => {
    const { address, qr } = (await helper('GET', '/latchkey/rollout/poster')).json()

    expect(address).toMatch(/\/setup\?domain=/)
    expect(qr.path).toMatch(/^M/)
  })

  test.each([
    ['language=de&paper=letter', 'de', '612 792'],
    ['language=ja', 'en', '595 842'],
  ])('the PDF of %s speaks %s', async (query, spoken, size) => {
    const answer = await helper('GET', `/latchkey/rollout/poster/pdf?${query}`)

    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-language']).toBe(spoken)
    expect(answer.rawPayload.toString('latin1')).toMatch(
      new RegExp(`^%PDF-1.7[\\s\\S]*${size}[\\s\\S]*%%EOF\\n$`),
    )
    expect((await helper('GET', '/latchkey/rollout/poster/pdf?paper=a0')).statusCode).toBe(400)
  })

  test('the brief counts what people fail with, and names the mails to come', async () => {
    const { deps, tenant } = world
    for (const code of ['browser_cancelled', 'pass_expired', 'browser_cancelled']) {
      const { userId } = await world.aPerson(newId(deps))
      await noteStep(deps.stores, deps, { tenantId: tenant.tenantId, step: 'failed', userId, code })
    }

    const brief = (await helper('GET', '/latchkey/rollout/brief')).json()

    expect(brief.questions).toMatchObject([
      { code: 'browser_cancelled', failures: 2 },
      { code: 'pass_expired', failures: 1 },
    ])
    expect(brief.days).toHaveLength(14)
    expect(brief.left).toBeGreaterThan(2)
    expect(brief.mails.map((each: { kind: string }) => each.kind)).toEqual([
      'T-7',
      'T-1',
      'T+0',
      'T+3',
      'T+7',
    ])
  })
})
