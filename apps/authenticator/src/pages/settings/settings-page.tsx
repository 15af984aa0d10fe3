import { useChange, usePageTitle } from '@latchkey/front'
import { Button, Card, Modal } from '@latchkey/ui'
import { Info, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { appVersion } from '../../app-version.ts'
import { BackLink } from '../../back-link.tsx'
import { lockKey } from '../../lock/use-lock.ts'
import { phoneKey, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { WideLink } from '../../wide-link.tsx'
import { InstallNotice } from './install-notice.tsx'
import { LockCard } from './lock-card.tsx'

/** The app lock, what the app is, and the way to be rid of everything. */
export function SettingsPage() {
  const { shell, accounts } = useSaid()
  usePageTitle(shell.settings)
  return (
    <>
      <BackLink to="/">{accounts.title}</BackLink>
      <h1 className="text-2xl font-bold">{shell.settings}</h1>
      <LockCard />
      <WideLink
        to="/about"
        icon={<Info />}
        title={shell.about}
        about={shell.version({ version: appVersion })}
      />
      <InstallNotice />
      <ClearCard />
    </>
  )
}

function ClearCard() {
  const { shell, accounts, frame } = useSaid()
  const phone = usePhone()
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const change = useChange({
    does: async () => {
      await phone.clear()
      await navigate('/')
    },
    refresh: [phoneKey, lockKey],
  })
  return (
    <Card title={shell.clearTitle} lead={shell.clearLead}>
      <div className="grid">
        <Button look="danger" icon={<Trash2 aria-hidden className="size-5" />} onClick={() => setAsks(true)}>
          {shell.clear}
        </Button>
      </div>
      <Modal
        open={asks}
        title={shell.clearConfirmTitle}
        lead={shell.clearConfirmLead}
        closeLabel={frame.close}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button onClick={() => setAsks(false)}>{accounts.keep}</Button>
            <Button look="danger" onClick={() => change.run()}>
              {shell.clearTitle}
            </Button>
          </>
        }
      />
    </Card>
  )
}
