import {
  administratorRoles,
  knownApps,
  readConditionalAccess,
  readNamedLocation,
  strengthIdOf,
} from '@latchkey/policy'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { methodsPatch, onlyModels } from '../../test/rules.ts'
import {
  aPersonWithPasskey,
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  codesOf,
  openWorld,
  operator,
  register,
  signIn,
  type World,
} from '../../test/world.ts'
import {
  addApp,
  addGroup,
  addMember,
  analyseChange,
  changeRules,
  grantRole,
  type RuleChange,
  type RuleChangeTerms,
  removeGroup,
  removeMember,
  removePasskeyOf,
  restoreRules,
  revokeRole,
  setPersonEnabled,
} from '../administer.ts'
import {
  type Deps,
  getRuleDocuments,
  IdentityRefusal,
  issuePass,
  type LockOutAsk,
  type Person,
  recordSignIn,
  type Tenant,
} from '../index.ts'

let world: World
let tenant: Tenant
let by: typeof operator & { readonly tenantId: string }
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant({ leastStrength: 'singleFactor' })
  by = { ...operator, tenantId: tenant.tenantId }
})
afterAll(() => world.close())

const policyId = '22222222-0000-4000-8000-000000000001'
const at = '2026-03-01T09:00:00Z'
const block = { operator: 'OR', builtInControls: ['block'] }
const resistant = { operator: 'OR', authenticationStrength: { id: strengthIdOf.phishingResistant } }

/** A policy about everybody and everything, unless something is different, that grants on some terms. */
const aPolicy = (grantControls: object, differ: object = {}, id = policyId): RuleChange => ({
  kind: 'conditionalAccess',
  id,
  change: () =>
    readConditionalAccess(
      {
        displayName: 'Keys for everybody',
        state: 'enabled',
        conditions: {
          clientAppTypes: ['all'],
          users: { includeUsers: ['All'] },
          applications: { includeApplications: ['All'] },
          ...differ,
        },
        grantControls,
      },
      { id, createdDateTime: at, modifiedDateTime: null },
    ),
})
const aboutGroup = (groupId: string) => ({ users: { includeUsers: [], includeGroups: [groupId] } })

/** Keys for everything but adding one: that asks for something else. */
const keysOnceAdded = () => [
  aPolicy(resistant, {
    applications: { includeApplications: ['All'], excludeApplications: [knownApps.securityInfo] },
  }),
  aPolicy(
    { operator: 'OR', builtInControls: ['mfa'] },
    {
      applications: { includeApplications: [], includeUserActions: ['urn:user:registersecurityinfo'] },
    },
    '22222222-0000-4000-8000-000000000002',
  ),
]

const change = (rule: RuleChange, terms: RuleChangeTerms = {}, deps: Deps = world.deps) =>
  changeRules(deps, by, [rule], terms)

const isKept = async () =>
  (await getRuleDocuments(world.stores, world.deps, tenant.tenantId)).documents.conditionalAccess.length === 1

async function refusalOf(attempt: Promise<unknown>): Promise<IdentityRefusal> {
  const refusal = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (refusal instanceof IdentityRefusal) return refusal
  throw new Error('was not refused', { cause: refusal })
}

const namesIn = ({ affected }: IdentityRefusal) => affected?.people.map(({ displayName }) => displayName)

async function withPassword(name: string): Promise<Person> {
  const person = await world.aPerson(tenant, name)
  await arriveWithPassword(world, person)
  return person
}

async function aGroupOf(...people: readonly Person[]) {
  const { groupId } = await addGroup(world.deps, { ...by, displayName: 'Some' })
  for (const { userId } of people) await addMember(world.deps, { ...by, groupId, userId })
  return groupId
}

/** More people than are looked at while others wait. They are switched off, so nothing shuts them out. */
async function addCrowd(like: Person): Promise<void> {
  await world.stores.atomically(async (tx) => {
    for (let at = 0; at < 201; at++) {
      await tx.people.insert({
        ...like,
        enabled: false,
        userId: crypto.randomUUID(),
        userName: `crowd-${at}@${like.userName}`,
        userHandle: world.deps.random(64),
      })
    }
  })
}

