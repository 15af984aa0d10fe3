import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle } from '@latchkey/front'
import {
  Button,
  buttonClass,
  Card,
  EmptyState,
  List,
  ListRow,
  Modal,
  PageHead,
  TextField,
} from '@latchkey/ui'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { UserPlus, UserRound, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { type Choosable, ObjectPicker } from '../../pickers/object-picker.tsx'
import { peopleSource } from '../../pickers/sources.ts'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { BackLink } from '../people/back-link.tsx'
import type { PersonRow } from '../people/person.ts'
import { toReference } from '../people/to-reference.ts'
import type { GroupRow } from './group.ts'

/** One group, and who is in it. */
export function GroupPage() {
  const { groupId = '' } = useParams()
  const { groups: said, frame } = useSaid()
  const client = useClient()
  const notPermitted = useWhyNot('change groups')
  const { data: group } = useSuspenseQuery({
    queryKey: ['groups', 'one', groupId],
    queryFn: ({ signal }) => client.get<GroupRow>(`/groups/${groupId}`, { signal }),
  })
  usePageTitle(group.displayName)
  const [asked, setAsked] = useState<'edit' | 'add'>()
  const removal = useRemoval(group)
  return (
    <>
      <BackLink to="/groups">{said.back}</BackLink>
      <PageHead
        title={group.displayName}
        lead={group.description}
        actions={
          <>
            <Button unavailable={notPermitted} onClick={() => setAsked('edit')}>
              {frame.edit}
            </Button>
            <Button look="danger" unavailable={notPermitted} onClick={removal.ask}>
              {said.remove}
            </Button>
          </>
        }
      />
      <Members group={group} onAdd={() => setAsked('add')} />
      {asked === 'edit' && <EditGroup group={group} onClose={() => setAsked(undefined)} />}
      {asked === 'add' && <AddMembers group={group} onClose={() => setAsked(undefined)} />}
      {removal.drawn}
    </>
  )
}

const memberKeys = [['groups'], ['people']] as const

function Members({ group, onAdd }: { readonly group: GroupRow; onAdd(): void }) {
  const { groups: said, frame } = useSaid()
  const client = useClient()
  const notPermitted = useWhyNot('change groups')
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['groups', 'members', group.id],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<PersonRow>>(`/latchkey/people?group=${group.id}`, { signal })
        : client.next<Page<PersonRow>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  const takeOut = useRuleChange({
    request: ({ id }: PersonRow) => ({ method: 'DELETE', path: `/groups/${group.id}/members/${id}/$ref` }),
    refresh: memberKeys,
    done: frame.saved,
  })
  const members = data?.pages.flatMap(({ value }) => value) ?? []
  const add = (
    <Button
      look="primary"
      icon={<UserPlus aria-hidden className="size-4" />}
      unavailable={notPermitted}
      onClick={onAdd}
    >
      {said.addMembers}
    </Button>
  )
  return (
    <Card
      title={said.members}
      actions={
        members.length > 0 && (
          <>
            <Link to={`/people?group=${group.id}`} className={buttonClass()}>
              {said.open}
            </Link>
            {add}
          </>
        )
      }
    >
      {error !== null && <ProblemNotice problem={error} />}
      {takeOut.problem && <ProblemNotice problem={takeOut.problem} />}
      {members.length === 0 && !hasNextPage && !isFetching ? (
        <EmptyState icon={<UsersRound className="size-6" />} title={said.noMembers} action={add}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <List label={said.members}>
          {members.map((person) => (
            <ListRow
              key={person.id}
              icon={<UserRound className="size-5" />}
              title={
                <Link to={`/people/${person.id}`} className="text-accent hover:underline">
                  {person.displayName}
                </Link>
              }
              about={person.userPrincipalName}
              actions={
                <Button
                  size="small"
                  unavailable={notPermitted}
                  aria-label={`${said.takeOut}: ${person.displayName}`}
                  onClick={() => takeOut.run(person)}
                >
                  {said.takeOut}
                </Button>
              }
            />
          ))}
        </List>
      )}
      {hasNextPage && (
        <div className="pt-4">
          <Button busy={isFetching ? frame.loading : undefined} onClick={() => void fetchNextPage()}>
            {frame.more}
          </Button>
        </div>
      )}
      {takeOut.dialog}
    </Card>
  )
}

function AddMembers({ group, onClose }: { readonly group: GroupRow; onClose(): void }) {
  const { groups: said, common, frame } = useSaid()
  const [chosen, setChosen] = useState<readonly Choosable[]>([])
  const add = useRuleChange({
    request: ({ id }: Choosable) => ({
      method: 'POST',
      path: `/groups/${group.id}/members/$ref`,
      body: toReference(id),
    }),
    refresh: memberKeys,
    after(_, added) {
      // One after the other, so that each may ask whom it would shut out.
      const [next, ...rest] = chosen.filter(({ id }) => id !== added.id)
      setChosen(next === undefined ? [] : [next, ...rest])
      if (next === undefined) onClose()
      else add.run(next)
    },
  })
  const [first] = chosen
  return (
    <>
      <Modal
        open
        title={said.addMembers}
        closeLabel={frame.close}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button
              look="primary"
              busy={add.busy ? frame.saving : undefined}
              unavailable={first === undefined ? said.whom : undefined}
              onClick={() => first && add.run(first)}
            >
              {frame.add}
            </Button>
          </>
        }
      >
        <div className="flex min-h-72 flex-col gap-4">
          <ObjectPicker label={said.whom} source={peopleSource} chosen={chosen} onChange={setChosen} />
          {add.problem && <ProblemNotice problem={add.problem} />}
        </div>
      </Modal>
      {add.dialog}
    </>
  )
}

function EditGroup({ group, onClose }: { readonly group: GroupRow; onClose(): void }) {
  const { groups: said, common, frame } = useSaid()
  const client = useClient()
  const [displayName, setDisplayName] = useState(group.displayName)
  const [description, setDescription] = useState(group.description ?? '')
  const change = useChange({
    does: () =>
      client.send('PATCH', `/groups/${group.id}`, {
        body: { displayName, description: description === '' ? null : description },
      }),
    refresh: memberKeys,
    done: frame.saved,
    after: onClose,
  })
  return (
    <Modal
      open
      title={group.displayName}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={change.busy ? frame.saving : undefined} onClick={() => change.run()}>
            {frame.save}
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
        {change.problem && <ProblemNotice problem={change.problem} />}
      </div>
    </Modal>
  )
}

function useRemoval(group: GroupRow) {
  const { groups: said, common, frame } = useSaid()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const change = useRuleChange({
    request: () => ({ method: 'DELETE', path: `/groups/${group.id}` }),
    refresh: [['groups', 'list'], ['people']],
    done: said.removed,
    after: () => navigate('/groups'),
  })
  return {
    ask: () => setAsked(true),
    drawn: (
      <>
        {asked && (
          <Modal
            open
            title={said.removeTitle({ name: group.displayName })}
            lead={said.removeLead}
            closeLabel={frame.close}
            onClose={() => setAsked(false)}
            actions={
              <>
                <Button onClick={() => setAsked(false)}>{common.cancel}</Button>
                <Button
                  look="danger"
                  busy={change.busy ? common.working : undefined}
                  onClick={() => {
                    setAsked(false)
                    change.run()
                  }}
                >
                  {said.remove}
                </Button>
              </>
            }
          />
        )}
        {change.problem && <ProblemNotice problem={change.problem} />}
        {change.dialog}
      </>
    ),
  }
}
