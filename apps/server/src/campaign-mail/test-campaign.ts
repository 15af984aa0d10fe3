import { newId, noteStep, type Person, type Tenant } from '@latchkey/identity'
import { addPerson } from '@latchkey/identity/administer'
import type { Wave } from '@latchkey/rollout'
import { type Senders, sendDue } from '../jobs/outbox-worker.ts'
import { sendCampaign } from '../jobs/send-campaign.ts'
import { mailSender } from '../jobs/send-mail.ts'
import { openMailServer, type TestMailServer } from '../jobs/test-mail-server.ts'
import { addPasskey, makeTenant, signIn } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'

/** An organisation on its way, whose mails arrive at a mail server of the test. */
export interface TestCampaign {
  readonly world: TestWorld
  readonly tenant: Tenant
  readonly wave: Wave
  readonly mail: TestMailServer
  /** Add somebody to the wave. */
  addMember(name: string, preferredLanguage?: string): Promise<Person>
  /** Set the clock of the server. */
  at(time: string): void
  /** Plan what is due, then send it; until there is nothing more to do at this moment. @returns whom mails came to, and about what */
  run(): Promise<readonly string[]>
  /** Only plan. */
  plan(holder?: string): Promise<number | undefined>
  /** Only send. */
  send(): Promise<void>
  /** Note that somebody used their passkey for the first time, now. */
  noteFirstUse(person: Person): Promise<void>
  close(): Promise<void>
}

/** Walk the path as the preflight wants it: somebody comes with a pass, makes a passkey and signs in with it. */
async function walkPreflight(world: TestWorld, tenant: Tenant): Promise<void> {
  const { deps, clock } = world
  const { tenantId } = tenant
  const person = await addPerson(deps, {
    tenantId,
    userName: 'tester@juniper.example',
    displayName: 'tester',
    actor: { kind: 'operator' },
  })
  const { userId } = person
  await deps.stores.preflights.put({ tenantId, userId, beganAt: clock.at, beganBy: 'operator' })
  await addPasskey(await signIn(world, person))
  const until = new Date(clock.at.getTime() + 1)
  const steps = await deps.stores.stepEvents.list(tenantId, { from: clock.at, until, userId, limit: 99 })
  const aaguid = steps.find(({ step }) => step === 'created')?.aaguid
  await noteStep(deps.stores, deps, {
    tenantId,
    step: 'firstUsed',
    userId,
    ...(aaguid !== undefined && { aaguid }),
  })
}

const groupId = '0190a1b2-0000-7000-8000-00000000000b'

/** Open one: day 0 is 9 March 2026, and everybody has two weeks. */
export async function openTestCampaign(): Promise<TestCampaign> {
  const mail = await openMailServer()
  const world = await openTestWorld({
    LATCHKEY_SMTP_URL: mail.url,
    LATCHKEY_MAIL_FROM: 'id@juniper.example',
  })
  const { deps, clock } = world
  // Before the first mail is due.
  clock.at = new Date('2026-01-05T09:00:00Z')
  const tenant = await makeTenant(world, 'juniper.example')
  const { tenantId } = tenant
  const wave: Wave = {
    tenantId,
    waveId: newId(deps),
    kind: 'registration',
    name: 'Office',
    groupIds: [groupId],
    startsAt: new Date('2026-03-09T00:00:00Z'),
    endsAt: new Date('2026-03-23T00:00:00Z'),
    state: 'planned',
    createdAt: clock.at,
    createdBy: 'operator',
    version: 0,
  }
  await deps.stores.groups.insert({ tenantId, groupId, displayName: 'Office', createdAt: clock.at })
  await deps.stores.waves.insert(wave)
  await walkPreflight(world, tenant)
  const sender = mailSender(deps)
  // What is told of the test person's passkey is no mail of a campaign.
  for (const { messageId } of await deps.stores.outbox.takeDue(clock.at, clock.at, 99)) {
    await deps.stores.outbox.remove(messageId)
  }
  const nothing = async () => {}
  const senders: Senders = { mail: sender.send, backchannelLogout: nothing, push: nothing }
  const plan = (holder = 'one') => sendCampaign(deps, holder)
  const send = async () => {
    while ((await sendDue(deps, senders)) === 'again');
  }

  return {
    world,
    tenant,
    wave,
    mail,
    async addMember(name, preferredLanguage) {
      const person = await addPerson(deps, {
        tenantId,
        userName: `${name}@juniper.example`,
        displayName: name,
        actor: { kind: 'operator' },
        ...(preferredLanguage !== undefined && { preferredLanguage }),
      })
      await deps.stores.groups.insertMember(tenantId, groupId, person.userId)
      return person
    },
    at(time) {
      clock.at = new Date(time)
    },
    plan,
    send,
    async run() {
      const before = mail.arrived.length
      await plan()
      await send()
      return mail.arrived
        .slice(before)
        .map(({ to, mail: { subject } }) => `${to[0]?.split('@')[0]}: ${subject}`)
        .toSorted()
    },
    async noteFirstUse({ userId }) {
      await noteStep(deps.stores, deps, { tenantId, step: 'firstUsed', userId })
    },
    async close() {
      sender.close()
      await world.close()
      await mail.close()
    },
  }
}
