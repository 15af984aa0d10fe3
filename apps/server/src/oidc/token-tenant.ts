import type { Provider } from './oidc-module.ts'

const pattern = /^([A-Za-z0-9_-]{22})\./

/**
 * Put the tenant in front of every code and token that comes back to us, so that an endpoint which is nobody's in
 * particular (`common`) knows whom to ask. It says nothing that the ID token does not.
 */
export function prefixTokens(provider: Provider, tenantId: string): void {
  const prefix = `${Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')}.`
  for (const { prototype } of [provider.AuthorizationCode, provider.RefreshToken, provider.DeviceCode]) {
    const make: unknown = Reflect.get(prototype, 'generateTokenId')
    if (typeof make !== 'function') throw new Error('the provider makes its tokens in another way')
    Object.defineProperty(prototype, 'generateTokenId', {
      value(this: unknown) {
        return `${prefix}${make.call(this)}`
      },
    })
  }
}

/** The tenant that a code or a token of ours names. Says nothing about whether it is right. */
export function findTenantOfToken(token: string): string | undefined {
  const found = pattern.exec(token)?.[1]
  if (found === undefined) return undefined
  const digits = Buffer.from(found, 'base64url').toString('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
