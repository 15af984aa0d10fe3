import { ProblemNotice, useChange, useClient, usePageTitle, useTimes } from '@latchkey/front'
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Modal,
  PageHead,
  SearchField,
  TextField,
} from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus, UsersRound } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { getEvery } from '../../get-every.ts'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { GroupRow } from './group.ts'

/** So many rows are drawn before somebody asks for more. */
const shownAtOnce = 200

/** Every group. */
export function GroupsPage() {
  const { groups: said, frame } = useSaid()
  usePageTitle(said.title)
  const client = useClient()
  const { day } = useTimes()
  const { data } = useSuspenseQuery({
    queryKey: ['groups', 'list'],
    queryFn: ({ signal }) => getEvery<GroupRow>(client, '/groups?$top=999&$orderby=displayName', { signal }),
  })
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim().toLowerCase())
  const [count, setCount] = useState(shownAtOnce)
  const [adding, setAdding] = useState(false)
  const found = data.filter(({ displayName }) => displayName.toLowerCase().includes(asked))
  const columns: readonly Column<GroupRow>[] = [
    {
      name: 'name',
      label: said.name,
      show: (group) => (
        <Link to={`/groups/${group.id}`} className="font-semibold text-accent hover:underline">
          {group.displayName}
        </Link>
      ),
    },
    { name: 'description', label: said.description, show: ({ description }) => description },
    {
      name: 'created',
      label: said.created,
      show: ({ createdDateTime }) => (
        <span className="whitespace-nowrap text-soft">{day(createdDateTime)}</span>
      ),
    },
  ]
  const add = (
    <Button
      look="primary"
      icon={<Plus aria-hidden className="size-4" />}
      unavailable={useWhyNot('change groups')}
      onClick={() => setAdding(true)}
    >
      {said.add}
    </Button>
  )
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={data.length > 0 && add} />
      {data.length === 0 ? (
        <EmptyState icon={<UsersRound className="size-6" />} title={said.none} action={add}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <>
          <SearchField label={said.search} value={text} onType={setText} />
          <DataTable
            caption={said.title}
            columns={columns}
            rows={found.slice(0, count)}
            keyOf={({ id }) => id}
            foot={
              found.length > count && (
                <Button onClick={() => setCount(count + shownAtOnce)}>{frame.more}</Button>
              )
            }
          />
        </>
      )}
      {adding && <NewGroup onClose={() => setAdding(false)} />}
    </>
  )
}

function NewGroup({ onClose }: { onClose(): void }) {
  const { groups: said, common, frame } = useSaid()
  const client = useClient()
  const navigate = useNavigate()
  const [displayName, setDisplayName] = useState('')
  const [description, setDescription] = useState('')
  const add = useChange({
    does: () =>
      client.send<GroupRow>('POST', '/groups', {
        body: { displayName, ...(description !== '' && { description }) },
      }),
    refresh: [['groups']],
    done: frame.saved,
    after: ({ id }) => navigate(`/groups/${id}`),
  })
  return (
    <Modal
      open
      title={said.add}
      lead={said.noneLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={add.busy ? frame.saving : undefined} onClick={() => add.run()}>
            {said.add}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={said.name}
          required
          maxLength={100}
          value={displayName}
          onChange={({ target }) => setDisplayName(target.value)}
        />
        <TextField
          label={`${said.description} (${frame.optional})`}
          maxLength={500}
          value={description}
          onChange={({ target }) => setDescription(target.value)}
        />
        {add.problem && <ProblemNotice problem={add.problem} />}
      </div>
    </Modal>
  )
}
