import { noteStep, type Person, rulesOf, type Tenant, type Visitor } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'

/** What writing down takes. */
interface NudgeDeps {
  readonly stores: RolloutStores
  readonly now: () => Date
  readonly random: (length: number) => Uint8Array
}

/** Whom it is about, in which visit to the sign-in pages. */
export interface NudgeAnswer {
  readonly person: Pick<Person, 'tenantId' | 'userId'>
  readonly visit: string
  readonly visitor: Visitor
}

/** Write down that somebody is asked; if they were asked before and left without a word, that they put it off. */
export async function askNudge(deps: NudgeDeps, { person, visit, visitor }: NudgeAnswer): Promise<void> {
  const { tenantId, userId } = person
  await deps.stores.atomically(async (tx) => {
    const before = (await tx.nudges.find(tenantId, userId))?.open
    if (before?.visit === visit) return
    await tx.nudges.ask(tenantId, userId, visit, deps.now())
    const note = { tenantId, userId, method: 'passkey', visitor }
    if (before !== undefined) await noteStep(tx, deps, { ...note, step: 'snoozed', code: 'left' })
    await noteStep(tx, deps, { ...note, step: 'offered' })
  })
}

/** Count that somebody put it off: once in a visit, whatever is sent. */
export async function snoozeNudge(deps: NudgeDeps, { person, visit, visitor }: NudgeAnswer): Promise<void> {
  const { tenantId, userId } = person
  await deps.stores.atomically(async (tx) => {
    if (!(await tx.nudges.snooze(tenantId, userId, visit, deps.now()))) return
    await noteStep(tx, deps, { tenantId, userId, step: 'snoozed', method: 'passkey', visitor })
  })
}

/** Note that somebody tried and it came to nothing. That is not counted, and they are left alone for a while. */
export async function failNudge(
  { stores, now }: Pick<NudgeDeps, 'stores' | 'now'>,
  { person, visit }: Pick<NudgeAnswer, 'person' | 'visit'>,
): Promise<void> {
  await stores.nudges.fail(person.tenantId, person.userId, visit, now())
}

/** Somebody made a passkey: what they put off is forgotten. Without a campaign there is nothing to forget. */
export async function settleNudge(
  { stores, now }: Pick<NudgeDeps, 'stores' | 'now'>,
  tenant: Tenant,
  { tenantId, userId }: NudgeAnswer['person'],
): Promise<void> {
  const { methods } = await rulesOf(stores, { stores }, tenant)
  if (methods.campaign.state === 'enabled') await stores.nudges.settle(tenantId, userId, now())
}
