import { type EngineDeps, keeperShelf, webKeeperCryptography } from '@latchkey/keeper'
import type { Phone } from '../phone/open-phone.ts'

/** What the engine of this app's own keys is opened with; a screen is for each ceremony. */
export function ownEngine({ keeper }: Pick<Phone, 'keeper'>): Omit<EngineDeps, 'screen'> {
  const cryptography = webKeeperCryptography(keeper.subtle)
  return { ...keeper, cryptography, shelf: keeperShelf({ ...keeper, cryptography }) }
}
