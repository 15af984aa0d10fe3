import { useSyncExternalStore } from 'react'

/** Whether the app is seen: one that is not is put to sleep by the phone, with all its connections. */
export function useVisible(): boolean {
  return useSyncExternalStore(
    (changed) => {
      document.addEventListener('visibilitychange', changed)
      return () => document.removeEventListener('visibilitychange', changed)
    },
    () => document.visibilityState === 'visible',
  )
}
