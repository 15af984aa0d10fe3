import { argon2 } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { equalSecrets } from '../ids/secret.ts'
import { memoryOf } from '../memory.ts'

/** OWASP's first choice of 2025: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltLength = 16
const tagLength = 32

interface Phc {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly salt: Uint8Array
  readonly tag: Uint8Array
}

/**
 * Hash a secret with argon2id.
 *
 * @returns PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`
 * @see https://www.rfc-editor.org/rfc/rfc9106
 */
export async function hashSecret(
  deps: Pick<Deps, 'stores' | 'random' | 'now'>,
  secret: string,
): Promise<string> {
  const salt = deps.random(saltLength)
  const tag = await compute(deps, secret, { ...cost, salt, tag: new Uint8Array(tagLength) })
  return `${prefix}$${toPhcBase64(salt)}$${toPhcBase64(tag)}`
}

/**
 * Tell whether a secret is the one that was hashed, and whether the hash was made with other costs than today's.
 *
 * @param hash absent for somebody who has none: then as much work is done, and the answer is no
 */
export async function verifySecret(
  deps: Pick<Deps, 'stores' | 'now'>,
  secret: string,
  hash: string | undefined,
): Promise<{ readonly right: boolean; readonly outdated: boolean }> {
  const phc = readPhc(hash ?? nobodysHash)
  const same = equalSecrets(await compute(deps, secret, phc), phc.tag)
  return { right: same && hash !== undefined, outdated: hash?.startsWith(`${prefix}$`) === false }
}

const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`
const nobodysHash = `${prefix}$${'A'.repeat(22)}$${'A'.repeat(43)}`
const phcPattern =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

function readPhc(text: string): Phc {
  const [, memory, passes, parallelism, salt, tag] = phcPattern.exec(text) ?? []
  if (salt === undefined || tag === undefined) throw new Error('a stored hash is not argon2id in PHC form')
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function compute(deps: Pick<Deps, 'stores' | 'now'>, secret: string, phc: Phc): Promise<Uint8Array> {
  const parameters = {
    message: secret,
    nonce: phc.salt,
    memory: phc.memory,
    passes: phc.passes,
    parallelism: phc.parallelism,
    tagLength: phc.tag.length,
  }
  const work = () =>
    new Promise<Uint8Array>((resolve, reject) => {
      argon2('argon2id', parameters, (error, tag) => (error === null ? resolve(tag) : reject(error)))
    })
  return memoryOf(deps.stores).hashing.run(work, deps.now())
}

function toPhcBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}
