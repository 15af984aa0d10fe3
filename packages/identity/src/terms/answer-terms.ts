import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { getTenant } from '../tenants/get-tenant.ts'

/** What somebody says to terms of use. */
export interface TermsAnswer {
  readonly session: Session
  readonly termsId: string
  /** The edition that was on the page: nobody accepts what they were not shown. */
  readonly version: number
  readonly language: string
  readonly answer: 'accepted' | 'declined'
  readonly visitor: Visitor
}

/**
 * Write down what somebody says to terms of use. It proves nothing: any session that is alive may say it.
 *
 * @throws IdentityRefusal `session_ended`; `not_found` if there are no such terms; `terms_changed` if the text is another
 *   by now; `invalid_input` for a language that it is not in
 */
export async function answerTerms(deps: Deps, ask: TermsAnswer): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    const { tenantId, userId } = session
    const { documents } = await getSnapshot(tx, deps, await getTenant(tx, tenantId))
    const terms = documents.terms.find(({ id }) => id === ask.termsId)
    if (terms === undefined) throw new IdentityRefusal('not_found', { detail: 'terms' })
    const { latchkey_version: version, displayName } = terms
    if (ask.version !== version) throw new IdentityRefusal('terms_changed', { detail: `version ${version}` })
    if (!terms.files.some(({ language }) => language === ask.language)) {
      throw new IdentityRefusal('invalid_input', { detail: 'language' })
    }
    await tx.acceptances.append({
      tenantId,
      acceptanceId: newId(deps),
      userId,
      termsId: terms.id,
      version,
      language: ask.language,
      state: ask.answer,
      at: deps.now(),
      ipAddress: ask.visitor.ipAddress,
      userAgent: ask.visitor.userAgent,
    })
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: ask.answer === 'accepted' ? 'terms_accepted' : 'terms_declined',
      target: { kind: 'terms', id: terms.id, name: displayName },
      detail: { version, language: ask.language },
    })
  })
}
