import { useClient } from '@latchkey/front'
import { Button, classNames } from '@latchkey/ui'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../said.ts'
import { everybodyAffected, useAffected } from './look-ahead.ts'
import type { AffectedPerson, Forecast, Outcome, RuleRequest, ShutOut } from './rule-change.ts'
import { saveAs, toCsv } from './to-csv.ts'

const outcomes: readonly Outcome[] = ['satisfied', 'canEnrol', 'needsHelpDesk', 'blocked']

/** How many become what, and who they are. */
export function AffectedList({
  request,
  shutOut,
  forecast,
}: {
  readonly request: RuleRequest
  readonly shutOut: ShutOut
  /** Absent if it could not be asked: then only those who are shut out are known. */
  readonly forecast: Forecast | undefined
}) {
  const { lockOut } = useSaid()
  const [chosen, setChosen] = useState<Outcome>()
  const counts = forecast?.counts ?? countOf(shutOut.affected)
  const firstOf = (among: readonly Outcome[]) => among.findLast((each) => counts[each] > 0)
  const shown = chosen ?? firstOf(outcomes)
  const read = useAffected(request, shown ?? 'blocked', forecast !== undefined && shown !== undefined)
  const people = read.data?.value ?? shutOut.affected.filter(({ standing }) => standing === shown)
  const total = shown === undefined ? 0 : counts[shown]
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        <legend className="sr-only">{lockOut.listed}</legend>
        {outcomes.map((outcome) => (
          <OutcomeTile
            key={outcome}
            outcome={outcome}
            count={outcome === 'satisfied' ? forecast?.everybody.satisfied : counts[outcome]}
            shown={outcome === shown}
            onShow={outcome === 'satisfied' || counts[outcome] === 0 ? undefined : () => setChosen(outcome)}
          />
        ))}
      </fieldset>
      {people.length > 0 && (
        <section
          aria-label={shown && lockOut.outcome[shown]}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          className="max-h-64 overflow-y-auto rounded-2xl border border-line"
        >
          <ul className="divide-y divide-line">
            {people.map((person) => (
              <Affected key={person.id} person={person} />
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-soft">
        <span>{total > people.length && lockOut.more({ count: total - people.length })}</span>
        {shown !== undefined && (
          <Export request={request} {...(forecast === undefined && { known: shutOut.affected })} />
        )}
      </div>
    </div>
  )
}

function countOf(people: readonly AffectedPerson[]): Record<Outcome, number> {
  const counts = { satisfied: 0, canEnrol: 0, needsHelpDesk: 0, blocked: 0 }
  for (const { standing } of people) counts[standing]++
  return counts
}

const colours: Readonly<Record<Outcome, string>> = {
  satisfied: 'text-good',
  canEnrol: 'text-ink',
  needsHelpDesk: 'text-warn',
  blocked: 'text-bad',
}

function OutcomeTile({
  outcome,
  count,
  shown,
  onShow,
}: {
  readonly outcome: Outcome
  /** Absent: not known. */
  readonly count: number | undefined
  readonly shown: boolean
  readonly onShow: (() => void) | undefined
}) {
  const { lockOut, language } = useSaid()
  const number = count === undefined ? '–' : new Intl.NumberFormat(language).format(count)
  const inside = (
    <>
      <span className={classNames('block text-2xl font-bold tabular-nums', colours[outcome])}>{number}</span>
      <span className="block text-sm">{lockOut.outcome[outcome]}</span>
    </>
  )
  const look = 'rounded-xl border p-3 text-left'
  if (onShow === undefined) return <div className={classNames(look, 'border-line')}>{inside}</div>
  return (
    <button
      type="button"
      aria-pressed={shown}
      onClick={onShow}
      className={classNames(look, 'hover:bg-hover', shown ? 'border-accent bg-hover' : 'border-edge')}
    >
      {inside}
    </button>
  )
}

function Affected({ person }: { readonly person: AffectedPerson }) {
  const { lockOut } = useSaid()
  const { situation } = person
  const place = situation && [situation.platform, situation.ipAddress, situation.country].filter(Boolean)
  return (
    <li className="px-4 py-2.5">
      <p className="flex flex-wrap gap-x-2">
        <span className="font-semibold">{person.displayName}</span>
        <span className="text-soft">{person.userPrincipalName}</span>
      </p>
      <p className="text-sm">{sayReason(person, lockOut.reason)}</p>
      <p className="text-sm text-soft">
        {person.policies.length > 0
          ? lockOut.because({ policies: person.policies.join(', ') })
          : lockOut.becauseMethods}
      </p>
      {place && place.length > 0 && (
        <p className="text-sm text-soft">{lockOut.where({ place: place.join(', ') })}</p>
      )}
    </li>
  )
}

type Reasons = ReturnType<typeof useSaid>['lockOut']['reason']

function sayReason({ standing, through, byPass }: AffectedPerson, reason: Reasons): string {
  if (standing === 'blocked') return reason.blocked
  if (standing === 'needsHelpDesk') return through === 'device' ? reason.compliance : reason.needsHelpDesk
  switch (through) {
    case 'passkey':
      return byPass ? reason.passkeyByPass : reason.passkey
    case 'totp':
      return byPass ? reason.totpByPass : reason.totp
    case 'push':
      return byPass ? reason.pushByPass : reason.push
    case 'device':
      return byPass ? reason.deviceByPass : reason.device
    case null:
      return reason.needsHelpDesk
  }
}

function Export({
  request,
  known,
}: {
  readonly request: RuleRequest
  /** All that is known; absent: everybody can be asked for. */
  readonly known?: readonly AffectedPerson[]
}) {
  const { lockOut } = useSaid()
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const write = async () => {
    setBusy(true)
    setFailed(false)
    try {
      const people = known ?? (await collect(everybodyAffected(client, request)))
      const { csv, outcome, reason } = lockOut
      const head = [csv.name, csv.userName, csv.outcome, csv.reason, csv.policies]
      const rows = people.map((person) => [
        person.displayName,
        person.userPrincipalName,
        outcome[person.standing],
        sayReason(person, reason),
        person.policies.join('; '),
      ])
      // With a mark of its encoding: spreadsheets guess wrong without.
      saveAs('affected-people.csv', `\uFEFF${toCsv([head, ...rows])}`, 'text/csv')
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  const { frame } = useSaid()
  return (
    <Button
      size="small"
      icon={<Download aria-hidden className="size-4" />}
      busy={busy ? lockOut.exporting : undefined}
      onClick={write}
    >
      {failed ? frame.tryAgain : lockOut.exportAll}
    </Button>
  )
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
