/** Some of a list of policies: a bit for each. */
export type Bits = Uint32Array

/** Mark those of a list that have something. */
export function toBits<Item>(items: readonly Item[], has: (item: Item) => boolean): Bits {
  const bits = new Uint32Array(Math.ceil(items.length / 32))
  for (const [at, item] of items.entries()) {
    if (has(item)) bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31))
  }
  return bits
}

/** Whether the one at a place is marked. */
function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0
}

/** Whether the one at a place is marked in all of some lists. */
export function isInAll(lists: readonly Bits[], at: number): boolean {
  return lists.every((bits) => hasBit(bits, at))
}

/** Name those that are marked in all three. Asked for each person in each situation: nothing is allocated but the name. */
export function nameCommon(one: Bits, other: Bits, third: Bits): string {
  let name = ''
  for (let at = 0; at < one.length; at++) {
    name += `${(one[at] ?? 0) & (other[at] ?? 0) & (third[at] ?? 0)},`
  }
  return name
}
