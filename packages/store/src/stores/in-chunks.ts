/** So many ids are asked about in one statement. */
const chunkSize = 500

/** Ask about everybody at once, or about some in portions that a statement can carry. */
export async function inChunks<T>(
  ids: readonly string[] | undefined,
  ask: (some?: readonly string[]) => Promise<T>,
): Promise<readonly T[]> {
  if (ids === undefined) return [await ask()]
  const answers: T[] = []
  for (let at = 0; at < ids.length; at += chunkSize) {
    answers.push(await ask(ids.slice(at, at + chunkSize)))
  }
  return answers
}
