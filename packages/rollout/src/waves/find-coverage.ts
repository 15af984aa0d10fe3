import type { PersonInGroups } from './list-wave-people.ts'
import type { Wave, WaveKind } from './wave.ts'
import { waveOf } from './wave-of.ts'

/** Who is in which wave of a kind. */
export interface WaveCoverage {
  readonly people: number
  /** How many have their turn in each, by wave id. */
  readonly inWave: Readonly<Record<string, number>>
  /** User ids. */
  readonly inNone: readonly string[]
  /** Whose groups are in two waves: the first counts. User ids. */
  readonly inTwo: readonly string[]
}

/** Find who is in no wave, and who in two. @param waves by day 0 */
export function findCoverage(
  waves: readonly Wave[],
  people: readonly PersonInGroups[],
  kind: WaveKind,
): WaveCoverage {
  const ofKind = waves.filter((wave) => wave.kind === kind)
  const inWave: Record<string, number> = Object.fromEntries(ofKind.map(({ waveId }) => [waveId, 0]))
  const inNone: string[] = []
  const inTwo: string[] = []
  for (const { userId, groupIds } of people) {
    const theirs = new Set(groupIds)
    const first = waveOf(ofKind, { groupIds: theirs }, kind)
    if (first === undefined) {
      inNone.push(userId)
      continue
    }
    inWave[first.waveId] = (inWave[first.waveId] ?? 0) + 1
    const others = ofKind.filter(({ waveId }) => waveId !== first.waveId)
    if (waveOf(others, { groupIds: theirs }, kind) !== undefined) inTwo.push(userId)
  }
  return { people: people.length, inWave, inNone, inTwo }
}
