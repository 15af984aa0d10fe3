import { FrameLink, PageBoundary, useBoot } from '@latchkey/front'
import { AppFrame, Brand, CommandPalette } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { CircleUserRound, LogOut } from 'lucide-react'
import { useEffect } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { listSections } from './navigation.tsx'
import type { Branding } from './pages/branding/branding.ts'
import { useSaid } from './said.ts'

/** What stands around every page of the admin centre. */
export function Layout() {
  const said = useSaid()
  const { organisation } = useBoot()
  // Read by the page Branding alone: a logo that was changed there is shown here, too.
  const { data: branding } = useQuery<Branding>({ queryKey: ['branding'], enabled: false })
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const sections = listSections(said)

  useEffect(() => {
    // A new page begins at its top; whoever went back finds it where it was, for the browser sees to that.
    if (pathname !== '') scrollTo(0, 0)
  }, [pathname])

  return (
    <AppFrame
      brand={
        <Brand
          name={organisation.displayName}
          logo={branding ? branding.logos.light?.address : organisation.logo}
          logoOnDark={branding ? branding.logos.dark?.address : organisation.logoOnDark}
        />
      }
      sections={sections}
      link={FrameLink}
      words={said.frame}
      tools={
        <CommandPalette
          items={sections.flatMap(({ items }) => items)}
          words={said.frame.palette}
          onGo={(href) => navigate(href)}
        />
      }
      foot={<Foot />}
    >
      <PageBoundary key={pathname}>
        <Outlet />
      </PageBoundary>
    </AppFrame>
  )
}

function Foot() {
  const { shell, frame } = useSaid()
  const { person } = useBoot()
  const link = 'flex min-h-10 items-center gap-3 rounded-xl px-3 text-[0.95rem] hover:bg-hover'
  return (
    <div className="border-t border-line pt-3">
      <p className="truncate px-3 pb-1 text-sm text-soft">{person.displayName}</p>
      <a href="/security-info" className={link}>
        <CircleUserRound aria-hidden className="size-5" />
        {shell.securityInfo}
      </a>
      <a href="/sign-out" className={link}>
        <LogOut aria-hidden className="size-5" />
        {frame.signOut}
      </a>
    </div>
  )
}
