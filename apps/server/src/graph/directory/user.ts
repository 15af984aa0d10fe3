import type { Person } from '@latchkey/identity'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'

/** What is shown of a user unless more is selected. */
const usual = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
]

/** `microsoft.graph.user`: the part of it that we keep, and what everybody expects to be there and is empty. */
export const userShape: ResourceShape = {
  name: 'user',
  properties: [...usual, 'accountEnabled', 'createdDateTime', 'mailNickname', 'userType'],
  usual,
  filterable: [
    'id',
    'userPrincipalName',
    'displayName',
    'givenName',
    'surname',
    'mail',
    'mailNickname',
    'accountEnabled',
    'createdDateTime',
    'userType',
    'preferredLanguage',
  ],
  orderable: ['displayName', 'userPrincipalName', 'createdDateTime', 'surname', 'givenName', 'mail'],
}

/** Write a person as Graph does. */
export function toUser(person: Person): GraphObject {
  return {
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName ?? null,
    jobTitle: null,
    mail: person.mail ?? null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: person.preferredLanguage ?? null,
    surname: person.surname ?? null,
    userPrincipalName: person.userName,
    id: person.userId,
    accountEnabled: person.enabled,
    createdDateTime: toGraphTime(person.createdAt),
    mailNickname: person.userName.split('@')[0] ?? '',
    // Guests are not kept yet: everybody is a member.
    userType: 'Member',
  }
}

/** A user in a list of things of several kinds. */
export function toDirectoryUser(person: Person): GraphObject {
  const user = toUser(person)
  const shown = Object.fromEntries(usual.map((name) => [name, user[name]]))
  return { '@odata.type': '#microsoft.graph.user', ...shown }
}
