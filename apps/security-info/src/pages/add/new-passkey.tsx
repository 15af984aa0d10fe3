import type { LandingOfPasskey, PasskeyOfPerson } from '@latchkey/api'
import { type AccountSignal, signalAccount } from '@latchkey/api/passkeys'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import type { Wizard } from '@latchkey/guidance'
import { Badge, Button, Notice, TextField } from '@latchkey/ui'
import type { PortalWords } from '@latchkey/words/portal'
import { useSuspenseQuery } from '@tanstack/react-query'
import { CircleCheckBig } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { useSaid } from '../../said.ts'
import { methodsKey, useMethods } from '../methods/use-methods.ts'
import type { AskedPasskey } from './use-registration.ts'

/** A passkey that has just come: whether it is where it was to be, and what it is called. */
export function NewPasskey({
  id,
  asked,
  wizard,
  onAgain,
}: {
  readonly id: string
  readonly asked: AskedPasskey
  readonly wizard: Wizard
  onAgain(): void
}) {
  const { passkeys } = useMethods()
  const client = useClient()
  const { data: landing } = useSuspenseQuery({
    queryKey: ['landing', id],
    queryFn: async ({ signal }) => {
      const known = passkeys.some((each) => each.id === id)
      return known
        ? await client.get<LandingOfPasskey>(`/passkeys/${id}/landing?${toQuery(asked)}`, { signal })
        : null
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [kept, setKept] = useState(false)
  const passkey = passkeys.find((each) => each.id === id)
  if (passkey === undefined || landing === null) return <Navigate to="/" replace />
  if (landing.differences.length > 0 && !kept) {
    return (
      <Elsewhere
        passkey={passkey}
        landing={landing}
        wizard={wizard}
        onKeep={() => setKept(true)}
        onAgain={onAgain}
      />
    )
  }
  return <Ready passkey={passkey} landing={landing} />
}

/** It landed elsewhere: where, and what can be done about that. */
function Elsewhere({
  passkey,
  landing,
  wizard,
  onKeep,
  onAgain,
}: {
  readonly passkey: PasskeyOfPerson
  readonly landing: LandingOfPasskey
  readonly wizard: Wizard
  onKeep(): void
  onAgain(): void
}) {
  const said = useSaid()
  const { landed: text } = said.steps
  const client = useClient()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const removal = useChange({
    does: async () => {
      const { signal } = await client.send<{ signal: AccountSignal }>('DELETE', `/passkeys/${passkey.id}`)
      await signalAccount(signal)
      onAgain()
    },
    refresh: [methodsKey],
  })
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-bold">
        {text.title}
      </h1>
      <Notice tone="warn" title={passkey.name}>
        {describeDifference(passkey, landing, wizard, said)}
      </Notice>
      <p>{text.works}</p>
      {removal.problem !== null && <ProblemNotice problem={removal.problem} />}
      <div className="flex flex-wrap gap-3">
        <Button
          look="primary"
          unavailable={passkey.last ? said.methods.lastWay : undefined}
          busy={removal.busy ? said.common.working : undefined}
          onClick={() => removal.run()}
        >
          {text.retry}
        </Button>
        <Button onClick={onKeep}>{text.keep}</Button>
      </div>
    </div>
  )
}

/** It is where it was to be, or kept all the same: give it a name. */
function Ready({
  passkey,
  landing,
}: {
  readonly passkey: PasskeyOfPerson
  readonly landing: LandingOfPasskey
}) {
  const { steps, common } = useSaid()
  const { creating, landed } = steps
  const client = useClient()
  const navigate = useNavigate()
  const [name, setName] = useState(passkey.name)
  const [missing, setMissing] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const change = useChange({
    does: async () => {
      if (name.trim() !== passkey.name) {
        await client.send('PATCH', `/passkeys/${passkey.id}`, { body: { name } })
      }
      navigate('/')
    },
    refresh: [methodsKey],
  })
  return (
    <div className="mx-auto flex w-full max-w-lg flex-col gap-5 py-6">
      <div className="flex flex-col items-center gap-3 text-center">
        <CircleCheckBig aria-hidden className="size-14 text-good" />
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-bold outline-none">
          {creating.nameTitle}
        </h1>
        <p role="status" className="flex flex-wrap items-center justify-center gap-2">
          {landing.proven && <Badge tone="good">{landed.verified}</Badge>}
          {passkey.model.name !== undefined && landed.verifiedIn({ name: passkey.model.name })}
        </p>
        <p className="text-soft">{creating.name}</p>
      </div>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(name.trim() === '')
          if (name.trim() !== '') change.run()
        }}
      >
        <TextField
          label={creating.nameLabel}
          error={missing ? creating.nameRequired : undefined}
          value={name}
          maxLength={60}
          onChange={({ target }) => setName(target.value)}
        />
        {change.problem !== null && <ProblemNotice problem={change.problem} />}
        <Button type="submit" look="primary" busy={change.busy ? common.working : undefined}>
          {creating.done}
        </Button>
      </form>
    </div>
  )
}

function describeDifference(
  { model, syncedBy }: PasskeyOfPerson,
  { differences }: LandingOfPasskey,
  wizard: Wizard,
  { steps: { landed }, add }: PortalWords,
): string {
  const where =
    syncedBy ?? model.name ?? (model.place === 'securityKey' ? add.offers.securityKey : landed.unknown)
  if (differences.includes('provider') && wizard.kind === 'provider') {
    return landed.provider({ wanted: wizard.provider.name, where })
  }
  if (differences.includes('proof')) return landed.proof
  if (differences.includes('place')) {
    return model.place === 'securityKey' ? landed.placeDevice({ where }) : landed.placeKey({ where })
  }
  return syncedBy === undefined ? landed.keepingDevice({ where }) : landed.keepingSynced({ where })
}

function toQuery({ kind, provider, keeping }: AskedPasskey): string {
  return new URLSearchParams({
    kind,
    ...(provider !== undefined && { provider }),
    ...(keeping !== undefined && { keeping }),
  }).toString()
}
