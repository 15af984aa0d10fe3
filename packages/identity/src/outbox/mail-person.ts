import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'

/** The kinds of mail that people get. Each has its words in the catalogue. */
export const mailTemplates = [
  'passkey_added',
  'first_passkey_with_password',
  'passkey_removed',
  'device_registered',
  'device_revoked',
  'pass_issued',
  'pass_used',
  'pass_removed',
  'pass_requested',
  'pass_request_waiting',
  'pass_request_for_manager',
  'pass_request_approved',
  'pass_request_refused',
  'pass_request_stopped',
  'pass_by_mail',
  'sign_in_disowned',
  'sign_in_disowned_by',
  'other_address_changed',
  'device_linked',
  'device_link_removed',
  'approvals_set_up',
  'approvals_removed',
  'approvals_paused',
  'approvals_paused_of',
  'totp_added',
  'totp_removed',
  'password_changed',
  'sessions_revoked',
  'authenticator_status_changed',
  'break_glass_changed',
  'break_glass_used',
  'break_glass_unproven',
  'domain_taken',
  'domain_proof_missing',
  'domain_released',
] as const

export type MailTemplate = (typeof mailTemplates)[number]

/** What the outbox keeps of a mail, as JSON. The text is made when it is sent. */
export interface MailPayload {
  readonly to: string
  readonly template: MailTemplate
  /** The person's language, or empty. */
  readonly language: string
  /** What the text names: `person`, `time`, `ipAddress`, `device`, `name`, `startsAt` …. Instants are ISO 8601. */
  readonly values: Readonly<Record<string, string>>
  /** What only the reader may see, sealed for the tenant (`sealForMail`), base64url. */
  readonly sealed?: string
}

/**
 * Put a mail to a person into the outbox, in the unit of work that makes the change it tells of. Whoever has no mail
 * address gets it under their user name; `to` is another address of theirs.
 */
export async function mailPerson(
  tx: Pick<Shelves, 'outbox'>,
  deps: Pick<Deps, 'now' | 'random'>,
  mail: {
    readonly person: Person
    readonly template: MailTemplate
    readonly values: Readonly<Record<string, string>>
    readonly to?: string
  },
): Promise<void> {
  const { person, template } = mail
  const at = deps.now()
  const payload: MailPayload = {
    to: mail.to ?? person.mail ?? person.userName,
    template,
    language: person.preferredLanguage ?? '',
    values: { person: person.displayName, time: at.toISOString(), ...mail.values },
  }
  await tx.outbox.insert({
    messageId: newId(deps),
    tenantId: person.tenantId,
    kind: 'mail',
    payload: JSON.stringify(payload),
    createdAt: at,
    notBefore: at,
    attempts: 0,
  })
}

/** What a mail says of the browser that made the change. */
export function fromVisitor(visitor: { readonly ipAddress: string; readonly userAgent: string }) {
  return { ipAddress: visitor.ipAddress, device: visitor.userAgent }
}
