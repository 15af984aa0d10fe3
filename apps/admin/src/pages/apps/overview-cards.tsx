import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, buttonClass, Modal } from '@latchkey/ui'
import { LogIn, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { AddressesCard } from './addresses-card.tsx'
import type { App } from './app.ts'
import { AppSignInCard } from './app-sign-in-card.tsx'
import { SettingsToPaste } from './settings-to-paste.tsx'

/** What an app is told, where it is, and what it asks. */
export function OverviewCards({ app }: { readonly app: App }) {
  const { apps } = useSaidIn('organisation')
  const { overview: said } = apps
  return (
    <div className="flex flex-col gap-6">
      {app.builtIn ? <p className="text-soft">{said.builtInLead}</p> : <SettingsToPaste app={app} />}
      {!app.builtIn && app.kind !== 'daemon' && <AddressesCard app={app} />}
      <AppSignInCard app={app} />
      <div className="flex flex-wrap justify-between gap-3">
        <Link to={`/sign-ins?app=${app.id}`} className={buttonClass()}>
          <LogIn aria-hidden className="size-4" />
          {said.signIns}
        </Link>
        {!app.builtIn && <RemoveApp app={app} />}
      </div>
    </div>
  )
}

function RemoveApp({ app }: { readonly app: App }) {
  const { apps, frame } = useSaidIn('organisation')
  const { overview: said } = apps
  const client = useClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const unavailable = useWhyNot('change apps')
  const remove = useChange({
    does: () => client.send('DELETE', `/applications/${app.id}`),
    done: said.removed,
    after: () => void navigate('/apps'),
  })
  return (
    <>
      <Button
        look="danger"
        icon={<Trash2 aria-hidden className="size-4" />}
        unavailable={unavailable}
        onClick={() => setAsking(true)}
      >
        {said.remove}
      </Button>
      <Modal
        open={asking}
        title={said.removeTitle({ name: app.displayName })}
        lead={said.removeLead}
        closeLabel={frame.close}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{frame.close}</Button>
            <Button look="danger" busy={remove.busy ? frame.saving : undefined} onClick={() => remove.run()}>
              {frame.remove}
            </Button>
          </>
        }
      >
        {remove.problem && <ProblemNotice problem={remove.problem} />}
      </Modal>
    </>
  )
}
