import type { SignInRecord } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import type { SignInNames } from './read-sign-in-names.ts'

/** Whether a sign-in worked, in words. */
export function outcomeOf({ securityInfo: { signIns } }: Words, { outcome }: SignInRecord): string {
  return signIns[outcome]
}

/** With what, and to which app. */
export function howOf(said: Words, { method, aaguid, clientId }: SignInRecord, names: SignInNames): string {
  const { signIns } = said.securityInfo
  const app = clientId === undefined ? undefined : names.apps.get(clientId)
  const model = aaguid === undefined ? undefined : names.models.get(aaguid)
  const how = method === undefined ? undefined : nameOfMethod(said, method)
  return [
    how !== undefined && signIns.with({ method: how }),
    model !== undefined && `(${model})`,
    app !== undefined && signIns.toApp({ app }),
  ]
    .filter(Boolean)
    .join(' ')
}

function nameOfMethod({ signIn: { methods } }: Words, method: string): string {
  const names: Readonly<Record<string, string>> = methods
  return Object.hasOwn(names, method) ? (names[method] ?? method) : method
}
