import {
  changeMailSettings,
  findCampaignMail,
  noteFollowedMails,
  openCampaignMail,
  readMailCalendar,
  sendAgain,
} from '@latchkey/rollout'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addPasskey, signIn } from '../security-info/test-people.ts'
import { openTestCampaign, type TestCampaign } from './test-campaign.ts'

let campaign: TestCampaign

beforeEach(async () => {
  campaign = await openTestCampaign()
})

afterEach(async () => await campaign.close())

const operator = { actor: { kind: 'operator' } } as const
const stores = () => campaign.world.deps.stores
const tenantId = () => campaign.tenant.tenantId
const theWave = async () => (await stores().waves.find(tenantId(), campaign.wave.waveId)) ?? campaign.wave
const stepsOf = async (step: string) => {
  const all = { from: new Date(0), until: new Date('2027-01-01'), limit: 999 }
  return (await stores().stepEvents.list(tenantId(), all)).filter((event) => event.step === step)
}
const calendarOf = async (kind: string) => {
  const [calendar] = await readMailCalendar(campaign.world.deps, tenantId())
  return calendar?.mails.find((mail) => mail.kind === kind)
}
const newestLink = () => {
  const text = campaign.mail.arrived.at(-1)?.mail.text ?? ''
  return new URL(/http\S+setup\S+/.exec(text)?.[0] ?? 'about:blank')
}

describe('sending the mails of a wave', () => {
  test('each on its day, announcements to everybody, reminders to who is left', async () => {
    const ann = await campaign.addMember('ann')
    await campaign.addMember('ben')
    const days: Record<string, readonly string[]> = {}
    // Each day of the plan, and the two after it.
    const offsets = [-60, -45, -30, -15, -7, -1, 3, 7, 14].flatMap((day) => [day, day + 1, day + 2])
    for (const day of offsets) {
      const time = new Date(Date.parse('2026-03-09T10:00:00Z') + day * 86_400_000).toISOString()
      campaign.at(time)
      // Ann registers on day 1.
      if (time.startsWith('2026-03-10')) await addPasskey(await signIn(campaign.world, ann))
      const got = await campaign.run()
      const ours = got.filter((line) => !/passkey was added|Temporary/i.test(line))
      if (ours.length > 0) days[time.slice(0, 10)] = ours
    }

    const both = (subject: string) => [`ann: ${subject}`, `ben: ${subject}`]
    expect(days).toEqual({
      '2026-01-08': both('Signing in at The people of juniper.example gets simpler on March 9, 2026'),
      '2026-01-23': both('Is your device ready for March 9, 2026?'),
      '2026-02-07': both('In 30 days: what a passkey is, and what changes for you'),
      '2026-02-22': both('What you need on March 9, 2026'),
      '2026-03-02': both('In 7 days it is your turn: your passkey at The people of juniper.example'),
      '2026-03-08': both('Tomorrow: your passkey at The people of juniper.example'),
      '2026-03-09': both('It is your turn: set up your passkey'),
      '2026-03-12': ['ben: Your passkey is still missing'],
      '2026-03-16': ['ben: A reminder: your passkey at The people of juniper.example'],
      '2026-03-23': ['ben: The last reminder: your passkey at The people of juniper.example'],
    })
    expect(await calendarOf('T+3')).toMatchObject({ standing: 'done', sent: 1, notNeeded: 1, undecided: 0 })
    expect(await stepsOf('mailSent')).toHaveLength(17)
  }, 30_000)

  test('says what the policy allows, in the person’s language, with a link of its own', async () => {
    await campaign.addMember('ann', 'de-CH')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.run()

    const { mail } = campaign.mail.arrived[0] ?? {}
    expect(mail?.subject).toBe(
      'In 7 Tagen sind Sie an der Reihe: Ihr Passkey bei The people of juniper.example',
    )
    expect(mail?.text).toContain('Am 9. März 2026 richten Sie')
    expect(mail?.text).toMatch(/- Ihr iPhone oder iPad .*ab iOS \d+/)
    expect(mail?.html).toContain('<html lang="de">')
    expect(mail?.html).toContain(newestLink().href.replaceAll('&', '&amp;'))
    expect(newestLink().searchParams.get('m')).toMatch(/^[\w-]{43}$/)
  })

  test('thanks once, after the first use', async () => {
    const ann = await campaign.addMember('ann')
    const ben = await campaign.addMember('ben')
    campaign.at('2026-03-10T10:00:00Z')
    await campaign.run()
    await campaign.noteFirstUse(ann)
    expect(await campaign.run()).toEqual(['ann: Thank you: your passkey works'])

    await campaign.noteFirstUse(ann)
    expect(await campaign.run()).toEqual([])
    await campaign.noteFirstUse(ben)
    campaign.at('2026-03-13T11:00:00Z')
    // Ben's first use is three days ago; he is reminded, for he has no passkey.
    expect(await campaign.run()).toEqual([
      'ann: Your passkey is still missing',
      'ben: Your passkey is still missing',
    ])
  })

  test('sends nothing late by weeks when the clock jumps, and says that it did not', async () => {
    await campaign.addMember('ann')
    campaign.at('2026-03-01T10:00:00Z')
    expect(await campaign.run()).toEqual([])
    campaign.at('2026-03-15T10:00:00Z')
    expect(await campaign.run()).toEqual([])

    expect(await calendarOf('T-7')).toMatchObject({ standing: 'skipped', undecided: 1, sent: 0 })
    expect(await calendarOf('T+7')).toMatchObject({ standing: 'planned' })
    campaign.at('2026-03-02T10:00:00Z')
    expect(await campaign.run()).toHaveLength(1)
    campaign.at('2026-02-20T10:00:00Z')
    expect(await campaign.run()).toEqual([])
  })

  test('tells of the new day when a wave is put off, and drops what waits of the old one', async () => {
    await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.plan()
    const startsAt = new Date('2026-03-16T00:00:00Z')
    await stores().waves.put({ ...(await theWave()), startsAt, version: 2 })
    await campaign.send()
    expect(campaign.mail.arrived).toEqual([])

    campaign.at('2026-03-09T10:00:00Z')
    await campaign.run()
    expect(campaign.mail.arrived.map(({ mail }) => mail.text?.match(/On (.*?) you/)?.[1])).toEqual([
      'March 16, 2026',
    ])
  })
})

