import { type DeviceLink, type DeviceLinkStore, IdentityRefusal } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { DeviceLinkTable, DeviceLinkUseTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; linkId: string }
type Person = { tenantId: string; userId: string }

const insertLink = statement((db, row: DeviceLinkTable) => db.insertInto('device_link').values(row))
const byId = statement((db, key: Key) =>
  db
    .selectFrom('device_link')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('link_id', '=', key.linkId),
)
const ofPerson = statement((db, key: Person) =>
  db
    .selectFrom('device_link')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('state', '=', 'guarded')
    .orderBy('guarded_at', 'desc')
    .orderBy('link_id', 'desc'),
)
const putClient = statement((db, { hash, ...key }: Key & { hash: Uint8Array }) =>
  db
    .updateTable('device_link')
    .set({ client_hash: hash })
    .where('tenant_id', '=', key.tenantId)
    .where('link_id', '=', key.linkId)
    .where('client_hash', 'is', null),
)
type End = Key &
  Pick<DeviceLinkTable, 'authenticator_device_id' | 'authenticator_hash'> & { contact_id: string }
const putAuthenticator = statement((db, { tenantId, linkId, ...end }: End) =>
  db
    .updateTable('device_link')
    .set(end)
    .where('tenant_id', '=', tenantId)
    .where('link_id', '=', linkId)
    .where('authenticator_hash', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('device_link as other')
            .select('other.link_id')
            .where('other.contact_id', '=', end.contact_id),
        ),
      ),
    ),
)
const guardLink = statement((db, { at, ...key }: Key & { at: number }) =>
  db
    .updateTable('device_link')
    .set({ state: 'guarded', guarded_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('link_id', '=', key.linkId)
    .where('state', '=', 'begun')
    .whereRef('client_hash', '=', 'authenticator_hash'),
)
const removeLink = statement((db, key: Key) =>
  db.deleteFrom('device_link').where('tenant_id', '=', key.tenantId).where('link_id', '=', key.linkId),
)
const removeBegun = statement((db, key: Person) =>
  db
    .deleteFrom('device_link')
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('state', '=', 'begun'),
)
const byContact = statement((db, { contactId }: { contactId: string }) =>
  db.selectFrom('device_link').select('state').where('contact_id', '=', contactId),
)
const guardedByContact = statement((db, { contactId }: { contactId: string }) =>
  db.selectFrom('device_link').selectAll().where('contact_id', '=', contactId).where('state', '=', 'guarded'),
)
const insertUse = statement((db, row: DeviceLinkUseTable) =>
  db
    .insertInto('device_link_use')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const removeBegunOver = statement((db, { before }: { before: number }) =>
  db.deleteFrom('device_link').where('state', '=', 'begun').where('expires_at', '<=', before),
)
const removeUsesOver = statement((db, { before }: { before: number }) =>
  db.deleteFrom('device_link_use').where('expires_at', '<=', before),
)
const takeUse = statement((db, use: { tenantId: string; deviceId: string; hash: Uint8Array; at: number }) =>
  db
    .deleteFrom('device_link_use')
    .where('tenant_id', '=', use.tenantId)
    .where('client_data_hash', '=', use.hash)
    .where('device_id', '=', use.deviceId)
    .where('expires_at', '>', use.at)
    .returning('link_id'),
)
const putUsed = statement((db, { at, ...key }: Key & { at: number }) =>
  db
    .updateTable('device_link')
    .set({ last_used_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('link_id', '=', key.linkId),
)

export function deviceLinkStore(db: Database): DeviceLinkStore {
  return {
    async insert(link) {
      await db.run(insertLink, toRow(link))
    },
    async find(tenantId, linkId) {
      const row = await db.first(byId, { tenantId, linkId })
      return row && toLink(row)
    },
    async listOfPerson(tenantId, userId) {
      return (await db.all(ofPerson, { tenantId, userId })).map(toLink)
    },
    async putClientHash(tenantId, linkId, hash) {
      return (await db.run(putClient, { tenantId, linkId, hash })) > 0
    },
    async putAuthenticatorEnd(tenantId, linkId, { deviceId, handshakeHash, contactId }) {
      const end = {
        authenticator_device_id: deviceId,
        authenticator_hash: handshakeHash,
        contact_id: contactId,
      }
      return (await db.run(putAuthenticator, { tenantId, linkId, ...end })) > 0
    },
    async guard(tenantId, linkId, at) {
      return (await db.run(guardLink, { tenantId, linkId, at: toInstant(at) })) > 0
    },
    async remove(tenantId, linkId) {
      return (await db.run(removeLink, { tenantId, linkId })) > 0
    },
    async removeBegunOf(tenantId, userId) {
      await db.run(removeBegun, { tenantId, userId })
    },
    async hasContact(contactId) {
      return (await db.first(byContact, { contactId }))?.state === 'guarded'
    },
    async findByContact(contactId) {
      const row = await db.first(guardedByContact, { contactId })
      return row && toLink(row)
    },
    async insertUse({ tenantId, linkId, deviceId, clientDataHash, expiresAt }) {
      const row = {
        tenant_id: tenantId,
        client_data_hash: clientDataHash,
        device_id: deviceId,
        link_id: linkId,
        expires_at: toInstant(expiresAt),
      }
      if ((await db.run(insertUse, row)) === 0) throw new IdentityRefusal('already_exists')
    },
    async takeUse(tenantId, { deviceId, clientDataHash, at }) {
      const use = { tenantId, deviceId, hash: clientDataHash, at: toInstant(at) }
      return (await db.first(takeUse, use))?.link_id
    },
    async putUsed(tenantId, linkId, at) {
      await db.run(putUsed, { tenantId, linkId, at: toInstant(at) })
    },
    async removeOver(now) {
      const over = { before: toInstant(now) }
      return (await db.run(removeBegunOver, over)) + (await db.run(removeUsesOver, over))
    },
  }
}

const toRow = (link: DeviceLink): DeviceLinkTable => ({
  tenant_id: link.tenantId,
  link_id: link.linkId,
  user_id: link.userId,
  client_device_id: link.clientDeviceId,
  authenticator_device_id: link.authenticatorDeviceId ?? null,
  state: link.state,
  client_hash: link.clientHash ?? null,
  authenticator_hash: link.authenticatorHash ?? null,
  contact_id: link.contactId ?? null,
  begun_at: toInstant(link.begunAt),
  expires_at: toInstant(link.expiresAt),
  guarded_at: toOptionalInstant(link.guardedAt),
  last_used_at: toOptionalInstant(link.lastUsedAt),
})

const toLink = (row: DeviceLinkTable): DeviceLink => ({
  tenantId: row.tenant_id,
  linkId: row.link_id,
  userId: row.user_id,
  clientDeviceId: row.client_device_id,
  state: row.state,
  begunAt: fromInstant(row.begun_at),
  expiresAt: fromInstant(row.expires_at),
  ...present({
    authenticatorDeviceId: row.authenticator_device_id,
    clientHash: row.client_hash,
    authenticatorHash: row.authenticator_hash,
    contactId: row.contact_id,
    guardedAt: row.guarded_at === null ? null : fromInstant(row.guarded_at),
    lastUsedAt: row.last_used_at === null ? null : fromInstant(row.last_used_at),
  }),
})
