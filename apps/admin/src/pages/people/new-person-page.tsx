import { ProblemNotice, useChange, useClient, usePageTitle } from '@latchkey/front'
import { Button, Card, PageHead, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { BackLink } from './back-link.tsx'

/** Add somebody; their page follows, for a pass. */
export function NewPersonPage() {
  const { people, person, frame } = useSaid()
  const { newPerson: said } = people
  usePageTitle(said.title)
  const client = useClient()
  const navigate = useNavigate()
  const [displayName, setDisplayName] = useState('')
  const [userPrincipalName, setUserName] = useState('')
  const [mail, setMail] = useState('')
  const add = useChange({
    does: () =>
      client.send<{ readonly id: string }>('POST', '/users', {
        body: { displayName, userPrincipalName, accountEnabled: true, ...(mail !== '' && { mail }) },
      }),
    refresh: [['people']],
    done: said.done,
    after: ({ id }) => navigate(`/people/${id}`),
  })
  return (
    <>
      <BackLink to="/people">{person.back}</BackLink>
      <PageHead title={said.title} lead={said.lead} />
      <Card title={said.title}>
        <form
          className="flex max-w-xl flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            add.run()
          }}
        >
          <TextField
            label={said.displayName}
            required
            maxLength={100}
            autoComplete="off"
            value={displayName}
            onChange={({ target }) => setDisplayName(target.value)}
          />
          <TextField
            label={said.userName}
            hint={said.userNameHint}
            required
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={userPrincipalName}
            onChange={({ target }) => setUserName(target.value)}
          />
          <TextField
            label={said.mail}
            hint={said.mailHint}
            type="email"
            maxLength={254}
            autoComplete="off"
            value={mail}
            onChange={({ target }) => setMail(target.value)}
          />
          {add.problem && <ProblemNotice problem={add.problem} />}
          <div>
            <Button
              look="primary"
              type="submit"
              unavailable={useWhyNot('change people')}
              busy={add.busy ? frame.saving : undefined}
            >
              {frame.add}
            </Button>
          </div>
        </form>
      </Card>
    </>
  )
}
