import type { CampaignMail, CampaignMailSettings, CampaignMailText } from '@latchkey/rollout'
import { describe, expect, test } from 'vitest'
import { aStep } from './steps.ts'
import { aPerson, aTenant, bytes, contoso, later, now, type Open, type Opened } from './world.ts'

export const aCampaignMail = (change: Partial<CampaignMail> = {}): CampaignMail => ({
  tenantId: 'contoso',
  mailId: 'mail-1',
  waveId: 'wave-1',
  userId: 'id-of-ann',
  kind: 'T-7',
  dayZero: '2026-03-09',
  again: 0,
  tokenHash: bytes(32, 1),
  state: 'waiting',
  decidedAt: now,
  ...change,
})

export const someMailSettings: CampaignMailSettings = {
  paused: true,
  perMinute: 30,
  sendHour: 8,
  timeZone: 'Europe/Berlin',
  off: ['T-60', 'thanks'],
}

export const aMailText = (change: Partial<CampaignMailText> = {}): CampaignMailText => ({
  tenantId: 'contoso',
  kind: 'T-7',
  language: 'de',
  edits: { subject: 'Noch eine Woche' },
  changedAt: now,
  ...change,
})

const undecided = {
  groupIds: ['group-1'],
  earlierGroupIds: [],
  kind: 'T-7',
  dayZero: '2026-03-09',
  limit: 9,
} as const

/** Ann and Ben are in the first group, Ann and Cay in the second. */
async function twoGroups(open: Open): Promise<Opened> {
  const opened = await contoso(open)
  const { stores } = opened
  await stores.people.insert(aPerson('cay', {}, 60))
  for (const groupId of ['group-1', 'group-2']) {
    await stores.groups.insert({ tenantId: 'contoso', groupId, displayName: groupId, createdAt: now })
  }
  for (const name of ['ann', 'ben']) await stores.groups.insertMember('contoso', 'group-1', `id-of-${name}`)
  for (const name of ['ann', 'cay']) await stores.groups.insertMember('contoso', 'group-2', `id-of-${name}`)
  return opened
}

