import { useChange, useClient, useSurroundings, useTimes } from '@latchkey/front'
import { Badge, Button, Card, EmptyState, Facts, List, ListRow, Modal } from '@latchkey/ui'
import { findProblemWords } from '@latchkey/words'
import { BellRing, CircleCheck, CircleX, Clock, KeyRound, Lock, Usb } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { PassCard } from './pass-card.tsx'
import type { PersonInFull, PersonPasskey } from './person.ts'
import { Provision } from './provision.tsx'
import { Question } from './question.tsx'
import { RequireAgain } from './require-again.tsx'
import { personKeys, useMayTo } from './use-person.ts'

/** How a person signs in, what the rules make of it, and what can be done about it. */
export function MethodsTab({ person }: { readonly person: PersonInFull }) {
  const { person: said } = useSaid()
  const { day, ago } = useTimes()
  const mayTo = useMayTo(person)
  const [removing, setRemoving] = useState<Removable>()
  const [shown, setShown] = useState<PersonPasskey>()
  const [asked, setAsked] = useState<'again' | 'provision'>()
  const { methods } = said
  const path = `/users/${person.id}/authentication`
  const usedAt = (at: string | null) => (at === null ? methods.neverUsed : methods.used({ when: ago(at) }))
  const nothing =
    person.passkeys.length + person.codes.length + person.approvers.length === 0 && person.password === null
  const removal = (thing: Removable) => (
    <Button
      size="small"
      unavailable={mayTo('remove a method')}
      aria-label={`${methods.remove}: ${thing.name}`}
      onClick={() => setRemoving(thing)}
    >
      {methods.remove}
    </Button>
  )
  return (
    <div className="flex flex-col gap-6">
      <Card
        title={methods.title}
        actions={
          <>
            <Button
              size="small"
              icon={<Usb aria-hidden className="size-4" />}
              unavailable={mayTo('add a method')}
              onClick={() => setAsked('provision')}
            >
              {said.provision.button}
            </Button>
            <Button size="small" unavailable={mayTo('remove a method')} onClick={() => setAsked('again')}>
              {said.again.button}
            </Button>
          </>
        }
      >
        {nothing ? (
          <EmptyState icon={<KeyRound className="size-6" />} title={said.pass.title}>
            {methods.none}
          </EmptyState>
        ) : (
          <List label={methods.title}>
            {person.passkeys.map((passkey) => (
              <ListRow
                key={passkey.id}
                icon={<PasskeyIcon passkey={passkey} />}
                title={passkey.displayName}
                about={
                  <>
                    {passkey.model ?? methods.unknownModel}
                    <br />
                    {methods.added({ when: day(passkey.createdDateTime) })},{' '}
                    {usedAt(passkey.lastUsedDateTime)}
                    {passkey.dormantBecause !== null && <Dormant because={passkey.dormantBecause} />}
                  </>
                }
                badges={
                  <>
                    {passkey.dormantBecause !== null && <Badge tone="warn">{methods.dormant}</Badge>}
                    {passkey.isAttested && <Badge tone="good">{methods.attested}</Badge>}
                    <Badge>{methods[passkey.passkeyType]}</Badge>
                  </>
                }
                actions={
                  <>
                    <Button size="small" onClick={() => setShown(passkey)}>
                      {methods.details}
                    </Button>
                    {removal({ path: `${path}/fido2Methods/${passkey.id}`, name: passkey.displayName })}
                  </>
                }
              />
            ))}
            {person.codes.map((code) => (
              <ListRow
                key={code.id}
                icon={<Clock className="size-5" />}
                title={code.displayName}
                about={`${methods.codes}. ${methods.added({ when: day(code.createdDateTime) })}, ${usedAt(code.lastUsedDateTime)}`}
                actions={removal({ path: `${path}/softwareOathMethods/${code.id}`, name: code.displayName })}
              />
            ))}
            {person.approvers.map((device) => (
              <ListRow
                key={device.id}
                icon={<BellRing className="size-5" />}
                title={device.displayName}
                about={`${methods.approver}. ${methods.added({ when: day(device.createdDateTime) })}, ${usedAt(device.lastUsedDateTime)}`}
                actions={removal({
                  path: `${path}/microsoftAuthenticatorMethods/${device.id}`,
                  name: device.displayName,
                })}
              />
            ))}
            {person.password !== null && (
              <ListRow
                icon={<Lock className="size-5" />}
                title={methods.password}
                about={methods.changed({ when: day(person.password.createdDateTime) })}
              />
            )}
          </List>
        )}
      </Card>
      <PassCard person={person} />
      <Card title={said.allowed.title}>
        <ul className="grid gap-3 sm:grid-cols-2">
          {person.allowedMethods.map(({ method, allowed, because }) => (
            <li key={method} className="flex items-start gap-3">
              {allowed ? (
                <CircleCheck aria-hidden className="mt-0.5 size-5 text-good" />
              ) : (
                <CircleX aria-hidden className="mt-0.5 size-5 text-soft" />
              )}
              <span>
                <span className="font-medium">{said.allowed.method[method]}</span>
                <span className="block text-sm text-soft">
                  {allowed ? said.allowed.yes : <Reason because={because} otherwise={said.allowed.no} />}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {removing && <Removal removable={removing} onClose={() => setRemoving(undefined)} />}
      {shown && <PasskeyDetails passkey={shown} onClose={() => setShown(undefined)} />}
      {asked === 'again' && <RequireAgain person={person} onClose={() => setAsked(undefined)} />}
      {asked === 'provision' && <Provision person={person} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

interface Removable {
  readonly path: string
  readonly name: string
}

function Removal({ removable, onClose }: { readonly removable: Removable; onClose(): void }) {
  const {
    person: { methods: said },
  } = useSaid()
  const client = useClient()
  const change = useChange({
    does: () => client.send('DELETE', removable.path),
    refresh: personKeys,
    done: said.removed,
    after: onClose,
  })
  return (
    <Question
      title={said.removeTitle({ name: removable.name })}
      lead={said.removeReason}
      yes={said.remove}
      change={change}
      onClose={onClose}
    />
  )
}

function PasskeyIcon({ passkey }: { readonly passkey: PersonPasskey }) {
  return passkey.icon === null ? (
    <KeyRound className="size-5" />
  ) : (
    <img src={passkey.icon} alt="" className="max-h-8 max-w-8" />
  )
}

function Dormant({ because }: { readonly because: string }) {
  const { person: said } = useSaid()
  return (
    <span className="mt-1 block text-warn">
      <Reason because={because} otherwise={said.methods.dormantReason} />
    </span>
  )
}

/** Why the rules say no, in words, where there are some. */
function Reason({ because, otherwise }: { readonly because: string | null; readonly otherwise: string }) {
  const { words } = useSurroundings()
  const known = because === null ? undefined : findProblemWords(words, because)
  return known?.reason ?? otherwise
}

function PasskeyDetails({ passkey, onClose }: { readonly passkey: PersonPasskey; onClose(): void }) {
  const {
    person: { methods: said },
    frame,
    common,
  } = useSaid()
  const { facts, evidence } = said
  return (
    <Modal
      open
      title={passkey.displayName}
      closeLabel={frame.close}
      onClose={onClose}
      actions={<Button onClick={onClose}>{common.done}</Button>}
    >
      <Facts
        items={[
          [facts.model, passkey.model ?? said.unknownModel],
          [
            facts.aaguid,
            <code key="aaguid" className="text-sm break-all">
              {passkey.aaGuid}
            </code>,
          ],
          [facts.format, passkey.attestationFormat],
          [facts.proof, evidence[passkey.isAttested ? passkey.attestationEvidence : 'none']],
          [facts.certification, passkey.certification ?? frame.none],
          [facts.status, passkey.modelStatuses.length === 0 ? frame.none : passkey.modelStatuses.join(', ')],
        ]}
      />
    </Modal>
  )
}
