import { PageBoundary } from '@latchkey/front'
import { Brand, Notice } from '@latchkey/ui'
import { ScanLine, Settings } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link, Outlet, useLocation } from 'react-router'
import { LockGate } from './lock/lock-gate.tsx'
import { WaitingRequests } from './pages/approvals/waiting-requests.tsx'
import { useOnline } from './phone/use-online.ts'
import { usePhoneState } from './phone/use-phone.ts'
import { useSaid } from './said.ts'

const WaitingCalls = lazy(async () => ({
  default: (await import('./own-keys/waiting-calls.tsx')).WaitingCalls,
}))

/** Who has linked no browser loads nothing for it. */
function LinkedBrowsers() {
  const { accounts } = usePhoneState()
  return accounts.some(({ links }) => links.length > 0) ? <WaitingCalls /> : null
}

/** What stands around every page of the app: one column, as wide as a phone. */
export function Layout() {
  const { shell, scan, frame } = useSaid()
  const { pathname } = useLocation()
  const online = useOnline()
  const tool = 'grid size-12 place-items-center rounded-2xl hover:bg-hover'
  return (
    <div className="mx-auto flex min-h-dvh max-w-lg flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-xl bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {frame.skip}
      </a>
      <header className="sticky top-0 z-30 flex min-h-16 items-center gap-1 bg-ground px-4 pt-[env(safe-area-inset-top)]">
        <Link to="/" className="flex min-h-12 min-w-0 flex-1 items-center rounded-xl">
          <Brand name={shell.appName} />
        </Link>
        <Link to="/scan" aria-label={scan.title} className={tool}>
          <ScanLine aria-hidden className="size-6" />
        </Link>
        <Link to="/settings" aria-label={shell.settings} className={`${tool} -mr-2`}>
          <Settings aria-hidden className="size-6" />
        </Link>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="flex flex-1 flex-col gap-6 px-4 pt-2 pb-[calc(2rem+env(safe-area-inset-bottom))] outline-none"
      >
        {!online && (
          <Notice title={shell.offlineTitle} live="polite">
            {shell.offlineLead}
          </Notice>
        )}
        <LockGate>
          <PageBoundary key={pathname}>
            <Outlet />
          </PageBoundary>
          <Suspense fallback={null}>
            <WaitingRequests />
            <LinkedBrowsers />
          </Suspense>
        </LockGate>
      </main>
    </div>
  )
}
