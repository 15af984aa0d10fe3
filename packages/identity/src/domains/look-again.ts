import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { type LookUpTxt, lookForProof } from './domain-proof.ts'
import type { Domain } from './domain-store.ts'

const lookAgainMilliseconds = 7 * 86_400_000

/** One whose name servers are silent must not stand before those that answer. */
const silenceMilliseconds = 86_400_000

/** So many in a round: there is another one in an hour. */
const mostAtOnce = 100

/**
 * Look again for the proofs of domains, each once a week. One that is gone is told to the administrators, once; the domain
 * stays what it is, for a record that somebody tidied away must not shut anybody out.
 *
 * @returns how many were looked at and how many proofs are newly gone
 */
export async function lookAgainAtDomains(
  deps: Deps,
  lookUp: LookUpTxt,
): Promise<{ readonly looked: number; readonly missing: number }> {
  const since = new Date(deps.now().getTime() - lookAgainMilliseconds)
  let [looked, missing] = [0, 0]
  for (const domain of await deps.stores.domains.listUnchecked(since, mostAtOnce)) {
    const { proof } = domain
    if (proof === undefined) continue
    const found = await lookForProof(lookUp, { domain: domain.domain, proof })
    if (found === 'unreachable') {
      await deps.stores.domains.putCheck(domain.tenantId, domain.domain, afterSilence(deps, domain))
      continue
    }
    looked++
    if (found === 'missing' && domain.missingSince === undefined) missing++
    await note(deps, domain, found)
  }
  return { looked, missing }
}

/** Nobody's fault, and nothing known: it is due again tomorrow, behind those that are due by then. */
function afterSilence({ now }: Pick<Deps, 'now'>, { missingSince }: Domain) {
  const checkedAt = new Date(now().getTime() - lookAgainMilliseconds + silenceMilliseconds)
  return { checkedAt, ...(missingSince && { missingSince }) }
}

async function note(deps: Deps, domain: Domain, found: 'found' | 'missing'): Promise<void> {
  const { tenantId, domain: name, missingSince } = domain
  const checkedAt = deps.now()
  await deps.stores.atomically(async (tx) => {
    const check = { checkedAt, ...(found === 'missing' && { missingSince: missingSince ?? checkedAt }) }
    await tx.domains.putCheck(tenantId, name, check)
    if (found !== 'missing' || missingSince !== undefined) return
    const by = { tenantId, actor: { kind: 'system' as const } }
    await appendAudit(tx, deps, by, {
      activity: 'domain_proof_missing',
      target: { kind: 'domain', id: name, name },
    })
    await mailAdministrators(tx, deps, {
      tenantId,
      roles: ['globalAdministrator'],
      template: 'domain_proof_missing',
      values: { name },
    })
  })
}
