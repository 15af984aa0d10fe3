import { describe, expect, test } from 'vitest'
import { loadCampaignWords } from '../campaign.ts'
import { languages } from '../language.ts'
import {
  type CampaignFacts,
  type CampaignMailName,
  campaignPlaceholders,
  composeCampaignMail,
} from './compose-campaign-mail.ts'
import { toCampaignHtml, toCampaignText } from './write-campaign-mail.ts'

const facts: CampaignFacts = {
  person: 'Grace',
  organisation: 'Juniper Works',
  day: '2026-03-09',
  deadline: '2026-03-23',
  days: 7,
  hasPasskey: false,
  ways: [{ kind: 'iphone', version: '17', recommended: true }, { kind: 'securityKey' }],
  link: 'https://id.juniper.example/setup?m=abc',
  helpDesk: '4711',
}

const english = await loadCampaignWords('en')
const kinds = Object.keys(english.mails).filter((kind): kind is CampaignMailName => kind in english.mails)
const namesIn = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))

describe('writing a campaign mail', () => {
  test('says when, where, with what, and why it came', () => {
    const text = toCampaignText(composeCampaignMail(english, 'T-7', facts))

    expect(text).toMatch(/^Hello Grace,\n\nOn March 9, 2026 you set up your passkey at Juniper Works/)
    expect(text).toContain('https://id.juniper.example/setup?m=abc')
    expect(text).toContain(
      '- Your iPhone or iPad (iCloud Keychain), from iOS 17 on (recommended)\n- A security key',
    )
    expect(text).toContain('have time until March 23, 2026')
    expect(text).toContain('Help desk: 4711')
    expect(text).toContain('Why do I get this? Juniper Works')
  })

  test('changes with what the organisation allows, and with what its person has', () => {
    const parts = composeCampaignMail(english, 'T+0', {
      ...facts,
      ways: [{ kind: 'securityKey' }],
      hasPasskey: true,
      helpDesk: '',
    })

    expect(parts.ways?.items).toEqual(['A security key, by USB or held to the phone'])
    expect(parts.note).toMatch(/works already/)
    expect(parts.helpDesk).toBeUndefined()
    expect(composeCampaignMail(english, 'thanks', { ...facts, hasPasskey: true }).note).toBeUndefined()
    expect(composeCampaignMail(english, 'T+0', { ...facts, ways: [] }).ways).toBeUndefined()
  })

  test('takes the words of an organisation, part by part', () => {
    const edits = { subject: '{organisation}: {days} days', intro: 'First.\n\n{person}, second.' }
    const parts = composeCampaignMail(english, 'T-7', facts, edits)

    expect(parts.subject).toBe('Juniper Works: 7 days')
    expect(parts.intro).toEqual(['First.', 'Grace, second.'])
    expect(parts.closing).toEqual([english.closing])
  })

  test('lets no value add a line, a header or a tag', () => {
    const parts = composeCampaignMail(
      english,
      'T-60',
      { ...facts, person: '<b>Bob\r\nBcc: all', organisation: 'A&B\nx"{day}' },
      { intro: '<script>{person}</script>' },
    )
    const html = toCampaignHtml(parts, '#123456')

    expect(parts.subject).not.toMatch(/[\r\n]/)
    expect(parts.subject).toContain('{day}')
    expect(parts.greeting).toBe('Hello <b>Bob Bcc: all,')
    expect(html).toContain('&lt;script&gt;&lt;b&gt;Bob Bcc: all&lt;/script&gt;')
    expect(html).not.toContain('<script')
    expect(html.match(/https?:/g)).toEqual(['https:'])
  })
})

describe.each(languages)('the words of a campaign in %s', async (language) => {
  const said = await loadCampaignWords(language)

  test.each(kinds)('%s leaves nothing open, and names what English names', (kind) => {
    const parts = composeCampaignMail(said, kind, facts)
    const text = `${parts.subject}\n${toCampaignText(parts)}\n${toCampaignHtml(parts, '#123456')}`

    expect(said.language).toBe(language)
    expect(text).not.toMatch(/undefined|\{\w+\}|\[object/)
    expect(
      [...namesIn(said.mails[kind].intro)].filter((name) => !campaignPlaceholders.some((p) => p === name)),
    ).toEqual([])
    expect(namesIn(said.mails[kind].subject)).toEqual(namesIn(english.mails[kind].subject))
    expect(namesIn(said.mails[kind].intro)).toEqual(namesIn(english.mails[kind].intro))
    expect(said.mails[kind].intro.split('\n\n')).toHaveLength(english.mails[kind].intro.split('\n\n').length)
    if (language !== 'en') expect(said.mails[kind].intro).not.toBe(english.mails[kind].intro)
  })
})
