import type { MethodsOfPerson, PasskeyOfPerson } from '@latchkey/api'
import { useTimes } from '@latchkey/front'
import { Badge, buttonClass, EmptyState, List, ListRow } from '@latchkey/ui'
import { Fingerprint, LockKeyhole, Ticket } from 'lucide-react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { ApproverRow } from './approver-row.tsx'
import { CodesRow } from './codes-row.tsx'
import { describeDormant, describeKeeping, describeModel, describePlace } from './describe.ts'
import { MethodIcon } from './method-icon.tsx'

/** Every way a person has to sign in, a row each. */
export function MethodList({ methods }: { readonly methods: MethodsOfPerson }) {
  const { rows, advice } = useSaid().methods
  const { passkeys, codes, approvers, password, pass } = methods
  const held = passkeys.length + codes.length + approvers.length
  const isEmpty = held === 0 && password === undefined && pass === undefined
  if (isEmpty) {
    return (
      <EmptyState
        icon={<Fingerprint aria-hidden className="size-7" />}
        title={rows.none}
        action={
          <Link to="/add/passkey" className={buttonClass()}>
            {rows.add}
          </Link>
        }
      >
        {advice.first}
      </EmptyState>
    )
  }
  return (
    <List label={rows.title}>
      {passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} />
      ))}
      {codes.map((each) => (
        <CodesRow key={each.id} codes={each} />
      ))}
      {approvers.map((each) => (
        <ApproverRow key={each.id} approver={each} />
      ))}
      {password !== undefined && <PasswordRow changedAt={password.changedAt} />}
      {pass !== undefined && <PassRow expiresAt={pass.expiresAt} once={pass.once} />}
    </List>
  )
}

function PasskeyRow({ passkey }: { readonly passkey: PasskeyOfPerson }) {
  const said = useSaid()
  const times = useTimes()
  const { rows } = said.methods
  const dormant = describeDormant(passkey, said)
  const used =
    passkey.lastUsedAt === undefined
      ? rows.never
      : `${rows.lastUsed} ${times.at(passkey.lastUsedAt)}${
          passkey.lastUsedFrom === undefined
            ? ''
            : ` ${rows.from({ place: describePlace(passkey.lastUsedFrom, said) })}`
        }`
  return (
    <ListRow
      icon={<MethodIcon model={passkey.model} />}
      title={passkey.name}
      about={
        <>
          <span className="block">{describeModel(passkey.model, said)}</span>
          <span className="block">
            {rows.added} {times.day(passkey.addedAt)} · {used}
          </span>
          {dormant !== undefined && <span className="block text-bad">{dormant}</span>}
          {!passkey.verified && <span className="block">{rows.notYetFull}</span>}
        </>
      }
      badges={
        <>
          {dormant !== undefined && <Badge tone="bad">{rows.dormant}</Badge>}
          <Badge>{describeKeeping(passkey, said)}</Badge>
        </>
      }
      actions={
        <Link
          to={`/passkeys/${passkey.id}`}
          className={buttonClass('quiet', 'small')}
          aria-label={rows.manageNamed({ name: passkey.name })}
        >
          {rows.manage}
        </Link>
      }
    />
  )
}

function PasswordRow({ changedAt }: { readonly changedAt: string }) {
  const { rows } = useSaid().methods
  const times = useTimes()
  return (
    <ListRow
      icon={<LockKeyhole aria-hidden className="size-5" />}
      title={rows.password}
      about={`${rows.changed} ${times.day(changedAt)}`}
      actions={
        <Link
          to="/password"
          className={buttonClass('quiet', 'small')}
          aria-label={`${rows.change}: ${rows.password}`}
        >
          {rows.change}
        </Link>
      }
    />
  )
}

function PassRow({ expiresAt, once }: { readonly expiresAt: string; readonly once: boolean }) {
  const { rows } = useSaid().methods
  const times = useTimes()
  return (
    <ListRow
      icon={<Ticket aria-hidden className="size-5" />}
      title={rows.pass}
      about={`${rows.passUntil} ${times.at(expiresAt)}`}
      badges={once && <Badge>{rows.passOnce}</Badge>}
    />
  )
}
