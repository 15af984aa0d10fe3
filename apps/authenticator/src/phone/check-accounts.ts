import { ApiProblem } from '@latchkey/api'
import { KeeperRefusal } from '@latchkey/keeper'
import type { Phone, PhoneAccount } from './open-phone.ts'

/** How a phone stands with an account's organisation. */
export type AccountState =
  | 'fine'
  | 'revoked'
  | 'expired'
  | 'tooOld'
  | 'clockWrong'
  /** The server was not reached, or did not know what to say. */
  | 'unreachable'

/** Something that is no longer at the organisation, and so no longer here. */
export type Cleaned =
  | { readonly kind: 'passkey'; readonly name: string }
  | { readonly kind: 'codes'; readonly account: string }
  | { readonly kind: 'device'; readonly account: string }

/** What a comparison with the server gave. */
export interface Checked {
  readonly state: AccountState
  readonly cleaned: readonly Cleaned[]
}

const stateOf: Readonly<Record<string, AccountState>> = {
  device_not_registered: 'revoked',
  device_revoked: 'revoked',
  device_expired: 'expired',
  device_clock_wrong: 'clockWrong',
  authenticator_too_old: 'tooOld',
}

/** Compare an account with what its organisation knows, and put this phone in line with that. */
export async function checkAccount(phone: Pick<Phone, 'compare'>, before: PhoneAccount): Promise<Checked> {
  const { id, kept, seen, made } = before
  if (kept.deviceKey === undefined) return { state: 'revoked', cleaned: [] }
  try {
    const { answer, gone, goneKeys } = await phone.compare(id)
    if (answer === undefined) {
      // Said once: the account stays here, to be registered again.
      const said = kept.device.state === 'revoked'
      return { state: 'revoked', cleaned: said ? [] : [{ kind: 'device', account: kept.account.userName }] }
    }
    const gonePasskeys = made.filter((each) => answer.passkeys.every((passkey) => passkey.id !== each))
    const nameOf = (credentialId: string) =>
      seen?.answer.passkeys.find((passkey) => passkey.id === credentialId)?.name ?? credentialId.slice(0, 8)
    return {
      state: answer.device.tooOld ? 'tooOld' : answer.device.state === 'expired' ? 'expired' : 'fine',
      cleaned: [
        ...[...gonePasskeys, ...goneKeys].map((each): Cleaned => ({ kind: 'passkey', name: nameOf(each) })),
        ...gone.map((): Cleaned => ({ kind: 'codes', account: kept.account.userName })),
      ],
    }
  } catch (problem) {
    const code = problem instanceof ApiProblem || problem instanceof KeeperRefusal ? problem.code : undefined
    if (code === undefined) throw problem
    return { state: stateOf[code] ?? 'unreachable', cleaned: [] }
  }
}
