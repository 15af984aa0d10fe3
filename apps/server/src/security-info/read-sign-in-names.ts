import { describeModel, findApp, type SignInRecord } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** What is called how in a list of sign-ins. */
export interface SignInNames {
  /** By client id. */
  readonly apps: ReadonlyMap<string, string>
  /** By AAGUID. */
  readonly models: ReadonlyMap<string, string>
}

/** Read what the apps and the passkeys in some sign-ins are called. */
export async function readSignInNames(
  deps: ServerDeps,
  signIns: readonly SignInRecord[],
): Promise<SignInNames> {
  const [apps, models] = await Promise.all([readAppNames(deps, signIns), readModelNames(deps, signIns)])
  return { apps, models }
}

async function readModelNames(
  { stores, now }: ServerDeps,
  signIns: readonly SignInRecord[],
): Promise<ReadonlyMap<string, string>> {
  const used = new Set(signIns.flatMap(({ aaguid }) => aaguid ?? []))
  const models = await Promise.all([...used].map((aaguid) => describeModel(stores, aaguid, now())))
  return new Map(models.flatMap(({ aaguid, name }) => (name === undefined ? [] : [[aaguid, name]])))
}

async function readAppNames(
  deps: ServerDeps,
  signIns: readonly SignInRecord[],
): Promise<ReadonlyMap<string, string>> {
  const used = new Map(
    signIns.flatMap(({ tenantId, clientId }) => (clientId === undefined ? [] : [[clientId, tenantId]])),
  )
  const apps = await Promise.all(
    [...used].map(async ([clientId, tenantId]) => await findApp(deps.stores, tenantId, clientId)),
  )
  return new Map(apps.flatMap((app) => (app === undefined ? [] : [[app.clientId, app.displayName]])))
}
