/** Does one thing after the other, whoever asks. */
export type InTurn = <T>(does: () => Promise<T>) => Promise<T>

/** Make what does so: there is one screen, and one person before it. */
export function newTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (does) => {
    const mine = last.then(does)
    last = mine.catch(() => undefined)
    return mine
  }
}
