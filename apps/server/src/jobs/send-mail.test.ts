import type { OutboxMessage } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { openTestWorld } from '../test-world.ts'
import { mailSender } from './send-mail.ts'
import { openMailServer } from './test-mail-server.ts'

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

describe('sending mail', () => {
  test('hands a real mail server what the catalogue says', async () => {
    const server = await openMailServer()
    const world = await openTestWorld({
      LATCHKEY_SMTP_URL: server.url,
      LATCHKEY_MAIL_FROM: 'id@juniper.example',
    })
    const mail = mailSender(world.deps)

    await mail.send(message)

    expect(server.arrived.map(({ to }) => to)).toEqual([['grace@juniper.example']])
    const parsed = server.arrived[0]?.mail
    expect(parsed?.subject).toBe('A passkey was added to your account')
    expect(parsed?.from?.address).toBe('id@juniper.example')
    expect(parsed?.messageId).toBe(`<${message.messageId}@localhost>`)
    expect(parsed?.text).toContain('Work phone Bcc: everyone@juniper.example')
    expect(parsed?.text).toContain('When: March 2, 2026 at 9:00 AM UTC')
    expect(parsed?.text).toContain('With: Chrome on Linux')
    expect(parsed?.text).toContain('Security info: http://localhost:3000/security-info')
    expect(parsed?.bcc).toBeUndefined()
    mail.close()
    await world.close()
    await server.close()
  })

  test('fails by name when no mail server is configured', async () => {
    const world = await openTestWorld()

    await expect(mailSender(world.deps).send(message)).rejects.toThrow('LATCHKEY_SMTP_URL is not set')
    await world.close()
  })

  test('sends nothing for a demo, whoever asks for it now', async () => {
    const server = await openMailServer()
    const world = await openTestWorld({
      LATCHKEY_SMTP_URL: server.url,
      LATCHKEY_MAIL_FROM: 'id@juniper.example',
    })
    const mail = mailSender(world.deps)
    const said = { to: 'anybody@elsewhere.example', subject: 'Buy', text: 'this' }

    await expect(mail.sendNow({ demo: true }, said)).rejects.toThrow('A demo sends no mail.')
    await mail.sendNow({ demo: false }, said)

    expect(server.arrived).toHaveLength(1)
    mail.close()
    await world.close()
    await server.close()
  })
})
