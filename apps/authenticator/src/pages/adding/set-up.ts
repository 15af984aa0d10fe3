import type { Client } from '@latchkey/api'
import type { AccountAnswer } from '@latchkey/api/authenticator'
import { readBase32 } from '../../codes/base32.ts'
import { makeCode } from '../../codes/one-time-code.ts'
import type { Phone, PhoneAccount } from '../../phone/open-phone.ts'
import { type NotificationWords, setUpApprovals } from '../approvals/set-up-approvals.ts'
import { makePasskey } from '../passkeys/make-passkey.ts'

/** What is set up when an account is added, in this order. */
export const parts = ['device', 'passkey', 'push', 'codes'] as const
export type Part = (typeof parts)[number]

/** How far a part is. */
export type PartState =
  | { readonly at: 'waiting' | 'working' | 'done' | 'doneBefore' | 'notOffered' }
  /** `said`: the server's own words, where it has better ones than the catalogue. */
  | { readonly at: 'failed'; readonly problem?: unknown; readonly said?: string }

/** What the parts are set up with. */
export interface SetUpDeps {
  readonly phone: Phone
  readonly site: Client
  /** What a notification will say. */
  readonly notification: NotificationWords
}

/** Set up one part for an account whose phone is registered. It may fail alone. */
export async function setUpPart(
  deps: SetUpDeps,
  part: Exclude<Part, 'device'>,
  account: PhoneAccount,
  { offers, methods }: Pick<AccountAnswer, 'offers' | 'methods'>,
): Promise<PartState> {
  if (!offers[part]) return { at: 'notOffered' }
  try {
    switch (part) {
      case 'passkey':
        return await setUpPasskey(deps, account)
      case 'push': {
        const words = deps.notification
        await setUpApprovals(deps.phone, account, { wakes: 'ask', words })
        return { at: 'done' }
      }
      case 'codes':
        if (account.codes.some(({ serverId }) => methods.some(({ id }) => id === serverId))) {
          return { at: 'doneBefore' }
        }
        await setUpCodes(deps.phone, account)
        return { at: 'done' }
    }
  } catch (problem) {
    return { at: 'failed', problem }
  }
}

async function setUpPasskey({ phone, site }: SetUpDeps, account: PhoneAccount): Promise<PartState> {
  const made = await makePasskey(site, () => {})
  if (made.outcome === 'exists') return { at: 'doneBefore' }
  if (made.outcome === 'failed') {
    const { detail, next } = made.failure
    return { at: 'failed', said: `${detail} ${next}` }
  }
  await phone.noteMade(account.id, made.id)
  return { at: 'done' }
}

/** Get a key for one-time codes, prove that it works here, and only then keep it. */
async function setUpCodes(phone: Phone, { id, kept }: PhoneAccount): Promise<void> {
  const begun = await phone.session.send<{ secret: string; sealed: string }>('POST', '/codes/begin', {})
  const secret = readBase32(begun.secret)
  if (secret === undefined) throw new TypeError('the server gave no key for one-time codes')
  const codes = { secret, algorithm: 'SHA-1', digits: 6, periodSeconds: 30 } as const
  const { id: serverId } = await phone.session.send<{ id: string }>('POST', '/codes/finish', {
    sealed: begun.sealed,
    code: await makeCode(codes, Date.now()),
    name: kept.device.name,
  })
  const { organisation, userName } = kept.account
  await phone.codes.add({ ...codes, accountId: id, serverId, issuer: organisation, account: userName })
}
