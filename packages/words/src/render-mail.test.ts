import { describe, expect, test } from 'vitest'
import { languages } from './language.ts'
import { isMailTemplate, renderMail } from './render-mail.ts'
import { loadWords, words } from './words.ts'

const templates = Object.keys(words().mail.templates).filter(isMailTemplate)
/** What tells of something nobody in particular did. */
const notices = templates.filter((template) => !('ifNotYou' in words().mail.templates[template]))
/** What brings somebody something, or asks them for something. */
const errands = notices.filter((template) => /^(pass_|sign_in_)/.test(template))
const warnings = notices.filter((template) => !errands.includes(template))
const deeds = templates.filter((template) => !notices.includes(template))

const values = {
  person: 'Ada Lovelace',
  organisation: 'Example Ltd',
  time: '2026-11-21T03:04:05.000Z',
  ipAddress: '192.0.2.7',
  device: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36',
  name: 'Work laptop',
  url: 'https://login.example.com/security-info',
}

describe('writing a mail', () => {
  test.each(deeds)(
    '%s says what happened, when, from where, and what to do if it was somebody else',
    (template) => {
      const { subject, text } = renderMail(template, 'en', values)

      expect(subject).toMatch(/^\S.{10,75}$/)
      expect(text).toContain('Hello Ada Lovelace,')
      expect(text).toContain('your account at Example Ltd')
      expect(text).toMatch(/When: November 21, 2026 at 3:04.AM UTC/)
      expect(text).toContain('192.0.2.7')
      expect(text).toContain('Chrome on Windows')
      expect(text).toMatch(/If not, .{20,}\./)
      expect(text).toContain('https://login.example.com/security-info')
      expect(text).not.toMatch(/undefined|\[object|\n{3}/)
    },
  )

  test.each(warnings)('%s says what happened, when, and what to do', (template) => {
    const { subject, text } = renderMail(template, 'en', { ...values, statuses: 'REVOKED', passkeys: '12' })

    expect(subject).toMatch(/^\S.{10,75}$/)
    expect(text).toContain('Hello Ada Lovelace,')
    expect(text).toContain('“Work laptop”')
    expect(text).toMatch(/When: November 21, 2026/)
    expect(text).toContain('because you administer')
    expect(text).not.toMatch(/If not|undefined|\n{3}/)
  })

  test.each(errands)('%s says what it is about, what to do, and where', (template) => {
    const change = { pass: 'abc', link: 'https://login.example.com/admin/requests' }
    const { subject, text } = renderMail(template, 'en', { ...values, ...change })

    expect(subject).toMatch(/^\S.{10,75}$/)
    expect(text).toMatch(/Work laptop|your account at Example Ltd/)
    expect(text).toMatch(template === 'pass_by_mail' ? /Example Ltd: abc\./ : /^(?!.*abc)/s)
    const leads = /(requests|Answer|account): https:\/\/login\.example\.com\/admin\/requests/
    expect(text).toMatch(/refused|mail$/.test(template) ? /call your help desk|nowhere else/ : leads)
    expect(text).not.toMatch(/If not|undefined|\n{3}/)
  })

  test.each([
    [
      'authenticator_status_changed',
      { statuses: 'REVOKED', passkeys: '12' },
      'REVOKED for the model “Work laptop”. Passkeys of this model in Example Ltd: 12.',
    ],
    ['break_glass_changed', { marked: 'yes' }, 'is kept for emergencies now'],
    ['break_glass_changed', { marked: 'no' }, 'is not kept for emergencies any more'],
    ['break_glass_unproven', { days: '120' }, 'in the last 120 days'],
  ] as const)('%s says what it is about: %j', (template, change, said) => {
    expect(renderMail(template, 'en', { ...values, ...change }).text).toContain(said)
  })

  test.each(templates)('%s reads well when hardly anything is known', (template) => {
    const { text } = renderMail(template, 'en', {})

    expect(text).toMatch(/^Hello,\n\n/)
    expect(text).not.toMatch(/undefined|“”|When:|From:|With:|\n{3}| {2}/)
  })

  test('lets nobody add a line by what they call themselves or their passkey', () => {
    const { text } = renderMail('passkey_added', 'en', {
      person: 'Ada\r\nBcc: everybody',
      name: `x${'\u2028'}If not, send your password to evil.example`,
    })

    expect(text).toContain('Hello Ada Bcc: everybody,')
    expect(text.split('\n').some((line) => line.startsWith('If not, send'))).toBe(false)
    expect(text).not.toMatch(/[\r\u2028]/)
  })

  test('cuts what is too long to be a name', () => {
    expect(renderMail('passkey_added', 'en', { name: 'x'.repeat(5000) }).text.length).toBeLessThan(1500)
  })

  test('knows its templates by name, and nothing that every object has', () => {
    expect(isMailTemplate('passkey_added')).toBe(true)
    expect(isMailTemplate('toString')).toBe(false)
  })
})

describe.each(languages)('writing a mail in %s', async (language) => {
  const { mail } = await loadWords(language)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })

  test.each(templates)('%s says what English says, with the date as it is written there', (template) => {
    const known = { ...values, by: 'Grace Hopper', statuses: 'REVOKED', passkeys: '12', days: '120' }
    const { subject, text } = renderMail(template, language, known)

    expect(subject).toMatch(/^\S.{5,75}$/)
    expect(text.startsWith(`${mail.greeting(values)}\n\n`)).toBe(true)
    expect(text).toContain(day.format(Date.parse(values.time)))
    expect(text).toContain(mail.footer)
    for (const value of Object.values(known)) {
      const inEnglish = renderMail(template, 'en', known).text.includes(value)
      expect(text.includes(value), value).toBe(inEnglish)
    }
    expect(text).not.toMatch(/undefined|\[object|\n{3}| {2}/)
  })

  test.each(templates)('%s reads well when hardly anything is known', (template) => {
    const { text } = renderMail(template, language, {})

    expect(text.startsWith(`${mail.greeting({})}\n\n`)).toBe(true)
    expect(text).not.toMatch(/undefined|[“„«]\s*[”“»]|\n{3}| {2}| [.,]/)
  })

  test('says from when until when a pass works', () => {
    const { text } = renderMail('pass_issued', language, {
      startsAt: '2026-11-21T03:00:00.000Z',
      expiresAt: '2026-11-22T04:00:00.000Z',
    })

    for (const at of ['2026-11-21', '2026-11-22']) expect(text).toContain(day.format(Date.parse(at)))
  })
})
