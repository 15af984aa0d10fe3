import type { CampaignWords } from './english.ts'

/** The kinds of mail of a campaign. */
export type CampaignMailName = keyof CampaignWords['mails']

/** A way to keep a passkey that the rules leave open to somebody. Versions are of the system; absent: any. */
export type CampaignWay = CampaignKeeper & { readonly recommended?: boolean }

type CampaignKeeper =
  | { readonly kind: 'provider'; readonly name: string }
  | { readonly kind: 'phone'; readonly name: string; readonly system: string; readonly version?: string }
  | {
      readonly kind: 'iphone' | 'mac' | 'android' | 'samsung' | 'windows'
      readonly version?: string
    }
  | { readonly kind: 'securityKey' }

/** What a campaign mail is about. */
export interface CampaignFacts {
  readonly person: string
  readonly organisation: string
  /** Day 0, `2026-03-02`. */
  readonly day: string
  /** The last day, `2026-03-16`. */
  readonly deadline: string
  /** From today to day 0; negative after it. */
  readonly days: number
  readonly hasPasskey: boolean
  /** Open to this person, the best first. */
  readonly ways: readonly CampaignWay[]
  readonly link: string
  readonly helpDesk: string
}

/** What an organisation writes in place of our words. */
export interface CampaignEdits {
  readonly subject?: string
  readonly intro?: string
  readonly closing?: string
}

/** The names that may stand in braces in what an organisation writes. */
export const campaignPlaceholders = ['person', 'organisation', 'day', 'deadline', 'days'] as const

/** The parts of a campaign mail, in the order in which they are read. */
export interface CampaignMailParts {
  readonly language: string
  readonly subject: string
  readonly greeting: string
  readonly intro: readonly string[]
  /** For those who have a passkey already. */
  readonly note?: string
  readonly guide: { readonly label: string; readonly link: string }
  readonly ways?: { readonly title: string; readonly items: readonly string[] }
  readonly closing: readonly string[]
  readonly helpDesk?: string
  readonly why: string
}

/**
 * Write a campaign mail from what holds for its person at this moment, in the words of an organisation where it has its
 * own.
 *
 * Values come from people: control characters (line breaks above all) become spaces, and each is cut at 200 characters.
 */
export function composeCampaignMail(
  said: CampaignWords,
  kind: CampaignMailName,
  facts: CampaignFacts,
  edits: CampaignEdits = {},
): CampaignMailParts {
  const format = new Intl.DateTimeFormat(said.language, { dateStyle: 'long', timeZone: 'UTC' })
  const toDate = (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  const values: Readonly<Record<(typeof campaignPlaceholders)[number], string>> = {
    person: toOneLine(facts.person),
    organisation: toOneLine(facts.organisation),
    day: toDate(facts.day),
    deadline: toDate(facts.deadline),
    days: String(Math.max(0, facts.days)),
  }
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (all, name) => (isPlaceholder(name) ? values[name] : all))
  const ours = said.mails[kind]
  const helpDesk = toOneLine(facts.helpDesk)
  // Whoever is thanked knows that they have one.
  const note = facts.hasPasskey && kind !== 'thanks' ? said.hasPasskey : undefined
  return {
    language: said.language,
    subject: toOneLine(fill(edits.subject ?? ours.subject)),
    greeting: said.greeting(values),
    intro: toParagraphs(fill(edits.intro ?? ours.intro)),
    ...(note !== undefined && { note }),
    guide: { label: said.guide, link: facts.link },
    ...(facts.ways.length > 0 && { ways: { title: said.ways, items: toItems(said, facts.ways) } }),
    closing: toParagraphs(fill(edits.closing ?? said.closing)),
    ...(helpDesk !== '' && { helpDesk: said.helpDesk({ helpDesk }) }),
    why: said.why(values),
  }
}

const isPlaceholder = (name: string): name is (typeof campaignPlaceholders)[number] =>
  campaignPlaceholders.some((each) => each === name)

function toItems(said: CampaignWords, ways: readonly CampaignWay[]): readonly string[] {
  return ways.map((way) => {
    const item = toItem(said, way)
    return way.recommended === true ? said.recommended({ way: item }) : item
  })
}

function toItem({ way: said }: CampaignWords, way: CampaignWay): string {
  switch (way.kind) {
    case 'provider':
      return said.provider({ name: toOneLine(way.name) })
    case 'phone':
      return said.phone({ ...way, name: toOneLine(way.name) })
    case 'securityKey':
      return said.securityKey
    default:
      return said[way.kind](way)
  }
}

function toParagraphs(text: string): readonly string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

function toOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, 200)
    .trim()
}
