import type { Confirmation, Person } from '@latchkey/ctap'
import { KeeperRefusal } from '../refusal.ts'
import type { UnlockSecret, Vault } from './vault.ts'

/** What a surface's screen asks of the person. */
export interface Question extends Confirmation {
  /** Whether they have to give a PIN, or use the passkey of the lock, to agree. */
  readonly secret: 'needed' | 'not_needed'
  /** Asked again, because of this: `unlock_wrong`, `unlock_waits`, `lock_not_set_up`. */
  readonly again?: KeeperRefusal
}

/** What they did. */
export type ScreenAnswer =
  | {
      readonly outcome: 'agreed'
      /** Which of the accounts shown they took. */
      readonly account?: number
      /** Absent if none was needed. */
      readonly secret?: UnlockSecret
    }
  | { readonly outcome: 'denied' }
  | { readonly outcome: 'timed_out' }

/** A surface's own screen: the consent window, a terminal. It shows and collects, and judges nothing. */
export interface Screen {
  ask(question: Question): Promise<ScreenAnswer>
}

/**
 * Put a screen in front of the engine as the person. Whether somebody is verified is what the vault said of their secret
 * in this very ceremony, never what a screen says, and never that the vault was open already.
 */
export function verifyingPerson(vault: Vault, screen: Screen): Person {
  return {
    async confirm(request) {
      let again: KeeperRefusal | undefined
      for (;;) {
        const needed = request.userVerification === 'required' || !vault.isOpen()
        const answer = await screen.ask({
          ...request,
          secret: needed ? 'needed' : 'not_needed',
          ...(again && { again }),
        })
        if (request.signal.aborted) return { outcome: 'denied' }
        if (answer.outcome !== 'agreed') return answer
        const agreed = {
          outcome: 'confirmed',
          ...(answer.account !== undefined && { account: answer.account }),
        } as const
        if (!needed) return { ...agreed, userVerified: false }
        if (answer.secret === undefined) return { outcome: 'not_verified' }
        again = await judge(vault, answer.secret)
        if (again === undefined) return { ...agreed, userVerified: true }
        if (again.code === 'wiped') return { outcome: 'denied' }
      }
    },
  }
}

/** @returns why the secret does not do; absent if it does */
async function judge(vault: Vault, secret: UnlockSecret): Promise<KeeperRefusal | undefined> {
  try {
    await vault.unlock(secret)
    return undefined
  } catch (cause) {
    if (cause instanceof KeeperRefusal) return cause
    throw cause
  }
}
