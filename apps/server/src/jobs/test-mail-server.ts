import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail that arrived, as its reader sees it. */
export interface ArrivedMail {
  readonly to: readonly string[]
  readonly mail: Email
}

/** A mail server of a test. */
export interface TestMailServer {
  /** For `LATCHKEY_SMTP_URL`. */
  readonly url: string
  readonly arrived: readonly ArrivedMail[]
  /** What it answers to an address from now on, such as `550`; absent: it takes it. */
  answer(to: string, code?: number): void
  close(): Promise<void>
}

/** Open a mail server on a port of its own. */
export async function openMailServer(): Promise<TestMailServer> {
  const arrived: ArrivedMail[] = []
  const answers = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      const code = answers.get(address)
      if (code === undefined) return done()
      done(Object.assign(new Error('no such mailbox'), { responseCode: code }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        arrived.push({ to, mail: await PostalMime.parse(Buffer.concat(chunks)) })
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    answer(to, code) {
      if (code === undefined) answers.delete(to)
      else answers.set(to, code)
    },
    close: () => new Promise<void>((done) => server.close(done)),
  }
}
