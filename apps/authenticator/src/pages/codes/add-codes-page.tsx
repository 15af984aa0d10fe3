import { ProblemNotice, useChange, usePageTitle } from '@latchkey/front'
import { Button, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { readBase32 } from '../../codes/base32.ts'
import { phoneKey, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'

/** Type the key of another service. */
export function AddCodesPage() {
  const { codes: text, adding } = useSaid()
  const phone = usePhone()
  const navigate = useNavigate()
  const [issuer, setIssuer] = useState('')
  const [account, setAccount] = useState('')
  const [key, setKey] = useState('')
  const [tried, setTried] = useState(false)
  const secret = readBase32(key)
  usePageTitle(text.byHandTitle)
  const change = useChange({
    does: async () => {
      if (secret === undefined) return
      const codes = { secret, algorithm: 'SHA-1', digits: 6, periodSeconds: 30 } as const
      await phone.codes.add({ ...codes, issuer: issuer.trim(), account: account.trim() })
      await navigate('/')
    },
    refresh: [phoneKey],
    done: text.added,
  })
  return (
    <>
      <BackLink to="/add">{adding.title}</BackLink>
      <header>
        <h1 className="text-2xl font-bold">{text.byHandTitle}</h1>
        <p className="mt-1 text-soft">{text.byHandLead}</p>
      </header>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (secret !== undefined && issuer.trim() !== '') change.run()
        }}
      >
        <TextField
          label={text.issuer}
          maxLength={100}
          error={tried && issuer.trim() === '' ? text.issuerRequired : undefined}
          value={issuer}
          onChange={({ target }) => setIssuer(target.value)}
        />
        <TextField
          label={text.account}
          maxLength={100}
          value={account}
          onChange={({ target }) => setAccount(target.value)}
        />
        <TextField
          label={text.key}
          hint={text.keyHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={400}
          error={tried && secret === undefined ? text.keyWrong : undefined}
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
        {change.problem !== null && <ProblemNotice problem={change.problem} />}
        <div className="grid">
          <Button type="submit" look="primary">
            {text.add}
          </Button>
        </div>
      </form>
    </>
  )
}
