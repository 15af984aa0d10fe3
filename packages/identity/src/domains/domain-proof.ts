import type { Deps } from '../deps.ts'

/**
 * Where the proof stands: a name of its own below the domain, so that it disturbs nothing and tells what it is for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8552
 */
export function proofNameOf(domain: string): string {
  return `_latchkey-challenge.${domain}`
}

/** Make what has to stand there: 20 random bytes, so that it is nobody else's. */
export function newProof({ random }: Pick<Deps, 'random'>): string {
  return `latchkey-domain=${Buffer.from(random(20)).toString('hex')}`
}

/** What is found in the DNS: the texts at a name, or that nobody answered. */
export type TxtAnswer =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'unreachable' }

/** Ask the DNS for the TXT records at a name. */
export type LookUpTxt = (name: string) => Promise<TxtAnswer>

/** Look for a proof. */
export async function lookForProof(
  lookUp: LookUpTxt,
  { domain, proof }: { readonly domain: string; readonly proof: string },
): Promise<'found' | 'missing' | 'unreachable'> {
  const answer = await lookUp(proofNameOf(domain))
  if (answer.kind === 'unreachable') return 'unreachable'
  return answer.texts.some((text) => text.trim() === proof) ? 'found' : 'missing'
}
