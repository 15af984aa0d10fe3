import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { patience } from './patience.ts'

/** A mail that arrived. */
export interface ReceivedMail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** Empty where a mail has none. */
  readonly html: string
}

/** A mail server that delivers to us alone. */
export interface Mailbox {
  /** For `LATCHKEY_SMTP_URL`. */
  readonly url: string
  /** Everything that arrived, oldest first. */
  readonly mails: readonly ReceivedMail[]
  /** Wait for a mail to this address whose subject matches. */
  received(to: string, subject: RegExp): Promise<ReceivedMail>
  close(): Promise<void>
}

/** Open a mailbox on a port of its own. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const listeners = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html ?? '' })
        for (const listener of listeners) listener()
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : undefined

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    received(to, subject) {
      return new Promise((resolve, reject) => {
        const finish = (end: () => void) => {
          clearTimeout(impatience)
          listeners.delete(look)
          end()
        }
        const impatience = setTimeout(() => {
          const subjects = mails.map((mail) => `${mail.to}: ${mail.subject}`).join('\n')
          finish(() =>
            reject(new Error(`no mail to ${to} about ${subject} came in time; there are:\n${subjects}`)),
          )
        }, patience)
        const look = () => {
          const mail = mails.find((one) => one.to.includes(to) && subject.test(one.subject))
          if (mail !== undefined) finish(() => resolve(mail))
        }
        listeners.add(look)
        look()
      })
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
