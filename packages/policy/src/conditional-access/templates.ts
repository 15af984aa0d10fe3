import { administratorRoleNames, administratorRoles } from '../administrator-roles.ts'
import { multiFactorStrengthId, phishingResistantStrengthId } from '../strengths/built-in-strengths.ts'

/** A policy to begin with: its details are what a new policy's body says, but for a name and a state. */
export interface AccessTemplate {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Flags, separated by commas. */
  readonly scenarios: string
  readonly details: {
    readonly conditions: Readonly<Record<string, unknown>>
    readonly grantControls: Readonly<Record<string, unknown>> | null
    readonly sessionControls: Readonly<Record<string, unknown>> | null
  }
}

const everyApp = { includeApplications: ['All'] }
const everybody = { includeUsers: ['All'] }
const administrators = { includeRoles: administratorRoleNames.map((name) => administratorRoles[name]) }
const everyClient = ['all']
const asks = (...builtInControls: string[]) => ({ operator: 'OR', builtInControls })
const asksStrength = (id: string) => ({
  operator: 'OR',
  builtInControls: [],
  authenticationStrength: { id },
})

/**
 * Policies to begin with, the most useful first. Those that Graph knows have its ids.
 *
 * None of them leaves anybody out: break-glass accounts are left out of every policy as it is.
 *
 * @see https://learn.microsoft.com/graph/api/resources/conditionalaccesstemplate
 */
export const accessTemplates: readonly AccessTemplate[] = [
  {
    id: '76c03f19-ea37-4656-a772-a183b4ddb81d',
    name: 'Require phishing-resistant multifactor authentication for administrators',
    description: 'Administrators sign in with a passkey, everywhere. Each of them needs one first.',
    scenarios: 'protectAdmins,emergingThreats',
    details: {
      conditions: { users: administrators, applications: everyApp, clientAppTypes: everyClient },
      grantControls: asksStrength(phishingResistantStrengthId),
      sessionControls: null,
    },
  },
  {
    id: 'b8bda7f8-6584-4446-bce9-d871480e53fa',
    name: 'Securing security info registration',
    description:
      'Whoever adds a sign-in method has proven more than a password: with a method they have, or with a Temporary Access Pass. Stays in force where a stronger strength is asked everywhere else.',
    scenarios: 'secureFoundation,zeroTrust,remoteWork',
    details: {
      conditions: {
        users: everybody,
        applications: { includeApplications: [], includeUserActions: ['urn:user:registersecurityinfo'] },
        clientAppTypes: everyClient,
      },
      grantControls: asksStrength(multiFactorStrengthId),
      sessionControls: null,
    },
  },
  {
    id: 'a3d0a415-b068-4326-9251-f9cdf9feeb64',
    name: 'Require multifactor authentication for all users',
    description: 'Everybody, everywhere.',
    scenarios: 'secureFoundation,zeroTrust,remoteWork',
    details: {
      conditions: { users: everybody, applications: everyApp, clientAppTypes: everyClient },
      grantControls: asks('mfa'),
      sessionControls: null,
    },
  },
  {
    id: '6364131e-bc4a-47c4-a20b-33492d1fff6c',
    name: 'Require multifactor authentication for the admin centre',
    description: 'Whoever opens the admin centre has signed in with more than a password.',
    scenarios: 'protectAdmins,emergingThreats',
    details: {
      conditions: {
        users: everybody,
        applications: { includeApplications: ['MicrosoftAdminPortals'] },
        clientAppTypes: everyClient,
      },
      grantControls: asks('mfa'),
      sessionControls: null,
    },
  },
  {
    id: '7a3f1de4-52c1-4c4e-9a3f-0e8d5f6b2c90',
    name: 'Block device codes outside trusted networks',
    description:
      'A device code can be sent to somebody by a stranger, whose device is then signed in. Televisions and consoles at your own places keep working.',
    scenarios: 'zeroTrust,emergingThreats',
    details: {
      conditions: {
        users: everybody,
        applications: everyApp,
        clientAppTypes: everyClient,
        authenticationFlows: { transferMethods: 'deviceCodeFlow' },
        locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
      },
      grantControls: asks('block'),
      sessionControls: null,
    },
  },
  {
    id: '4e39a309-931e-4cb1-a371-e2beea168002',
    name: 'Block access for unknown or unsupported device platform',
    description: 'Nobody signs in on a system that says it is none of those people are meant to use.',
    scenarios: 'zeroTrust,remoteWork',
    details: {
      conditions: {
        users: everybody,
        applications: everyApp,
        clientAppTypes: everyClient,
        platforms: {
          includePlatforms: ['all'],
          excludePlatforms: ['android', 'iOS', 'windows', 'macOS', 'linux'],
        },
      },
      grantControls: asks('block'),
      sessionControls: null,
    },
  },
  {
    id: '62e51ccc-c9c3-4554-ac70-066172c81007',
    name: 'No persistent browser session',
    description:
      'On devices nobody looks after, a browser that is closed is signed out, and one that stays open is asked again after an hour.',
    scenarios: 'zeroTrust,remoteWork',
    details: {
      conditions: {
        users: everybody,
        applications: everyApp,
        clientAppTypes: everyClient,
        devices: {
          deviceFilter: {
            mode: 'include',
            rule: 'device.trustType -ne "ServerAD" -or device.isCompliant -ne True',
          },
        },
      },
      grantControls: null,
      sessionControls: {
        signInFrequency: { isEnabled: true, type: 'hours', value: 1, frequencyInterval: 'timeBased' },
        persistentBrowser: { isEnabled: true, mode: 'never' },
      },
    },
  },
]
