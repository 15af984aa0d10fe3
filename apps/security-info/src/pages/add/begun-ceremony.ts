import type { PasskeyKind } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { methodsKey } from '../methods/use-methods.ts'

/** Where this browser remembers that a passkey was asked for and no answer has come yet. */
const place = 'latchkey-begun'

const kinds: readonly PasskeyKind[] = ['this-device', 'other-device', 'security-key', 'provider']

/** A prompt is open for so long at most: what is older came to nothing. */
const longestMilliseconds = 10 * 60_000

/** Remember that the browser is about to ask. A tab that is closed meanwhile says so by this. */
export function rememberCeremony(kind: PasskeyKind): void {
  localStorage.setItem(place, JSON.stringify({ kind, at: Date.now() }))
}

/** The browser answered, whatever it said. */
export function forgetCeremony(): void {
  localStorage.removeItem(place)
}

/** Tell the server of a prompt that never answered: its tab was closed, or the browser. */
export function useForgottenCeremony(): void {
  const client = useClient()
  const queries = useQueryClient()
  useEffect(() => {
    const kind = takeForgotten()
    if (kind === undefined) return
    client
      .send('POST', '/unfinished', { body: { kind } })
      .then(() => queries.invalidateQueries({ queryKey: methodsKey }))
      .catch(() => {
        // It is advice: whoever missed it loses nothing.
      })
  }, [client, queries])
}

function takeForgotten(): PasskeyKind | undefined {
  const text = localStorage.getItem(place)
  if (text === null) return undefined
  const begun: { readonly kind?: unknown; readonly at?: unknown } = JSON.parse(text)
  if (typeof begun.at === 'number' && Date.now() - begun.at < longestMilliseconds) return undefined
  forgetCeremony()
  return kinds.find((kind) => kind === begun.kind)
}
