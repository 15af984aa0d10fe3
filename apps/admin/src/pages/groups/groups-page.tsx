import type { Page } from '@latchkey/api'
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
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { GroupRow } from './group.ts'

/** Every group. */
export function GroupsPage() {
  const { groups: said } = useSaid()
  usePageTitle(said.title)
  const client = useClient()
  const { day } = useTimes()
  const { data } = useSuspenseQuery({
    queryKey: ['groups', 'list'],
    queryFn: ({ signal }) => client.get<Page<GroupRow>>('/groups?$top=999&$orderby=displayName', { signal }),
  })
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim().toLowerCase())
  const [adding, setAdding] = useState(false)
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
      <PageHead title={said.title} lead={said.lead} actions={data.value.length > 0 && add} />
      {data.value.length === 0 ? (
        <EmptyState icon={<UsersRound className="size-6" />} title={said.none} action={add}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <>
          <SearchField label={said.search} value={text} onType={setText} />
          <DataTable
            caption={said.title}
            columns={columns}
            rows={data.value.filter(({ displayName }) => displayName.toLowerCase().includes(asked))}
            keyOf={({ id }) => id}
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
