import { Button, Card, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid } from '../../said.ts'

/** Asks for the six digits that the browser shows. They are never shown here: only who sees both ends knows them. */
export function DigitsForm({ onDigits }: { onDigits(digits: string): Promise<void> }) {
  const { ask: text } = useSaid().linked
  const [digits, setDigits] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  return (
    <Card title={text.digitsLead}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const isWhole = /^\d{6}$/.test(digits)
          setError(isWhole ? undefined : text.digitsNeeded)
          if (!isWhole || busy) return
          setBusy(true)
          void onDigits(digits)
        }}
      >
        <TextField
          label={text.digits}
          value={digits}
          onChange={({ target }) => setDigits(target.value.replace(/\D/g, '').slice(0, 6))}
          error={error}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
        />
        <div className="grid">
          <Button type="submit" look="primary" busy={busy ? text.link : undefined}>
            {text.link}
          </Button>
        </div>
      </form>
    </Card>
  )
}
