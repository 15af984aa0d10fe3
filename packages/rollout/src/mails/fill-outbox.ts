import { type Deps, findUsableMethods, newId, type Person } from '@latchkey/identity'
import { mayAnnounce } from '../preflight/get-preflight.ts'
import type { RolloutStores } from '../stores.ts'
import type { Wave } from '../waves/wave.ts'
import { defaultCampaignMailSettings } from './campaign-mail-settings.ts'
import { makeCampaignMailToken } from './campaign-mail-token.ts'
import { type DueMail, listDueMails } from './due-mails.ts'
import { isReminder } from './mail-kind.ts'

/** What sending campaign mails needs. */
export type CampaignMailDeps = { readonly stores: RolloutStores } & Pick<Deps, 'now' | 'random' | 'keyring'>

/** What the outbox keeps of a campaign mail, as JSON. Whom it is for and what it says is read when it is sent. */
export interface CampaignMailPayload {
  readonly campaignMailId: string
  /** The token of its link, sealed. */
  readonly token: string
}

/** How long after somebody's first use of a passkey they are still thanked. */
const thanksMilliseconds = 2 * 86_400_000

/** So many people are looked at in one round: those who need no reminder cost nothing but the look. */
const mostLooks = 500

/** So many mails are decided at once: the database is not kept from others for long. */
const decidedAtOnce = 10

/**
 * Put mails that are due into the outbox, no more than the organisation's rate lets through. Each is decided by one
 * statement, in the unit of work that puts it there: two nodes, or one that dies, decide it once and lose none. Nothing is
 * put there before the path was tried (`mayAnnounce`).
 *
 * @returns how many were put there
 */
export async function fillOutbox(deps: CampaignMailDeps, tenantId: string): Promise<number> {
  const { campaignMails, campaignMailTexts, waves } = deps.stores
  const settings = (await campaignMailTexts.findSettings(tenantId)) ?? defaultCampaignMailSettings
  if (settings.paused) return 0
  const at = deps.now()
  const due = listDueMails(await waves.list(tenantId), settings, at)
  if (due.length === 0) return 0
  const minuteAgo = new Date(at.getTime() - 60_000)
  const [lately, waiting] = await Promise.all([
    campaignMails.countDecidedSince(tenantId, minuteAgo),
    campaignMails.countWaiting(tenantId),
  ])
  // In six portions, lest a mail server gets a minute's worth in a second.
  const allowed = Math.min(Math.ceil(settings.perMinute / 6), settings.perMinute - Math.max(lately, waiting))
  return await decideSome(deps, tenantId, due, allowed)
}

async function decideSome(
  deps: CampaignMailDeps,
  tenantId: string,
  due: readonly DueMail[],
  allowed: number,
): Promise<number> {
  let put = 0
  let looks = 0
  let announced: boolean | undefined
  for (const mail of due) {
    const before = put
    while (put < allowed && looks < mostLooks) {
      const limit = isReminder(mail.kind) ? 100 : allowed - put
      const userIds = await deps.stores.campaignMails.listUndecided(tenantId, {
        ...mail.groups,
        kind: mail.kind,
        dayZero: mail.dayZero,
        limit,
        ...(mail.kind === 'thanks' && {
          firstUsedSince: new Date(deps.now().getTime() - thanksMilliseconds),
        }),
      })
      if (userIds.length === 0) break
      // Only asked where somebody waits for its answer: it walks the whole path.
      announced ??= (await mayAnnounce(deps, tenantId)).allow
      if (!announced) return 0
      const people = await deps.stores.people.listByIds(tenantId, userIds)
      for (let from = 0; from < people.length && put < allowed; ) {
        // Together they share a commit; no more at once than may still be put there.
        const some = people.slice(from, from + Math.min(decidedAtOnce, allowed - put))
        const decided = await Promise.all(some.map((person) => decideOne(deps, mail, person)))
        put += decided.filter((isPut) => isPut).length
        looks += some.length
        from += some.length
      }
      if (userIds.length < limit) break
    }
    if (put > before) await noteAnnounced(deps, mail.wave)
  }
  return put
}

/** Keep when the people of a wave were first told. Whoever changes it meanwhile is not disturbed: the next mail says it. */
async function noteAnnounced({ stores, now }: CampaignMailDeps, wave: Wave): Promise<void> {
  if (wave.announcedAt !== undefined) return
  await stores.waves.put({ ...wave, announcedAt: now(), version: wave.version + 1 })
}

/** @returns whether it was put into the outbox, here and now */
async function decideOne(
  deps: CampaignMailDeps,
  { wave, kind, dayZero }: DueMail,
  person: Person,
): Promise<boolean> {
  const { tenantId, userId } = person
  const mailId = newId(deps)
  const token = makeCampaignMailToken(deps, mailId)
  const at = deps.now()
  return await deps.stores.atomically(async (tx) => {
    const needed = !isReminder(kind) || (await findUsableMethods(tx, deps, person)).passkeys === 0
    const isNew = await tx.campaignMails.insert({
      tenantId,
      mailId,
      waveId: wave.waveId,
      userId,
      kind,
      dayZero,
      again: 0,
      state: needed ? 'waiting' : 'notNeeded',
      decidedAt: at,
      ...(needed && { tokenHash: token.hash }),
    })
    if (!isNew || !needed) return false
    await putIntoOutbox(tx, deps, { tenantId, mailId, sealed: token.sealed })
    return true
  })
}

/** Put a mail that waits into the outbox, in the unit of work that decides it. */
export async function putIntoOutbox(
  tx: Pick<RolloutStores, 'outbox'>,
  deps: Pick<Deps, 'now'>,
  {
    tenantId,
    mailId,
    sealed,
  }: { readonly tenantId: string; readonly mailId: string; readonly sealed: string },
): Promise<void> {
  const at = deps.now()
  const payload: CampaignMailPayload = { campaignMailId: mailId, token: sealed }
  await tx.outbox.insert({
    messageId: mailId,
    tenantId,
    kind: 'mail',
    payload: JSON.stringify(payload),
    createdAt: at,
    notBefore: at,
    attempts: 0,
  })
}
