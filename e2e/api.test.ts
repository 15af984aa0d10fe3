import { newSecret, sha256 } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { registerScript, run, type Script } from './world/script.ts'
import { signInToApp } from './world/sign-in.ts'
import { passQuestions } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

interface Prepared {
  readonly script: Script
  readonly ben: PasskeyHolder
  readonly cleo: PasskeyHolder
}

let world: World<Prepared>
beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => ({
    script: await registerScript(deps, tenant, [
      'Policy.Read.All',
      'Policy.ReadWrite.AuthenticationMethod',
      'Policy.ReadWrite.ConditionalAccess',
      'Agreement.ReadWrite.All',
      'AgreementAcceptance.Read.All',
      'AuditLog.Read.All',
      'User.ReadWrite.All',
    ]),
    ben: await addPasskeyHolder(deps, tenant, 'ben'),
    cleo: await addPasskeyHolder(deps, tenant, 'cleo'),
  }))
})
afterAll(() => world?.close())

const policies = '/identity/conditionalAccess/policies'
const call = (...ask: Parameters<typeof run> extends [unknown, unknown, ...infer Rest] ? Rest : never) =>
  run(world, world.prepared.script, ...ask)

/** A policy for whoever opens the app. */
const forTheApp = (displayName: string, more: object) => ({
  displayName,
  state: 'enabled',
  conditions: {
    clientAppTypes: ['all'],
    applications: { includeApplications: [world.app.clientId] },
    users: { includeUsers: ['All'] },
  },
  ...more,
})

/** A browser of somebody who is signed in to the app with their passkey. */
async function openApp({ passkeys }: PasskeyHolder) {
  const { page, context } = await world.openBrowser()
  const device = await plugIn(page, laptop, passkeys)
  await device.touch()
  await signInToApp(page, world.app.url)
  await passQuestions(page, 'Hello, ')
  return { page, context, device }
}

describe('a script that changes what passkeys are taken', () => {
  test('is told by name whom it would shut out, and changes nothing', async () => {
    const answer = await call(
      ['PATCH', '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Fido2'],
      {
        body: {
          '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
          state: 'enabled',
          isSelfServiceRegistrationAllowed: 'true',
          isAttestationEnforced: 'true',
          keyRestrictions: {
            isEnforced: 'true',
            enforcementType: 'allow',
            aaGuids: ['de1e552d-db1d-4423-a619-566b625cdc84', '90a3ccdf-635c-4729-a248-9b709135078f'],
          },
        },
      },
    )

    expect([answer.status, answer.json.error.code]).toEqual([409, 'wouldBlockUsers'])
    const { affected } = answer.json.error.innerError
    expect(affected.map(({ userPrincipalName }: { userPrincipalName: string }) => userPrincipalName)).toEqual(
      ['ben@juniper.example', 'cleo@juniper.example'],
    )
    const { page } = await openApp(world.prepared.ben)
    expect(await page.getByText('Hello, Ben Example').isVisible()).toBe(true)
  })
})

describe('a policy that is only watched', () => {
  test('changes nothing, and the log tells what it would have done', async () => {
    const made = await call(['POST', policies], {
      body: forTheApp('Nobody, some day', {
        state: 'enabledForReportingButNotEnforced',
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      }),
    })
    expect(made.status).toBe(201)

    await openApp(world.prepared.cleo)

    const log = await call(['GET', '/auditLogs/signIns?$top=1'])
    expect(log.json.value).toMatchObject([
      {
        userPrincipalName: 'cleo@juniper.example',
        status: { errorCode: 0 },
        appliedConditionalAccessPolicies: [{ displayName: 'Nobody, some day', result: 'reportOnlyFailure' }],
      },
    ])
    await call(['DELETE', `${policies}/${made.json.id}`])
  })
})

