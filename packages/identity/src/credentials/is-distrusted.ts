import { type CompiledMethods, mayUseMethod, mayUsePasskey } from '@latchkey/policy'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import type { Trail } from '../sign-in/trail.ts'
import type { Shelves } from '../stores.ts'
import { findModelStatus } from '../trust/find-model-status.ts'
import type { CredentialRecord } from './credential-record.ts'
import { toPasskeyFacts } from './decide-passkey.ts'
import { isAtHand } from './is-at-hand.ts'

interface UsedPasskey {
  readonly person: Person
  readonly credential: CredentialRecord
  readonly methods: CompiledMethods
  readonly trail: Trail
}

/**
 * Decide what a bad status of a passkey's model comes to, as the organisation wants it: nothing but what administrators
 * were told (`alert`); that the passkey is one factor and no more (`stepUp`); or that it is not taken (`block`), unless
 * the person has no other way in: then it is one factor, and administrators are told that too.
 *
 * @returns whether the passkey counts as one factor and no more
 * @throws IdentityRefusal `passkey_dormant`, detail `model_distrusted`
 */
export async function isDistrusted(
  tx: Shelves,
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  { person, credential, methods, trail }: UsedPasskey,
): Promise<boolean> {
  const { badModels } = methods.passkey
  // Nothing else opens an account for emergencies: a second factor would shut it.
  if (badModels === 'alert' || person.breakGlass) return false
  const statuses = await findModelStatus(tx, credential.aaguid, deps.now())
  if (statuses.length === 0) return false
  if (badModels === 'stepUp') return true
  if (await hasAnotherWay(tx, deps, { person, credential, methods })) {
    trail.decision = { method: { allowed: false, because: 'model_distrusted', profiles: [] } }
    throw new IdentityRefusal('passkey_dormant', { detail: 'model_distrusted' })
  }
  const { tenantId, userId, userName } = person
  await appendAudit(
    tx,
    deps,
    { tenantId, actor: { kind: 'system' }, ...trail.visitor },
    {
      activity: 'broken_authenticator_used',
      target: { kind: 'person', id: userId, name: userName },
      detail: { aaguid: credential.aaguid, statuses: statuses.join(' ') },
    },
  )
  return true
}

/** Whether somebody could sign in without this passkey: with a sound one that is awake, or a password and a code that is for them. */
async function hasAnotherWay(
  tx: Shelves,
  deps: Pick<Deps, 'now'>,
  { person, credential, methods }: Omit<UsedPasskey, 'trail'>,
): Promise<boolean> {
  const { tenantId, userId } = person
  const facts = await getPersonFacts(tx, person, methods)
  const { password, totp } = await tx.people.findMethods(tenantId, userId)
  if (password && totp && mayUseMethod(methods, facts, 'totp').allow) return true
  const others = (await tx.credentials.listOfPerson(tenantId, userId)).filter(
    (other) =>
      other.aaguid !== credential.aaguid &&
      isAtHand(other) &&
      mayUsePasskey(methods, facts, toPasskeyFacts(other)).allow,
  )
  for (const { aaguid } of others) {
    if ((await findModelStatus(tx, aaguid, deps.now())).length === 0) return true
  }
  return false
}
