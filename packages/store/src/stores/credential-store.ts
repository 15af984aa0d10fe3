import {
  type CredentialRecord,
  type CredentialStore,
  type DeviceSurface,
  IdentityRefusal,
} from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, ifPresent, present, toFlag, toInstant, toOptionalInstant } from '../rows.ts'
import type { CredentialDirectoryTable, CredentialTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { linkedPhone } from './linked-phone.ts'
import { liveDeviceOf } from './live-device.ts'

type Key = { tenantId: string; id: Uint8Array }
type OwnedKey = Key & { userId: string }

const insertCredential = statement((db, row: CredentialTable) => db.insertInto('credential').values(row))
const insertIntoDirectory = statement((db, row: CredentialDirectoryTable) =>
  db
    .insertInto('credential_directory')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('credential')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('credential_id', '=', key.id),
)
/** All but what the attestation was: that may be long, and no list and no sign-in needs it. */
const short = [
  'credential.tenant_id',
  'credential.credential_id',
  'credential.user_id',
  'credential.rp_id',
  'credential.public_key',
  'credential.algorithm',
  'credential.sign_count',
  'credential.transports',
  'credential.uv_initialized',
  'credential.backup_eligible',
  'credential.backup_state',
  'credential.aaguid',
  'credential.attestation_format',
  'credential.attestation_type',
  'credential.attestation_trusted',
  'credential.attestation_evidence',
  'credential.attestation_anchor',
  'credential.device_serial',
  'credential.name',
  'credential.created_at',
  'credential.created_by',
  'credential.last_used_at',
  'credential.last_used_from',
] as const
/** What is known of the device that a passkey was made on. All of it is absent unless a device of ours made it. */
const ofDevice = [
  'device_certificate.device_id',
  'device_certificate.revoked_at as device_revoked_at',
  'device.enabled as device_enabled',
  'registered_device.surface as device_surface',
] as const
const byRp = statement((db, key: { rpId: string; id: Uint8Array }) =>
  db
    .selectFrom('credential_directory')
    .innerJoin('credential', (join) =>
      join
        .onRef('credential.tenant_id', '=', 'credential_directory.tenant_id')
        .onRef('credential.credential_id', '=', 'credential_directory.credential_id'),
    )
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
    .select(short)
    .select(ofDevice)
    .select(linkedPhone().as('device_linked'))
    .where('credential_directory.rp_id', '=', key.rpId)
    .where('credential_directory.credential_id', '=', key.id),
)
const inDirectory = statement((db, key: { rpId: string; id: Uint8Array }) =>
  db
    .selectFrom('credential_directory')
    .select('tenant_id')
    .where('rp_id', '=', key.rpId)
    .where('credential_id', '=', key.id),
)
const ofPerson = statement((db, key: { tenantId: string; userId: string }) =>
  db
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
    .select(short)
    .select(ofDevice)
    .select(linkedPhone().as('device_linked'))
    .where('credential.tenant_id', '=', key.tenantId)
    .where('credential.user_id', '=', key.userId)
    .orderBy('credential.created_at', 'desc')
    .orderBy('credential.credential_id'),
)
type Use = Key & { signCount: number; backupState: number; userVerified: number; at: number; from: string }
const use = statement((db, { tenantId, id, signCount, backupState, userVerified, at, from }: Use) =>
  db
    .updateTable('credential')
    .set((e) => ({
      sign_count: e.case().when('sign_count', '<', signCount).then(signCount).else(e.ref('sign_count')).end(),
      uv_initialized: e
        .case()
        .when('uv_initialized', '<', userVerified)
        .then(userVerified)
        .else(e.ref('uv_initialized'))
        .end(),
      backup_state: backupState,
      last_used_at: at,
      last_used_from: from,
    }))
    .where('tenant_id', '=', tenantId)
    .where('credential_id', '=', id)
    .where((e) => e.or([e('device_serial', 'is', null), e.exists(liveDeviceOf(e))])),
)
const rename = statement((db, change: OwnedKey & { name: string }) =>
  db
    .updateTable('credential')
    .set({ name: change.name })
    .where('tenant_id', '=', change.tenantId)
    .where('credential_id', '=', change.id)
    .where('user_id', '=', change.userId),
)
const removeCredential = statement((db, key: OwnedKey) =>
  db
    .deleteFrom('credential')
    .where('tenant_id', '=', key.tenantId)
    .where('credential_id', '=', key.id)
    .where('user_id', '=', key.userId),
)
const countOf = statement((db, key: { rpId: string }) =>
  db
    .selectFrom('credential_directory')
    .select((e) => e.fn.countAll<number>().as('passkeys'))
    .where('rp_id', '=', key.rpId),
)
const countOfModel = statement((db, key: { aaguid: string }) =>
  db
    .selectFrom('credential')
    .select((e) => ['tenant_id', e.fn.countAll<number>().as('passkeys')])
    .where('aaguid', '=', key.aaguid)
    .groupBy('tenant_id')
    .orderBy('tenant_id'),
)

export function credentialStore(db: Database): CredentialStore {
  return {
    insert: (credential) =>
      db.unit(async (tx) => {
        // Asked first, so that a refusal leaves nothing behind; the directory's key decides between two at once.
        const known = await tx.first(inDirectory, { rpId: credential.rpId, id: credential.id })
        if (known !== undefined) throw new IdentityRefusal('credential_already_registered')
        await tx.run(insertCredential, toRow(credential))
        const inserted = await tx.run(insertIntoDirectory, {
          rp_id: credential.rpId,
          credential_id: credential.id,
          tenant_id: credential.tenantId,
        })
        if (inserted === 0) throw new IdentityRefusal('credential_already_registered')
      }),
    async find(tenantId, id) {
      const row = await db.first(byId, { tenantId, id })
      return row && toWholeRecord(row)
    },
    async findByRp(rpId, id) {
      const row = await db.first(byRp, { rpId, id })
      return row && toRecordOnDevice(row)
    },
    async listOfPerson(tenantId, userId) {
      return (await db.all(ofPerson, { tenantId, userId })).map(toRecordOnDevice)
    },
    async putUse(tenantId, id, { signCount, backupState, userVerified, at, from }) {
      const kept = await db.run(use, {
        tenantId,
        id,
        signCount,
        backupState: toFlag(backupState),
        userVerified: toFlag(userVerified),
        at: toInstant(at),
        from,
      })
      return kept > 0
    },
    async putName(tenantId, userId, id, name) {
      await db.run(rename, { tenantId, userId, id, name })
    },
    async remove(tenantId, userId, id) {
      return (await db.run(removeCredential, { tenantId, userId, id })) > 0
    },
    async count(rpId) {
      return (await db.first(countOf, { rpId }))?.passkeys ?? 0
    },
    async countOfModel(aaguid) {
      const rows = await db.all(countOfModel, { aaguid })
      return rows.map((row) => ({ tenantId: row.tenant_id, passkeys: row.passkeys }))
    },
  }
}

const toRow = (credential: CredentialRecord): CredentialTable => ({
  tenant_id: credential.tenantId,
  credential_id: credential.id,
  user_id: credential.userId,
  rp_id: credential.rpId,
  public_key: credential.publicKey,
  algorithm: credential.algorithm,
  sign_count: credential.signCount,
  transports: JSON.stringify(credential.transports),
  uv_initialized: toFlag(credential.uvInitialized),
  backup_eligible: toFlag(credential.backupEligible),
  backup_state: toFlag(credential.backupState),
  aaguid: credential.aaguid,
  attestation_format: credential.attestation.format,
  attestation_type: credential.attestation.type,
  attestation_trusted: toFlag(credential.attestation.trusted),
  attestation_evidence: credential.attestation.evidence,
  attestation_anchor: credential.attestation.anchor ?? null,
  attestation_object: credential.attestation.object ?? null,
  attestation_client_data: credential.attestation.clientDataJson ?? null,
  device_serial: credential.deviceSerial ?? null,
  name: credential.name,
  created_at: toInstant(credential.createdAt),
  created_by: credential.createdBy,
  last_used_at: toOptionalInstant(credential.lastUsedAt),
  last_used_from: credential.lastUsedFrom ?? null,
})

const toWholeRecord = (row: CredentialTable): CredentialRecord => {
  const record = toRecord(row)
  const { attestation_object: object, attestation_client_data: clientDataJson } = row
  return { ...record, attestation: { ...record.attestation, ...present({ object, clientDataJson }) } }
}

interface DeviceColumns {
  readonly device_id: string | null
  readonly device_revoked_at: number | null
  readonly device_enabled: number | null
  readonly device_surface: DeviceSurface | null
  readonly device_linked: number
}

/** A passkey of a device whose certificate nobody knows is of no live one. */
const toRecordOnDevice = (row: ShortRow & DeviceColumns): CredentialRecord => {
  const record = toRecord(row)
  if (row.device_serial === null) return record
  const live = row.device_id !== null && row.device_revoked_at === null && row.device_enabled === 1
  const device = { deviceId: row.device_id ?? '', live, linked: fromFlag(row.device_linked) }
  return { ...record, device: { ...device, ...present({ surface: row.device_surface }) } }
}

type ShortRow = Omit<CredentialTable, 'attestation_object' | 'attestation_client_data'>

const toRecord = (row: ShortRow): CredentialRecord => ({
  tenantId: row.tenant_id,
  userId: row.user_id,
  id: row.credential_id,
  rpId: row.rp_id,
  publicKey: row.public_key,
  algorithm: row.algorithm,
  signCount: row.sign_count,
  transports: JSON.parse(row.transports),
  uvInitialized: fromFlag(row.uv_initialized),
  backupEligible: fromFlag(row.backup_eligible),
  backupState: fromFlag(row.backup_state),
  aaguid: row.aaguid,
  attestation: {
    format: row.attestation_format,
    type: row.attestation_type,
    trusted: fromFlag(row.attestation_trusted),
    evidence: row.attestation_evidence,
    ...present({ anchor: row.attestation_anchor }),
  },
  ...present({ deviceSerial: row.device_serial }),
  name: row.name,
  createdAt: fromInstant(row.created_at),
  createdBy: row.created_by,
  ...present({
    lastUsedAt: ifPresent(row.last_used_at, fromInstant),
    lastUsedFrom: row.last_used_from,
  }),
})
