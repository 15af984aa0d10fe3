import { useState } from 'react'

/** What is entered on a page over what is kept, until it is saved. */
export interface Draft<T> {
  readonly value: T
  readonly isChanged: boolean
  set(change: Partial<T>): void
  /** What is entered is kept now. */
  forget(): void
}

/** Begin with what is kept. */
export function useDraft<T extends object>(kept: T): Draft<T> {
  const [entered, setEntered] = useState<Partial<T>>({})
  const value = { ...kept, ...entered }
  return {
    value,
    isChanged: JSON.stringify(value) !== JSON.stringify(kept),
    set: (change) => setEntered((before) => ({ ...before, ...change })),
    forget: () => setEntered({}),
  }
}
