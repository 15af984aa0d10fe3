import { KeeperRefusal, type UnlockSecret } from '@latchkey/keeper'
import { Button, Notice, TextField } from '@latchkey/ui'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { usePhone } from '../phone/use-phone.ts'
import { useSaid } from '../said.ts'
import { askForPrf } from './lock-passkey.ts'
import { sayRefusal } from './say-refusal.ts'
import { useLock } from './use-lock.ts'

/** Ask for the PIN, or for the passkey of the phone: whichever opens the app. What is given is judged elsewhere. */
export function UnlockForm({
  label,
  refusal,
  busy,
  onSecret,
}: {
  /** What it is given for. */
  readonly label: string
  /** Why what was given before did not do. */
  readonly refusal: unknown
  readonly busy: boolean
  onSecret(secret: UnlockSecret): void
}) {
  const { shell, unlock } = useSaid()
  const { lock: text } = shell
  const phone = usePhone()
  const { unlocksWith } = useLock()
  const [pin, setPin] = useState('')
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<KeeperRefusal>()
  const said = failed ?? refusal
  const byPasskey = async () => {
    setAsking(true)
    setFailed(undefined)
    const passkey = await phone.findLockPasskey()
    const prf = passkey && (await askForPrf(passkey))
    setAsking(false)
    if (prf === undefined) setFailed(new KeeperRefusal('unlock_wrong'))
    else onSecret({ prf })
  }
  return (
    <div className="flex w-full flex-col gap-6 text-left">
      {said !== undefined && said !== null && (
        <Notice tone="bad" title={sayRefusal(said, text)} live="assertive" />
      )}
      {unlocksWith.includes('passkey') && (
        <div className="grid">
          <Button
            look="primary"
            icon={<Fingerprint aria-hidden className="size-5" />}
            busy={asking || busy ? text.waiting : undefined}
            onClick={() => void byPasskey()}
          >
            {label}
          </Button>
        </div>
      )}
      {unlocksWith.includes('pin') && (
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (pin === '' || busy) return
            setFailed(undefined)
            setPin('')
            onSecret({ pin })
          }}
        >
          <TextField
            label={unlock.pin}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={64}
            value={pin}
            onChange={({ target }) => setPin(target.value)}
          />
          <div className="grid">
            <Button
              type="submit"
              look={unlocksWith.includes('passkey') ? 'quiet' : 'primary'}
              busy={busy ? text.waiting : undefined}
            >
              {label}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