describe('a policy that wants a sign-in of this hour', () => {
  test('asks whoever signed in before that for their passkey again', async () => {
    const morning = await openApp(world.prepared.ben)
    await call(['POST', policies], {
      body: forTheApp('Every hour', {
        sessionControls: {
          signInFrequency: {
            isEnabled: true,
            type: 'hours',
            value: 1,
            frequencyInterval: 'timeBased',
            authenticationType: 'primaryAndSecondaryAuthentication',
          },
        },
      }),
    })
    const { tenantId, userId } = world.prepared.ben.person
    const cookies = await morning.context.cookies(world.instance.url.href)
    const held = cookies.find(({ name }) => name.startsWith('latchkey-session-'))
    // The same session, as if it had begun two hours ago.
    const secret = await world.whileStopped(async (deps) => {
      const [session] = await deps.stores.sessions.listOfPerson(tenantId, userId, deps.now())
      if (session === undefined) throw new Error('nobody is signed in')
      const token = held?.value.replace(/[^.]*$/, newSecret(deps)) ?? ''
      const proofs = session.proofs.map((proof) => ({
        ...proof,
        at: new Date(proof.at.getTime() - 7_200_000),
      }))
      await deps.stores.sessions.insert({ ...session, sessionId: crypto.randomUUID(), proofs }, sha256(token))
      return token
    })
    const ours = cookies.filter(({ name }) => name.startsWith('latchkey-'))
    const { page, context } = await world.openBrowser()
    await context.addCookies(ours.map((cookie) => (cookie === held ? { ...cookie, value: secret } : cookie)))
    const device = await plugIn(page, laptop, world.prepared.ben.passkeys)

    await signInToApp(page, world.app.url)
    await page.getByRole('heading', { name: 'Confirm it is you' }).waitFor()
    await lookAtPage(page, 'sign-in-frequency')
    // Nobody touched it when it was asked first.
    await device.touch()
    await page.reload()

    await passQuestions(page, 'Hello, Ben Example')
  })
})

describe('ending somebody’s sessions', () => {
  test('bites at their next request', async () => {
    const { page } = await openApp(world.prepared.cleo)
    await page.goto(new URL('/security-info', world.instance.url).href)
    await page.getByRole('heading', { name: 'Security info' }).waitFor()

    const { userId } = world.prepared.cleo.person
    const revoked = await call(['POST', `/users/${userId}/revokeSignInSessions`])
    expect([revoked.status, revoked.json.value]).toEqual([200, true])
    const answer = await page.request.get(new URL('/security-info', world.instance.url).href, {
      maxRedirects: 0,
    })

    expect(answer.status()).toBe(303)
    expect(answer.headers()['location']).toMatch(/^\/sign-in\?/)
  })
})

describe('terms of use', () => {
  test('are shown once, and who accepted them can be read', async () => {
    const text = 'Be kind.\n\nDo not share your account with anybody, not even with your help desk.'
    const terms = await call(['POST', '/identityGovernance/termsOfUse/agreements'], {
      body: {
        displayName: 'House rules',
        isViewingBeforeAcceptanceRequired: true,
        files: [
          {
            fileName: 'en.txt',
            language: 'en',
            isDefault: true,
            fileData: { data: Buffer.from(text).toString('base64') },
          },
        ],
      },
    })
    const policy = await call(['POST', policies], {
      body: forTheApp('House rules', { grantControls: { operator: 'OR', termsOfUse: [terms.json.id] } }),
    })
    expect([terms.status, policy.status]).toEqual([201, 201])

    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.cleo.passkeys)
    await device.touch()
    await signInToApp(page, world.app.url)
    await passQuestions(page, 'Terms of use')
    await page.getByText('Do not share your account').waitFor()
    await lookAtPage(page, 'terms')
    await page.getByRole('button', { name: 'Accept' }).click()
    await passQuestions(page, 'Hello, Cleo Example')

    const path = `/identityGovernance/termsOfUse/agreements/${terms.json.id}/acceptances`
    expect((await call(['GET', path])).json.value).toMatchObject([
      { userPrincipalName: 'cleo@juniper.example', state: 'accepted' },
    ])
  })
})
