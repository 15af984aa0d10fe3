import { ApiProblem, type Client, newClient, readBoot } from '@latchkey/api'
import { ToastProvider } from '@latchkey/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { RouteObject } from 'react-router'
import { ConfirmQuestion, newConfirmGate } from './confirm.tsx'
import { openPages } from './open-pages.tsx'
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
  /** What the pages show that people begin at, by their address: it is there before anything is drawn. */
  readonly begin?: Readonly<Record<string, (client: Client, queries: QueryClient) => Promise<unknown>>>
  /** The session is over, or too weak. Absent: the page is asked for anew, and the server sends it to sign in. */
  leave?(): void
}

/** How long what was read is good, in milliseconds: going back and forth asks nothing anew. */
const freshMilliseconds = 10_000

/** How long nothing is drawn for want of what the first page shows, in milliseconds. After that, the frame is there. */
const patienceMilliseconds = 1000

/**
 * Start a front end in the document the server wrote. The script that calls it does not wait for it: pages import from
 * that script, and would wait for it in turn.
 */
export async function startFrontEnd<Words extends FrameWords>(frontEnd: FrontEnd<Words>): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the document has no place for pages')
  const boot = readBoot(document)
  const gate = newConfirmGate()
  const leave = frontEnd.leave ?? reload
  const site = newClient({ base: '', fetch: fetch.bind(window), confirm: gate.ask, leave })
  const client = newClient({ base: frontEnd.api, fetch: fetch.bind(window), confirm: gate.ask, leave })
  const queries = new QueryClient({
    defaultOptions: {
      queries: { staleTime: freshMilliseconds, retry: isWorthAnotherTry, refetchOnWindowFocus: true },
    },
  })
  const pages = openPages(frontEnd.routes, frontEnd.mount)
  // All at once, and then all is drawn at once: React keeps a skeleton that it showed for a while.
  const [words] = await Promise.all([
    frontEnd.loadWords(boot.language),
    pages.load(),
    Promise.race([
      frontEnd.begin?.[location.pathname + location.search]?.(client, queries),
      after(patienceMilliseconds),
    ]),
  ])
  const surroundings: Surroundings = { boot, words, client, site }
  createRoot(root).render(
    <StrictMode>
      <SurroundingsProvider value={surroundings}>
        <QueryClientProvider client={queries}>
          <ToastProvider label={words.frame.saved}>
            {frontEnd.around(words, <pages.Shown />)}
            <ConfirmQuestion gate={gate} site={site} words={words} />
          </ToastProvider>
        </QueryClientProvider>
      </SurroundingsProvider>
    </StrictMode>,
  )
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

/** The session is over: the server sends this very address to sign in, and back. */
function reload(): void {
  location.reload()
}

/** A refusal stays one; what did not reach the server may. */
function isWorthAnotherTry(failures: number, problem: unknown): boolean {
  return failures < 2 && problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 502)
}
