import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { LogSearch } from './to-filter.ts'

/**
 * What is looked for, and how to look for something else. It stands in the address of the page, a moment after it was
 * typed: fields that waited for the address would lose letters.
 */
export function useSearch(): {
  readonly search: LogSearch
  set(change: LogSearch): void
  clear(): void
} {
  const [params, setParams] = useSearchParams()
  const [search, setSearch] = useState<LogSearch>(() => Object.fromEntries(params))
  const address = params.toString()
  const written = useRef(address)

  useEffect(() => {
    const next = new URLSearchParams(search).toString()
    if (next === written.current) return
    written.current = next
    setParams(new URLSearchParams(next), { replace: true })
  }, [search, setParams])

  useEffect(() => {
    // Somebody went to another address of this page.
    if (address === written.current) return
    written.current = address
    setSearch(Object.fromEntries(new URLSearchParams(address)))
  }, [address])

  return {
    search,
    set: (change) =>
      setSearch((before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== '')),
      ),
    clear: () => setSearch({}),
  }
}
