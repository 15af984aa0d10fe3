import {
  type CredentialRecord,
  describeModel,
  listPasskeysWithState,
  type NamedApprover,
  type PasskeyWithState,
  type PasswordRecord,
  type Person,
  type PicturedModel,
  type RememberedBrowser,
  type TemporaryAccessPass,
  type TotpRecord,
} from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** A passkey, what its model is called, and why it is dormant if it is. */
export type ShownPasskey = CredentialRecord &
  Pick<PasskeyWithState, 'dormantBecause'> & { readonly model: PicturedModel }

/** Everything a person has to sign in with. */
export interface Methods {
  readonly passkeys: readonly ShownPasskey[]
  readonly totps: readonly TotpRecord[]
  /** Devices that approve sign-ins, and browsers that may ask for an approval alone. */
  readonly approvers: readonly NamedApprover[]
  readonly browsers: readonly RememberedBrowser[]
  readonly password: PasswordRecord | undefined
  /** One that can still be used, now or later. */
  readonly pass: TemporaryAccessPass | undefined
}

/** Read what a person has to sign in with. */
export async function readMethods(
  deps: ServerDeps,
  person: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'>,
): Promise<Methods> {
  const { tenantId, userId } = person
  const [passkeys, totps, password, pass, approvers, browsers] = await Promise.all([
    readPasskeys(deps, person),
    deps.stores.totps.listOfPerson(tenantId, userId),
    deps.stores.passwords.find(tenantId, userId),
    deps.stores.passes.find(tenantId, userId),
    deps.stores.approvers.listOfPerson(tenantId, userId),
    deps.stores.rememberedBrowsers.listOfPerson(tenantId, userId),
  ])
  const over = pass === undefined || pass.expiresAt <= deps.now() || (pass.once && pass.usedAt !== undefined)
  return { passkeys, totps, approvers, browsers, password, pass: over ? undefined : pass }
}

async function readPasskeys(
  deps: ServerDeps,
  person: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'>,
): Promise<readonly ShownPasskey[]> {
  const { stores, now } = deps
  const passkeys = await listPasskeysWithState(stores, deps, person)
  return Promise.all(
    passkeys.map(async ({ passkey, ...state }) => ({
      ...passkey,
      ...state,
      model: await describeModel(stores, passkey.aaguid, now()),
    })),
  )
}