describe('changing rules for people', () => {
  test('who have what it takes asks nobody', async () => {
    await aPersonWithPasskey(world, tenant)

    expect(await codeOf(change(aPolicy(resistant)))).toBe('done')
  })

  test('who can add what it takes with a pass they hold asks nobody', async () => {
    const anna = await withPassword('anna')
    await issuePass(world.deps, { ...by, userId: anna.userId, lifetimeMinutes: 60 })

    expect(await codeOf(changeRules(world.deps, by, keysOnceAdded()))).toBe('done')
  })

  test.each([
    ['was never issued', async () => {}],
    [
      'is over',
      async ({ userId }: Person) => {
        await issuePass(world.deps, { ...by, userId, lifetimeMinutes: 10 })
        world.after(601)
      },
    ],
    ['was used, and was for once', (anna: Person) => arriveWithPass(world, anna, { once: true })],
  ])('whose pass %s names them: the help desk has to come', async (_, prepare) => {
    const anna = await withPassword('anna')
    await aPersonWithPasskey(world, tenant, 'ben')
    await prepare(anna)

    const refusal = await refusalOf(changeRules(world.deps, by, keysOnceAdded()))

    expect(refusal.code).toBe('would_block_users')
    expect(refusal.affected).toEqual({
      total: 1,
      acknowledgement: expect.stringMatching(/^[\w-]{43}$/),
      people: [
        expect.objectContaining({
          userId: anna.userId,
          userName: anna.userName,
          displayName: 'anna',
          before: 'satisfied',
          after: 'needsHelpDesk',
          policies: ['Keys for everybody'],
        }),
      ],
    })
    expect(await isKept()).toBe(false)
  })

  test('whom nobody could help names them as blocked, by user name', async () => {
    await aPersonWithPasskey(world, tenant, 'ben')
    await withPassword('anna')

    const refusal = await refusalOf(change(aPolicy(block)))

    expect(refusal.affected?.people.map(({ displayName, after }) => [displayName, after])).toEqual([
      ['anna', 'blocked'],
      ['ben', 'blocked'],
    ])
  })

  test('who need the help desk anyway asks nobody', async () => {
    await world.aPerson(tenant, 'nothing')

    expect(await codeOf(change(aPolicy(resistant)))).toBe('done')
  })

  test('who are switched off asks nobody', async () => {
    const { userId } = await withPassword('off')
    await setPersonEnabled(world.deps, { ...by, userId, enabled: false })

    expect(await codeOf(change(aPolicy(block)))).toBe('done')
  })

  test('in another organisation asks nobody', async () => {
    await withPassword('anna')
    const other = await world.aTenant()

    expect(
      await codeOf(changeRules(world.deps, { ...operator, tenantId: other.tenantId }, [aPolicy(block)])),
    ).toBe('done')
  })

  test('by the methods policy counts like any other', async () => {
    await aPersonWithPasskey(world, tenant, 'anna')
    // The pass that she came with is over.
    world.after(3601)
    const other = 'fa2b99dc-9e39-4257-8f92-4a30d23c4118'

    const refusal = await refusalOf(change(methodsPatch('Fido2', onlyModels(other))))

    expect(refusal.affected?.people).toMatchObject([{ displayName: 'anna', policies: [] }])
  })

  test('from where they were counts, even if it was one place of many', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant, 'anna')
    await signIn(world, tenant.tenantId, passkey)
    const locationId = '33333333-0000-4000-8000-000000000001'
    const location: RuleChange = {
      kind: 'namedLocation',
      id: locationId,
      change: () =>
        readNamedLocation(
          {
            '@odata.type': '#microsoft.graph.ipNamedLocation',
            displayName: 'Where anna was',
            isTrusted: false,
            ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' }],
          },
          { id: locationId, createdDateTime: at, modifiedDateTime: null },
        ),
    }
    const policy = aPolicy(block, { locations: { includeLocations: [locationId] } })

    const refusal = await refusalOf(changeRules(world.deps, by, [location, policy]))
    expect(namesIn(refusal)).toEqual(['anna'])

    world.after(31 * 86_400)
    expect(await codeOf(changeRules(world.deps, by, [location, policy]))).toBe('done')
  })

  test('is no different when it brings back rules of before', async () => {
    await changeRules(world.deps, by, [aPolicy(block)])
    await changeRules(world.deps, by, [{ ...aPolicy(block), change: () => undefined } as RuleChange])
    await withPassword('anna')

    const refusal = await refusalOf(restoreRules(world.deps, by, { version: 1 }))

    expect(namesIn(refusal)).toEqual(['anna'])
    const acknowledge = refusal.affected?.acknowledgement ?? ''
    expect((await restoreRules(world.deps, by, { version: 1 }, { acknowledge })).version).toBe(3)
  })
})

