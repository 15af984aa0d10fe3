import { secondsOf } from '../documents/read-terms.ts'
import type { TermsDocument } from '../documents/terms-document.ts'

/** Terms of use, ready to be decided by. */
export interface CompiledTerms {
  readonly version: number
  /** Absent: an acceptance is good for ever. */
  readonly goodSeconds?: number
}

/** That somebody accepted terms of use. */
export interface TermsAcceptance {
  readonly termsId: string
  readonly version: number
  readonly at: Date
}

/** Make terms of use ready to be decided by. */
export function compileTerms(documents: readonly TermsDocument[]): ReadonlyMap<string, CompiledTerms> {
  return new Map(
    documents.map(({ id, latchkey_version: version, userReacceptRequiredFrequency: frequency }) => {
      const goodSeconds = frequency === null ? undefined : secondsOf(frequency)
      return [id.toLowerCase(), { version, ...(goodSeconds !== undefined && { goodSeconds }) }]
    }),
  )
}

/** The terms of use that somebody has accepted in the version that counts, and not too long ago. */
export function acceptedTerms(
  terms: ReadonlyMap<string, CompiledTerms>,
  acceptances: readonly TermsAcceptance[],
  now: Date,
): ReadonlySet<string> {
  const good = acceptances.filter(({ termsId, version, at }) => {
    const known = terms.get(termsId)
    if (known === undefined || version < known.version) return false
    return known.goodSeconds === undefined || now.getTime() - at.getTime() < known.goodSeconds * 1000
  })
  return new Set(good.map(({ termsId }) => termsId))
}
