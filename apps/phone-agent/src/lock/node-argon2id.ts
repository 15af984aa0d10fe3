import { argon2 } from 'node:crypto'
import type { Argon2id } from '@latchkey/keeper'

const keyLength = 32

/**
 * Argon2id as Node has it. The memory and the passes are RFC 9106's for machines with little memory; its four lanes are
 * one here, for OpenSSL goes through them one after the other.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9106#section-4
 */
export const nodeArgon2id: Argon2id = {
  cost: { memory: 65_536, passes: 3, parallelism: 1 },
  stretch: (pin, salt, cost) => {
    const parameters = { message: pin, nonce: salt, ...cost, tagLength: keyLength }
    return new Promise((resolve, reject) => {
      argon2('argon2id', parameters, (error, tag) => (error === null ? resolve(tag) : reject(error)))
    })
  },
}
