import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { OutboxMessage } from '@latchkey/identity'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { describe, expect, test } from 'vitest'
import { openTestWorld } from '../test-world.ts'
import { mailSender } from './send-mail.ts'

const message: OutboxMessage = {
  messageId: '0190a1b2-0000-7000-8000-00000000000a',
  tenantId: '0190a1b2-0000-7000-8000-000000000001',
  kind: 'mail',
  payload: JSON.stringify({
    to: 'grace@juniper.example',
    template: 'passkey_added',
    values: {
      person: 'Grace',
      name: 'Work phone\r\nBcc: everyone@juniper.example',
      time: '2026-03-02T09:00:00.000Z',
      device: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
    },
  }),
  createdAt: new Date(0),
  notBefore: new Date(0),
  attempts: 0,
}

async function openMailServer() {
  const received: { readonly to: readonly string[]; readonly source: Buffer }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks),
        })
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  }
}

describe('sending mail', () => {
  test('hands a real mail server what the catalogue says', async () => {
    const server = await openMailServer()
    const world = await openTestWorld({
      LATCHKEY_SMTP_URL: server.url,
      LATCHKEY_MAIL_FROM: 'id@juniper.example',
    })
    const mail = mailSender(world.deps)

    await mail.send(message)

    expect(server.received.map(({ to }) => to)).toEqual([['grace@juniper.example']])
    const parsed = await PostalMime.parse(server.received[0]?.source ?? '')
    expect(parsed.subject).toBe('A passkey was added to your account')
    expect(parsed.from?.address).toBe('id@juniper.example')
    expect(parsed.messageId).toBe(`<${message.messageId}@localhost>`)
    expect(parsed.text).toContain('Work phone Bcc: everyone@juniper.example')
    expect(parsed.text).toContain('When: March 2, 2026 at 9:00 AM UTC')
    expect(parsed.text).toContain('With: Chrome on Linux')
    expect(parsed.text).toContain('Security info: http://localhost:3000/security-info')
    expect(parsed.bcc).toBeUndefined()
    mail.close()
    await world.close()
    await server.close()
  })

  test('fails by name when no mail server is configured', async () => {
    const world = await openTestWorld()

    await expect(mailSender(world.deps).send(message)).rejects.toThrow('LATCHKEY_SMTP_URL is not set')
    await world.close()
  })
})
