import { findPrfOutput, type KeptLockPasskey, lockPasskeyRequest, type UnlockSecret } from '@latchkey/keeper'
import { Button, TextField } from '@latchkey/ui'
import { Fingerprint } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSurroundings } from '../surroundings.tsx'

/** Ask for the PIN, or for the passkey of the platform where there is one. */
export function UnlockFields({
  passkey,
  confirmLabel,
  wrong,
  onSecret,
  busy,
  unavailable,
  mayBegin = () => true,
  children,
}: {
  readonly passkey: KeptLockPasskey | undefined
  readonly confirmLabel: string
  /** What was wrong with the secret before. */
  readonly wrong: string | undefined
  onSecret(secret: UnlockSecret): void
  readonly busy: string | undefined
  /** Why nothing is taken yet. */
  readonly unavailable?: string | undefined
  /** Asked at the press itself. What comes of it may come later: the platform asks in a window of its own. */
  mayBegin?(): boolean
  /** What else can be done. */
  readonly children?: ReactNode
}) {
  const { keeper, said } = useSurroundings()
  const [pin, setPin] = useState('')
  const [failed, setFailed] = useState<string>()

  const byPasskey = async () => {
    if (passkey === undefined || !mayBegin()) return
    setFailed(undefined)
    const secret = await askPlatform(keeper.random, passkey)
    if (secret === undefined) setFailed(said.unlock.byPasskeyFailed)
    else onSecret(secret)
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (busy !== undefined || !mayBegin()) return
        if (pin === '') return setFailed(said.unlock.pinMissing)
        setFailed(undefined)
        setPin('')
        onSecret({ pin })
      }}
    >
      {passkey !== undefined && (
        <Button
          look="primary"
          icon={<Fingerprint aria-hidden className="size-5" />}
          onClick={byPasskey}
          busy={busy}
          unavailable={unavailable}
        >
          {said.unlock.byPasskey}
        </Button>
      )}
      <TextField
        label={said.unlock.pin}
        hint={said.unlock.pinHint}
        error={failed ?? wrong}
        type="password"
        autoComplete="off"
        autoFocus
        value={pin}
        onChange={(event) => setPin(event.target.value)}
      />
      <div className="flex flex-col gap-2">
        <Button
          type="submit"
          look={passkey === undefined ? 'primary' : 'quiet'}
          busy={busy}
          unavailable={unavailable}
        >
          {confirmLabel}
        </Button>
        {children}
      </div>
    </form>
  )
}

async function askPlatform(
  random: (length: number) => Uint8Array,
  passkey: KeptLockPasskey,
): Promise<UnlockSecret | undefined> {
  try {
    const credential = await navigator.credentials.get({ publicKey: lockPasskeyRequest(random, passkey) })
    const prf = credential instanceof PublicKeyCredential ? findPrfOutput(credential) : undefined
    return prf && { prf }
  } catch {
    return undefined
  }
}
