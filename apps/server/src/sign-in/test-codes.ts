import { createHmac } from 'node:crypto'
import { beginTotp, finishTotp, issuePass, redeemPass } from '@latchkey/identity'
import { removePass, setPassword } from '@latchkey/identity/administer'
import type { OpenPage } from '../simulate/page-browser.ts'
import type { TestBrowser } from './test-browser.ts'
import { actor, post, type SignInWorld, typeName } from './test-sign-in-world.ts'

/** What people type who have a password. */
export const password = 'correct horse battery staple'

/** Add somebody who has a password and one-time codes, a minute ago. @returns the secret of the codes */
export async function addWithCodes(world: SignInWorld, name: string): Promise<string> {
  const { tenantId, userId, userName } = await world.add(name)
  const { deps } = world
  await setPassword(deps, { tenantId, userId, password, actor })
  const { pass } = await issuePass(deps, { tenantId, userId, actor })
  const visitor = { correlationId: '', ipAddress: '192.0.2.1', userAgent: '', visitHash: new Uint8Array(32) }
  const binding = { purpose: 'sign-in', context: '' } as const
  const { session } = await redeemPass(deps, { tenantId, userName, pass, visitor, binding })
  const { secret, sealed } = await beginTotp(deps, session)
  await finishTotp(deps, { session, sealed, code: codeAt(secret, world.clock.at), visitor })
  await removePass(deps, { tenantId, userId, actor })
  world.clock.at = new Date(world.clock.at.getTime() + 60_000)
  return secret
}

/** Type name, password and code. @returns the page that comes after both proofs */
export async function signInWithCode(
  world: SignInWorld,
  browser: TestBrowser,
  { name, secret, ask }: { readonly name: string; readonly secret: string; readonly ask?: string },
): Promise<OpenPage> {
  const page = await typeName(browser, name, ask)
  const second = await browser.open(
    await post(browser, '/sign-in/password', { flow: page.flow, value: password }),
  )
  const value = codeAt(secret, world.clock.at).replace(/^.../, '$& ')
  return await browser.open(await post(browser, '/sign-in/code', { flow: second.flow, value }))
}

/** The code that an app shows. @see https://www.rfc-editor.org/rfc/rfc6238 */
export function codeAt(secret: string, at: Date): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const code = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(code % 1_000_000).padStart(6, '0')
}
