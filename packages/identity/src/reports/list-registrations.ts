import {
  type CompiledMethods,
  mayUseMethod,
  mayUsePasskey,
  type PasskeyDenial,
  preferredOrder,
} from '@latchkey/policy'
import { whyNoPasskey } from '../credentials/may-add-passkey.ts'
import type { Deps } from '../deps.ts'
import { isReachable } from '../device-links/is-reachable.ts'
import type { HeldByPerson } from '../lock-out/lock-out-store.ts'
import { toFacts } from '../lock-out/read-standings.ts'
import type { AdministratorRole } from '../people/role-store.ts'
import { getRules } from '../rules/get-rules.ts'

/** What somebody has to sign in with, and what of it the rules of this moment let them use. */
export interface Registration {
  readonly userId: string
  readonly roles: readonly AdministratorRole[]
  readonly groupIds: readonly string[]
  readonly passkeys: readonly {
    /** A claim, unless attested. */
    readonly aaguid: string
    readonly backupEligible: boolean
    /** Whether it may be used: a dormant one may not, nor one that no browser could ask for. */
    readonly usable: boolean
  }[]
  readonly password: boolean
  readonly totp: { readonly registered: boolean; readonly usable: boolean }
  /** Whether they have a pass that works now. */
  readonly pass: boolean
  /** Whether the system proposes the best method to them, whatever they chose themselves. */
  readonly systemPreferred: boolean
  /** Why the rules let them add no passkey of any kind; absent: they let them. */
  readonly whyNone?: PasskeyDenial
}

/**
 * List what people have registered, in a few statements however many they are. Whoever is switched off is not listed.
 *
 * @param userIds whom; absent: everybody
 */
export async function listRegistrations(
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
  userIds?: readonly string[],
): Promise<readonly Registration[]> {
  const { methods } = await getRules(deps.stores, deps, tenantId)
  const held = await deps.stores.lockOut.listHeld(tenantId, userIds)
  return held.map((each) => toRegistration(methods, each, deps.now()))
}

/** Say of one person what they have registered, by rules that were compiled before. */
export function toRegistration(methods: CompiledMethods, held: HeldByPerson, now: Date): Registration {
  const { userId, roles, passkeys, password, totp, pass, breakGlass } = held
  const person = toFacts(held)
  const whyNone = whyNoPasskey(methods, person, undefined)
  return {
    userId,
    roles,
    groupIds: held.groupIds,
    passkeys: passkeys.map((passkey) => ({
      aaguid: passkey.aaguid,
      backupEligible: passkey.backupEligible,
      usable: isReachable(passkey) && mayUsePasskey(methods, person, passkey).allow,
    })),
    password,
    // An account for emergencies is opened by its passkeys and nothing else.
    totp: { registered: totp, usable: totp && !breakGlass && mayUseMethod(methods, person, 'totp').allow },
    pass: pass !== undefined && pass.startsAt <= now && now < pass.expiresAt,
    systemPreferred: preferredOrder(methods, person) !== undefined,
    ...(whyNone !== undefined && { whyNone }),
  }
}
