import { describe, expect, test } from 'vitest'
import { type AdministratorRoleName, administratorRoleNames } from './administrator-roles.ts'
import { type Act, mayAct, roleTable } from './role-table.ts'

/** By their initials, in the order of the columns below. */
const columns: readonly AdministratorRoleName[] = [
  'globalAdministrator',
  'privilegedAuthenticationAdministrator',
  'authenticationAdministrator',
  'authenticationPolicyAdministrator',
  'conditionalAccessAdministrator',
  'securityAdministrator',
  'userAdministrator',
  'helpDesk',
  'globalReader',
  'securityReader',
  'reportsReader',
]

/**
 * The whole table, written by hand: `A` reaches administrators too, `p` only people who administer nothing, `·` nobody.
 * Whoever changes what a role may do changes it twice.
 */
//                               GA PA AA AP CA SA UA HD GR SR RR
const matrix = `
  open the first page          | A  A  A  A  A  A  A  A  A  A  A
  read people                  | A  A  A  A  A  A  A  A  A  A  ·
  read methods                 | A  A  A  ·  ·  ·  A  A  A  ·  ·
  read rules                   | A  ·  ·  A  A  A  ·  ·  A  A  ·
  read logs                    | A  ·  ·  ·  ·  A  ·  ·  A  A  A
  read reports                 | A  ·  ·  ·  ·  A  ·  ·  A  A  A
  read apps                    | A  ·  ·  ·  A  A  ·  ·  A  A  ·
  issue a pass                 | A  A  p  ·  ·  ·  ·  p  ·  ·  ·
  remove a pass                | A  A  p  ·  ·  ·  ·  p  ·  ·  ·
  add a method                 | A  A  p  ·  ·  ·  ·  ·  ·  ·  ·
  remove a method              | A  A  p  ·  ·  ·  ·  ·  ·  ·  ·
  end sessions                 | A  A  p  ·  ·  ·  p  p  ·  ·  ·
  set a password               | A  A  p  ·  ·  ·  p  ·  ·  ·  ·
  switch a person on or off    | A  A  p  ·  ·  ·  p  ·  ·  ·  ·
  change people                | A  ·  ·  ·  ·  ·  p  ·  ·  ·  ·
  change groups                | A  ·  ·  ·  ·  ·  p  ·  ·  ·  ·
  change devices               | A  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  change roles                 | A  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  change apps                  | A  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  change the organisation      | A  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  change the methods policy    | A  ·  ·  A  ·  ·  ·  ·  ·  ·  ·
  change conditional access    | A  ·  ·  ·  A  A  ·  ·  ·  ·  ·
  consent for everybody        | A  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  keep an account for emergencies | A  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
`

const rows = matrix
  .split('\n')
  .filter((line) => line.includes('|'))
  .map((line) => {
    const [act = '', cells = ''] = line.split('|')
    return [act.trim(), cells.trim().split(/\s+/)] as const
  })

const acts = new Map(rows)
const somebody = { oneself: false, roles: [] }

describe('the table of roles', () => {
  test('is written here in full', () => {
    expect([...acts.keys()].sort()).toEqual(Object.keys(roleTable).sort())
    expect(columns).toEqual(administratorRoleNames)
  })

  test.each(listActs())('%s', (act) => {
    const cells = columns.map((role) => {
      // Any role makes somebody an administrator: also one that may only read.
      const over = columns.map((theirs) => mayAct([role], act, { oneself: false, roles: [theirs] }))
      const general = mayAct([role], act)
      expect(mayAct([role], act, somebody)).toBe(general)
      expect(new Set(over).size).toBe(1)
      if (over[0] === true) return 'A'
      return general ? 'p' : '·'
    })

    expect(cells).toEqual(acts.get(act))
  })

  test.each(listActs())('%s is nobody’s without a role, and adds up with two', (act) => {
    expect(mayAct([], act)).toBe(false)
    expect(mayAct([], act, somebody)).toBe(false)
    expect(mayAct(['reportsReader', 'globalAdministrator'], act)).toBe(true)
  })
})

describe('acting on oneself', () => {
  test.each<Act>([
    'issue a pass',
    'add a method',
    'remove a method',
    'set a password',
    'switch a person on or off',
  ])('%s is nobody’s, whatever they are', (act) => {
    expect(mayAct(columns, act, { oneself: true, roles: columns })).toBe(false)
  })

  test.each<Act>(['read people', 'read methods', 'end sessions', 'remove a pass'])(
    '%s is everybody’s',
    (act) => {
      expect(mayAct([], act, { oneself: true, roles: [] })).toBe(true)
    },
  )

  test('gives nobody anything else', () => {
    const given = listActs().filter((act) => mayAct([], act, { oneself: true, roles: [] }))
    expect(given).toEqual(['read people', 'read methods', 'remove a pass', 'end sessions'])
  })
})

describe('acting on an account for emergencies', () => {
  const rescue = { oneself: false, roles: [], breakGlass: true }
  const others = columns.filter((role) => role !== 'globalAdministrator')

  test.each(listActs().filter((act) => !act.startsWith('read ')))('%s is a global administrator’s', (act) => {
    expect(mayAct(others, act, rescue)).toBe(false)
    expect(mayAct(['globalAdministrator'], act, rescue)).toBe(true)
  })

  test('changes nothing about what may be seen', () => {
    expect(mayAct(['helpDesk'], 'read people', rescue)).toBe(true)
    expect(mayAct(['helpDesk'], 'read methods', rescue)).toBe(true)
  })
})

function listActs(): readonly Act[] {
  return Object.keys(roleTable).filter((name): name is Act => Object.hasOwn(roleTable, name))
}
