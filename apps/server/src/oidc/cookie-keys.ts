import type { ServerDeps } from '../server-deps.ts'

/** The keys under the cookies that bind an interaction to its browser: the newest signs, all that are left check. */
export function cookieKeys({ keyring }: Pick<ServerDeps, 'keyring'>, tenantId: string): Buffer[] {
  const keys: Buffer[] = []
  for (let keyNumber = keyring.current; keyNumber > 0; keyNumber--) {
    if (!keyring.has(keyNumber)) continue
    keys.push(Buffer.from(keyring.mac('oidc-cookies', keyNumber, Buffer.from(tenantId))))
  }
  return keys
}
