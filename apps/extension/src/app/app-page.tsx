import { Brand } from '@latchkey/ui'
import { RememberDevice } from '../links/remember-device.tsx'
import { AddAccount } from './add-account.tsx'
import { Settings } from './settings.tsx'

/** The page of the extension in a tab: what takes more room, or more time, than the popup has. */
export function AppPage() {
  const [place, query = ''] = location.hash.replace(/^#\/?/, '').split('?')
  const asked = new URLSearchParams(query)
  const server = asked.get('server') ?? undefined
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-8 px-4 py-8 sm:py-14">
      <header>
        <Brand name="Latchkey Authenticator" />
      </header>
      <main className="flex flex-col gap-6">
        {place === 'settings' && <Settings />}
        {place === 'link' && <RememberDevice server={server ?? ''} userId={asked.get('user') ?? ''} />}
        {place !== 'settings' && place !== 'link' && <AddAccount server={server} />}
      </main>
    </div>
  )
}
