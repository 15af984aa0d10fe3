import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, Notice, TextField } from '@latchkey/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { type Choosable, ObjectPicker } from '../../../pickers/object-picker.tsx'
import { groupsSource } from '../../../pickers/sources.ts'
import { useSaidIn } from '../../../said.ts'
import { addDays, firstMoment, lastMoment, toDay, wavesKey } from './wave.ts'

interface Proposal {
  readonly waves: readonly {
    readonly people: number
    readonly groups: readonly {
      readonly id: string
      readonly displayName: string
      readonly people: number
    }[]
  }[]
}

const path = '/latchkey/rollout/waveProposal'

/** Split everybody who has no turn yet into three waves, and take it. */
export function ProposalModal({ onClose }: { onClose(): void }) {
  const { waves, frame, common } = useSaidIn('rollout')
  const { proposal: said } = waves
  const client = useClient()
  const [sizes, setSizes] = useState('10, 30, 60')
  const [pilot, setPilot] = useState<readonly Choosable[]>([])
  const [first, setFirst] = useState(addDays(toDay(new Date()), 14))
  const [days, setDays] = useState('14')
  const shares = readShares(useDeferredValue(sizes))
  const [pilotGroup] = pilot
  const ask = { shares, ...(pilotGroup !== undefined && { pilotGroupId: pilotGroup.id }) }
  const proposed = useQuery({
    queryKey: [...wavesKey, 'proposal', ask],
    queryFn: () => client.send<Proposal>('POST', path, { body: ask }),
    enabled: shares.length > 0,
    placeholderData: keepPreviousData,
  })
  const parts = proposed.data?.waves ?? []
  const isEmpty = proposed.data !== undefined && parts.every(({ people }) => people === 0)
  const length = Math.max(1, Number(days) || 1)
  const take = useChange({
    does: () =>
      client.send('POST', `${path}/take`, {
        body: {
          ...ask,
          waves: shares.map((_, at) => ({
            displayName: said.wave({ number: String(at + 1) }),
            startDateTime: firstMoment(addDays(first, at * length)),
            endDateTime: lastMoment(addDays(first, (at + 1) * length - 1)),
          })),
        },
      }),
    refresh: [wavesKey, ['groups']],
    done: frame.saved,
    after: onClose,
  })
  return (
    <Modal
      open
      title={said.title}
      lead={said.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            look="primary"
            busy={take.busy ? frame.saving : undefined}
            unavailable={isEmpty ? said.nobody : undefined}
            onClick={() => take.run()}
          >
            {said.take}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 px-1.5 py-1">
        <TextField label={said.small} value={sizes} onChange={({ target }) => setSizes(target.value)} />
        <ObjectPicker
          label={`${said.pilot} (${frame.optional})`}
          source={groupsSource}
          chosen={pilot}
          onChange={(groups) => setPilot(groups.slice(-1))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={said.firstDay}
            type="date"
            required
            value={first}
            onChange={({ target }) => setFirst(target.value)}
          />
          <TextField
            label={said.days}
            inputMode="numeric"
            value={days}
            onChange={({ target }) => setDays(target.value)}
          />
        </div>
        {proposed.isLoading && <p role="status">{said.looking}</p>}
        {isEmpty ? <Notice title={said.nobody} /> : <Parts parts={parts} />}
        {proposed.error !== null && <ProblemNotice problem={proposed.error} />}
        {take.problem !== null && <ProblemNotice problem={take.problem} />}
      </div>
    </Modal>
  )
}

function Parts({ parts }: { readonly parts: Proposal['waves'] }) {
  const { waves, language } = useSaidIn('rollout')
  const { proposal: said } = waves
  const number = new Intl.NumberFormat(language)
  return (
    <ol className="divide-y divide-line rounded-2xl border border-line">
      {parts.map(({ people, groups }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is what stands at its place.
        <li key={at} className="px-4 py-2.5">
          <p className="flex justify-between gap-3 font-semibold">
            <span>{said.wave({ number: String(at + 1) })}</span>
            <span className="tabular-nums">{waves.peopleCount({ count: number.format(people) })}</span>
          </p>
          {groups.length > 0 && (
            <p className="text-sm text-soft">
              {said.groups}:{' '}
              {groups.map((group) => `${group.displayName} (${number.format(group.people)})`).join(', ')}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function readShares(text: string): readonly number[] {
  const numbers = text
    .split(/[^0-9.]+/)
    .filter((each) => each !== '')
    .map(Number)
  return numbers.filter((each) => each > 0 && each <= 1000).slice(0, 10)
}
