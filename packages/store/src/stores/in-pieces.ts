/** What is removed at once: everybody else waits for it. */
const pieceSize = 500

/** The parameters of a statement that removes some of what is old. */
export type Piece = { readonly before: number; readonly limit: number }

/** Remove much in small pieces, so that a sign-in never waits for the cleaning. @returns how many in all */
export async function inPieces(removeSome: (limit: number) => Promise<number>): Promise<number> {
  let removed = 0
  for (;;) {
    const some = await removeSome(pieceSize)
    removed += some
    if (some < pieceSize) return removed
  }
}
