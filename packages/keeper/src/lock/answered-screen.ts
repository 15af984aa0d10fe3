import type { KeeperRefusal } from '../refusal.ts'
import type { UnlockSecret } from './vault.ts'
import type { Screen } from './verifying-person.ts'

/**
 * A screen for somebody who gave their secret before anything was asked, on a page that was made for just this. Asked
 * once more, the secret was wrong: they have not agreed, and the page asks anew.
 *
 * @param onWrong told why the secret did not do
 */
export function answeredScreen(
  secret: UnlockSecret,
  onWrong: (again: KeeperRefusal | undefined) => void,
): Screen {
  let isFirst = true
  return {
    async ask({ again }) {
      if (!isFirst) {
        onWrong(again)
        return { outcome: 'denied' }
      }
      isFirst = false
      return { outcome: 'agreed', secret }
    },
  }
}
