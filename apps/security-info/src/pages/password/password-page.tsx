import { ProblemNotice, useBoot, useChange, useClient, usePageTitle } from '@latchkey/front'
import { Button, buttonClass, Card, EmptyState, PageHead, TextField } from '@latchkey/ui'
import { LockKeyholeOpen } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'
import { methodsKey, useMethods } from '../methods/use-methods.ts'

/** Change a password, for whoever has one. */
export function PasswordPage() {
  const said = useSaid()
  const { password: text } = said
  const { password } = useMethods()
  usePageTitle(password === undefined ? text.noneTitle : text.title)
  if (password === undefined) {
    return (
      <EmptyState
        icon={<LockKeyholeOpen aria-hidden className="size-7" />}
        title={text.noneTitle}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {said.methods.rows.title}
          </Link>
        }
      >
        {text.none}
      </EmptyState>
    )
  }
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <BackLink to="/">{said.methods.rows.title}</BackLink>
      <PageHead title={text.title} lead={text.lead} />
      <Card title={text.title}>
        <PasswordForm />
      </Card>
    </div>
  )
}

function PasswordForm() {
  const { password: text, common } = useSaid()
  const { person } = useBoot()
  const client = useClient()
  const navigate = useNavigate()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const change = useChange({
    does: async () => {
      await client.send('POST', '/password', { body: { current, next } })
      navigate('/')
    },
    refresh: [methodsKey],
    done: text.changed,
  })
  const isComplete = current !== '' && next.length >= 8
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isComplete) change.run()
      }}
    >
      <input
        className="sr-only"
        type="text"
        name="username"
        autoComplete="username"
        value={person.userName}
        tabIndex={-1}
        aria-hidden
        readOnly
      />
      <TextField
        label={text.current}
        type="password"
        autoComplete="current-password"
        error={tried && current === '' ? text.currentRequired : undefined}
        value={current}
        onChange={({ target }) => setCurrent(target.value)}
      />
      <TextField
        label={text.next}
        type="password"
        autoComplete="new-password"
        hint={text.nextHint}
        error={tried && next.length < 8 ? text.nextRequired : undefined}
        value={next}
        onChange={({ target }) => setNext(target.value)}
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
