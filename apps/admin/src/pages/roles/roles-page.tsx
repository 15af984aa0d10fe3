import { ProblemNotice, useClient, usePageTitle } from '@latchkey/front'
import { type AdministratorRoleName, administratorRoleNames, administratorRoles } from '@latchkey/policy'
import { Button, Card, List, ListRow, Modal, PageHead } from '@latchkey/ui'
import { useSuspenseQueries } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { getEvery } from '../../get-every.ts'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { type Choosable, ObjectPicker } from '../../pickers/object-picker.tsx'
import { peopleSource } from '../../pickers/sources.ts'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { toReference } from '../people/to-reference.ts'

interface Holder {
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName: string
}

const pathOf = (role: AdministratorRoleName) =>
  `/directoryRoles(roleTemplateId='${administratorRoles[role]}')/members`

/** Every role, what it is for, and who has it. */
export function RolesPage() {
  const { roles: said } = useSaid()
  usePageTitle(said.title)
  const { role: shown } = useParams()
  const client = useClient()
  const lists = useSuspenseQueries({
    queries: administratorRoleNames.map((role) => ({
      queryKey: ['roles', role],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        getEvery<Holder>(client, `${pathOf(role)}?$top=999`, { signal }),
    })),
  })
  useEffect(() => {
    if (shown !== undefined) document.getElementById(`role-${shown}`)?.scrollIntoView()
  }, [shown])
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      {administratorRoleNames.map((role, index) => (
        <RoleCard key={role} role={role} holders={lists[index]?.data ?? []} />
      ))}
    </>
  )
}

function RoleCard({
  role,
  holders,
}: {
  readonly role: AdministratorRoleName
  readonly holders: readonly Holder[]
}) {
  const { roles: said, common, frame } = useSaid()
  const notPermitted = useWhyNot('change roles')
  const [giving, setGiving] = useState(false)
  const [taking, setTaking] = useState<Holder>()
  const name = said.names[role]
  const take = useRuleChange({
    request: ({ id }: Holder) => ({ method: 'DELETE', path: `${pathOf(role)}/${id}/$ref` }),
    refresh: [['roles'], ['people']],
    done: said.taken,
  })
  return (
    <div id={`role-${role}`} className="scroll-mt-20">
      <Card
        title={name}
        lead={said.about[role]}
        actions={
          <Button
            size="small"
            unavailable={notPermitted}
            aria-label={`${said.give}: ${name}`}
            onClick={() => setGiving(true)}
          >
            {said.give}
          </Button>
        }
      >
        {holders.length === 0 ? (
          <p className="text-soft">{said.nobody}</p>
        ) : (
          <List label={name}>
            {holders.map((holder) => (
              <ListRow
                key={holder.id}
                icon={<UserRound className="size-5" />}
                title={
                  <Link to={`/people/${holder.id}`} className="text-accent hover:underline">
                    {holder.displayName}
                  </Link>
                }
                about={holder.userPrincipalName}
                actions={
                  <Button
                    size="small"
                    unavailable={notPermitted}
                    aria-label={`${said.take}: ${holder.displayName}`}
                    onClick={() => setTaking(holder)}
                  >
                    {said.take}
                  </Button>
                }
              />
            ))}
          </List>
        )}
        {take.problem && (
          <div className="pt-4">
            <ProblemNotice problem={take.problem} />
          </div>
        )}
      </Card>
      {giving && <GiveRole role={role} onClose={() => setGiving(false)} />}
      {taking && (
        <Modal
          open
          title={said.takeTitle({ role: name, name: taking.displayName })}
          lead={said.takeLead}
          closeLabel={frame.close}
          onClose={() => setTaking(undefined)}
          actions={
            <>
              <Button onClick={() => setTaking(undefined)}>{common.cancel}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setTaking(undefined)
                  take.run(taking)
                }}
              >
                {said.take}
              </Button>
            </>
          }
        />
      )}
      {take.dialog}
    </div>
  )
}

function GiveRole({ role, onClose }: { readonly role: AdministratorRoleName; onClose(): void }) {
  const { roles: said, common, frame } = useSaid()
  const [chosen, setChosen] = useState<readonly Choosable[]>([])
  const give = useRuleChange({
    request: ({ id }: Choosable) => ({ method: 'POST', path: `${pathOf(role)}/$ref`, body: toReference(id) }),
    refresh: [['roles'], ['people']],
    done: said.given,
    after: onClose,
  })
  const [person] = chosen
  return (
    <>
      <Modal
        open
        title={said.giveTitle({ role: said.names[role] })}
        lead={said.about[role]}
        closeLabel={frame.close}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button
              look="primary"
              busy={give.busy ? frame.saving : undefined}
              unavailable={person === undefined ? said.whom : undefined}
              onClick={() => person && give.run(person)}
            >
              {said.give}
            </Button>
          </>
        }
      >
        <div className="flex min-h-72 flex-col gap-4">
          <ObjectPicker
            label={said.whom}
            source={peopleSource}
            chosen={chosen}
            onChange={(all) => setChosen(all.slice(-1))}
          />
          {give.problem && <ProblemNotice problem={give.problem} />}
        </div>
      </Modal>
      {give.dialog}
    </>
  )
}
