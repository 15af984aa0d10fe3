import { useSearchParams } from 'react-router'
import type { LogSearch } from './to-filter.ts'

/** What is looked for, as the address of the page says, and how to look for something else. */
export function useSearch(): {
  readonly search: LogSearch
  set(change: Readonly<Record<string, string>>): void
  clear(): void
} {
  const [params, setParams] = useSearchParams()
  return {
    search: Object.fromEntries(params),
    set(change) {
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(change)) {
            if (value === '') after.delete(name)
            else after.set(name, value)
          }
          return after
        },
        { replace: true },
      )
    },
    clear: () => setParams(new URLSearchParams(), { replace: true }),
  }
}
