import { IdentityRefusal, type Stores } from '@latchkey/identity'

const instanceName = 'rp_id'

/**
 * Record the RP ID at the first start, and hold to it ever after: every passkey is made for one.
 *
 * @throws IdentityRefusal `rp_id_changed`, saying how many passkeys would not work any more
 */
export async function holdToRpId(
  stores: Pick<Stores, 'instance' | 'credentials'>,
  rpId: string,
): Promise<void> {
  const recorded = await stores.instance.insertFirst(instanceName, rpId)
  if (recorded === rpId) return
  const passkeys = await stores.credentials.count(recorded)
  throw new IdentityRefusal('rp_id_changed', {
    detail: [
      `this database belongs to the RP ID "${recorded}", and the configuration says "${rpId}".`,
      `${passkeys} ${passkeys === 1 ? 'passkey' : 'passkeys'} would stop working.`,
      'Put LATCHKEY_URL and LATCHKEY_RP_ID back, or begin with another LATCHKEY_DATABASE.',
    ].join(' '),
  })
}
