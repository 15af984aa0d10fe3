import type { Page } from '@latchkey/api'
import { ProblemNotice, useClient } from '@latchkey/front'
import { Button, Modal, TextField } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { ChangeList } from './change-list.tsx'
import type { Change } from './changes.ts'

/** Two versions, side by side. */
export function CompareModal({ newest, onClose }: { readonly newest: number; onClose(): void }) {
  const { history: words, frame } = useSaidIn('rules')
  const client = useClient()
  const [from, setFrom] = useState(Math.max(0, newest - 1))
  const [to, setTo] = useState(newest)
  const { data, error } = useQuery({
    queryKey: ['history', 'compare', from, to],
    queryFn: ({ signal }) =>
      client.get<Page<Change>>(`/latchkey/rules/changes/compare(from=${from},to=${to})`, { signal }),
    retry: false,
  })
  const within = (version: number) => Math.min(newest, Math.max(0, Math.floor(version) || 0))
  return (
    <Modal
      open
      title={words.compareTitle}
      closeLabel={frame.close}
      onClose={onClose}
      actions={<Button onClick={onClose}>{frame.close}</Button>}
    >
      <div className="flex flex-col gap-5 px-0.5">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={words.compareFrom}
            hint={words.compareHint}
            type="number"
            min={0}
            max={newest}
            value={from}
            onChange={({ target }) => setFrom(within(target.valueAsNumber))}
          />
          <TextField
            label={words.compareTo}
            type="number"
            min={0}
            max={newest}
            value={to}
            onChange={({ target }) => setTo(within(target.valueAsNumber))}
          />
        </div>
        {error && <ProblemNotice problem={error} />}
        {data && (data.value.length === 0 ? <p>{words.compareNone}</p> : <ChangeList changes={data.value} />)}
      </div>
    </Modal>
  )
}
