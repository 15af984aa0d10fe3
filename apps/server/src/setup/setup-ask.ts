import {
  type Capabilities,
  type DeviceClass,
  deviceClasses,
  type GuideAccount,
  type GuidePhone,
  guidePhones,
  type PhoneSituation,
} from '@latchkey/guidance'
import { type Language, languages } from '@latchkey/words'
import { z } from 'zod'

/** What is asked of the guide, as its address says it. Whatever does not parse is passed over: nobody is sent away for it. */
export interface SetupAsk {
  /** In small letters. */
  readonly domain?: string | undefined
  /** Chosen on a tile; absent: what the browser says. */
  readonly device?: DeviceClass | undefined
  /** Of the system of the chosen device: `17`. */
  readonly version?: string | undefined
  readonly account: GuideAccount
  readonly way?: string | undefined
  readonly phone?: GuidePhone | undefined
  readonly situation?: PhoneSituation | undefined
  readonly language?: Language | undefined
  /** What the page's script found out. */
  readonly found?: FoundOut | undefined
  /** Of the mail that led here. */
  readonly mail?: string | undefined
}

/** What only a script can find out. */
export interface FoundOut extends Capabilities {
  readonly platformVersion?: string
  readonly model?: string
}

const situations = ['atHand', 'gone', 'wiped'] as const satisfies readonly PhoneSituation[]

/** Reads one value; anything else is as if it were not there. */
const loose = <T>(schema: z.ZodType<T>) => schema.optional().catch(undefined)

const Query = z.object({
  domain: loose(z.string().max(254)),
  device: loose(z.enum(deviceClasses)),
  version: loose(z.string().regex(/^\d{1,3}(\.\d{1,3}){0,2}$/)),
  account: z.enum(['existing', 'firstDay', 'newPhone']).catch('existing'),
  way: loose(z.string().max(80)),
  phone: loose(z.enum(guidePhones)),
  situation: loose(z.enum(situations)),
  lang: loose(z.enum(languages)),
  found: loose(z.string().max(200)),
  m: loose(z.string().max(128)),
})

/** Read the query of the guide's address. */
export function readSetupAsk(query: unknown): SetupAsk {
  const { domain, lang, found, m, ...ask } = Query.parse(query)
  return {
    ...ask,
    domain: domain === undefined ? undefined : toDomain(domain),
    language: lang,
    found: found === undefined ? undefined : readFound(found),
    mail: m,
  }
}

/** The domain in what somebody typed: of an address, what is behind its last `@`. */
export function toDomain(typed: string): string | undefined {
  const domain = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[./]+$/, '')
  return domain === '' ? undefined : domain
}

/** `t5p1h0v15.0.0`, and behind an `m` the model, to the end. */
const pattern = /^(?:t(\d{1,2}))?(?:p([01]))?(?:h([01]))?(?:v([\d.]{1,20}))?(?:m(.{1,64}))?$/

/** Read what the script found out, as it writes it into the address. */
export function readFound(text: string): FoundOut | undefined {
  const [all, touch, platform, hybrid, version, model] = pattern.exec(text) ?? []
  if (!all) return undefined
  return {
    ...(touch !== undefined && { touchPoints: Number(touch) }),
    ...(platform !== undefined && { platformAuthenticator: platform === '1' }),
    ...(hybrid !== undefined && { hybrid: hybrid === '1' }),
    ...(version !== undefined && { platformVersion: version }),
    ...(model !== undefined && { model }),
  }
}

/** The address of the guide with something changed. What the script found out is its own to add again. */
export function setupPath(ask: SetupAsk, change: Partial<SetupAsk> = {}): string {
  const { domain, device, version, account, way, phone, situation, language, mail } = { ...ask, ...change }
  const query = new URLSearchParams()
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) query.set(name, value)
  }
  put('domain', domain)
  put('device', device)
  put('version', version)
  if (account !== 'existing') query.set('account', account)
  put('way', way)
  put('phone', phone)
  put('situation', situation)
  put('lang', language)
  put('m', mail)
  const written = query.toString()
  return written === '' ? '/setup' : `/setup?${written}`
}
