import { useEffect } from 'react'
import { useBoot } from './surroundings.ts'

/** Name the document after the page, so that tabs and screen readers know where they are. */
export function usePageTitle(title: string): void {
  const { organisation } = useBoot()
  useEffect(() => {
    document.title = `${title} · ${organisation.displayName}`
  }, [title, organisation.displayName])
}
