import { useSaidIn } from '../../said.ts'
import type { Strength } from './strength.ts'

/** What a strength is called and what it means: ours in the person's language, theirs as they wrote it. */
export function useStrengthWords({ id, displayName, description, policyType }: Strength): {
  readonly name: string
  readonly about: string
} {
  const { names } = useSaidIn('signIn').strengths
  const known = Object.entries(names).find(([key]) => id.endsWith(key))?.[1]
  return policyType === 'builtIn' && known ? known : { name: displayName, about: description }
}
