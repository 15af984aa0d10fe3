import { equalBytes, toBase64url } from '@latchkey/encoding'
import { mayUsePasskey, provesDevice } from '@latchkey/policy'
import {
  type AuthenticationFacts,
  type AuthenticationResponse,
  CeremonyRefusal,
  type ExpectedAuthentication,
  readAuthenticationResponse,
  verifyAuthentication,
} from '@latchkey/webauthn'
import type { Deps, Visitor } from '../deps.ts'
import { isReachable } from '../device-links/is-reachable.ts'
import { cameOverLink } from '../device-links/use-link.ts'
import { sha256 } from '../ids/secret.ts'
import { normaliseUserName } from '../people/normalise-user-name.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { rulesOf } from '../rules/get-rules.ts'
import { type CurrentSession, openSession } from '../sessions/open-session.ts'
import type { Proof } from '../sessions/session.ts'
import { concludeSignIn, type SignedIn } from '../sign-in/signed-in.ts'
import { beginTrail, followed, type Trail } from '../sign-in/trail.ts'
import { noteUse } from '../steps/note-use.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { ownModelOf } from '../trust/own-models.ts'
import { type Binding, type OpenedChallenge, openChallenge } from './challenge.ts'
import type { CredentialRecord } from './credential-record.ts'
import { toPasskeyFacts, toSignInDecision } from './decide-passkey.ts'
import { decoyKey, findDecoy } from './decoy.ts'
import { isDistrusted } from './is-distrusted.ts'
import { isLockHandle } from './is-lock-handle.ts'
import { verifyingKeyOf } from './verifying-key-of.ts'

/** An answer to an authentication, and what it was begun for. */
export interface AuthenticationAnswer {
  /** As at the beginning: absent if it was begun without. */
  readonly tenantId?: string
  /** What `PublicKeyCredential.toJSON()` gave. */
  readonly response: unknown
  readonly visitor: Visitor
  readonly binding: Binding
  /** The name that was typed before, if one was: the passkey must be that person's. */
  readonly expectedName?: string
  /** The app on whose behalf, for the log. */
  readonly clientId?: string
  /** The session to raise, if it is the same person's. */
  readonly current?: CurrentSession
}

/**
 * Finish an authentication: verify the answer, then, in one unit of work, spend the challenge, note the use, make the
 * session (or raise the current one) and write the log.
 *
 * What the decision rests on (that the person is switched on and who they were, that the passkey is still theirs, what
 * the organisation says) is read inside that unit. A passkey that verified nobody counts as one factor, and only where
 * that was asked for.
 *
 * @throws CeremonyRefusal for what is wrong with the answer
 * @throws IdentityRefusal `challenge_unknown`, `challenge_expired`, `challenge_spent`; `lock_passkey` for one that only
 *   unlocks an authenticator of ours; `credential_unknown` only if no
 *   tenant here has this credential (the browser may be told then); `credential_of_another`; `person_disabled`;
 *   `passkey_dormant`, `device_revoked` and `link_needed`, only when the signature is right: the rules do not allow the
 *   passkey (any more), the device it was made on is switched off or gone, or nobody could have asked that device
 */
export async function finishAuthentication(deps: Deps, answer: AuthenticationAnswer): Promise<SignedIn> {
  const trail = beginTrail('passkey', answer)
  return followed(deps, trail, async () => {
    const response = readAuthenticationResponse(answer.response)
    const challenge = await openChallenge(deps, response.clientData.challenge, {
      ...answer,
      ceremony: 'authentication',
    })
    const { credential, refusal } = await findAnswering(deps, trail, response, answer.tenantId)
    const facts = verifyAuthentication(response, {
      challenge: response.clientData.challenge,
      rpId: deps.rp.rpId,
      origins: deps.rp.origins,
      userVerification: challenge.userVerification,
      userHandle: answer.expectedName === undefined ? 'required' : 'if_present',
      // Whose handle it is is held against the person in the unit, where the person is read anyway.
      credential: { ...credential, userHandle: response.userHandle ?? new Uint8Array() },
    })
    if (refusal !== undefined) throw refusal
    return deps.stores.atomically((tx) =>
      conclude(tx, deps, { answer, response, trail, challenge, credential: credential.record, facts }),
    )
  })
}