describe('sending each mail once', () => {
  test('although two nodes plan and send at the same moment', async () => {
    for (const name of ['ann', 'ben', 'cay']) await campaign.addMember(name)
    campaign.at('2026-03-02T10:00:00Z')

    // A lease that ran out lets two of them in.
    await Promise.all([campaign.plan('one'), campaign.plan('two')])
    await stores().leases.remove('campaign mails', 'one')
    await campaign.plan('three')
    await Promise.all([campaign.send(), campaign.send()])

    expect(campaign.mail.arrived.flatMap(({ to }) => to).toSorted()).toEqual([
      'ann@juniper.example',
      'ben@juniper.example',
      'cay@juniper.example',
    ])
    expect(await stepsOf('mailSent')).toHaveLength(3)
  })

  test('loses none when the mail server is down, and none is said to be sent', async () => {
    await campaign.addMember('ann')
    campaign.mail.answer('ann@juniper.example', 451)
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.run()
    expect(await calendarOf('T-7')).toMatchObject({ waiting: 1, sent: 0 })
    expect(await stepsOf('mailSent')).toEqual([])

    campaign.mail.answer('ann@juniper.example')
    campaign.at('2026-03-02T11:00:00Z')
    expect(await campaign.run()).toHaveLength(1)
    expect(await calendarOf('T-7')).toMatchObject({ waiting: 0, sent: 1 })
  })

  test('does not try an address again that was refused for good, and shows why', async () => {
    await campaign.addMember('ann')
    campaign.mail.answer('ann@juniper.example', 550)
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.run()

    const [failed] = await stores().campaignMails.list(tenantId(), { state: 'failed', limit: 9 })
    expect(failed?.error).toContain('no such mailbox')
    expect(await stores().outbox.count()).toBe(0)
  })

  test('gives up when its day has passed meanwhile', async () => {
    await campaign.addMember('ann')
    campaign.mail.answer('ann@juniper.example', 451)
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.run()
    campaign.mail.answer('ann@juniper.example')
    campaign.at('2026-03-05T10:00:00Z')

    expect(await campaign.run()).toEqual([])
    expect(await calendarOf('T-7')).toMatchObject({ failed: 1, sent: 0 })
  })

  test('keeps to the rate, whatever waits', async () => {
    for (let at = 0; at < 25; at++) await campaign.addMember(`person-${at}`)
    await changeMailSettings(campaign.world.deps, { tenantId: tenantId(), ...operator }, { perMinute: 12 })
    const perRound: number[] = []
    for (let second = 0; second < 150; second += 10) {
      campaign.at(new Date(Date.parse('2026-03-02T10:00:00Z') + second * 1000).toISOString())
      perRound.push((await campaign.run()).length)
    }

    expect(perRound).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0, 0])
  })
})

