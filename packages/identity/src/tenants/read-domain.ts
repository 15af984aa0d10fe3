import { domainToASCII } from 'node:url'
import { IdentityRefusal } from '../refusal.ts'

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Read a domain the one way it is kept: ASCII (IDNA), lower case, without a trailing dot, at least two labels.
 *
 * @throws IdentityRefusal `invalid_input`
 */
export function readDomain(text: string): string {
  const trimmed = text.trim()
  const domain = trimmed.length > 253 ? '' : domainToASCII(trimmed).replace(/\.$/, '')
  const labels = domain.split('.')
  // An address written as a name would be taken for a tenant's domain nowhere, and a number for a label of none.
  const sensible =
    labels.length >= 2 && labels.every((each) => label.test(each)) && !/^\d+$/.test(labels.at(-1) ?? '')
  if (!sensible || domain.length > 253) throw new IdentityRefusal('invalid_input', { detail: 'domain' })
  return domain
}