describe('a rule for apps on devices', () => {
  const block = (clientId: string) =>
    aPolicy(
      { operator: 'OR', builtInControls: ['block'] },
      {
        clientAppTypes: ['mobileAppsAndDesktopClients'],
        applications: { includeApplications: [clientId] },
      },
    )
  const visited = async (kind: 'native' | 'web') => {
    const person = await withPassword('ann')
    const { app } = await addApp(world.deps, {
      ...by,
      displayName: 'Time sheets',
      kind,
      redirectUris: [kind === 'native' ? 'http://localhost' : 'https://app.example/back'],
      consent: 'none',
    })
    await recordSignIn(world.deps, {
      tenantId: tenant.tenantId,
      outcome: 'success',
      code: '',
      userId: person.userId,
      userName: person.userName,
      clientId: app.clientId,
      visitor: aVisitor(),
    })
    return app.clientId
  }

  test('shuts out who works with such an app', async () => {
    const clientId = await visited('native')

    const refusal = await refusalOf(change(block(clientId)))

    expect([refusal.code, namesIn(refusal)]).toEqual(['would_block_users', ['ann']])
  })

  test('and nobody who works with the same in a browser', async () => {
    await change(block(await visited('web')))

    expect(await isKept()).toBe(true)
  })
})

describe('acknowledging whom a change shuts out', () => {
  test('exactly keeps the change', async () => {
    await withPassword('anna')
    const { affected } = await refusalOf(change(aPolicy(block)))

    await change(aPolicy(block), { acknowledge: affected?.acknowledgement ?? '' })

    expect(await isKept()).toBe(true)
  })

  test('is for that list: somebody more is refused anew, with both', async () => {
    await withPassword('anna')
    const first = await refusalOf(change(aPolicy(block)))
    await withPassword('ben')

    const acknowledge = first.affected?.acknowledgement ?? ''
    const second = await refusalOf(change(aPolicy(block), { acknowledge }))

    expect(namesIn(second)).toEqual(['anna', 'ben'])
    expect(second.affected?.acknowledgement).not.toBe(acknowledge)
    expect(await isKept()).toBe(false)
  })

  test('is for how badly off they are', async () => {
    await withPassword('anna')
    const first = await refusalOf(change(aPolicy(resistant)))

    const acknowledge = first.affected?.acknowledgement ?? ''

    expect(await codeOf(change(aPolicy(block), { acknowledge }))).toBe('would_block_users')
  })

  test('names fifty of many, and stands for all', async () => {
    const anna = await withPassword('anna')
    const kept = await world.stores.passwords.find(tenant.tenantId, anna.userId)
    for (let at = 0; at < 60; at++) {
      const person = await world.aPerson(tenant, `p${at}`)
      await world.stores.passwords.put({ ...person, hash: kept?.hash ?? '', changedAt: new Date() })
    }

    const { affected } = await refusalOf(change(aPolicy(block)))

    expect([affected?.total, affected?.people.length]).toEqual([61, 50])
    expect(await codeOf(change(aPolicy(block), { acknowledge: affected?.acknowledgement ?? '' }))).toBe(
      'done',
    )
  })
})

describe('the last who administers', () => {
  const admin = async (name: string) => {
    const holder = await aPersonWithPasskey(world, tenant, name)
    await grantRole(world.deps, { ...by, userId: holder.person.userId, role: 'globalAdministrator' })
    return holder.person
  }

  test('is never shut out, acknowledged or not', async () => {
    await admin('anna')

    const { code, affected } = await refusalOf(change(aPolicy(block)))
    expect([code, affected?.people.length]).toEqual(['last_administrator', 1])

    const again = change(aPolicy(block), { acknowledge: affected?.acknowledgement ?? '' })
    expect(await codeOf(again)).toBe('last_administrator')
    expect(await isKept()).toBe(false)
  })

  test('is not the last while another gets in', async () => {
    const anna = await admin('anna')
    await admin('ben')

    const { code, affected } = await refusalOf(
      change(aPolicy(block, { users: { includeUsers: [anna.userId] } })),
    )

    expect(code).toBe('would_block_users')
    expect(affected?.people).toHaveLength(1)
  })

  test('is whom the rules let in, not whoever has something to sign in with', async () => {
    const anna = await admin('anna')
    const ben = await admin('ben')
    const blocking = aPolicy(block, { users: { includeUsers: [ben.userId] } })
    const { affected } = await refusalOf(change(blocking))
    await change(blocking, { acknowledge: affected?.acknowledgement ?? '' })

    const off = ({ userId }: Person) => setPersonEnabled(world.deps, { ...by, userId, enabled: false })

    expect(await codeOf(off(anna))).toBe('last_administrator')
    expect(await codeOf(off(ben))).toBe('done')
  })

  test('is not shut out by being put into a group', async () => {
    const anna = await admin('anna')
    const groupId = await aGroupOf()
    await change(aPolicy(block, aboutGroup(groupId)))

    const { code, affected } = await refusalOf(addMember(world.deps, { ...by, groupId, userId: anna.userId }))
    const acknowledge = affected?.acknowledgement ?? ''

    expect(code).toBe('last_administrator')
    expect(await codeOf(addMember(world.deps, { ...by, groupId, userId: anna.userId, acknowledge }))).toBe(
      'last_administrator',
    )
  })
})

