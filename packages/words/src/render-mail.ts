import type { MailTemplateWords, MailValues } from './catalogue/mail.ts'
import { describeBrowser } from './describe-browser.ts'
import type { Language } from './language.ts'
import { type Words, words } from './words.ts'

/** The kinds of mail there are. */
export type MailTemplate = keyof ReturnType<typeof words>['mail']['templates']

/** A mail, ready to send. */
export interface RenderedMail {
  readonly subject: string
  /** Plain text, lines ended by `\n`. */
  readonly text: string
}

/** Whether a name is that of a kind of mail we can write. */
export function isMailTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(words().mail.templates, name)
}

/**
 * Write a mail: what happened, when, from where, and what to do if it was somebody else.
 *
 * Values come from people and browsers: control characters (line breaks above all) become spaces, and each is cut at
 * 200 characters, so that nobody adds a line or a header of their own.
 */
export function renderMail(template: MailTemplate, language: Language, values: MailValues): RenderedMail {
  const said = words(language)
  const { mail } = said
  const safe = toReadableValues(toSafeValues(values), said)
  const { subject, what, ifNotYou, whatToDo, link: leadsTo }: MailTemplateWords = mail.templates[template]
  const facts = [
    safe.time && mail.time(safe.time),
    safe.device && mail.device(safe.device),
    safe.ipAddress && mail.ipAddress(safe.ipAddress),
  ]
  const ways = [safe.url && mail.url(safe.url), safe.helpDesk && mail.helpDesk(safe.helpDesk)]
  const paragraphs = [
    [mail.greeting(safe)],
    [what(safe)],
    facts,
    ifNotYou === undefined ? [whatToDo] : [mail.ifYou, mail.ifNotYou(ifNotYou)],
    [leadsTo && safe.link && `${leadsTo}: ${safe.link}`],
    ways,
    [mail.footer],
  ]
  const text = paragraphs
    .map((lines) => lines.filter((line) => line !== undefined && line !== '').join('\n'))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
  return { subject: subject(safe), text: `${text}\n` }
}

/** Instants are written in UTC and say so: where the reader is, a mail cannot know. */
function toReadableValues(values: MailValues, said: Words): MailValues {
  const format = new Intl.DateTimeFormat(said.language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const readable: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const instant = instants.has(name) ? Date.parse(value) : Number.NaN
    readable[name] = Number.isNaN(instant) ? value : `${format.format(instant)} UTC`
  }
  if (values.device !== undefined) readable['device'] = describeBrowser(values.device, said)
  return readable
}

const instants: ReadonlySet<string> = new Set(['time', 'startsAt', 'expiresAt'])

function toSafeValues(values: MailValues): MailValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      // What came through JSON may be anything.
      typeof value === 'string' && value !== '' ? [[name, toOneLine(value)]] : [],
    ),
  )
}

function toOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, 200)
    .trim()
}
