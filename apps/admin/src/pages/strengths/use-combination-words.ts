import { useSaidIn } from '../../said.ts'
import { wordOf } from '../models/model-badges.tsx'

/** Say a combination in words: `password,softwareOath` is a password and a one-time code. */
export function useCombinationWords(): (combination: string) => string {
  const { strengths, language } = useSaidIn('signIn')
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (combination) => list.format(combination.split(',').map((mode) => wordOf(strengths.modes, mode)))
}
