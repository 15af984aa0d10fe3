import type { Evidence } from '@latchkey/policy'
import type { AttestationFacts, MetadataModel } from '@latchkey/webauthn'

const order = ['none', 'software', 'tpm', 'hardware'] as const satisfies readonly Evidence[]

/** The weaker of two: a chain of statements proves what its weakest link proves. */
export function weaker(one: Evidence, other: Evidence): Evidence {
  return order.indexOf(one) <= order.indexOf(other) ? one : other
}

const guarded: ReadonlySet<string> = new Set(['hardware', 'tee', 'secure_element'])

/**
 * Say what the metadata promises about where a model keeps its keys. A model that may keep them in software, and one
 * that does not say, promises no more than software.
 *
 * @see https://fidoalliance.org/specs/common-specs/fido-registry-v2.2-ps-20220523.html#key-protection-types
 */
export function evidenceOfModel({ keyProtection }: Pick<MetadataModel, 'keyProtection'>): Evidence {
  const software = keyProtection.includes('software') || !keyProtection.some((each) => guarded.has(each))
  return software ? 'software' : 'hardware'
}

/** Say the most that a statement of this format can prove, whoever vouches for it. */
export function evidenceOfStatement({ format, androidSecurityLevel }: AttestationFacts): Evidence {
  if (format === 'tpm') return 'tpm'
  if (format === 'android-key') {
    return androidSecurityLevel === 'trusted_environment' || androidSecurityLevel === 'strongbox'
      ? 'hardware'
      : 'software'
  }
  return 'hardware'
}
