import { Button, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSurroundings } from '../surroundings.tsx'
import { sayUnlockRefusal } from './say-unlock-refusal.ts'

/** Choose a PIN. The vault is open afterwards. */
export function SetPin({ label, onSet }: { readonly label: string; onSet(): void }) {
  const { keeper, said } = useSurroundings()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<{ readonly pin?: string | undefined; readonly again?: string }>({})
  const [isBusy, setBusy] = useState(false)

  const set = async () => {
    if (pin !== again) return setWrong({ again: said.unlock.pinsDiffer })
    setWrong({})
    setBusy(true)
    try {
      await keeper.vault.setLock({ pin })
      onSet()
    } catch (cause) {
      const text = sayUnlockRefusal(said, cause, keeper.now())
      if (text === undefined) throw cause
      setWrong({ pin: text })
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void set()
      }}
    >
      <TextField
        label={said.unlock.newPin}
        hint={said.unlock.newPinHint}
        error={wrong.pin}
        type="password"
        autoComplete="new-password"
        value={pin}
        onChange={(event) => setPin(event.target.value)}
      />
      <TextField
        label={said.unlock.repeatPin}
        error={wrong.again}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.target.value)}
      />
      <div>
        <Button type="submit" look="primary" busy={isBusy ? said.common.working : undefined}>
          {label}
        </Button>
      </div>
    </form>
  )
}
