import type { NavigationSection } from '@latchkey/ui'
import type { PortalWords } from '@latchkey/words/portal'
import { AppWindow, Fingerprint, History, Laptop, MonitorSmartphone, Smartphone } from 'lucide-react'

/** Every place of Security info. */
export function listSections({ shell }: Pick<PortalWords, 'shell'>): readonly NavigationSection[] {
  const { places } = shell
  return [
    {
      items: [
        { label: places.methods, href: '/', icon: <Fingerprint /> },
        { label: places.activity, href: '/activity', icon: <History /> },
        { label: places.sessions, href: '/sessions', icon: <MonitorSmartphone /> },
        { label: places.devices, href: '/devices', icon: <Laptop /> },
        { label: places.apps, href: '/apps', icon: <AppWindow /> },
        { label: places.newPhone, href: '/new-phone', icon: <Smartphone /> },
      ],
    },
  ]
}
