import type { AccountPasskey } from '@latchkey/api/authenticator'
import { useTimes } from '@latchkey/front'
import { Badge, buttonClass, Card } from '@latchkey/ui'
import { Fingerprint, KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { IconButton } from '../../icon-button.tsx'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { useSaid } from '../../said.ts'
import { DeletePasskey } from './delete-passkey.tsx'

/** The account's passkeys, wherever they are; those that were made here can be deleted here. */
export function PasskeysCard({ account }: { readonly account: PhoneAccount }) {
  const { passkeys: text, linked } = useSaid()
  const [asked, setAsked] = useState<AccountPasskey>()
  const passkeys = account.seen?.answer.passkeys ?? []
  const isOurs = (passkey: AccountPasskey) => passkey.here || account.made.includes(passkey.id)
  return (
    <Card title={text.title}>
      {passkeys.length === 0 ? (
        <p className="mb-4">
          {text.none}. <span className="text-soft">{text.noneLead}</span>
        </p>
      ) : (
        <ul className="mb-4 divide-y divide-line" aria-label={text.title}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex items-center gap-3 py-2">
              <Fingerprint aria-hidden className="size-6 flex-none text-accent" />
              <About
                passkey={passkey}
                isOurs={isOurs(passkey)}
                isOwn={account.ownKeys.includes(passkey.id)}
                isLinked={account.links.length > 0}
              />
              {isOurs(passkey) && (
                <IconButton
                  label={text.removeNamed({ name: passkey.name })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => setAsked(passkey)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-3">
        <Link to={`/accounts/${account.id}/passkey`} className={buttonClass('primary')}>
          <KeyRound aria-hidden className="size-5" />
          {text.create}
        </Link>
        {account.links.length > 0 && account.ownKeys.length === 0 && (
          <Link to={`/accounts/${account.id}/own-key`} className={buttonClass()}>
            {linked.key.create}
          </Link>
        )}
      </div>
      {asked !== undefined && (
        <DeletePasskey account={account} passkey={asked} onClose={() => setAsked(undefined)} />
      )}
    </Card>
  )
}

function About({
  passkey,
  isOurs,
  isOwn,
  isLinked,
}: {
  readonly passkey: AccountPasskey
  readonly isOurs: boolean
  /** Whether this app keeps it, rather than the phone. */
  readonly isOwn: boolean
  readonly isLinked: boolean
}) {
  const { passkeys: text, linked } = useSaid()
  const times = useTimes()
  return (
    <div className="min-w-0 flex-1">
      <p className="font-semibold break-words">{passkey.name}</p>
      <p className="text-sm text-soft">
        {passkey.lastUsedAt === undefined
          ? text.added({ when: times.ago(passkey.createdAt) })
          : text.used({ when: times.ago(passkey.lastUsedAt) })}
      </p>
      <p className="flex flex-wrap gap-1.5">
        {isOwn ? (
          <Badge tone="good">{linked.key.badge}</Badge>
        ) : (
          isOurs && <Badge tone="good">{text.here}</Badge>
        )}
        {passkey.synced && <Badge>{text.synced}</Badge>}
      </p>
      {isOwn && !isLinked && <p className="text-sm text-soft">{linked.key.useless}</p>}
    </div>
  )
}
