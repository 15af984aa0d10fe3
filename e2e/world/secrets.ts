import { expect } from 'vitest'
import type { PersonsBrowser } from './browser.ts'
import { everythingSaid } from './program.ts'

const secrets = new Map<string, string>()

/** Note that this must appear in no log, and what it is. */
export function noteSecret(secret: string, what: string): void {
  // Anything shorter could appear by chance.
  if (secret.length >= 8) secrets.set(secret, what)
}

/** The last tenant is no secret; an interaction's name stands in its address, and its signature is another cookie. */
const plainCookies = ['latchkey-tenant', 'latchkey-interaction', 'latchkey-resume']

/** Note what a person's browser carries: its cookies, and what stood in the addresses it went to. */
export async function noteSecretsOfBrowser({ context, loads }: PersonsBrowser): Promise<void> {
  for (const { name, value } of await context.cookies()) {
    if (!plainCookies.includes(name)) noteSecret(value, `the cookie ${name}`)
  }
  for (const { url } of loads) {
    for (const name of ['flow', 'code', 'id_token_hint', 'state', 'nonce', 'login_hint']) {
      noteSecret(new URL(url).searchParams.get(name) ?? '', `"${name}" in an address`)
    }
  }
}

/** Look through everything that every program of this file has said. */
export function expectNoSecretsSaid(): void {
  const text = everythingSaid.join('')
  const told = [...secrets].filter(([secret]) => text.includes(secret)).map(([, what]) => what)
  expect(told, 'secrets in the logs').toEqual([])
}
