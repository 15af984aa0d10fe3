import { type Deps, noteStep, sha256, type Visitor } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { CampaignMail } from './campaign-mail.ts'

/** What a mail's link leads to, inside. Never tell a stranger more of it than the organisation. */
export type FoundCampaignMail = Pick<CampaignMail, 'tenantId' | 'userId' | 'mailId' | 'waveId' | 'kind'>

type OpenDeps = { readonly stores: RolloutStores } & Pick<Deps, 'now' | 'random'>

/** A token is base64url of 32 bytes; nothing else is looked for. */
const tokenPattern = /^[\w-]{43}$/

/** Find the mail whose link somebody followed, and note nothing: scanners follow links, too. */
export async function findCampaignMail(
  { stores }: { readonly stores: Pick<RolloutStores, 'campaignMails'> },
  token: string,
): Promise<FoundCampaignMail | undefined> {
  if (!tokenPattern.test(token)) return undefined
  const mail = await stores.campaignMails.findByToken(sha256(token))
  return mail && toFound(mail)
}

/**
 * Note that a mail was opened: for what only a person does, such as touching the page it leads to. The first time is
 * kept, with a step in the same unit of work; after that it changes nothing.
 *
 * @returns the mail; `undefined` for a token that no mail has
 */
export async function openCampaignMail(
  deps: OpenDeps,
  token: string,
  visitor?: Pick<Visitor, 'userAgent' | 'clientHints' | 'correlationId'>,
): Promise<FoundCampaignMail | undefined> {
  const mail = await findCampaignMail(deps, token)
  if (mail === undefined) return undefined
  const at = deps.now()
  await deps.stores.atomically(async (tx) => {
    if (!(await tx.campaignMails.putOpened(mail.tenantId, mail.mailId, at))) return
    await noteOpened(tx, deps, mail, visitor)
  })
  return mail
}

/** Of the mails of this long it is known that their people act on them. */
const followedMilliseconds = 30 * 86_400_000

/** Steps are written down a little later than they happen, and by clocks that differ. */
const belatedMilliseconds = 10 * 60_000

const mostFollowed = 200

/**
 * Count mails as opened whose people were seen on the way to a passkey since, whichever way they took: some type the
 * address.
 *
 * @param seenUntil what the call before returned: nobody looks twice through what everybody did for weeks
 * @returns until when all that was done has been seen; `undefined` if that is not known
 */
export async function noteFollowedMails(
  deps: OpenDeps,
  tenantId: string,
  seenUntil?: Date,
): Promise<Date | undefined> {
  const now = deps.now()
  const sentSince = new Date(now.getTime() - followedMilliseconds)
  const followed = await deps.stores.campaignMails.listFollowed(tenantId, {
    sentSince,
    actedSince: toActedSince(seenUntil, now) ?? sentSince,
    limit: mostFollowed,
  })
  for (const { mail, at } of followed) {
    await deps.stores.atomically(async (tx) => {
      if (await tx.campaignMails.putOpened(tenantId, mail.mailId, at)) await noteOpened(tx, deps, mail)
    })
  }
  return followed.length < mostFollowed ? now : seenUntil
}

/** A clock that was set back has seen nothing. */
function toActedSince(seenUntil: Date | undefined, now: Date): Date | undefined {
  if (seenUntil === undefined || seenUntil > now) return undefined
  return new Date(seenUntil.getTime() - belatedMilliseconds)
}

async function noteOpened(
  tx: Pick<RolloutStores, 'stepEvents'>,
  deps: Pick<Deps, 'now' | 'random'>,
  { tenantId, userId, waveId, kind }: FoundCampaignMail,
  visitor?: Pick<Visitor, 'userAgent' | 'clientHints' | 'correlationId'>,
): Promise<void> {
  await noteStep(tx, deps, {
    tenantId,
    step: 'mailOpened',
    userId,
    waveId,
    mailKind: kind,
    ...(visitor !== undefined && { visitor }),
  })
}

function toFound({ tenantId, userId, mailId, waveId, kind }: CampaignMail): FoundCampaignMail {
  return { tenantId, userId, mailId, waveId, kind }
}
