import type { DeviceLink, NamedApprover } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { pushToDevice } from './push-to-device.ts'

/** For so long a push is worth something: who calls waits a little longer than that. */
const callSeconds = 60

/** A phone that was woken is left alone for so long, however often it is called. */
const quietSeconds = 20

/** So many contacts and phones are remembered as just woken. Beyond that nobody is woken. */
const mostQuiet = 20_000

/** So many are looked up and woken at a time. Beyond that nobody is: a flood of calls is no flood of pushes. */
const mostAtOnce = 20

/**
 * Wake phones that a linked browser calls while their app does not listen: by the Web Push of their approvals, where they
 * have one. The link must be guarded, and both its devices switched on.
 *
 * Nothing is written down for it. It matters for a minute, and whoever calls again asks again: a push that did not get
 * through is not worth an outbox that anybody's calls could fill.
 *
 * @returns what the tunnel service tells of a call that nobody takes
 */
export function phoneRinger(deps: ServerDeps): (contactId: string) => void {
  const quiet = quietFor(deps)
  let ringing = 0

  async function ring(contactId: string): Promise<void> {
    const link = await deps.stores.deviceLinks.findByContact(contactId)
    const phone = link && (await findPhone(deps, link))
    if (phone === undefined || !quiet.take(`device ${phone.tenantId} ${phone.deviceId}`)) return
    try {
      await pushToDevice(deps, phone, { says: { calling: true }, topic: 'call', seconds: callSeconds })
    } catch (err) {
      const { tenantId, deviceId } = phone
      deps.log.warn({ tenantId, deviceId, err }, 'a phone that is called could not be woken')
    }
  }

  return (contactId) => {
    if (ringing >= mostAtOnce || !quiet.take(`contact ${contactId}`)) return
    ringing += 1
    ring(contactId)
      .catch((err) => deps.log.error({ err }, 'a phone that is called could not be looked up'))
      .finally(() => {
        ringing -= 1
      })
  }
}

/** The device at the far end of a link, if it can be woken and whoever calls is switched on. */
async function findPhone(
  { stores }: Pick<ServerDeps, 'stores'>,
  { tenantId, clientDeviceId, authenticatorDeviceId = '' }: DeviceLink,
): Promise<NamedApprover | undefined> {
  const phone = await stores.approvers.find(tenantId, authenticatorDeviceId)
  if (phone?.subscription === undefined) return undefined
  const client = await stores.registeredDevices.find(tenantId, clientDeviceId)
  return client?.entry.enabled === true ? phone : undefined
}

interface Quiet {
  /** @returns whether this was not done lately; from now on it was */
  take(key: string): boolean
}

function quietFor({ now }: Pick<ServerDeps, 'now'>): Quiet {
  /** Since when; the earliest first. */
  const since = new Map<string, number>()
  return {
    take(key) {
      const at = now().getTime()
      for (const [each, then] of since) {
        // A clock that was set back keeps nobody waiting for longer.
        if (then <= at && at < then + quietSeconds * 1000) break
        since.delete(each)
      }
      if (since.has(key) || since.size >= mostQuiet) return false
      since.set(key, at)
      return true
    },
  }
}
