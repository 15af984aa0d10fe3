import { useChange, useSurroundings } from '@latchkey/front'
import { Button, Card, ChoiceField, Notice, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { makeLockPasskey } from '../../lock/lock-passkey.ts'
import { sayRefusal } from '../../lock/say-refusal.ts'
import { lockKey, useLock } from '../../lock/use-lock.ts'
import { phoneKey, usePhone, usePhoneState } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'

type Kind = 'none' | 'pin' | 'passkey'

/** Choose what opens the app. */
export function LockCard() {
  const { shell } = useSaid()
  const { boot } = useSurroundings()
  const phone = usePhone()
  const { unlocksWith } = useLock()
  const seals = usePhoneState().accounts.some(({ ownKeys, links }) => ownKeys.length + links.length > 0)
  const now: Kind = unlocksWith.includes('passkey') ? 'passkey' : unlocksWith.includes('pin') ? 'pin' : 'none'
  const [asked, setAsked] = useState<Kind>()
  const [cannot, setCannot] = useState(false)

  const change = useChange({
    does: async (pin: string) => {
      setCannot(false)
      if (asked === 'none') await phone.unseal()
      if (asked === 'pin') {
        await phone.vault.setLock({ pin })
        if (now === 'passkey') await phone.vault.removeLock('passkey')
      }
      if (asked === 'passkey') {
        const lock = await makeLockPasskey(boot.rpId, shell.lock.passkeyName)
        if (lock === undefined) return setCannot(true)
        await phone.vault.setLock(lock)
        if (now === 'pin') await phone.vault.removeLock('pin')
      }
      if (asked !== 'none') await phone.codes.sealBy('lock')
      setAsked(undefined)
    },
    refresh: [lockKey, phoneKey],
  })

  return (
    <Card title={shell.appLock} lead={shell.lock.auto}>
      <ChoiceField<Kind>
        label={shell.lock.choose}
        value={asked ?? now}
        options={[
          {
            value: 'none',
            label: shell.lock.none,
            about: shell.lock.noneAbout,
            unavailable: seals ? shell.lock.needed : undefined,
          },
          { value: 'passkey', label: shell.lock.passkey, about: shell.lock.passkeyAbout },
          { value: 'pin', label: shell.lock.pin, about: shell.lock.pinAbout },
        ]}
        onChoose={(next) => {
          change.reset()
          setCannot(false)
          setAsked(next === now ? undefined : next)
        }}
      />
      <div className="mt-4 flex flex-col gap-4 empty:hidden">
        {cannot && (
          <Notice tone="bad" title={shell.lock.cannotTitle} live="assertive">
            {shell.lock.cannot}
          </Notice>
        )}
        {change.problem !== null && (
          <Notice tone="bad" title={sayRefusal(change.problem, shell.lock)} live="assertive" />
        )}
        {asked === 'pin' && <PinForm busy={change.busy} onPin={change.run} />}
        {(asked === 'passkey' || asked === 'none') && (
          <div className="grid">
            <Button
              look="primary"
              busy={change.busy ? shell.lock.waiting : undefined}
              onClick={() => change.run('')}
            >
              {asked === 'none' ? shell.lock.turnOff : shell.lock.turnOn}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

function PinForm({ busy, onPin }: { readonly busy: boolean; onPin(pin: string): void }) {
  const { shell } = useSaid()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (pin === again) onPin(pin)
      }}
    >
      <TextField
        label={shell.lock.newPin}
        hint={shell.lock.newPinHint}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={64}
        value={pin}
        onChange={({ target }) => setPin(target.value)}
      />
      <TextField
        label={shell.lock.pinAgain}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={64}
        error={tried && pin !== again ? shell.lock.pinsDiffer : undefined}
        value={again}
        onChange={({ target }) => setAgain(target.value)}
      />
      <div className="grid">
        <Button type="submit" look="primary" busy={busy ? shell.lock.waiting : undefined}>
          {shell.lock.turnOn}
        </Button>
      </div>
    </form>
  )
}
