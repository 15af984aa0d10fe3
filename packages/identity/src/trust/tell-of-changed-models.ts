import { type MetadataModel, modelStanding } from '@latchkey/webauthn'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import type { Shelves } from '../stores.ts'
import type { ListedModel } from './metadata-store.ts'

/** The metadata before and after it was replaced. */
export interface MetadataChange {
  readonly before: readonly ListedModel[]
  /** When what was before was loaded: a report may have come into force since. */
  readonly since?: Date
  readonly after: readonly MetadataModel[]
}

/**
 * Tell each organisation that has passkeys of a model what changed about it: in the audit log, and, if it got worse, by
 * mail to those who administer sign-in.
 */
export async function tellOfChangedModels(
  tx: Shelves,
  deps: Pick<Deps, 'now' | 'random'>,
  { before, since, after }: MetadataChange,
): Promise<void> {
  const now = deps.now()
  const stood = new Map(
    before.map(({ aaguid, statusReports }) => [aaguid, modelStanding(statusReports, since ?? now).bad]),
  )
  for (const { aaguid, description, statusReports } of after) {
    const had: readonly string[] = stood.get(aaguid) ?? []
    const { bad } = modelStanding(statusReports, now)
    const worse = bad.filter((status) => !had.includes(status))
    if (worse.length === 0 && bad.length === had.length) continue
    for (const { tenantId, passkeys } of await tx.credentials.countOfModel(aaguid)) {
      await appendAudit(
        tx,
        deps,
        { tenantId, actor: { kind: 'system' } },
        {
          activity: 'authenticator_status_changed',
          target: { kind: 'authenticatorModel', id: aaguid, name: description },
          detail: { statuses: bad.join(' '), before: had.join(' '), passkeys },
        },
      )
      if (worse.length === 0) continue
      await mailAdministrators(tx, deps, {
        tenantId,
        roles: ['globalAdministrator', 'authenticationAdministrator'],
        template: 'authenticator_status_changed',
        values: { name: description, statuses: worse.join(', '), passkeys: String(passkeys) },
      })
    }
  }
}
