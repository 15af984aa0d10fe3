import { ApiProblem } from '@latchkey/api'
import { KeeperRefusal } from '@latchkey/keeper'
import { findProblemWords } from '@latchkey/words'
import type { AuthenticatorWords } from '@latchkey/words/authenticator'

/** Something that was not done, in words. */
export interface SaidProblem {
  readonly title: string
  readonly text: string
  /** Whether registering this browser anew is what helps. */
  readonly registerHelps: boolean
}

/** Refusals that say that this device is not what the organisation registered. People get one text for all of them. */
const unverified = new Set([
  'device_unknown',
  'device_expired',
  'device_revoked',
  'device_certificate_untrusted',
  'device_model_mismatch',
  'device_clock_wrong',
  'device_not_registered',
])

/** Put what went wrong into words. */
export function sayProblem(said: AuthenticatorWords, cause: unknown): SaidProblem {
  if (cause instanceof KeeperRefusal && cause.cause instanceof ApiProblem) {
    const inner = sayProblem(said, cause.cause)
    return { ...inner, text: `${inner.text} ${said.extension.passkeyRefused}` }
  }
  const code = cause instanceof ApiProblem || cause instanceof KeeperRefusal ? cause.code : 'fault'
  if (code === 'storage_unreadable') {
    return { title: said.extension.unreadable, text: said.extension.unreadableLead, registerHelps: false }
  }
  const words = findProblemWords(said, code) ?? said.problems.fault
  const registerHelps = unverified.has(code)
  return {
    title: registerHelps ? said.extension.unverified : words.title,
    text: registerHelps
      ? `${words.reason} ${words.next}`
      : (sayDetail(cause) ?? `${words.reason} ${words.next}`),
    registerHelps,
  }
}

/** The server knows more than the code says: which rule said no, and what would do. */
function sayDetail(cause: unknown): string | undefined {
  const body: unknown = cause instanceof ApiProblem ? cause.body : undefined
  const texts = ['detail', 'next'].map((name): unknown => Reflect.get(Object(body), name))
  const said = texts.filter((text) => typeof text === 'string')
  return said.length === 0 ? undefined : said.join(' ')
}
