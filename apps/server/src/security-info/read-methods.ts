import {
  type CredentialRecord,
  describeModel,
  type PasswordRecord,
  type PicturedModel,
  type TemporaryAccessPass,
  type TotpRecord,
} from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** A passkey, and what its model is called. */
export type ShownPasskey = CredentialRecord & { readonly model: PicturedModel }

/** Everything a person has to sign in with. */
export interface Methods {
  readonly passkeys: readonly ShownPasskey[]
  readonly totps: readonly TotpRecord[]
  readonly password: PasswordRecord | undefined
  /** One that can still be used, now or later. */
  readonly pass: TemporaryAccessPass | undefined
}

/** Read what a person has to sign in with. */
export async function readMethods(
  deps: ServerDeps,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<Methods> {
  const [passkeys, totps, password, pass] = await Promise.all([
    readPasskeys(deps, tenantId, userId),
    deps.stores.totps.listOfPerson(tenantId, userId),
    deps.stores.passwords.find(tenantId, userId),
    deps.stores.passes.find(tenantId, userId),
  ])
  const over = pass === undefined || pass.expiresAt <= deps.now() || (pass.once && pass.usedAt !== undefined)
  return { passkeys, totps, password, pass: over ? undefined : pass }
}

async function readPasskeys(
  { stores, now }: ServerDeps,
  tenantId: string,
  userId: string,
): Promise<readonly ShownPasskey[]> {
  const passkeys = await stores.credentials.listOfPerson(tenantId, userId)
  return Promise.all(
    passkeys.map(async (passkey) => ({
      ...passkey,
      model: await describeModel(stores, passkey.aaguid, now()),
    })),
  )
}
