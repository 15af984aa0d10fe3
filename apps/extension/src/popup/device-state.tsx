import type { KeptAccount } from '@latchkey/keeper'
import { Badge, Button, Notice } from '@latchkey/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { toPattern } from '../background/content-scripts.ts'
import type { Told } from '../messages.ts'
import { useDay, useSurroundings } from '../surroundings.tsx'
import { webExtension } from '../web-extension.ts'
import { openPage } from './open-page.ts'

/** How this browser stands with the organisation; and, if something is wrong, what helps. */
export function DeviceState({
  kept,
  isWiped,
}: {
  readonly kept: KeptAccount
  /** Whether everything was deleted here, after too many wrong PINs. */
  readonly isWiped: boolean
}) {
  const { said } = useSurroundings()
  const day = useDay()
  const { extension: words } = said
  const { device, account, deviceKey, serverUrl } = kept
  const again = (
    <Button size="small" onClick={() => openPage('add', serverUrl)}>
      {words.registerAgain}
    </Button>
  )
  if (isWiped) return <Trouble title={words.lost} text={words.lostLead} action={again} />
  if (deviceKey === undefined || device.state === 'revoked') {
    return <Trouble title={words.revoked} text={words.revokedLead} action={again} />
  }
  if (device.state === 'expired')
    return <Trouble title={words.expired} text={words.expiredLead} action={again} />
  return (
    <>
      <p>
        <Badge tone="good">{words.activeUntil({ when: day(device.expiresAt) })}</Badge>
      </p>
      {device.tooOld && (
        <Notice tone="warn" title={words.tooOld}>
          {words.tooOldLead({ least: device.leastAppVersion ?? '' })}
        </Notice>
      )}
      <Permission origins={account.origins} />
    </>
  )
}

function Trouble({
  title,
  text,
  action,
}: {
  readonly title: string
  readonly text: string
  readonly action: ReactNode
}) {
  return (
    <Notice tone="warn" title={title} actions={action}>
      {text}
    </Notice>
  )
}

/** People may take a permission back in the browser’s own settings. */
function Permission({ origins }: { readonly origins: readonly string[] }) {
  const { said } = useSurroundings()
  const [isMissing, setMissing] = useState(false)
  const patterns = origins.map(toPattern)
  const key = patterns.join(' ')
  useEffect(() => {
    void webExtension.permissions
      .contains({ origins: key.split(' ') })
      .then((isThere) => setMissing(!isThere))
  }, [key])

  if (!isMissing) return null
  const allow = async () => {
    const allowed = await webExtension.permissions.request({ origins: patterns })
    await webExtension.runtime.sendMessage({ told: 'accounts_changed' } satisfies Told).catch(() => undefined)
    setMissing(!allowed)
  }
  return (
    <Notice
      tone="warn"
      title={said.extension.permissionTitle}
      actions={
        <Button size="small" onClick={allow}>
          {said.extension.allow}
        </Button>
      }
    >
      {said.extension.permissionLead}
    </Notice>
  )
}
