import { type OutboxMessage, openMailedPass, type Tenant } from '@latchkey/identity'
import { chooseLanguage, isMailTemplate, loadWords, renderMail } from '@latchkey/words'
import type { Transporter } from 'nodemailer'
import { z } from 'zod'
import { CampaignPayload } from '../campaign-mail/campaign-payload.ts'
import { sayHelpDesk } from '../campaign-mail/say-help-desk.ts'
import type { ServerDeps } from '../server-deps.ts'

/** What the outbox says about a mail: whom to, which, and the values its text names. */
const Payload = z.object({
  to: z.string(),
  template: z.string().refine(isMailTemplate),
  language: z.string().optional(),
  values: z.record(z.string(), z.string()),
  sealed: z.string().optional(),
})

/** A mail as it is handed to the mail server. */
export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

/** Sends mail over SMTP. */
export interface MailSender {
  /** @throws Error when no mail server took it, or none is configured */
  send(message: OutboxMessage): Promise<void>
  /** Send one now, past the outbox. @throws Error as above, and for a demo, whose addresses nobody has */
  sendNow(tenant: Pick<Tenant, 'demo'>, mail: OutgoingMail): Promise<void>
  close(): void
}

/** Make the sender of `LATCHKEY_SMTP_URL`. It connects when there is something to send. */
export function mailSender(deps: ServerDeps): MailSender {
  const { mail } = deps.config
  let connecting: Promise<Transporter> | undefined

  async function hand({ to, ...said }: OutgoingMail, messageId?: string): Promise<void> {
    // The outbox keeps it: once mail is configured, what is young enough still goes out.
    if (mail === undefined) throw new Error('LATCHKEY_SMTP_URL is not set')
    connecting ??= connect(mail.smtpUrl)
    const transport = await connecting
    await transport.sendMail({
      from: mail.from,
      to: { address: to, name: '' },
      ...said,
      // The same at every attempt: a mail that was sent twice is seen to be one.
      ...(messageId !== undefined && { messageId: `<${messageId}@${deps.config.url.hostname}>` }),
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }

  return {
    async send(message) {
      const tenant = await deps.stores.tenants.find(message.tenantId)
      // Nobody has the addresses of a demo.
      if (tenant?.demo === true) return
      const payload: unknown = JSON.parse(message.payload)
      const isCampaign = CampaignPayload.safeParse(payload).success
      if (isCampaign && tenant !== undefined) {
        const { sendCampaignMail } = await import('../campaign-mail/send-campaign-mail.ts')
        return await sendCampaignMail(deps, { tenant, message }, (said) => hand(said, message.messageId))
      }
      await hand(await render(deps, message, { tenant, payload }), message.messageId)
    },
    async sendNow({ demo }, said) {
      if (demo) throw new Error('A demo sends no mail.')
      await hand(said)
    },
    close() {
      void connecting?.then((transport) => transport.close())
    },
  }
}

/** Write what the outbox says in the reader's language. */
async function render(
  deps: ServerDeps,
  { messageId }: OutboxMessage,
  { tenant, payload }: { readonly tenant: Tenant | undefined; readonly payload: unknown },
): Promise<OutgoingMail> {
  const { to, template, language, values, sealed } = Payload.parse(payload)
  const spoken = chooseLanguage(undefined, language)
  await loadWords(spoken)
  const { path } = values
  const { subject, text } = renderMail(template, spoken, {
    ...values,
    ...(path !== undefined && { link: new URL(path, deps.config.url).href }),
    ...(sealed !== undefined && { pass: await openMailedPass(deps, messageId, sealed) }),
    ...(tenant && { organisation: tenant.displayName, helpDesk: sayHelpDesk(tenant) }),
    url: new URL('/security-info', deps.config.url).href,
  })
  return { to, subject, text }
}

async function connect(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
}
