import { ApiProblem, newClient, readBoot, readStyleNonce } from '@latchkey/api'
import { setStyleNonce, ToastProvider } from '@latchkey/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router'
import { ConfirmQuestion, newConfirmGate } from './confirm.tsx'
import { type FrameWords, type Surroundings, SurroundingsProvider } from './surroundings.ts'

/** What a front end is. */
export interface FrontEnd<Words extends FrameWords> {
  /** Where it is: `/admin`. */
  readonly mount: string
  /** What stands before the paths of its API. */
  readonly api: string
  readonly routes: readonly RouteObject[]
  loadWords(language: string): Promise<Words>
  /** Gives the pages their words. */
  around(words: Words, pages: ReactNode): ReactNode
}

/** How long what was read is good, in milliseconds: going back and forth asks nothing anew. */
const freshMilliseconds = 10_000

/** Start a front end in the document the server wrote. */
export async function startFrontEnd<Words extends FrameWords>(frontEnd: FrontEnd<Words>): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the document has no place for pages')
  const boot = readBoot(document)
  setStyleNonce(readStyleNonce(document))
  const gate = newConfirmGate()
  // Begins to load the first page, while the words come.
  const router = createBrowserRouter([...frontEnd.routes], { basename: frontEnd.mount })
  const words = await frontEnd.loadWords(boot.language)
  const site = newClient({ base: '', fetch: fetch.bind(window), confirm: gate.ask, leave })
  const client = newClient({ base: frontEnd.api, fetch: fetch.bind(window), confirm: gate.ask, leave })
  const surroundings: Surroundings = { boot, words, client, site }
  const queries = new QueryClient({
    defaultOptions: {
      queries: { staleTime: freshMilliseconds, retry: isWorthAnotherTry, refetchOnWindowFocus: true },
    },
  })
  createRoot(root).render(
    <StrictMode>
      <SurroundingsProvider value={surroundings}>
        <QueryClientProvider client={queries}>
          <ToastProvider label={words.frame.saved}>
            {frontEnd.around(words, <RouterProvider router={router} />)}
            <ConfirmQuestion gate={gate} site={site} words={words} />
          </ToastProvider>
        </QueryClientProvider>
      </SurroundingsProvider>
    </StrictMode>,
  )
}

/** The session is over: the server sends this very address to sign in, and back. */
function leave(): void {
  location.reload()
}

/** A refusal stays one; what did not reach the server may. */
function isWorthAnotherTry(failures: number, problem: unknown): boolean {
  return failures < 2 && problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 502)
}
