import type { Tenant } from '@latchkey/identity'
import { fillOutbox } from '@latchkey/rollout'
import { CampaignPayload } from '../campaign-mail/campaign-payload.ts'
import { sendCampaignMail } from '../campaign-mail/send-campaign-mail.ts'
import { sendDue } from '../jobs/outbox-worker.ts'
import { workWaves } from '../jobs/work-waves.ts'
import type { ServerDeps } from '../server-deps.ts'

/** Everybody's mailbox, and the clock on the wall of the server: what it does by itself when the hour strikes. */
export interface Mailboxes {
  /** Do what is due beside answering requests. */
  strike(): Promise<void>
  /** The address in the newest mail that somebody got: a path of ours. */
  newestLink(address: string): string | undefined
}

/** The links of the campaign's mails lead here. */
const link = /https?:\/\/[^\s<>"]+\/setup\?[^\s<>"]+/

/** How long the server pauses between two portions of mails. */
const portionSeconds = 10

/** Open them. Mails are written and sent as ever, but for the mail server. */
export function openMailboxes(deps: ServerDeps, tenant: Tenant, pass: (seconds: number) => void): Mailboxes {
  const newest = new Map<string, string>()
  const quiet = async () => {}
  const senders = {
    async mail(message: Parameters<typeof sendCampaignMail>[1]['message']) {
      // All other mails say what the person did a moment ago.
      if (!CampaignPayload.safeParse(JSON.parse(message.payload)).success) return
      await sendCampaignMail(deps, { tenant, message }, async ({ to, text }) => {
        const [found] = link.exec(text) ?? []
        if (found !== undefined) newest.set(to, new URL(found).search)
      })
    },
    backchannelLogout: quiet,
    push: quiet,
  }
  const sendAll = async () => {
    while ((await sendDue(deps, senders)) === 'again') {
      // Until the outbox is empty.
    }
  }
  return {
    async strike() {
      await workWaves(deps, 'simulation')
      // Who followed a mail is not looked for: steps are written down in portions, by the clock of the machine.
      while ((await fillOutbox(deps, tenant.tenantId)) > 0) {
        await sendAll()
        pass(portionSeconds)
      }
      await sendAll()
    },
    newestLink(address) {
      const search = newest.get(address)
      return search && `/setup${search}`
    },
  }
}
