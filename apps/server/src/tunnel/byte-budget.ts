import { toPlace } from './count-addresses.ts'

/** What one socket may hold of the budget. */
export interface Purse {
  /** Hold so many bytes more; false, and nothing happened, if that is too much. */
  take(bytes: number): boolean
  give(bytes: number): void
}

/** How many bytes of others are kept in memory, in the whole process. */
export interface ByteBudget {
  readonly held: number
  /** The purse of a socket that comes from there: all from one place share what one place may hold. */
  purseOf(address: string): Purse
}

/** Open a budget of which nothing is taken. */
export function openByteBudget(limits: {
  readonly heldBytes: number
  readonly heldBytesPerAddress: number
}): ByteBudget {
  const places = new Map<string, number>()
  let held = 0

  return {
    get held() {
      return held
    },
    purseOf(address) {
      const place = toPlace(address)
      return {
        take(bytes) {
          const here = (places.get(place) ?? 0) + bytes
          if (held + bytes > limits.heldBytes || here > limits.heldBytesPerAddress) return false
          held += bytes
          places.set(place, here)
          return true
        },
        give(bytes) {
          const left = (places.get(place) ?? 0) - bytes
          held -= bytes
          if (left > 0) places.set(place, left)
          else places.delete(place)
        },
      }
    },
  }
}
