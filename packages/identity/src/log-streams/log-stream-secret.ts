import { toUtf8 } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'
import { openSealed } from '../keys/open-sealed.ts'
import type { LogStream } from './log-stream-store.ts'

/** What the secrets of log streams are sealed for. */
export const logStreamPurpose = 'log stream'

/** Whose secret it is: a sealed secret that is moved to another stream does not open there. */
export function logStreamBound({ tenantId, streamId }: Pick<LogStream, 'tenantId' | 'streamId'>): Uint8Array {
  return toUtf8(JSON.stringify([tenantId, streamId]))
}

/**
 * Open what a webhook is signed with: the secret that holds, and the former one while it still signs.
 *
 * @throws IdentityRefusal `sealed_unreadable`
 */
export async function openLogStreamSecrets(
  deps: Pick<Deps, 'stores' | 'keyring' | 'now'>,
  stream: LogStream,
): Promise<readonly Uint8Array[]> {
  const { sealedSecret, former } = stream
  const sealed = [
    ...(sealedSecret === undefined ? [] : [sealedSecret]),
    ...(former !== undefined && deps.now() < former.until ? [former.sealedSecret] : []),
  ]
  const bound = logStreamBound(stream)
  return await Promise.all(sealed.map((each) => openSealed(deps, logStreamPurpose, each, bound)))
}
