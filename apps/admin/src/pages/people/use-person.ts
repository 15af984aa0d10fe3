import { useBoot, useClient } from '@latchkey/front'
import { type Act, type AdministratorRoleName, administratorRoleNames, mayAct } from '@latchkey/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSaid } from '../../said.ts'
import type { PersonInFull } from './person.ts'

/** A person, in full. */
export function usePerson(userId: string): PersonInFull {
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['people', 'one', userId],
    queryFn: ({ signal }) => client.get<PersonInFull>(`/latchkey/people/${userId}`, { signal }),
  })
  return data
}

/** What has to be read again after a change to a person. */
export const personKeys = [['people']] as const

/** Why somebody here may not do something to this person; `undefined` if they may. The server decides: this says it before. */
export function useMayTo(person: PersonInFull): (act: Act) => string | undefined {
  const boot = useBoot()
  const { shell, person: said } = useSaid()
  const own = boot.roles.filter(isRole)
  const oneself = boot.person.userId === person.id
  const target = { oneself, roles: person.roles.map(({ name }) => name), breakGlass: person.isForEmergencies }
  return (act) => {
    if (mayAct(own, act, target)) return undefined
    if (oneself) return said.self
    return mayAct(own, act) ? said.aboveYou : shell.notPermitted
  }
}

const isRole = (name: string): name is AdministratorRoleName =>
  administratorRoleNames.some((each) => each === name)
