import type { BegunCodes } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle } from '@latchkey/front'
import { Button, Card, CopyButton, PageHead, QrCode, Skeleton, TextField } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'
import { methodsKey } from '../methods/use-methods.ts'

/** Add an app that makes one-time codes: scan or type the key, then prove that it works. */
export function AddCodesPage() {
  const { codes: text, add, frame } = useSaid()
  const client = useClient()
  usePageTitle(text.title)
  // One key for as long as the page is open: what was scanned is what is proven.
  const { data, error, refetch } = useQuery({
    queryKey: ['begun-codes'],
    queryFn: () => client.send<BegunCodes>('POST', '/codes/begin', { body: {} }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <BackLink to="/add">{add.title}</BackLink>
      <PageHead title={text.title} lead={text.phishable} />
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton label={frame.loading} lines={5} />}
      {data !== undefined && <Offer begun={data} />}
    </div>
  )
}

function Offer({ begun }: { readonly begun: BegunCodes }) {
  const { codes: text, common } = useSaid()
  return (
    <>
      <Card title={text.step1}>
        <div className="flex flex-wrap items-center gap-6">
          <QrCode {...begun.qr} label={text.qr} />
          <div className="min-w-60 flex-1">
            <p>{text.byHand}</p>
            <p className="my-2 text-lg font-semibold">
              <code data-value={begun.secret}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
            <CopyButton text={begun.secret} words={common} />
          </div>
        </div>
      </Card>
      <Card title={text.step2}>
        <ProveForm sealed={begun.sealed} />
      </Card>
    </>
  )
}

function ProveForm({ sealed }: { readonly sealed: string }) {
  const { codes: text, common, methods } = useSaid()
  const client = useClient()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [name, setName] = useState(text.nameSuggestion)
  const [tried, setTried] = useState(false)
  const change = useChange({
    does: async () => {
      await client.send('POST', '/codes', { body: { sealed, code, name } })
      navigate('/')
    },
    refresh: [methodsKey],
    done: `${methods.rows.added}: ${name}`,
  })
  return (
    <form
      noValidate
      className="flex max-w-sm flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (code.trim() !== '' && name.trim() !== '') change.run()
      }}
    >
      <TextField
        label={text.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        error={tried && code.trim() === '' ? text.codeRequired : undefined}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <TextField
        label={text.name}
        maxLength={60}
        error={tried && name.trim() === '' ? text.nameRequired : undefined}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
      <div>
        <Button type="submit" look="primary" busy={change.busy ? common.working : undefined}>
          {text.submit}
        </Button>
      </div>
    </form>
  )
}
