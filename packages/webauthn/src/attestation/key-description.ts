import {
  type DerElement,
  DerRefusal,
  DerTag,
  readDer,
  readDerChildren,
  readDerInteger,
  requireDer,
} from '@latchkey/encoding/x509'
import type { AndroidSecurityLevel } from './statement.ts'

/** What an Android certificate says about its key. */
export interface KeyDescription {
  readonly securityLevel: AndroidSecurityLevel
  readonly attestationChallenge: Uint8Array
  /** What the system promises. */
  readonly softwareEnforced: AuthorizationList
  /** What the hardware promises. */
  readonly hardwareEnforced: AuthorizationList
}

/** Of an authorization list, what a passkey is judged by. */
export interface AuthorizationList {
  readonly purposes?: readonly number[]
  readonly origin?: number
  readonly allApplications: boolean
}

/** Tags of the authorization list (keymaster's, without their type bits). */
const PURPOSE = 1
const ALL_APPLICATIONS = 600
const ORIGIN = 702

const securityLevels = ['software', 'trusted_environment', 'strongbox'] as const

/**
 * Read Android's key description.
 *
 *     attestationVersion, attestationSecurityLevel, keymasterVersion, keymasterSecurityLevel,
 *     attestationChallenge, uniqueId, softwareEnforced, hardwareEnforced
 *
 * @throws DerRefusal
 * @see https://source.android.com/docs/security/features/keystore/attestation#schema
 */
export function readKeyDescription(value: Uint8Array): KeyDescription {
  const fields = readDerChildren(requireDer(readDer(value), DerTag.sequence))
  const [, attestationLevel, , keyLevel, challenge, , software, hardware] = fields
  // The certificate is worth what made it, and the key what holds it: the weaker of the two.
  const level = Math.min(readLevel(attestationLevel), readLevel(keyLevel))
  const securityLevel = securityLevels[level]
  if (securityLevel === undefined) throw new DerRefusal('unexpected_element')
  return {
    securityLevel,
    attestationChallenge: requireDer(challenge, DerTag.octetString).content,
    softwareEnforced: readAuthorizationList(software),
    hardwareEnforced: readAuthorizationList(hardware),
  }
}

function readLevel(element: DerElement | undefined): number {
  const level = readDerInteger(requireDer(element, DerTag.enumerated))
  if (level < 0 || level > 2) throw new DerRefusal('unexpected_element')
  return level
}

function readAuthorizationList(element: DerElement | undefined): AuthorizationList {
  const entries = new Map<number, DerElement>()
  for (const entry of readDerChildren(requireDer(element, DerTag.sequence))) {
    if (entry.tagClass !== 'context' || entries.has(entry.tag)) throw new DerRefusal('unexpected_element')
    entries.set(entry.tag, entry)
  }
  const purpose = entries.get(PURPOSE)
  const origin = entries.get(ORIGIN)
  return {
    ...(purpose && {
      purposes: readDerChildren(requireDer(inside(purpose), DerTag.set)).map(readDerInteger),
    }),
    ...(origin && { origin: readDerInteger(requireDer(inside(origin), DerTag.integer)) }),
    allApplications: entries.has(ALL_APPLICATIONS),
  }
}

/** Every entry is explicitly tagged. */
function inside(tagged: DerElement): DerElement | undefined {
  return readDerChildren(tagged)[0]
}
