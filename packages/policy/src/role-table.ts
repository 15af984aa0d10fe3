import { type AdministratorRoleName, administratorRoleNames } from './administrator-roles.ts'

/** What administrators do. */
export type Act =
  | 'open the first page'
  | 'read people'
  | 'read methods'
  | 'read rules'
  | 'read logs'
  | 'read reports'
  | 'read apps'
  | 'issue a pass'
  | 'remove a pass'
  | 'add a method'
  | 'remove a method'
  | 'end sessions'
  | 'set a password'
  | 'switch a person on or off'
  | 'change people'
  | 'change groups'
  | 'change devices'
  | 'change roles'
  | 'change apps'
  | 'change the organisation'
  | 'change the methods policy'
  | 'change conditional access'
  | 'consent for everybody'
  | 'keep an account for emergencies'

/** Whose account is theirs to act on: everybody's, or only those who administer nothing. */
type Reach = 'everybody' | 'people'

/** The roles that may do something, and how far each reaches. What is about nobody in particular reaches everybody. */
type Reaches = Readonly<Partial<Record<AdministratorRoleName, Reach>>>

const globally: Reaches = { globalAdministrator: 'everybody' }

/** Methods of people: administrators are left to those who are trusted with every account. */
const methods: Reaches = {
  ...globally,
  privilegedAuthenticationAdministrator: 'everybody',
  authenticationAdministrator: 'people',
}

const waysIn: Reaches = { ...methods, helpDesk: 'people' }

const readsSecurity: Reaches = {
  ...globally,
  securityAdministrator: 'everybody',
  globalReader: 'everybody',
  securityReader: 'everybody',
}

const readsPeople: Reaches = {
  ...readsSecurity,
  privilegedAuthenticationAdministrator: 'everybody',
  authenticationAdministrator: 'everybody',
  authenticationPolicyAdministrator: 'everybody',
  conditionalAccessAdministrator: 'everybody',
  userAdministrator: 'everybody',
  helpDesk: 'everybody',
}

/**
 * Which role may do what, and to whom. The only such table: the use cases, the API and
 * the admin centre all ask it.
 *
 * A role that reaches only `people` must not be able to become what it is not: whoever could give an administrator a
 * pass, a method or a password could sign in as them.
 */
export const roleTable: Readonly<Record<Act, Reaches>> = {
  // What a role may not see is left out there.
  'open the first page': { ...readsPeople, reportsReader: 'everybody' },
  'read people': readsPeople,
  'read methods': {
    ...globally,
    privilegedAuthenticationAdministrator: 'everybody',
    authenticationAdministrator: 'everybody',
    userAdministrator: 'everybody',
    helpDesk: 'everybody',
    globalReader: 'everybody',
  },
  'read rules': {
    ...readsSecurity,
    authenticationPolicyAdministrator: 'everybody',
    conditionalAccessAdministrator: 'everybody',
  },
  'read logs': { ...readsSecurity, reportsReader: 'everybody' },
  'read reports': { ...readsSecurity, reportsReader: 'everybody' },
  'read apps': { ...readsSecurity, conditionalAccessAdministrator: 'everybody' },
  'issue a pass': waysIn,
  'remove a pass': waysIn,
  'end sessions': { ...waysIn, userAdministrator: 'people' },
  'add a method': methods,
  'remove a method': methods,
  'set a password': { ...methods, userAdministrator: 'people' },
  'switch a person on or off': { ...methods, userAdministrator: 'people' },
  'change people': { ...globally, userAdministrator: 'people' },
  'change groups': { ...globally, userAdministrator: 'people' },
  'change devices': globally,
  'change roles': globally,
  'change apps': globally,
  'change the organisation': globally,
  'change the methods policy': { ...globally, authenticationPolicyAdministrator: 'everybody' },
  'change conditional access': {
    ...globally,
    conditionalAccessAdministrator: 'everybody',
    securityAdministrator: 'everybody',
  },
  'consent for everybody': globally,
  'keep an account for emergencies': globally,
}

/** The roles that may do something to somebody. */
export function rolesThatMay(act: Act): readonly AdministratorRoleName[] {
  return administratorRoleNames.filter((role) => roleTable[act][role] !== undefined)
}

/** What everybody may see of themselves, or do: the latter takes power from whoever else is signed in as them. */
const mayDoToOneself: ReadonlySet<Act> = new Set([
  'read people',
  'read methods',
  'end sessions',
  'remove a pass',
])

/** What nobody does to themselves by a role: a session that was stolen must not turn into a way in that stays. */
const neverToOneself: ReadonlySet<Act> = new Set([
  'issue a pass',
  'add a method',
  'remove a method',
  'set a password',
  'switch a person on or off',
  'keep an account for emergencies',
])

/** What changes nothing. */
const reading: ReadonlySet<Act> = new Set(['read people', 'read methods'])

/** Whom an act is about. */
export interface ActTarget {
  /** Whoever acts. */
  readonly oneself: boolean
  /** The roles they hold. */
  readonly roles: readonly AdministratorRoleName[]
  /** Whether it is an account for emergencies: it stands above every rule, so only the highest role touches it. */
  readonly breakGlass?: boolean
}

/**
 * Decide whether somebody with these roles may do this.
 *
 * @param target absent: it is about nobody in particular
 */
export function mayAct(roles: readonly AdministratorRoleName[], act: Act, target?: ActTarget): boolean {
  if (target?.oneself && mayDoToOneself.has(act)) return true
  if (target?.oneself && neverToOneself.has(act)) return false
  if (target?.breakGlass && !reading.has(act)) return roles.includes('globalAdministrator')
  const administers = target !== undefined && target.roles.length > 0
  return roles.some((role) => {
    const reach = roleTable[act][role]
    return reach === 'everybody' || (reach === 'people' && !administers)
  })
}
