import type { HeldByPerson } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, present } from '../rows.ts'
import { linkedPhone } from './linked-phone.ts'

/** Read what many people have, in a few statements. @param some whom; absent: everybody */
export async function listHeld(
  db: Database,
  tenantId: string,
  some: readonly string[] | undefined,
): Promise<readonly HeldByPerson[]> {
  const people = await db.query((builder) => {
    const query = builder
      .selectFrom('person')
      .select(['user_id', 'break_glass'])
      .where('tenant_id', '=', tenantId)
      .where('enabled', '=', 1)
      .orderBy('user_id')
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
  const held = new Map(people.map((row) => [row.user_id, newHeld(row.user_id, fromFlag(row.break_glass))]))
  for (const row of await readMembers(db, tenantId, some)) held.get(row.user_id)?.groupIds.push(row.group_id)
  for (const row of await readRoles(db, tenantId, some)) held.get(row.user_id)?.roles.push(row.role)
  for (const row of await readPasskeys(db, tenantId, some)) addPasskey(held.get(row.user_id), row)
  await addOthers(db, { tenantId, some, held })
  return [...held.values()]
}

type Held = { -readonly [K in keyof HeldByPerson]: HeldByPerson[K] } & {
  readonly groupIds: string[]
  readonly roles: HeldByPerson['roles'][number][]
  readonly passkeys: HeldByPerson['passkeys'][number][]
}

function newHeld(userId: string, isBreakGlass: boolean): Held {
  return {
    userId,
    breakGlass: isBreakGlass,
    groupIds: [],
    roles: [],
    passkeys: [],
    password: false,
    totp: false,
  }
}

async function readMembers(db: Database, tenantId: string, some: readonly string[] | undefined) {
  return await db.query((builder) => {
    const query = builder
      .selectFrom('group_member')
      .select(['user_id', 'group_id'])
      .where('tenant_id', '=', tenantId)
      .orderBy('group_id')
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
}

async function readRoles(db: Database, tenantId: string, some: readonly string[] | undefined) {
  return await db.query((builder) => {
    const query = builder
      .selectFrom('administrator_role')
      .select(['user_id', 'role'])
      .where('tenant_id', '=', tenantId)
      .orderBy('role')
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
}

async function readPasskeys(db: Database, tenantId: string, some: readonly string[] | undefined) {
  return await db.query((builder) => {
    const query = builder
      .selectFrom('credential')
      .leftJoin('device_certificate', (join) =>
        join
          .onRef('device_certificate.tenant_id', '=', 'credential.tenant_id')
          .onRef('device_certificate.serial_number', '=', 'credential.device_serial'),
      )
      .leftJoin('device', (join) =>
        join
          .onRef('device.tenant_id', '=', 'device_certificate.tenant_id')
          .onRef('device.device_id', '=', 'device_certificate.device_id'),
      )
      .leftJoin('registered_device', (join) =>
        join
          .onRef('registered_device.tenant_id', '=', 'device_certificate.tenant_id')
          .onRef('registered_device.device_id', '=', 'device_certificate.device_id'),
      )
      .select([
        'credential.user_id',
        'credential.aaguid',
        'credential.attestation_trusted',
        'credential.attestation_evidence',
        'credential.backup_eligible',
        'credential.device_serial',
        'device_certificate.revoked_at',
        'device.device_id',
        'device.enabled',
        'device.display_name',
        'device.operating_system',
        'device.operating_system_version',
        'device.is_compliant',
        'registered_device.surface',
        'registered_device.user_id as device_owner',
      ])
      .select(linkedPhone().as('linked'))
      .where('credential.tenant_id', '=', tenantId)
      .orderBy('credential.credential_id')
    return some === undefined ? query : query.where('credential.user_id', 'in', some)
  })
}

type PasskeyRow = Awaited<ReturnType<typeof readPasskeys>>[number]

function addPasskey(held: Held | undefined, row: PasskeyRow): void {
  if (held === undefined) return
  const isOurs = row.device_serial !== null
  // One whose device is switched off or gone lets nobody in.
  if (isOurs && (row.revoked_at !== null || row.enabled !== 1)) {
    held.deadPasskeys = (held.deadPasskeys ?? 0) + 1
    return
  }
  held.passkeys.push({
    aaguid: row.aaguid,
    attested: fromFlag(row.attestation_trusted),
    evidence: row.attestation_evidence,
    backupEligible: fromFlag(row.backup_eligible),
    ...(isOurs && { device: toDevice(row) }),
  })
}

function toDevice(row: PasskeyRow): NonNullable<HeldByPerson['passkeys'][number]['device']> {
  const madeOn = { linked: fromFlag(row.linked), ...present({ surface: row.surface }) }
  if (row.device_id === null || row.device_owner !== row.user_id) return madeOn
  return {
    ...madeOn,
    entry: {
      deviceId: row.device_id,
      displayName: row.display_name ?? '',
      operatingSystem: row.operating_system ?? '',
      operatingSystemVersion: row.operating_system_version ?? '',
      ...(row.is_compliant !== null && { isCompliant: fromFlag(row.is_compliant) }),
    },
  }
}

/** What is not a passkey, into what people hold. */
async function addOthers(
  db: Database,
  {
    tenantId,
    some,
    held,
  }: {
    readonly tenantId: string
    readonly some: readonly string[] | undefined
    readonly held: ReadonlyMap<string, Held>
  },
): Promise<void> {
  const setOn = (userId: string, change: Partial<HeldByPerson>) => {
    const theirs = held.get(userId)
    if (theirs !== undefined) Object.assign(theirs, change)
  }
  const passwords = await db.query((builder) => {
    const query = builder.selectFrom('password').select('user_id').where('tenant_id', '=', tenantId)
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
  for (const row of passwords) setOn(row.user_id, { password: true })
  const totps = await db.query((builder) => {
    const query = builder.selectFrom('totp').select('user_id').where('tenant_id', '=', tenantId)
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
  for (const row of totps) setOn(row.user_id, { totp: true })
  const passes = await db.query((builder) => {
    const query = builder
      .selectFrom('temporary_access_pass')
      .select(['user_id', 'once', 'starts_at', 'expires_at', 'used_at'])
      .where('tenant_id', '=', tenantId)
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
  for (const row of passes) {
    const once = fromFlag(row.once)
    if (once && row.used_at !== null) continue
    const pass = { once, startsAt: fromInstant(row.starts_at), expiresAt: fromInstant(row.expires_at) }
    setOn(row.user_id, { pass })
  }
  for (const row of await readApprovers(db, tenantId, some)) setOn(row.user_id, { approver: true })
  for (const row of await readBrowsers(db, tenantId, some)) {
    const browser = {
      userAgent: row.user_agent,
      ipAddress: row.ip_address,
      lastUsedAt: fromInstant(row.last_used_at),
    }
    setOn(row.user_id, {
      rememberedBrowsers: [...(held.get(row.user_id)?.rememberedBrowsers ?? []), browser],
    })
  }
}

/** Whose device may approve: it is registered for them still, and switched on. */
async function readApprovers(db: Database, tenantId: string, some: readonly string[] | undefined) {
  return await db.query((builder) => {
    const query = builder
      .selectFrom('approver')
      .innerJoin('registered_device', (join) =>
        join
          .onRef('registered_device.tenant_id', '=', 'approver.tenant_id')
          .onRef('registered_device.device_id', '=', 'approver.device_id')
          .onRef('registered_device.user_id', '=', 'approver.user_id'),
      )
      .innerJoin('device', (join) =>
        join
          .onRef('device.tenant_id', '=', 'registered_device.tenant_id')
          .onRef('device.object_id', '=', 'registered_device.object_id'),
      )
      .select('approver.user_id')
      .where('approver.tenant_id', '=', tenantId)
      .where('device.enabled', '=', sql.lit(1))
    return some === undefined ? query : query.where('approver.user_id', 'in', some)
  })
}

async function readBrowsers(db: Database, tenantId: string, some: readonly string[] | undefined) {
  return await db.query((builder) => {
    const query = builder
      .selectFrom('remembered_browser')
      .select(['user_id', 'user_agent', 'ip_address', 'last_used_at'])
      .where('tenant_id', '=', tenantId)
      .orderBy('browser_id')
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
}
