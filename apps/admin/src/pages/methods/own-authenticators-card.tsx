import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card, SwitchField, TextField } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'

interface OwnAuthenticator {
  readonly id: 'extension' | 'phoneApp' | 'agent'
  readonly displayName: string
  readonly isOffered: boolean
  readonly address: string | null
}

const path = '/latchkey/ownAuthenticators'

/** Our own authenticators: which of them people are led to, and where each is to be had. */
export function OwnAuthenticatorsCard() {
  const { own } = useSaidIn('signIn').methods
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['ownAuthenticators'],
    queryFn: ({ signal }) => client.get<Page<OwnAuthenticator>>(path, { signal }),
  })
  return (
    <Card title={own.title} lead={own.lead}>
      <div className="flex max-w-3xl flex-col divide-y divide-line">
        {data.value.map((one) => (
          <Offer key={one.id} one={one} />
        ))}
      </div>
    </Card>
  )
}

function Offer({ one }: { readonly one: OwnAuthenticator }) {
  const { methods, frame } = useSaidIn('signIn')
  const { own } = methods
  const client = useClient()
  const unavailable = useWhyNot('change the methods policy')
  const [address, setAddress] = useState(one.address ?? '')
  const change = useChange<boolean>({
    does: (isOffered) =>
      client.send('PATCH', `${path}/${one.id}`, {
        body: { isOffered, address: address.trim() === '' ? null : address.trim() },
      }),
    refresh: [['ownAuthenticators']],
    done: frame.saved,
  })
  return (
    <div className="flex flex-col gap-4 py-5 first:pt-0 last:pb-0">
      <SwitchField
        label={one.displayName}
        hint={own.about[one.id]}
        on={one.isOffered}
        unavailable={unavailable}
        onSwitch={(isOffered) => change.run(isOffered)}
      />
      {one.isOffered && one.id !== 'phoneApp' && (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            change.run(true)
          }}
        >
          <div className="min-w-0 flex-1">
            <TextField
              label={`${own.address} (${frame.optional})`}
              hint={own.addressHint}
              type="url"
              maxLength={500}
              value={address}
              onChange={({ target }) => setAddress(target.value)}
            />
          </div>
          <Button
            type="submit"
            unavailable={unavailable}
            aria-label={`${frame.save}: ${one.displayName}`}
            busy={change.busy ? frame.saving : undefined}
          >
            {frame.save}
          </Button>
        </form>
      )}
      {change.problem && <ProblemNotice problem={change.problem} />}
    </div>
  )
}
