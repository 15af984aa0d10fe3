import { useSurroundings } from '@latchkey/front'
import type { Tone } from '@latchkey/ui'
import { findProblemWords } from '@latchkey/words'
import { useSaidIn } from '../../said.ts'
import type { SignInEntry } from './log-entries.ts'

/** The colours of outcomes. */
export const outcomeTones: Readonly<Record<SignInEntry['outcome'], Tone>> = {
  success: 'good',
  failure: 'bad',
  interrupted: 'warn',
}

/** How the log speaks of sign-ins. */
export function useSignInWords() {
  const { logs } = useSaidIn('records')
  const { words } = useSurroundings()
  const named = (of: Readonly<Record<string, string>>, name: string): string =>
    Object.hasOwn(of, name) ? (of[name] ?? name) : name
  return {
    method: (name: string) => named(logs.methods, name),
    strength: (name: string) => named(logs.record.strengths, name),
    control: (name: string, strength: string | null) =>
      name === 'authenticationStrength' && strength !== null
        ? `“${strength}”`
        : named(logs.record.controls, name),
    result: (name: string) => named(logs.record.rules.results, name),
    /** The words of a refusal: its title, why, and what helps. */
    problem: (code: string) => findProblemWords(words, code),
    /** How somebody signed in, in a few words. */
    how({ method, model, passkeyType }: SignInEntry): string {
      if (method === null) return logs.session
      if (method !== 'passkey') return named(logs.methods, method)
      const kind = passkeyType === null ? undefined : logs.record.key[passkeyType]
      return [model ?? logs.methods.passkey, kind].filter((part) => part !== undefined).join(' · ')
    },
    person: ({ userDisplayName, userPrincipalName }: SignInEntry) =>
      userDisplayName ?? userPrincipalName ?? logs.noName,
  }
}