interface Verified {
  readonly answer: AuthenticationAnswer
  readonly response: AuthenticationResponse
  readonly trail: Trail
  readonly challenge: OpenedChallenge
  readonly credential: CredentialRecord
  readonly facts: AuthenticationFacts
}

async function conclude(tx: Shelves, deps: Deps, verified: Verified): Promise<SignedIn> {
  const { answer, trail, challenge, credential, facts } = verified
  const { tenantId } = credential
  await tx.spentChallenges.insert(challenge)

  const person = await tx.people.find(tenantId, credential.userId)
  if (person === undefined) throw new IdentityRefusal('credential_unknown')
  requireSamePerson(verified, person)
  if (credential.device?.live === false) {
    throw new IdentityRefusal('device_revoked', { detail: credential.device.deviceId })
  }
  if (!isReachable(credential)) throw new IdentityRefusal('link_needed')
  const tenant = await getTenant(tx, tenantId)
  const distrusted = await requireAwake(tx, deps, verified, { person, tenant })
  await judgeCounter(tx, verified, tenant)

  const use = {
    ...facts,
    signCount: facts.signCount.received,
    at: deps.now(),
    from: answer.visitor.ipAddress,
  }
  const there = await tx.credentials.putUse(tenantId, credential.id, use)
  if (!there)
    throw new IdentityRefusal(credential.device === undefined ? 'credential_unknown' : 'device_revoked')

  await noteUse(tx, deps, credential, answer.visitor)

  const unguarded = await isUnguarded(tx, deps, verified)
  const proof = toProof(credential, facts, { at: deps.now(), distrusted: distrusted || unguarded })
  const { visitor, current } = answer
  const opened = await openSession(tx, deps, { tenant, person, proof, visitor, current })
  const firstPasskeySignIn = credential.lastUsedAt === undefined && person.defaultMethod === undefined
  const { stored, received, regressed } = facts.signCount
  return concludeSignIn(tx, deps, {
    trail,
    tenant,
    person,
    opened,
    proof,
    firstPasskeySignIn,
    ...(regressed && { detail: `signature counter ${stored} then ${received}` }),
  })
}

/** What an answer is checked against, and the refusal that follows even if the check succeeds. */
type Answering =
  | {
      readonly credential: AnsweringCredential & { readonly record: CredentialRecord }
      readonly refusal?: undefined
    }
  | { readonly credential: AnsweringCredential; readonly refusal: IdentityRefusal | CeremonyRefusal }

type AnsweringCredential = Omit<ExpectedAuthentication['credential'], 'userHandle'>

/**
 * Find the credential that answers.
 *
 * One that is another tenant's, or stands for nothing (a decoy), is checked like any other and refused after: else
 * whoever sends ids back under a made-up signature would learn which of them are real, and so which names are.
 */
async function findAnswering(
  deps: Deps,
  trail: Trail,
  { credentialId, userHandle }: AuthenticationResponse,
  asked: string | undefined,
): Promise<Answering> {
  const record = await deps.stores.credentials.findByRp(deps.rp.rpId, credentialId)
  if (record !== undefined) {
    const credential = toAnswering(deps, record)
    if (asked !== undefined && record.tenantId !== asked) {
      return { credential, refusal: new IdentityRefusal('credential_of_another') }
    }
    note(trail, record)
    return { credential: { ...credential, record } }
  }

  // Named, so that nobody tells the device that the passkey is unknown: it would delete the key of its own app lock.
  if (isLockHandle(userHandle)) throw new IdentityRefusal('lock_passkey')
  const decoy = findDecoy(deps.keyring, credentialId)
  if (decoy === undefined) throw new IdentityRefusal('credential_unknown')
  trail.credentialId = toBase64url(credentialId)
  const credential = { id: credentialId, publicKey: decoyKey, signCount: 0, ...decoy }
  return { credential, refusal: new CeremonyRefusal('signature_invalid') }
}

