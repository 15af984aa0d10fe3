import type { DeviceCa, DeviceCertificate, OrganisationRoot, TrustStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { DeviceCaTable, DeviceCertificateTable, OrganisationRootTable } from '../schema.ts'
import { statement } from '../statement.ts'

const insertRoot = statement((db, row: OrganisationRootTable) =>
  db.insertInto('organisation_root').values(row),
)
const rootsOf = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('organisation_root')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('name')
    .orderBy('root_id'),
)
type RootKey = { tenantId: string; rootId: string }
const rootById = statement((db, key: RootKey) =>
  db
    .selectFrom('organisation_root')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('root_id', '=', key.rootId),
)
const removeRoot = statement((db, key: RootKey) =>
  db.deleteFrom('organisation_root').where('tenant_id', '=', key.tenantId).where('root_id', '=', key.rootId),
)
const caOf = statement((db, key: { tenantId: string }) =>
  db.selectFrom('device_ca').selectAll().where('tenant_id', '=', key.tenantId),
)
const insertFirstCa = statement((db, row: DeviceCaTable) =>
  db
    .insertInto('device_ca')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const everyCa = statement((db, _: Record<never, never>) =>
  db.selectFrom('device_ca').selectAll().orderBy('tenant_id'),
)
const sealAgain = statement((db, change: { tenantId: string; sealed: Uint8Array }) =>
  db
    .updateTable('device_ca')
    .set({ sealed_private_key: change.sealed })
    .where('tenant_id', '=', change.tenantId),
)
const insertCertificate = statement((db, row: DeviceCertificateTable) =>
  db.insertInto('device_certificate').values(row),
)
const bySerial = statement((db, key: { tenantId: string; serialNumber: string }) =>
  db
    .selectFrom('device_certificate')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('serial_number', '=', key.serialNumber),
)
const revokeOfDevice = statement((db, change: { tenantId: string; deviceId: string; at: number }) =>
  db
    .updateTable('device_certificate')
    .set({ revoked_at: change.at })
    .where('tenant_id', '=', change.tenantId)
    .where('device_id', '=', change.deviceId)
    .where('revoked_at', 'is', null),
)
const revokedOfDevice = statement((db, key: { tenantId: string; deviceId: string }) =>
  db
    .selectFrom('device_certificate')
    .select('serial_number')
    .where('tenant_id', '=', key.tenantId)
    .where('device_id', '=', key.deviceId)
    .where('revoked_at', 'is not', null)
    .limit(1),
)

export function trustStore(db: Database): TrustStore {
  return {
    async insertRoot(root) {
      await db.run(insertRoot, toRootRow(root))
    },
    async listRoots(tenantId) {
      return (await db.all(rootsOf, { tenantId })).map(toRoot)
    },
    async findRoot(tenantId, rootId) {
      const row = await db.first(rootById, { tenantId, rootId })
      return row && toRoot(row)
    },
    async removeRoot(tenantId, rootId) {
      return (await db.run(removeRoot, { tenantId, rootId })) > 0
    },
    async findDeviceCa(tenantId) {
      const row = await db.first(caOf, { tenantId })
      return row && toCa(row)
    },
    async insertFirstDeviceCa(ca) {
      return (await db.run(insertFirstCa, toCaRow(ca))) > 0
    },
    async listDeviceCas() {
      return (await db.all(everyCa, {})).map(toCa)
    },
    async putSealedDeviceCaKey(tenantId, sealed) {
      await db.run(sealAgain, { tenantId, sealed })
    },
    async insertDeviceCertificate(certificate) {
      await db.run(insertCertificate, toCertificateRow(certificate))
    },
    async findDeviceCertificate(tenantId, serialNumber) {
      const row = await db.first(bySerial, { tenantId, serialNumber })
      return row && toCertificate(row)
    },
    async revokeDeviceCertificates(tenantId, deviceId, at) {
      return await db.run(revokeOfDevice, { tenantId, deviceId, at: toInstant(at) })
    },
    async wasDeviceRevoked(tenantId, deviceId) {
      return (await db.first(revokedOfDevice, { tenantId, deviceId })) !== undefined
    },
  }
}

const toRootRow = (root: OrganisationRoot): OrganisationRootTable => ({
  tenant_id: root.tenantId,
  root_id: root.rootId,
  name: root.name,
  certificate: root.certificate,
  aaguids: JSON.stringify(root.aaguids),
  evidence: root.evidence,
  created_at: toInstant(root.createdAt),
  created_by: root.createdBy,
})

const toRoot = (row: OrganisationRootTable): OrganisationRoot => ({
  tenantId: row.tenant_id,
  rootId: row.root_id,
  name: row.name,
  certificate: row.certificate,
  aaguids: JSON.parse(row.aaguids),
  evidence: row.evidence,
  createdAt: fromInstant(row.created_at),
  createdBy: row.created_by,
})

const toCaRow = (ca: DeviceCa): DeviceCaTable => ({
  tenant_id: ca.tenantId,
  certificate: ca.certificate,
  sealed_private_key: ca.sealedPrivateKey,
  created_at: toInstant(ca.createdAt),
})

const toCa = (row: DeviceCaTable): DeviceCa => ({
  tenantId: row.tenant_id,
  certificate: row.certificate,
  sealedPrivateKey: row.sealed_private_key,
  createdAt: fromInstant(row.created_at),
})

const toCertificateRow = (certificate: DeviceCertificate): DeviceCertificateTable => ({
  tenant_id: certificate.tenantId,
  serial_number: certificate.serialNumber,
  device_id: certificate.deviceId,
  aaguid: certificate.aaguid,
  evidence: certificate.evidence,
  created_at: toInstant(certificate.createdAt),
  expires_at: toInstant(certificate.expiresAt),
  revoked_at: toOptionalInstant(certificate.revokedAt),
})

const toCertificate = (row: DeviceCertificateTable): DeviceCertificate => ({
  tenantId: row.tenant_id,
  serialNumber: row.serial_number,
  deviceId: row.device_id,
  aaguid: row.aaguid,
  evidence: row.evidence,
  createdAt: fromInstant(row.created_at),
  expiresAt: fromInstant(row.expires_at),
  ...present({ revokedAt: ifPresent(row.revoked_at, fromInstant) }),
})
