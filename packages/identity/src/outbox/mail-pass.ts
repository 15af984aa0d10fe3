import { fromBase64url, toBase64url } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { openSealed } from '../keys/open-sealed.ts'
import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'
import type { MailPayload } from './mail-person.ts'

const purpose = 'mailed pass'

/**
 * Put the mail that brings somebody their pass into the outbox. There the pass is sealed: the database alone opens
 * nothing.
 */
export async function mailPassTo(
  tx: Pick<Shelves, 'outbox'>,
  deps: Pick<Deps, 'now' | 'random' | 'keyring'>,
  mail: {
    readonly person: Person
    readonly to: string
    readonly pass: string
    readonly values: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { person, to, pass } = mail
  const at = deps.now()
  const messageId = newId(deps)
  const sealed = deps.keyring.seal(purpose, new TextEncoder().encode(pass), boundOf(messageId))
  const payload: MailPayload = {
    to,
    template: 'pass_by_mail',
    language: person.preferredLanguage ?? '',
    values: { person: person.displayName, ...mail.values },
    sealed: toBase64url(sealed),
  }
  await tx.outbox.insert({
    messageId,
    tenantId: person.tenantId,
    kind: 'mail',
    payload: JSON.stringify(payload),
    createdAt: at,
    notBefore: at,
    attempts: 0,
  })
}

/** Open what `mailPassTo` sealed, to send it. @throws IdentityRefusal `sealed_unreadable` */
export async function openMailedPass(
  deps: Pick<Deps, 'stores' | 'keyring' | 'now'>,
  messageId: string,
  sealed: string,
): Promise<string> {
  return new TextDecoder().decode(await openSealed(deps, purpose, fromBase64url(sealed), boundOf(messageId)))
}

function boundOf(messageId: string): Uint8Array {
  return new TextEncoder().encode(messageId)
}