describe('holding mails back', () => {
  test('before the organisation may announce, nothing is sent', async () => {
    const ann = await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    const record = await stores().preflights.find(tenantId())
    if (record === undefined) throw new Error('nobody walked the path')
    await stores().preflights.put({ ...record, userId: ann.userId })
    expect(await campaign.plan()).toBe(0)
    expect(await stores().outbox.count()).toBe(0)

    await stores().preflights.put(record)
    expect(await campaign.plan()).toBe(1)
    expect(await stores().waves.find(tenantId(), campaign.wave.waveId)).toMatchObject({
      announcedAt: new Date('2026-03-02T10:00:00Z'),
    })
  })

  test('while mails are paused, what waits stays unsent, and goes out after', async () => {
    await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.plan()
    const by = { tenantId: tenantId(), ...operator }
    await changeMailSettings(campaign.world.deps, by, { paused: true })
    expect(await campaign.run()).toEqual([])
    await expect(campaign.run()).resolves.toEqual([])

    await changeMailSettings(campaign.world.deps, by, { paused: false })
    expect(await campaign.run()).toHaveLength(1)
  })

  test('a wave that was stopped says nothing more', async () => {
    await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.plan()
    await stores().waves.put({ ...(await theWave()), state: 'stopped', version: 2 })

    expect(await campaign.run()).toEqual([])
    expect(await campaign.run()).toEqual([])
  })
})

