import type { NavigationLinkProps } from '@latchkey/ui'
import { NavLink } from 'react-router'

/** A link of the navigation. The first page is current only when it is shown itself. */
export function FrameLink({ href, className, children, onClick }: NavigationLinkProps) {
  return (
    <NavLink to={href} end={href === '/'} className={className} onClick={onClick}>
      {children}
    </NavLink>
  )
}