function toAnswering(deps: Deps, record: CredentialRecord): AnsweringCredential {
  const { id, signCount, backupEligible } = record
  return { id, signCount, backupEligible, publicKey: verifyingKeyOf(deps, record) }
}

/** The handle in the answer, the name that was typed and the record must all be of one person, who is switched on. */
function requireSamePerson({ answer, response }: Verified, person: Person): void {
  if (response.userHandle !== undefined && !equalBytes(response.userHandle, person.userHandle)) {
    throw new CeremonyRefusal('user_handle_mismatch')
  }
  if (answer.expectedName !== undefined && normaliseUserName(answer.expectedName) !== person.userName) {
    throw new IdentityRefusal('credential_of_another', { detail: 'name' })
  }
  if (!person.enabled) throw new IdentityRefusal('person_disabled')
}

/**
 * The passkey's type and model must be what the rules of this moment allow this person. Asked only once the signature
 * was right: a stranger does not learn that a passkey is dormant.
 *
 * @returns whether something is known to be wrong with the model, so that it counts for less
 */
async function requireAwake(
  tx: Shelves,
  deps: Deps,
  { trail, credential }: Verified,
  { person, tenant }: { readonly person: Person; readonly tenant: Tenant },
): Promise<boolean> {
  const { methods } = await rulesOf(tx, deps, tenant)
  const facts = await getPersonFacts(tx, person, methods)
  const decision = mayUsePasskey(methods, facts, toPasskeyFacts(credential))
  trail.decision = toSignInDecision(decision)
  if (!decision.allow) throw new IdentityRefusal('passkey_dormant', { detail: decision.because })
  return await isDistrusted(tx, deps, { person, credential, methods, trail })
}

/** A counter that did not grow is always told; where the organisation says so, it is held against the newest record. */
async function judgeCounter(tx: Shelves, { credential, facts }: Verified, tenant: Tenant): Promise<void> {
  if (tenant.settings.signatureCounter !== 'refuse') return
  const now = await tx.credentials.find(credential.tenantId, credential.id)
  const stored = now?.signCount ?? credential.signCount
  const { received } = facts.signCount
  if ((stored !== 0 || received !== 0) && received <= stored) {
    throw new CeremonyRefusal('signature_counter_regressed', { detail: `${stored} then ${received}` })
  }
}

/**
 * Whether a key of the phone's app signed, and not for a browser that it knows. A page cannot hear who is near, so only a
 * guarded link keeps others out: without the device's own word that it signed over one, the passkey is one factor.
 */
async function isUnguarded(
  tx: Shelves,
  deps: Deps,
  { credential: { tenantId, aaguid, device }, response }: Verified,
): Promise<boolean> {
  if (aaguid !== ownModelOf('phoneApp').aaguid || device === undefined) return false
  const clientDataHash = sha256(response.clientDataJSON)
  return !(await cameOverLink(tx, deps, { tenantId, deviceId: device.deviceId, clientDataHash }))
}

/** What was proven is what this answer said, whatever the record says of earlier ones. */
function toProof(
  credential: CredentialRecord,
  facts: AuthenticationFacts,
  { at, distrusted }: { readonly at: Date; readonly distrusted: boolean },
): Proof {
  return {
    method: 'passkey',
    at,
    passkey: {
      credentialId: toBase64url(credential.id),
      aaguid: credential.aaguid,
      attested: credential.attestation.trusted,
      evidence: credential.attestation.evidence,
      userVerified: facts.userVerified,
      backupEligible: facts.backupEligible,
      backupState: facts.backupState,
      ...(distrusted && { distrusted }),
      ...provenDevice(credential),
    },
  }
}

/** Only the surface that runs in browsers answers there and nowhere else. */
function provenDevice({ aaguid, attestation, backupEligible, device }: CredentialRecord) {
  const isInBrowser = provesDevice({ aaguid, attested: attestation.trusted, backupEligible })
  return isInBrowser && device?.live === true ? { deviceId: device.deviceId } : {}
}

function note(trail: Trail, credential: CredentialRecord): void {
  trail.tenantId = credential.tenantId
  trail.userId = credential.userId
  trail.credentialId = toBase64url(credential.id)
  trail.aaguid = credential.aaguid
}
