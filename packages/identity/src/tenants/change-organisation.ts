import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { type Rehearsal, rehearsed } from '../lock-out/rehearsal.ts'
import { requireNobodyShutOut } from '../lock-out/require-nobody-shut-out.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from './get-tenant.ts'
import { type OrganisationChange, withOrganisationChange } from './read-organisation-change.ts'
import type { Tenant } from './tenant.ts'

/**
 * Change what an organisation is called and what it decides beside the rules. Asking more of a sign-in goes through the
 * same check as a rule: nobody is shut out by surprise.
 *
 * @param terms `acknowledge`: the name of the list of people whom the caller accepts to shut out
 * @throws IdentityRefusal `not_permitted`, `invalid_input`; `would_block_users` and `last_administrator`, which carry whom
 *   it concerns
 */
export async function changeOrganisation(
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  change: OrganisationChange,
  terms: { readonly acknowledge?: string } = {},
): Promise<Tenant> {
  return await rehearsed(deps, (rehearsal) =>
    deps.stores.atomically(async (tx) => {
      await requirePermission(tx, by, 'change the organisation')
      const before = await getTenant(tx, by.tenantId)
      const displayName =
        change.displayName === undefined
          ? before.displayName
          : readText(change.displayName, 'displayName', 100)
      const after = { ...before, displayName, settings: withOrganisationChange(before.settings, change) }
      await checkShutOut(tx, deps, { before, after }, { ...terms, rehearsal })
      await keep(tx, deps, by, { before, after })
      return after
    }),
  )
}

interface Both {
  readonly before: Tenant
  readonly after: Tenant
}

/** Only what lets people in can shut them out. */
async function checkShutOut(
  tx: Shelves,
  deps: Deps,
  { before, after }: Both,
  terms: { readonly acknowledge?: string; readonly rehearsal: Rehearsal },
): Promise<void> {
  const { leastStrength, passwordMayAddFirstPasskey } = after.settings
  const sameStrength = leastStrength === before.settings.leastStrength
  if (sameStrength && passwordMayAddFirstPasskey === before.settings.passwordMayAddFirstPasskey) return
  const { documents } = await getSnapshot(tx, deps, before)
  const ask = {
    tenantId: before.tenantId,
    settings: before.settings,
    settingsAfter: { leastStrength, passwordMayAddFirstPasskey },
    before: documents,
    after: documents,
  }
  await requireNobodyShutOut(tx, deps, ask, terms)
}

async function keep(
  tx: Shelves,
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  { before, after }: Both,
): Promise<void> {
  const { tenantId, displayName, settings } = after
  const changed = listChanges(
    { displayName: before.displayName, ...before.settings },
    { displayName, ...settings },
  )
  if (Object.keys(changed).length === 0) return
  await tx.tenants.putDisplayName(tenantId, displayName)
  await tx.tenants.putSettings(tenantId, settings)
  await appendAudit(tx, deps, by, {
    activity: 'organisation_changed',
    target: { kind: 'tenant', id: tenantId, name: displayName },
    detail: changed,
  })
}

/** Name what differs and what it is now, one level deep. */
function listChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return Object.fromEntries(
    names.flatMap((name) => {
      const [was, is] = [JSON.stringify(before[name]), JSON.stringify(after[name])]
      return was === is ? [] : [[name, is ?? 'none']]
    }),
  )
}
