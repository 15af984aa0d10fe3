import { type App, addAppSecret, type Group, issuePass, type Person, type Tenant } from '@latchkey/identity'
import {
  addApp,
  addGroup,
  addMember,
  addPerson,
  assignApp,
  createTenant,
  grantRole,
} from '@latchkey/identity/administer'
import { CommandRefusal } from '../cli/command.ts'
import type { ServerDeps } from '../server-deps.ts'
import { addPasswordAndCode } from './add-password-and-code.ts'
import { type DemoApp, demoApps, demoGroups, demoOrganisation, demoPeople } from './demo-people.ts'
import { type DemoSecrets, putDemoSecrets, readDemoSecrets } from './demo-secrets.ts'

/** The demo organisation as it stands. */
export interface FilledDemo {
  readonly tenant: Tenant
  readonly apps: readonly { readonly about: DemoApp; readonly app: App; readonly url: URL }[]
  readonly secrets: DemoSecrets
}

const system = { actor: { kind: 'system' as const } }

/** As long as the policy of a new organisation lets a pass live. */
const passMinutes = 8 * 60

/**
 * Fill the demo organisation. What is there already is left as it is, so that starting again, or after being
 * interrupted, gives the same; only passes that are past their end are issued anew.
 *
 * @throws CommandRefusal in a database where somebody lives
 */
export async function fillDemo(deps: ServerDeps): Promise<FilledDemo> {
  const tenants = await deps.stores.tenants.list()
  if (tenants.some(({ demo }) => !demo)) {
    throw new CommandRefusal(
      'This database belongs to a real organisation, so no demo is put into it. Set LATCHKEY_DATABASE=data/demo.db to have one beside it.',
    )
  }
  const tenant = tenants[0] ?? (await createTenant(deps, { ...demoOrganisation, demo: true, ...system }))
  const secrets = await readDemoSecrets(deps)
  const groups = await fillGroups(deps, tenant)
  for (const { name, displayName, group, part } of demoPeople) {
    const person = await ensurePerson(deps, tenant, name, displayName)
    await joinGroup(deps, person, groups.get(group))
    if (part === 'administrator') await ensureAdministrator(deps, person)
    if (part === 'administrator' || part === 'newcomer') await ensurePass(deps, person, secrets)
    if (part === 'passwordAndCode') secrets.passwordAndCode ??= await addPasswordAndCode(deps, person)
    await putDemoSecrets(deps, secrets)
  }
  const apps = []
  for (const about of demoApps) {
    apps.push({ about, ...(await ensureApp(deps, tenant, about, secrets, [...groups.values()])) })
    await putDemoSecrets(deps, secrets)
  }
  return { tenant, apps, secrets }
}

async function fillGroups(deps: ServerDeps, { tenantId }: Tenant): Promise<ReadonlyMap<string, Group>> {
  const there = await deps.stores.groups.list(tenantId)
  const groups = new Map(there.map((group) => [group.displayName, group]))
  for (const displayName of demoGroups) {
    if (!groups.has(displayName)) {
      groups.set(displayName, await addGroup(deps, { tenantId, displayName, ...system }))
    }
  }
  return groups
}

async function ensurePerson(deps: ServerDeps, { tenantId }: Tenant, name: string, displayName: string) {
  const userName = `${name}@${demoOrganisation.domain}`
  const there = await deps.stores.people.findByUserName(tenantId, userName)
  return there ?? (await addPerson(deps, { tenantId, userName, displayName, ...system }))
}

async function joinGroup(deps: ServerDeps, { tenantId, userId }: Person, group: Group | undefined) {
  if (group === undefined) return
  const joined = await deps.stores.groups.listOfPerson(tenantId, userId)
  if (joined.some(({ groupId }) => groupId === group.groupId)) return
  await addMember(deps, { tenantId, userId, groupId: group.groupId, ...system })
}

async function ensureAdministrator(deps: ServerDeps, { tenantId, userId }: Person) {
  const roles = await deps.stores.roles.listOfPerson(tenantId, userId)
  if (roles.includes('globalAdministrator')) return
  await grantRole(deps, { tenantId, userId, role: 'globalAdministrator', ...system })
}

async function ensurePass(deps: ServerDeps, { tenantId, userId, userName }: Person, secrets: DemoSecrets) {
  const kept = await deps.stores.passes.find(tenantId, userId)
  const works = kept !== undefined && kept.expiresAt > deps.now() && secrets.passes[userName] !== undefined
  if (works) return
  const { pass } = await issuePass(deps, {
    tenantId,
    userId,
    lifetimeMinutes: passMinutes,
    once: false,
    ...system,
  })
  secrets.passes[userName] = pass
}

async function ensureApp(
  deps: ServerDeps,
  { tenantId }: Tenant,
  about: DemoApp,
  secrets: DemoSecrets,
  groups: readonly Group[],
): Promise<{ app: App; url: URL }> {
  const url = new URL(`http://localhost:${deps.config.port + about.portOffset}`)
  const addresses = {
    redirectUris: [new URL('/signed-in', url).href],
    postLogoutRedirectUris: [new URL('/signed-out', url).href],
    backchannelLogoutUri: new URL('/backchannel-logout', url).href,
  }
  const there = (await deps.stores.apps.list(tenantId)).find(({ displayName }) => displayName === about.name)
  if (there !== undefined) {
    const app = { ...there, ...addresses }
    await deps.stores.apps.put(app)
    const ask = { tenantId, clientId: app.clientId, ...system }
    secrets.appSecrets[about.name] ??= (await addAppSecret(deps, ask)).secret
    return { app, url }
  }
  const { app, secret } = await addApp(deps, {
    tenantId,
    displayName: about.name,
    kind: 'web',
    ...addresses,
    assignmentRequired: true,
    groupsClaim: 'all',
    appRoles: [{ value: 'employee', displayName: 'Employee' }],
    consent: about.asksConsent ? 'person' : 'none',
    ...system,
  })
  if (secret !== undefined) secrets.appSecrets[about.name] = secret
  for (const { groupId } of groups) {
    await assignApp(deps, {
      tenantId,
      clientId: app.clientId,
      principal: 'group',
      principalId: groupId,
      role: 'employee',
      ...system,
    })
  }
  return { app, url }
}
