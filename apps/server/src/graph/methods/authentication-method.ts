import {
  type CredentialRecord,
  describeModel,
  type NamedApprover,
  type PasswordRecord,
  type TemporaryAccessPass,
  type TotpRecord,
} from '@latchkey/identity'

import type { GraphCall, GraphVersion } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject } from '../resource-shape.ts'

/** Everybody's password has this id. */
export const passwordMethodId = '28c10230-6103-485e-b985-444c60001490'

/** Write a passkey as `fido2AuthenticationMethod`. Its id is the credential id, in base64url. */
export async function toFido2Method(
  { deps, version }: GraphCall,
  passkey: CredentialRecord,
): Promise<GraphObject> {
  const { name } = await describeModel(deps.stores, passkey.aaguid, deps.now())
  return {
    id: Buffer.from(passkey.id).toString('base64url'),
    displayName: passkey.name,
    createdDateTime: toGraphTime(passkey.createdAt),
    ...lastUse(passkey.lastUsedAt, version),
    aaGuid: passkey.aaguid,
    model: name ?? null,
    // Deviates: no thumbprints, because a list does not read what the attestations were.
    attestationCertificates: [],
    attestationLevel: passkey.attestation.trusted ? 'attested' : 'notAttested',
    passkeyType: passkey.backupEligible ? 'synced' : 'deviceBound',
  }
}

/** Write a pass. The secret itself is said once, when it is made. */
export function toPassMethod(
  pass: TemporaryAccessPass,
  now: Date,
  secret: string | null = null,
): GraphObject {
  const reason = usabilityOf(pass, now)
  return {
    id: pass.passId,
    temporaryAccessPass: secret,
    createdDateTime: toGraphTime(pass.createdAt),
    startDateTime: toGraphTime(pass.startsAt),
    lifetimeInMinutes: Math.round((pass.expiresAt.getTime() - pass.startsAt.getTime()) / 60_000),
    isUsableOnce: pass.once,
    isUsable: reason === 'EnabledByPolicy',
    methodUsabilityReason: reason,
  }
}

export function toPasswordMethod({ changedAt }: PasswordRecord): GraphObject {
  return { id: passwordMethodId, password: null, createdDateTime: toGraphTime(changedAt) }
}

export function toSoftwareOathMethod(totp: TotpRecord, version: GraphVersion): GraphObject {
  return {
    id: totp.totpId,
    createdDateTime: toGraphTime(totp.createdAt),
    ...lastUse(totp.lastUsedAt, version),
    secretKey: null,
  }
}

/** Write a device that approves sign-ins as `microsoftAuthenticatorAuthenticationMethod`. Its id is the device's. */
export function toAuthenticatorMethod(approver: NamedApprover, version: GraphVersion): GraphObject {
  return {
    id: approver.deviceId,
    displayName: approver.name,
    createdDateTime: toGraphTime(approver.createdAt),
    ...lastUse(approver.lastUsedAt, version),
    // What the device can beside approving: scripts know nothing else than this word.
    deviceTag: 'SoftwareTokenActivated',
    phoneAppVersion: approver.appVersion,
    ...(version === 'beta' && { clientAppName: 'microsoftAuthenticator' }),
  }
}

function usabilityOf(pass: TemporaryAccessPass, now: Date): string {
  if (pass.once && pass.usedAt !== undefined) return 'OneTimeUsed'
  if (pass.expiresAt <= now) return 'Expired'
  return pass.startsAt > now ? 'NotYetValid' : 'EnabledByPolicy'
}

/** Only beta says when a method was last used. */
function lastUse(at: Date | undefined, version: GraphVersion): GraphObject {
  return version === 'beta' ? { lastUsedDateTime: at === undefined ? null : toGraphTime(at) } : {}
}
