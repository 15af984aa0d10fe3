import type { PasskeyOfPerson } from '@latchkey/api'
import { usePageTitle, useTimes } from '@latchkey/front'
import { Badge, buttonClass, Card, EmptyState, Facts, Notice, PageHead } from '@latchkey/ui'
import { CircleCheckBig, Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'
import { describeDeletion, describeDormant, describeModel, describePlace } from '../methods/describe.ts'
import { MethodIcon } from '../methods/method-icon.tsx'
import { useMethods } from '../methods/use-methods.ts'
import { DeleteCard } from './delete-card.tsx'
import { NameCard } from './name-card.tsx'

/** One passkey: what it is, its name, and the way to delete it, here and where it lives. */
export function PasskeyPage() {
  const said = useSaid()
  const { id } = useParams()
  const { passkeys } = useMethods()
  const [deleted, setDeleted] = useState<PasskeyOfPerson>()
  const passkey = passkeys.find((each) => each.id === id)
  usePageTitle(deleted === undefined ? (passkey?.name ?? said.passkey.title) : said.passkey.removedTitle)
  if (deleted !== undefined) return <Deleted passkey={deleted} />
  if (passkey === undefined) {
    return (
      <EmptyState
        icon={<Fingerprint aria-hidden className="size-7" />}
        title={said.passkey.notThere}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {said.methods.rows.title}
          </Link>
        }
      >
        {said.passkey.notThereLead}
      </EmptyState>
    )
  }
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <BackLink to="/">{said.methods.rows.title}</BackLink>
      <PageHead title={passkey.name} />
      <About passkey={passkey} />
      <NameCard passkey={passkey} />
      <DeleteCard passkey={passkey} onDeleted={() => setDeleted(passkey)} />
    </div>
  )
}

function About({ passkey }: { readonly passkey: PasskeyOfPerson }) {
  const said = useSaid()
  const times = useTimes()
  const { passkey: text, methods } = said
  const { rows } = methods
  const dormant = describeDormant(passkey, said)
  const keeping = {
    thisDeviceOnly: text.keepingDevice,
    synced: text.keepingSynced,
    mayBeSynced: text.keepingEligible,
  }[passkey.keeping]
  return (
    <Card
      title={passkey.model.name ?? methods.model.unknown}
      actions={
        <span aria-hidden className="grid size-11 place-items-center rounded-xl bg-hover text-accent">
          <MethodIcon model={passkey.model} />
        </span>
      }
    >
      {dormant !== undefined && (
        <div className="mb-4">
          <Notice tone="bad" title={rows.dormant}>
            {dormant}
          </Notice>
        </div>
      )}
      <Facts
        items={[
          [text.model, describeModel(passkey.model, said)],
          [
            text.keeping,
            passkey.syncedBy === undefined ? (
              keeping
            ) : (
              <>
                <Badge>{methods.syncedBy({ name: passkey.syncedBy })}</Badge> <span>{keeping}</span>
              </>
            ),
          ],
          [rows.added, times.at(passkey.addedAt)],
          [
            rows.lastUsed,
            passkey.lastUsedAt === undefined
              ? rows.never
              : `${times.at(passkey.lastUsedAt)} ${
                  passkey.lastUsedFrom === undefined
                    ? ''
                    : rows.from({ place: describePlace(passkey.lastUsedFrom, said) })
                }`,
          ],
        ]}
      />
    </Card>
  )
}

/** It is deleted here; the device may still offer it. */
function Deleted({ passkey }: { readonly passkey: PasskeyOfPerson }) {
  const said = useSaid()
  const { passkey: text } = said
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-4 py-8 text-center" role="status">
      <CircleCheckBig aria-hidden className="size-14 text-good" />
      <h1 className="text-2xl font-bold">{text.removedTitle}</h1>
      <p>{text.removedReason}</p>
      <p>{describeDeletion(passkey.model, said)}</p>
      <p className="text-sm text-soft">{text.removedTold}</p>
      <Link to="/" className={buttonClass('primary')}>
        {said.common.done}
      </Link>
    </div>
  )
}