describe('changing who belongs to a group', () => {
  test('that a policy blocks is refused, and asks about those who move and nobody else', async () => {
    const ben = await withPassword('ben')
    const carl = await withPassword('carl')
    const groupId = await aGroupOf()
    await change(aPolicy(block, aboutGroup(groupId)))
    const asked: unknown[] = []
    const { lockOut } = world.stores
    const watching = {
      ...world.deps.stores,
      atomically: <T>(unit: Parameters<typeof world.stores.atomically<T>>[0]) =>
        world.stores.atomically<T>((tx) =>
          unit({
            ...tx,
            lockOut: {
              ...lockOut,
              ...tx.lockOut,
              listHeld: (tenantId, userIds) => {
                asked.push(userIds)
                return tx.lockOut.listHeld(tenantId, userIds)
              },
            },
          }),
        ),
    }
    const deps = { ...world.deps, stores: watching }

    const refusal = await refusalOf(addMember(deps, { ...by, groupId, userId: ben.userId }))

    expect(namesIn(refusal)).toEqual(['ben'])
    expect(asked).toEqual([[ben.userId], []])
    expect(await world.stores.groups.listMembers(tenant.tenantId, groupId)).toEqual([])
    const acknowledge = refusal.affected?.acknowledgement ?? ''
    await addMember(deps, { ...by, groupId, userId: ben.userId, acknowledge })
    expect(await codeOf(addMember(deps, { ...by, groupId, userId: carl.userId, acknowledge }))).toBe(
      'would_block_users',
    )
  })

  test('that keeps them out of a block is refused when they leave it, and when it is removed', async () => {
    const ben = await withPassword('ben')
    const groupId = await aGroupOf(ben)
    await change(aPolicy(block, { users: { includeUsers: ['All'], excludeGroups: [groupId] } }))

    expect(
      namesIn(await refusalOf(removeMember(world.deps, { ...by, groupId, userId: ben.userId }))),
    ).toEqual(['ben'])
    const refusal = await refusalOf(removeGroup(world.deps, { ...by, groupId }))
    expect(namesIn(refusal)).toEqual(['ben'])
    const acknowledge = refusal.affected?.acknowledgement ?? ''
    expect(await codeOf(removeGroup(world.deps, { ...by, groupId, acknowledge }))).toBe('done')
  })

  test('that no rule names asks nothing', async () => {
    const ben = await withPassword('ben')

    expect(await codeOf(aGroupOf(ben))).toBe('done')
  })
})

