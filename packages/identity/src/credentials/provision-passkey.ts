import { toBase64url } from '@latchkey/encoding'
import { mayUseMethod } from '@latchkey/policy'
import { credentialAlgorithms, readRegistrationResponse, verifyRegistration } from '@latchkey/webauthn'
import type { Actor, PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { sha256 } from '../ids/secret.ts'
import { byAdministrator } from '../outbox/by-administrator.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import type { Person } from '../people/person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'
import { noteStep } from '../steps/note-step.ts'
import type { Shelves } from '../stores.ts'
import {
  type Admission,
  auditRefusedPasskey,
  isAdmitted,
  judgeNewPasskey,
  requireAdmission,
  toAdmissionDetail,
} from './admit-passkey.ts'
import { type ChallengeTerms, makeChallenge, openChallenge } from './challenge.ts'
import { toCreationOptions } from './creation-options.ts'
import type { CredentialRecord } from './credential-record.ts'
import { readPasskeyName } from './finish-registration.ts'
import { insertNewPasskey, requireFewPasskeys, toPasskeyDetail } from './insert-new-passkey.ts'

/** How long an administrator may take to make a passkey for somebody: a batch of keys is a month's work. */
export const shortestProvisioningMinutes = 5
export const longestProvisioningMinutes = 43_200

/** For whom a passkey is to be made, and who makes it. */
export interface ProvisioningAsk extends PersonTarget {
  /** How long the challenge can be answered, 5 to 43 200; absent: 5. */
  readonly lifetimeMinutes?: number
}

/** What a passkey for somebody else is made by. */
export interface ProvisioningBegun {
  readonly options: PublicKeyCredentialCreationOptionsJSON
  /** Until when the answer is taken. */
  readonly expiresAt: Date
}

/** What came back, from the administrator who asked. */
export interface ProvisioningAnswer extends PersonTarget {
  /** What `PublicKeyCredential.toJSON()` gave. */
  readonly response: unknown
  /** What the person will know it by. */
  readonly name?: string
}

/** How long the authenticator is waited for, once it is asked: only the challenge lasts longer. */
const authenticatorSeconds = 60

/**
 * Begin to make a passkey for somebody else, on a security key that is handed to them afterwards. Writes nothing.
 *
 * Whether people may add passkeys themselves does not matter here. The challenge is for this administrator, or this app,
 * and for this person: nobody else can answer it, nor for anybody else.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input` for the lifetime; `not_allowed_by_policy` if
 *   passkeys are not for this person at all
 */
export async function beginProvisioning(deps: Deps, ask: ProvisioningAsk): Promise<ProvisioningBegun> {
  const { tenantId, lifetimeMinutes = shortestProvisioningMinutes } = ask
  if (
    !Number.isInteger(lifetimeMinutes) ||
    lifetimeMinutes < shortestProvisioningMinutes ||
    lifetimeMinutes > longestProvisioningMinutes
  ) {
    throw new IdentityRefusal('invalid_input', { detail: 'lifetimeMinutes' })
  }
  const person = await getPersonToProvision(deps.stores, ask)
  const { methods } = await getRules(deps.stores, deps, tenantId)
  const scope = mayUseMethod(methods, await getPersonFacts(deps.stores, person, methods), 'passkey')
  if (!scope.allow) throw new IdentityRefusal('not_allowed_by_policy', { detail: scope.because })

  const ceremonySeconds = lifetimeMinutes * 60
  const beganAt = Math.floor(deps.now().getTime() / 1000)
  return {
    options: toCreationOptions(deps, {
      person,
      challenge: makeChallenge({ ...deps, ceremonySeconds }, toTerms(ask), 'required'),
      known: await deps.stores.credentials.listOfPerson(tenantId, person.userId),
      seconds: authenticatorSeconds,
      userVerification: 'required',
      attestation: 'direct',
      attachment: 'cross-platform',
    }),
    expiresAt: new Date((beganAt + ceremonySeconds) * 1000),
  }
}

/**
 * Finish making a passkey for somebody else: verify the answer as at any registration, then, in one unit of work, spend
 * the challenge, ask once more whether whoever answers may do this to this person, and the policy whether the person may
 * have this very passkey; keep it, write the audit and mail the person.
 *
 * What the options excluded stays excluded: a passkey that anybody has is not taken a second time.
 *
 * @throws CeremonyRefusal for what is wrong with the answer
 * @throws IdentityRefusal `challenge_unknown` if it was begun by or for somebody else, `challenge_expired`,
 *   `challenge_spent`, `not_found`, `not_permitted`, `not_allowed_by_policy`, `credential_already_registered`,
 *   `invalid_input` for the name
 */
export async function finishProvisioning(deps: Deps, answer: ProvisioningAnswer): Promise<CredentialRecord> {
  const name = readPasskeyName(answer.name ?? 'Passkey')
  const response = readRegistrationResponse(answer.response)
  const challenge = await openChallenge(
    { ...deps, ceremonySeconds: longestProvisioningMinutes * 60 },
    response.clientData.challenge,
    toTerms(answer),
  )
  const facts = verifyRegistration(response, {
    challenge: response.clientData.challenge,
    rpId: deps.rp.rpId,
    origins: deps.rp.origins,
    userVerification: challenge.userVerification,
    algorithms: credentialAlgorithms,
  })

  let refused: { readonly person: Person; readonly admission: Admission } | undefined
  try {
    return await deps.stores.atomically(async (tx) => {
      await tx.spentChallenges.insert(challenge)
      const person = await getPersonToProvision(tx, answer)
      requireFewPasskeys((await tx.credentials.listOfPerson(person.tenantId, person.userId)).length)
      const admission = await judgeNewPasskey(tx, deps, { person, facts, by: 'administrator' })
      refused = isAdmitted(admission) ? undefined : { person, admission }
      requireAdmission(admission)

      const { verdict } = admission
      const credential = await insertNewPasskey(tx, deps, {
        person,
        facts,
        verdict,
        name,
        createdBy: 'administrator',
      })
      const { tenantId, userId, aaguid } = credential
      // The person was not there, and whoever was has another device in their hands.
      await noteStep(tx, deps, { tenantId, userId, step: 'created', method: 'passkey', aaguid })
      await appendAudit(tx, deps, answer, {
        activity: 'passkey_added',
        target: { kind: 'person', id: person.userId, name: person.userName },
        detail: {
          method: 'passkey',
          methodId: toBase64url(credential.id),
          name,
          ...toPasskeyDetail(credential),
          ...toAdmissionDetail(admission),
        },
      })
      await mailPerson(tx, deps, {
        person,
        template: 'passkey_added',
        values: { name, ...(await byAdministrator(tx, answer)) },
      })
      return credential
    })
  } catch (refusal) {
    if (refused !== undefined) {
      await auditRefusedPasskey(deps, answer, { ...refused, aaguid: facts.aaguid })
    }
    throw refusal
  }
}

/** @throws IdentityRefusal `not_found`, `not_permitted`: for oneself, or for a stronger administrator */
async function getPersonToProvision(
  tx: Pick<Shelves, 'people' | 'roles'>,
  ask: PersonTarget,
): Promise<Person> {
  const person = await getPerson(tx, ask.tenantId, ask.userId)
  await requirePermission(tx, ask, 'add a method')
  if (ask.actor.userId === ask.userId) throw new IdentityRefusal('not_permitted', { detail: 'for oneself' })
  return person
}

/** What the challenge is good for. It is not a browser that must come back with it, but whoever asked for it. */
function toTerms({ tenantId, userId, actor }: PersonTarget): ChallengeTerms {
  return {
    tenantId,
    userId,
    ceremony: 'provisioning',
    binding: { purpose: 'register', context: '' },
    visitor: { visitHash: toAskerHash(actor) },
  }
}

function toAskerHash({ kind, userId = '', clientId = '' }: Actor): Uint8Array {
  return sha256(JSON.stringify([kind, userId, clientId]))
}