describe('following a mail', () => {
  test('is noted once, by what its reader does, never by looking', async () => {
    const ann = await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.run()
    const token = newestLink().searchParams.get('m') ?? ''
    const { deps } = campaign.world

    const found = await findCampaignMail(deps, token)
    expect(found).toMatchObject({ tenantId: tenantId(), userId: ann.userId, kind: 'T-7' })
    expect(await calendarOf('T-7')).toMatchObject({ opened: 0 })

    expect(await openCampaignMail(deps, token)).toEqual(found)
    await openCampaignMail(deps, token)
    expect(await calendarOf('T-7')).toMatchObject({ opened: 1 })
    expect(await stepsOf('mailOpened')).toMatchObject([{ userId: ann.userId, mailKind: 'T-7' }])
    for (const other of ['', 'x', 'a'.repeat(43), `${token}x`]) {
      expect(await openCampaignMail(deps, other)).toBeUndefined()
    }
  })

  /** Ann gets her mail at ten, does not open it, and uses a passkey at noon. */
  async function useAfterMail() {
    const ann = await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.run()
    campaign.at('2026-03-02T12:00:00Z')
    await campaign.noteFirstUse(ann)
  }

  test('is known, too, of who goes on to a passkey by another way', async () => {
    await useAfterMail()

    await campaign.run()

    expect(await calendarOf('T-7')).toMatchObject({ opened: 1 })
    expect(await stepsOf('mailOpened')).toHaveLength(1)
  })

  test('is looked for in what was done since the last look, and from the start if the clock was set back', async () => {
    await useAfterMail()
    const { deps } = campaign.world
    const look = (seenUntil: string) => noteFollowedMails(deps, tenantId(), new Date(seenUntil))
    const opened = async () => (await calendarOf('T-7'))?.opened

    campaign.at('2026-03-02T13:00:00Z')
    await look('2026-03-02T12:30:00Z')
    expect(await opened()).toBe(0)

    expect(await look('2026-03-03T09:00:00Z')).toEqual(deps.now())
    expect(await opened()).toBe(1)
  })

  test('what is written down a little late is found all the same', async () => {
    await useAfterMail()
    const { deps } = campaign.world

    campaign.at('2026-03-02T12:06:00Z')
    await noteFollowedMails(deps, tenantId(), new Date('2026-03-02T12:05:00Z'))

    expect(await calendarOf('T-7')).toMatchObject({ opened: 1 })
  })

  test('the token is nowhere in the database', async () => {
    await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.plan()
    const [message] = await stores().outbox.takeDue(
      new Date('2026-03-02T10:00:00Z'),
      new Date('2026-03-02T10:00:01Z'),
      1,
    )
    campaign.at('2026-03-02T10:00:02Z')
    await campaign.send()
    const token = newestLink().searchParams.get('m') ?? 'none'

    const [mail] = await stores().campaignMails.list(tenantId(), { limit: 1 })
    expect(message?.payload).not.toContain(token)
    expect(Buffer.from(mail?.tokenHash ?? []).toString('base64url')).not.toBe(token)
    expect(campaign.world.logged.join('\n')).not.toContain(token)
  })
})

describe('sending a mail again', () => {
  test('to one person, with a link of its own, once it is known what became of the first', async () => {
    await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.plan()
    const [mail] = await stores().campaignMails.list(tenantId(), { limit: 1 })
    const { deps } = campaign.world
    const by = { tenantId: tenantId(), ...operator }
    await expect(sendAgain(deps, by, mail?.mailId ?? '')).rejects.toThrow('invalid_input')
    await campaign.send()
    const first = newestLink().href

    // Days later: an administrator asks for it, so no day is over.
    campaign.at('2026-03-07T10:00:00Z')
    await sendAgain(deps, by, mail?.mailId ?? '')
    await campaign.send()

    expect(campaign.mail.arrived).toHaveLength(2)
    expect(newestLink().href).not.toBe(first)
    expect(await calendarOf('T-7')).toMatchObject({ sent: 2, undecided: 0 })
  })

  test('has failed once the outbox gives it up, and waits in nobody’s way', async () => {
    await campaign.addMember('ann')
    campaign.at('2026-03-02T10:00:00Z')
    await campaign.run()
    const [mail] = await stores().campaignMails.list(tenantId(), { limit: 1 })
    campaign.at('2026-03-07T10:00:00Z')
    await sendAgain(campaign.world.deps, { tenantId: tenantId(), ...operator }, mail?.mailId ?? '')
    campaign.mail.answer('ann@juniper.example', 451)
    await campaign.send()
    expect(await stores().campaignMails.list(tenantId(), { state: 'waiting', limit: 9 })).toHaveLength(1)

    campaign.at('2026-03-15T10:00:00Z')
    await campaign.send()

    expect(await stores().outbox.count()).toBe(0)
    expect(await stores().campaignMails.list(tenantId(), { state: 'waiting', limit: 9 })).toEqual([])
    expect(await stores().campaignMails.list(tenantId(), { state: 'failed', limit: 9 })).toHaveLength(1)
  })
})
