import { createHash } from 'node:crypto'
import {
  administratorRoles,
  analyseLockOut,
  compileRules,
  decideAccess,
  defaultMethodsPolicy,
  type PersonFacts,
  type PersonStanding,
  type RuleDocuments,
  readConditionalAccess,
  type SignInContext,
} from '@latchkey/policy'

/** What rules cost. */
export interface PolicyFigures {
  readonly policies: number
  /** CPU of deciding one sign-in by all of them, in microseconds. */
  readonly decideMicros: number
  readonly people: number
  /** CPU of saying for whom one more policy makes things worse, in seconds. */
  readonly lockOutSeconds: number
}

const policies = 200
const rounds = 21
const now = new Date('2026-03-01T12:00:00Z')

/** Measure decisions by the policies of a large organisation: what is told is the median round. */
export function benchPolicy(people = 10_000): PolicyFigures {
  const documents = organisation()
  const rules = compileRules(documents)
  const everybody = Array.from({ length: people }, (_, at) => toPerson(at))
  const signIn: SignInContext = {
    ...atHome,
    authenticationContexts: [],
    proofs: [
      { method: 'passkey', at: now, passkey: { userVerified: true, attested: true, backupEligible: false } },
    ],
    origin: 'browser',
    now,
    acceptedTerms: new Set(),
  }
  const some = everybody.slice(0, 500)
  const decideAll = () => {
    for (const { person } of some) decideAccess(rules, person, signIn)
  }
  const micros = Array.from({ length: rounds }, () => cpuMicros(decideAll) / some.length)
  const change = toPolicy(policies, { users: { includeUsers: ['All'] } }, strength('4'))
  const after = compileRules({ ...documents, conditionalAccess: [...documents.conditionalAccess, change] })
  const question = { before: rules, after, people: everybody, now, passwordMayAddFirstPasskey: false }
  return {
    policies,
    decideMicros: micros.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN,
    people,
    lockOutSeconds: cpuMicros(() => analyseLockOut(question)) / 1e6,
  }
}

function cpuMicros(op: () => unknown): number {
  const before = process.cpuUsage()
  op()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

const atHome = {
  target: { kind: 'app', clientId: idOf('mail') },
  authenticationContexts: [],
  platform: 'windows',
  ipAddress: '203.0.113.7',
  clientAppType: 'browser',
} as const

/** Most policies are for some groups and one application; the others for everybody, each under conditions of its own. */
export function organisation(): RuleDocuments {
  const group = (at: number) => ({
    users: {
      includeGroups: [0, 37, 74].map((offset) => idOf(`group ${(at + offset) % policies}`)),
      excludeGroups: [idOf('left out')],
    },
    applications: { includeApplications: at % 3 === 0 ? ['All'] : [idOf(`app ${at}`)] },
  })
  const elsewhere = { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } }
  const kinds: readonly ((at: number) => readonly [object, object])[] = [
    (at) => [group(at), asks('mfa', 'compliantDevice')],
    (at) => [group(at), strength('4')],
    (at) => [{ ...group(at), ...elsewhere }, asks('mfa')],
    (at) => [group(at), strength('2')],
    () => [{ users: { includeRoles: [administratorRoles.globalAdministrator] } }, strength('4')],
    () => [{ clientAppTypes: ['exchangeActiveSync', 'other'] }, asks('block')],
    () => [{ platforms: { includePlatforms: ['windowsPhone'] } }, asks('block')],
    () => [
      { devices: { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } }, ...elsewhere },
      asks('mfa'),
    ],
  ]
  return {
    methodsPolicy: defaultMethodsPolicy,
    strengths: [],
    namedLocations: [],
    authenticationContexts: [],
    terms: [],
    conditionalAccess: Array.from({ length: policies }, (_, at) => {
      const [conditions, grantControls] = kinds[at % kinds.length]?.(at) ?? [{}, {}]
      return toPolicy(at, conditions, grantControls)
    }),
  }
}

export function toPolicy(at: number, conditions: object, grantControls: object) {
  return readConditionalAccess(
    {
      displayName: `Policy ${at}`,
      state: 'enabled',
      conditions: {
        users: { includeUsers: ['All'] },
        applications: { includeApplications: ['All'] },
        clientAppTypes: ['all'],
        ...conditions,
      },
      grantControls,
    },
    { id: idOf(`policy ${at}`), createdDateTime: now.toISOString(), modifiedDateTime: null },
  )
}

function asks(...builtInControls: readonly string[]): object {
  return { operator: 'OR', builtInControls }
}

export function strength(digit: string): object {
  return { operator: 'OR', authenticationStrength: { id: `00000000-0000-0000-0000-00000000000${digit}` } }
}

function toPerson(at: number): PersonStanding {
  const groups = [at % 200, (at * 7) % 200, (at * 13) % 50].map((group) => idOf(`group ${group}`))
  const person: PersonFacts = {
    userId: idOf(`person ${at}`),
    groupIds: new Set(groups),
    roleIds: new Set(at % 100 === 0 ? [administratorRoles.globalAdministrator] : []),
    guest: false,
    breakGlass: false,
  }
  const key = { aaguid: idOf('model'), attested: true, evidence: 'hardware', backupEligible: false } as const
  return {
    person,
    holdings: { passkeys: at % 3 === 0 ? [key] : [], password: true, totp: at % 2 === 0 },
    situations: [atHome, { ...atHome, platform: 'iOS' }, { ...atHome, ipAddress: `198.51.100.${at % 250}` }],
  }
}

/** A GUID that always stands for the same. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
