import type { OutboxMessage, Tenant } from '@latchkey/identity'
import {
  decideSending,
  defaultCampaignMailSettings,
  keepSent,
  openCampaignMailToken,
} from '@latchkey/rollout'
import { decideRetry } from '../jobs/outbox-worker.ts'
import type { ServerDeps } from '../server-deps.ts'
import { CampaignPayload } from './campaign-payload.ts'
import { writeMail } from './write-mail.ts'

/** What goes to a mail server, but for what every mail has. */
export interface WrittenCampaignMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * Send a campaign mail that waits in the outbox, if it is still to go out, and keep what became of it. An address that the
 * mail server refuses for good is not tried again; one that was tried for as long as the outbox does has failed as well,
 * else it would wait for ever, and others with it.
 *
 * @param hand gives it to the mail server; throws what that said
 * @throws Error what the mail server said, if it is worth another try
 */
export async function sendCampaignMail(
  deps: ServerDeps,
  { tenant, message }: { readonly tenant: Tenant; readonly message: OutboxMessage },
  hand: (mail: WrittenCampaignMail) => Promise<void>,
): Promise<void> {
  const { tenantId } = tenant
  const { campaignMailId: mailId, token } = CampaignPayload.parse(JSON.parse(message.payload))
  const decision = await decideSending(deps, { tenantId, mailId })
  if (!decision.send) {
    deps.log.info({ tenantId, mailId, because: decision.because }, 'a campaign mail is not sent')
    return
  }
  const { mail, person, wave } = decision
  const { campaignMails, campaignMailTexts } = deps.stores
  try {
    const { parts, text, html } = await writeMail(deps, {
      tenant,
      person,
      wave,
      kind: mail.kind,
      settings: (await campaignMailTexts.findSettings(tenantId)) ?? defaultCampaignMailSettings,
      token: await openCampaignMailToken(deps, mailId, token),
    })
    await hand({ to: person.mail ?? person.userName, subject: parts.subject, text, html })
  } catch (cause) {
    const error = sayError(cause)
    const isOver = isFinal(cause) || decideRetry(message, deps.now()) === undefined
    if (isOver) await campaignMails.putFailed(tenantId, mailId, error)
    else await campaignMails.putError(tenantId, mailId, error)
    if (!isFinal(cause)) throw cause
    deps.log.warn({ tenantId, mailId, error }, 'a campaign mail was refused for good')
    return
  }
  await keepSent(deps, mail)
}

/** A mail server's own words may be long, and name the address. */
const longestError = 300

const sayError = (cause: unknown) =>
  (cause instanceof Error ? cause.message : String(cause)).slice(0, longestError)

/** Whether the mail server refused this very address or mail, and will tomorrow. */
function isFinal(cause: unknown): boolean {
  if (!(cause instanceof Error) || !('responseCode' in cause) || !('code' in cause)) return false
  const { responseCode, code } = cause
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  return isAboutMail && typeof responseCode === 'number' && responseCode >= 500
}
