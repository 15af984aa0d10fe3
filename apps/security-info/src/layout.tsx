import { FrameLink, PageBoundary, useBoot } from '@latchkey/front'
import { AppFrame, Brand } from '@latchkey/ui'
import { LogOut, UserCog } from 'lucide-react'
import { Outlet, useLocation } from 'react-router'
import { listSections } from './navigation.tsx'
import { useSaid } from './said.ts'

/** What stands around every page of Security info. */
export function Layout() {
  const said = useSaid()
  const { organisation } = useBoot()
  const { pathname } = useLocation()
  return (
    <AppFrame
      brand={
        <Brand
          name={organisation.displayName}
          logo={organisation.logo}
          logoOnDark={organisation.logoOnDark}
        />
      }
      sections={listSections(said)}
      link={FrameLink}
      words={said.frame}
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
  const { person, roles } = useBoot()
  const link = 'flex min-h-10 items-center gap-3 rounded-xl px-3 text-[0.95rem] hover:bg-hover'
  return (
    <div className="border-t border-line pt-3">
      <p className="truncate px-3 pb-1 text-sm text-soft">{person.displayName}</p>
      {roles.length > 0 && (
        <a href="/admin" className={link}>
          <UserCog aria-hidden className="size-5" />
          {shell.places.administration}
        </a>
      )}
      <a href="/sign-out" className={link}>
        <LogOut aria-hidden className="size-5" />
        {frame.signOut}
      </a>
    </div>
  )
}
