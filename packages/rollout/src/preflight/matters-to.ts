import type { RuleChangeRecord, RuleDocument } from '@latchkey/identity'
import {
  compileRules,
  decideAccess,
  everydaySituations,
  knownApps,
  type PersonFacts,
  type RuleDocuments,
} from '@latchkey/policy'

/** What of a methods policy decides nothing on the path. */
const besides = ['lastModifiedDateTime', 'registrationEnforcement', 'systemCredentialPreferences']

/**
 * Whether a change of the rules may have changed the path of somebody: then walking it before proves nothing any more.
 * The campaign itself, policies that are only watched, and policies about others do not.
 */
export function mattersTo(
  { kind, before, after }: Pick<RuleChangeRecord, 'kind' | 'before' | 'after'>,
  documents: RuleDocuments,
  person: PersonFacts,
): boolean {
  if (kind === 'methodsPolicy') return withoutBesides(before) !== withoutBesides(after)
  if (kind !== 'conditionalAccess') return true
  return [before, after].some((document) => document !== undefined && isOnPath(document, documents, person))
}

function withoutBesides(document: RuleDocument | undefined): string {
  return JSON.stringify(Object.entries(document ?? {}).filter(([key]) => !besides.includes(key)))
}

const targets = [
  { kind: 'app', clientId: knownApps.securityInfo },
  { kind: 'app', clientId: 'any-other-app' },
  { kind: 'action', action: 'urn:user:registersecurityinfo' },
] as const

function isOnPath(document: RuleDocument, documents: RuleDocuments, person: PersonFacts): boolean {
  const alone = documents.conditionalAccess.filter(({ id }) => id === document.id)
  const isPolicy = (each: RuleDocument): each is RuleDocuments['conditionalAccess'][number] =>
    'grantControls' in each
  const rules = compileRules({ ...documents, conditionalAccess: isPolicy(document) ? [document] : alone })
  const now = new Date(0)
  return everydaySituations([rules.access], 'someApp').some((situation) =>
    targets.some((target) => {
      const signIn = { ...situation, target, proofs: [], origin: 'browser', now } as const
      const { verdicts } = decideAccess(rules, person, { ...signIn, acceptedTerms: new Set<string>() })
      return verdicts.some(({ because, state }) => state === 'enabled' && because.length === 0)
    }),
  )
}