/** What keeping who got which mail must do. */
export function campaignMailsContract(open: Open): void {
  describe('deciding who gets a mail', () => {
    test('of two who decide the same mail, one does', async () => {
      const { stores, rows } = await contoso(open)

      const both = await Promise.all([
        stores.campaignMails.insert(aCampaignMail()),
        stores.campaignMails.insert(aCampaignMail({ mailId: 'mail-2', tokenHash: bytes(32, 2) })),
      ])

      expect(both.toSorted()).toEqual([false, true])
      expect(await rows('campaign_mail')).toHaveLength(1)
    })

    test.each([
      ['another kind', { kind: 'T-1' }],
      ['another day 0', { dayZero: '2026-04-01' }],
      ['another time', { again: 1 }],
      ['another person', { userId: 'id-of-ben' }],
    ] as const)('%s is another mail', async (_, change) => {
      const { stores } = await twoGroups(open)
      await stores.campaignMails.insert(aCampaignMail())

      const other = aCampaignMail({ mailId: 'mail-2', tokenHash: bytes(32, 2), ...change })

      expect(await stores.campaignMails.insert(other)).toBe(true)
    })

    test('lists for whom it is not decided: by group, and not who is in a wave before', async () => {
      const { stores } = await twoGroups(open)
      const list = (query: object) =>
        stores.campaignMails.listUndecided('contoso', { ...undecided, ...query })

      expect(await list({})).toEqual(['id-of-ann', 'id-of-ben'])
      expect(await list({ limit: 1 })).toEqual(['id-of-ann'])
      expect(await list({ groupIds: ['group-1', 'group-2'] })).toEqual([
        'id-of-ann',
        'id-of-ben',
        'id-of-cay',
      ])
      expect(await list({ groupIds: ['group-2'], earlierGroupIds: ['group-1'] })).toEqual(['id-of-cay'])
      expect(await list({ groupIds: [] })).toEqual([])
      await stores.campaignMails.insert(aCampaignMail())
      expect(await list({})).toEqual(['id-of-ben'])
      expect(await list({ kind: 'T-1' })).toEqual(['id-of-ann', 'id-of-ben'])
      expect(await list({ dayZero: '2026-04-01' })).toEqual(['id-of-ann', 'id-of-ben'])
      expect(
        await stores.campaignMails.countPeople('contoso', {
          groupIds: ['group-2'],
          earlierGroupIds: ['group-1'],
        }),
      ).toBe(1)
    })

    test('leaves out who is switched off, and accounts for emergencies', async () => {
      const { stores } = await twoGroups(open)
      const [ann, ben] = await stores.people.listByIds('contoso', ['id-of-ann', 'id-of-ben'])
      if (ann === undefined || ben === undefined) throw new Error('nobody is there')
      await stores.people.put({ ...ann, enabled: false })
      await stores.people.put({ ...ben, breakGlass: true })

      expect(await stores.campaignMails.listUndecided('contoso', undecided)).toEqual([])
      expect(await stores.campaignMails.countPeople('contoso', undecided)).toBe(0)
    })

    test('knows who has used their first passkey lately', async () => {
      const { stores } = await twoGroups(open)
      await stores.stepEvents.append(aStep({ userId: 'id-of-ben', step: 'firstUsed', at: later(5) }))
      const list = (firstUsedSince: Date) =>
        stores.campaignMails.listUndecided('contoso', { ...undecided, kind: 'thanks', firstUsedSince })

      expect(await list(later(5))).toEqual(['id-of-ben'])
      expect(await list(later(6))).toEqual([])
    })
  })

  describe('keeping what became of a mail', () => {
    test('gives back the whole mail, by its id and by its token', async () => {
      const { stores } = await contoso(open)
      await stores.campaignMails.insert(aCampaignMail())

      expect(await stores.campaignMails.find('contoso', 'mail-1')).toEqual(aCampaignMail())
      expect(await stores.campaignMails.findByToken(bytes(32, 1))).toEqual(aCampaignMail())
      expect(await stores.campaignMails.findByToken(bytes(32, 9))).toBeUndefined()
    })

    test('is sent once, then opened once', async () => {
      const { stores } = await contoso(open)
      await stores.campaignMails.insert(aCampaignMail())
      const { campaignMails } = stores

      expect(await campaignMails.putOpened('contoso', 'mail-1', later(1))).toBe(false)
      await campaignMails.putError('contoso', 'mail-1', 'no route')
      expect(await campaignMails.find('contoso', 'mail-1')).toMatchObject({ error: 'no route' })
      expect(await campaignMails.putSent('contoso', 'mail-1', later(2))).toBe(true)
      expect(await campaignMails.putSent('contoso', 'mail-1', later(3))).toBe(false)
      expect(await campaignMails.putFailed('contoso', 'mail-1', 'late')).toBe(false)
      expect(await campaignMails.removeWaiting('contoso', 'mail-1')).toBe(false)
      expect(await campaignMails.putOpened('contoso', 'mail-1', later(4))).toBe(true)
      expect(await campaignMails.putOpened('contoso', 'mail-1', later(5))).toBe(false)

      expect(await campaignMails.find('contoso', 'mail-1')).toEqual(
        aCampaignMail({ state: 'sent', sentAt: later(2), openedAt: later(4) }),
      )
    })

    test('fails once, or is taken back while it waits', async () => {
      const { stores } = await contoso(open)
      const { campaignMails } = stores
      await campaignMails.insert(aCampaignMail())
      await campaignMails.insert(aCampaignMail({ mailId: 'mail-2', kind: 'T-1', tokenHash: bytes(32, 2) }))

      expect(await campaignMails.putFailed('contoso', 'mail-1', 'no such mailbox')).toBe(true)
      expect(await campaignMails.removeWaiting('contoso', 'mail-2')).toBe(true)

      expect(await campaignMails.list('contoso', { limit: 9 })).toEqual([
        aCampaignMail({ state: 'failed', error: 'no such mailbox' }),
      ])
    })

    test('counts by wave, kind and state, and what was sent again but once', async () => {
      const { stores } = await contoso(open)
      const { campaignMails } = stores
      for (const again of [0, 1]) {
        const mailId = `mail-${again}`
        await campaignMails.insert(aCampaignMail({ mailId, again, tokenHash: bytes(32, again) }))
        await campaignMails.putSent('contoso', mailId, later(1))
      }
      await campaignMails.putOpened('contoso', 'mail-1', later(2))
      const { tokenHash: _, ...quiet } = aCampaignMail({ mailId: 'mail-9', kind: 'T+3', state: 'notNeeded' })
      await campaignMails.insert(quiet)

      const counts = await campaignMails.count('contoso')

      const same = { waveId: 'wave-1', dayZero: '2026-03-09' }
      expect(counts.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
        { ...same, kind: 'T-7', state: 'sent', mails: 2, people: 1, opened: 1 },
        { ...same, kind: 'T+3', state: 'notNeeded', mails: 1, people: 1, opened: 0 },
      ])
      expect(await campaignMails.countDecidedSince('contoso', later(-1))).toBe(2)
      expect(await campaignMails.countDecidedSince('contoso', now)).toBe(0)
      expect(await campaignMails.countWaiting('contoso')).toBe(0)
    })

    test('finds whose people went on to a passkey since, whatever else they were shown', async () => {
      const { stores } = await contoso(open)
      const { campaignMails, stepEvents } = stores
      await campaignMails.insert(aCampaignMail())
      await campaignMails.putSent('contoso', 'mail-1', later(10))
      const list = (actedSince = now) =>
        campaignMails.listFollowed('contoso', { sentSince: now, actedSince, limit: 9 })
      const step = { userId: 'id-of-ann' }
      await stepEvents.append(aStep({ ...step, eventId: '1', step: 'created', at: later(9) }))
      await stepEvents.append(aStep({ ...step, eventId: '2', step: 'offered', at: later(11) }))
      expect(await list()).toEqual([])

      await stepEvents.append(aStep({ ...step, eventId: '3', step: 'created', at: later(13) }))
      await stepEvents.append(aStep({ ...step, eventId: '4', step: 'started', at: later(12) }))

      const mail = aCampaignMail({ state: 'sent', sentAt: later(10) })
      expect(await list()).toEqual([{ mail, at: later(12) }])
      expect(await list(later(13))).toEqual([{ mail, at: later(13) }])
      expect(await list(later(14))).toEqual([])
      await campaignMails.putOpened('contoso', 'mail-1', later(12))
      expect(await list()).toEqual([])
    })

    test('goes with its person, and with time', async () => {
      const { stores, rows } = await twoGroups(open)
      await stores.campaignMails.insert(aCampaignMail())
      const theirs = aCampaignMail({ mailId: 'mail-2', userId: 'id-of-ben', tokenHash: bytes(32, 2) })
      await stores.campaignMails.insert({ ...theirs, decidedAt: later(9) })

      await stores.people.remove('contoso', 'id-of-ann')

      expect(await rows('campaign_mail')).toHaveLength(1)
      expect(await stores.campaignMails.removeBefore(later(9))).toBe(0)
      expect(await stores.campaignMails.removeBefore(later(10))).toBe(1)
    })
  })

  describe('keeping what an organisation says in its mails', () => {
    test('gives back settings, and the last that was kept of each text', async () => {
      const { stores } = await contoso(open)
      const { campaignMailTexts: texts } = stores
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))

      expect(await texts.findSettings('contoso')).toBeUndefined()
      await texts.putSettings('contoso', { ...someMailSettings, perMinute: 1 })
      await texts.putSettings('contoso', someMailSettings)
      expect(await texts.findSettings('contoso')).toEqual(someMailSettings)

      const full = aMailText({ edits: { subject: 'a', intro: 'b', closing: 'c' }, changedAt: later(1) })
      const french = aMailText({ language: 'fr' })
      for (const text of [aMailText(), full, french]) await texts.put(text)
      expect(await texts.list('contoso')).toEqual([full, french])
      expect(await texts.find('contoso', 'T-7', 'de')).toEqual(full)
      await texts.remove('contoso', 'T-7', 'de')
      expect(await texts.find('contoso', 'T-7', 'de')).toBeUndefined()
    })
  })
}
