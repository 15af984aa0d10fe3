import { type Attribution, appendAudit, IdentityRefusal, newId, requirePermission } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { CampaignMail } from './campaign-mail.ts'
import { defaultCampaignMailSettings } from './campaign-mail-settings.ts'
import { makeCampaignMailToken } from './campaign-mail-token.ts'
import { type CampaignMailDeps, putIntoOutbox } from './fill-outbox.ts'

/**
 * Send somebody a mail again that was sent, failed, or was not needed at the time.
 *
 * @throws IdentityRefusal `not_permitted`; `not_found` if there is no such mail; `invalid_input` while mails are paused, or
 *   while it still waits
 */
export async function sendAgain(
  deps: CampaignMailDeps,
  by: Attribution & { readonly tenantId: string },
  mailId: string,
): Promise<CampaignMail> {
  const { tenantId } = by
  const newMailId = newId(deps)
  const token = makeCampaignMailToken(deps, newMailId)
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    const before = await tx.campaignMails.find(tenantId, mailId)
    if (before === undefined) throw new IdentityRefusal('not_found', { detail: 'mail' })
    const { paused } = (await tx.campaignMailTexts.findSettings(tenantId)) ?? defaultCampaignMailSettings
    if (paused) throw new IdentityRefusal('invalid_input', { detail: 'paused' })
    const others = await listSame(tx, before)
    if (others.some(({ state }) => state === 'waiting')) {
      throw new IdentityRefusal('invalid_input', { detail: 'waiting' })
    }
    const { sentAt: _, openedAt: __, error: ___, ...same } = before
    const mail: CampaignMail = {
      ...same,
      mailId: newMailId,
      again: 1 + Math.max(...others.map(({ again }) => again)),
      state: 'waiting',
      decidedAt: deps.now(),
      tokenHash: token.hash,
    }
    if (!(await tx.campaignMails.insert(mail)))
      throw new IdentityRefusal('invalid_input', { detail: 'waiting' })
    await putIntoOutbox(tx, deps, { tenantId, mailId: newMailId, sealed: token.sealed })
    const person = await tx.people.find(tenantId, mail.userId)
    await appendAudit(tx, deps, by, {
      activity: 'campaign_mail_sent_again',
      target: { kind: 'person', id: mail.userId, name: person?.userName ?? '' },
      detail: { kind: mail.kind, dayZero: mail.dayZero },
    })
    return mail
  })
}

/** The mail as it was planned, and each time it was sent again. */
async function listSame(
  tx: Pick<RolloutStores, 'campaignMails'>,
  { tenantId, userId, kind, dayZero }: CampaignMail,
): Promise<readonly CampaignMail[]> {
  const mails = await tx.campaignMails.list(tenantId, { userId, kind, limit: 100 })
  return mails.filter((mail) => mail.dayZero === dayZero)
}
