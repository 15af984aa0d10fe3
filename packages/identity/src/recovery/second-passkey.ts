import { isAtHand } from '../credentials/is-at-hand.ts'
import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import type { Proof } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'

/** Who says *not now* is left in peace for so long. */
const quietDays = 30

const dayMilliseconds = 86_400_000

/**
 * Whether to offer somebody a second passkey: they have one alone, which no other device has, so that losing it shuts
 * them out; and they were not asked lately.
 *
 * @param came how they signed in just now: with what, and whether by another device, where one on this device would be
 *   quicker, even if the one they have is copied elsewhere
 */
export async function mayOfferSecondPasskey(
  tx: Pick<Shelves, 'credentials' | 'declinedOffers'>,
  deps: Pick<Deps, 'now'>,
  { tenantId, userId, breakGlass }: Pick<Person, 'tenantId' | 'userId' | 'breakGlass'>,
  came: { readonly passkey: Proof['passkey']; readonly byAnotherDevice: boolean },
): Promise<boolean> {
  if (breakGlass) return false
  // Asked at every sign-in with a passkey, and most are copied elsewhere: their list need not be read.
  if (!came.byAnotherDevice && came.passkey?.backupState === true) return false
  const held = (await tx.credentials.listOfPerson(tenantId, userId)).filter(isAtHand)
  const [only, ...others] = held
  if (only === undefined || others.length > 0) return false
  if (!came.byAnotherDevice) {
    // Who has just made one has done enough for a day.
    const age = deps.now().getTime() - only.createdAt.getTime()
    if (only.backupState || age < dayMilliseconds) return false
  }
  const declined = await tx.declinedOffers.find(tenantId, userId, 'secondPasskey')
  return declined === undefined || deps.now().getTime() - declined.at.getTime() > quietDays * dayMilliseconds
}

/** Remember that somebody said *not now*. */
export async function declineSecondPasskey(
  deps: Pick<Deps, 'stores' | 'now'>,
  { tenantId, userId }: Pick<Person, 'tenantId' | 'userId'>,
): Promise<void> {
  await deps.stores.declinedOffers.add(tenantId, userId, 'secondPasskey', deps.now())
}