describe('giving somebody a role', () => {
  const keysForHelpers = () =>
    aPolicy(resistant, {
      users: { includeUsers: [], includeRoles: [administratorRoles.helpDesk] },
    })

  test('that a rule wants more of than they have is refused, until it is acknowledged', async () => {
    const { userId } = await withPassword('ann')
    await change(keysForHelpers())
    const ask = { ...by, userId, role: 'helpDesk' } as const

    const refusal = await refusalOf(grantRole(world.deps, ask))
    expect([refusal.code, namesIn(refusal)]).toEqual(['would_block_users', ['ann']])
    expect(await world.stores.roles.listOfPerson(tenant.tenantId, userId)).toEqual([])

    await grantRole(world.deps, { ...ask, acknowledge: refusal.affected?.acknowledgement ?? '' })
    expect(await world.stores.roles.listOfPerson(tenant.tenantId, userId)).toEqual(['helpDesk'])
  })

  test('that no rule names is nobody’s loss', async () => {
    const { userId } = await withPassword('ann')
    await change(keysForHelpers())

    await grantRole(world.deps, { ...by, userId, role: 'globalReader' })

    expect(await world.stores.roles.listOfPerson(tenant.tenantId, userId)).toEqual(['globalReader'])
  })

  test('and taking one that a rule leaves out is refused the same way', async () => {
    const { userId } = await withPassword('ann')
    await grantRole(world.deps, { ...by, userId, role: 'helpDesk' })
    await change(
      aPolicy(resistant, { users: { includeUsers: ['All'], excludeRoles: [administratorRoles.helpDesk] } }),
    )

    const refusal = await refusalOf(revokeRole(world.deps, { ...by, userId, role: 'helpDesk' }))

    expect(namesIn(refusal)).toEqual(['ann'])
  })
})

describe('taking from one person', () => {
  test('what was lost or stolen is never refused, whatever the rules want', async () => {
    const { person, record } = await aPersonWithPasskey(world, tenant, 'anna')
    await change(aPolicy(resistant))

    const removal = removePasskeyOf(world.deps, { ...by, userId: person.userId, credentialId: record.id })

    expect(await codeOf(removal)).toBe('done')
    expect(await codeOf(setPersonEnabled(world.deps, { ...by, userId: person.userId, enabled: false }))).toBe(
      'done',
    )
  })
})

describe('changing at once', () => {
  test('of two changes that only together shut somebody out, one is refused', async () => {
    const anna = await withPassword('anna')
    const arrival = await arriveWithPass(world, anna)
    await register(world, arrival.session)
    const noPasskeys = methodsPatch('Fido2', { state: 'disabled' })

    const codes = await codesOf([change(aPolicy(resistant)), change(noPasskeys)])

    expect(codes).toEqual(['done', 'would_block_users'])
  })

  test('somebody who comes into the group of a block while it is made is seen', async () => {
    const anna = await withPassword('anna')
    const groupId = await aGroupOf()
    const policy = aPolicy(block, aboutGroup(groupId))

    const codes = await codesOf([
      change(policy),
      addMember(world.deps, { ...by, groupId, userId: anna.userId }),
    ])

    expect(codes).toEqual(['done', 'would_block_users'])
  })

  test('what was found out about many before the change is found out anew if people moved since', async () => {
    const anna = await withPassword('anna')
    const ben = await withPassword('ben')
    await addCrowd(anna)
    const groupId = await aGroupOf(anna)
    let times = 0
    const analyse = async (ask: LockOutAsk) => {
      const findings = await analyseChange(world.stores, world.deps, ask)
      if (++times === 1) await addMember(world.deps, { ...by, groupId, userId: ben.userId })
      return findings
    }
    const deps = { ...world.deps, lockOut: { placeOf: () => ({}), analyse } }

    const refusal = await refusalOf(change(aPolicy(block, aboutGroup(groupId)), {}, deps))

    expect(namesIn(refusal)).toEqual(['anna', 'ben'])
    expect(times).toBe(2)
  })

  test('what was found out of rules that changed since does not count', async () => {
    const anna = await withPassword('anna')
    await addCrowd(anna)
    await register(world, (await arriveWithPass(world, anna)).session)
    let times = 0
    const analyse = async (ask: LockOutAsk) => {
      const findings = await analyseChange(world.stores, world.deps, ask)
      if (++times === 1) await change(methodsPatch('Fido2', { state: 'disabled' }))
      return findings
    }
    const deps = { ...world.deps, lockOut: { placeOf: () => ({}), analyse } }

    expect(namesIn(await refusalOf(change(aPolicy(resistant), {}, deps)))).toEqual(['anna'])
    expect(times).toBe(2)
  })

  test('where people move faster than anybody can look, the change finds out by itself', async () => {
    const anna = await withPassword('anna')
    await addCrowd(anna)
    let times = 0
    const analyse = async (ask: LockOutAsk) => {
      const findings = await analyseChange(world.stores, world.deps, ask)
      await world.aPerson(tenant, `new-${++times}`)
      return findings
    }
    const deps = { ...world.deps, lockOut: { placeOf: () => ({}), analyse } }

    expect(namesIn(await refusalOf(change(aPolicy(resistant), {}, deps)))).toEqual(['anna'])
    expect(times).toBe(3)
  })
})
