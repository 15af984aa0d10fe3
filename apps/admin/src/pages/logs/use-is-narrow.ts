import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 47.99rem)'

/** Whether there is no room for a table. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(narrow)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(narrow).matches,
  )
}
