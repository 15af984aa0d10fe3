import { type OutboxMessage, openMailedPass, type TenantSettings } from '@latchkey/identity'
import { chooseLanguage, isMailTemplate, loadWords, renderMail } from '@latchkey/words'
import type { Transporter } from 'nodemailer'
import { z } from 'zod'
import type { ServerDeps } from '../server-deps.ts'

/** What the outbox says about a mail: whom to, which, and the values its text names. */
const Payload = z.object({
  to: z.string(),
  template: z.string().refine(isMailTemplate),
  language: z.string().optional(),
  values: z.record(z.string(), z.string()),
  sealed: z.string().optional(),
})

/** Sends mail over SMTP. */
export interface MailSender {
  /** @throws Error when no mail server took it, or none is configured */
  send(message: OutboxMessage): Promise<void>
  close(): void
}

/** Make the sender of `LATCHKEY_SMTP_URL`. It connects when there is something to send. */
export function mailSender(deps: ServerDeps): MailSender {
  const { mail } = deps.config
  let connecting: Promise<Transporter> | undefined
  return {
    async send(message) {
      const tenant = await deps.stores.tenants.find(message.tenantId)
      // Nobody has the addresses of a demo.
      if (tenant?.demo === true) return
      // The outbox keeps it: once mail is configured, what is young enough still goes out.
      if (mail === undefined) throw new Error('LATCHKEY_SMTP_URL is not set')
      connecting ??= connect(mail.smtpUrl)
      const transport = await connecting
      const { to, template, language, values, sealed } = Payload.parse(JSON.parse(message.payload))
      const spoken = chooseLanguage(undefined, language)
      await loadWords(spoken)
      const url = new URL('/security-info', deps.config.url).href
      const { path } = values
      const { subject, text } = renderMail(template, spoken, {
        ...values,
        ...(path !== undefined && { link: new URL(path, deps.config.url).href }),
        ...(sealed !== undefined && { pass: await openMailedPass(deps, message.messageId, sealed) }),
        ...(tenant && { organisation: tenant.displayName, helpDesk: toHelpDesk(tenant.settings.helpDesk) }),
        url,
      })
      await transport.sendMail({
        from: mail.from,
        to: { address: to, name: '' },
        subject,
        text,
        // The same at every attempt: a mail that was sent twice is seen to be one.
        messageId: `<${message.messageId}@${deps.config.url.hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close() {
      void connecting?.then((transport) => transport.close())
    },
  }
}

/** How to reach the help desk, in one line. */
function toHelpDesk({ text, phone, mail, url }: TenantSettings['helpDesk']): string {
  return [text, phone, mail, url].filter((part) => part !== undefined && part !== '').join(' · ')
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
