import { Button, SelectField, TextField } from '@latchkey/ui'
import { describeBrowser } from '@latchkey/words'
import { useEffect, useState } from 'react'
import { readManaged } from '../managed.ts'
import { useSurroundings } from '../surroundings.tsx'
import { readAddress } from './read-address.ts'

/** What is needed to begin. */
export interface Asked {
  /** An origin. */
  readonly server: string
  /** What this browser shall be called. */
  readonly name: string
}

/** Ask where to sign in. An organisation that manages the browser has said so already. */
export function AddressForm({
  server,
  onAsk,
}: {
  readonly server: string | undefined
  onAsk(asked: Asked): void
}) {
  const { said } = useSurroundings()
  const [managed, setManaged] = useState<readonly string[]>()
  const [address, setAddress] = useState(server ?? '')
  const [name, setName] = useState(() => describeBrowser(navigator.userAgent, said).slice(0, 60))
  const [wrong, setWrong] = useState<string>()
  const { extension: words } = said

  useEffect(() => {
    void readManaged().then(({ servers }) => {
      setManaged(servers)
      const [only] = servers ?? []
      if (only !== undefined) setAddress((typed) => typed || only)
    })
  }, [])

  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        const origin = readAddress(address)
        if (origin === undefined) return setWrong(words.addressWrong)
        if (managed !== undefined && !managed.includes(origin)) return setWrong(words.addressNotAllowed)
        setWrong(undefined)
        onAsk({ server: origin, name: name.trim() || describeBrowser(navigator.userAgent, said) })
      }}
    >
      {managed !== undefined && managed.length > 0 ? (
        <SelectField
          label={words.address}
          value={address}
          error={wrong}
          options={managed.map((origin) => ({ value: origin, label: new URL(origin).host }))}
          onChoose={setAddress}
        />
      ) : (
        <TextField
          label={words.address}
          hint={words.addressHint}
          error={wrong}
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      )}
      <TextField
        label={words.thisBrowser}
        hint={words.thisBrowserHint}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div>
        <Button type="submit" look="primary">
          {words.signIn}
        </Button>
      </div>
    </form>
  )
}
