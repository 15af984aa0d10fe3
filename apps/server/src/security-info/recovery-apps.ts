import { listAppsOfPerson } from '@latchkey/identity'
import { strengthByName, strengthIdOf, strongerOf } from '@latchkey/policy'
import { appTarget, clientOf } from '../access/access-target.ts'
import { decideVisits } from '../access/decide-visit.ts'
import type { ServerDeps } from '../server-deps.ts'
import type { PortalVisit } from './enter-portal.ts'

/** An app that somebody may use, and what it asks of them from here. */
export interface ShownApp {
  readonly id: string
  readonly displayName: string
  readonly homePageUrl: string
  /** What has to be proven: names of the built-in strengths, or what the organisation calls its own. */
  readonly asks: readonly {
    readonly strength?: 'singleFactor' | 'multiFactor' | 'passwordless' | 'phishingResistant'
    readonly named?: string
  }[]
  /** A device that the organisation vouches for is wanted, or terms of use. */
  readonly also: readonly ('device' | 'terms')[]
  /** Whether a rule keeps them out, from where they are now. */
  readonly blocked: boolean
}

/** Read the apps that the visitor may use, each with what it would ask of somebody who has proven nothing yet. */
export async function readOwnApps(
  deps: ServerDeps,
  { person, session, tenant }: PortalVisit,
  visitor: { readonly ipAddress: string; readonly userAgent: string },
): Promise<readonly ShownApp[]> {
  const apps = await listAppsOfPerson(deps, person)
  const decisions = await decideVisits(
    deps,
    { person, session: { ...session, proofs: [] }, visitor },
    apps.map((app) => appTarget(app.clientId, { client: clientOf(app.kind) })),
  )
  return apps.map(({ clientId, displayName, homePageUrl, leastStrength }, at) => {
    const decision = decisions[at]
    const least = strongerOf(leastStrength ?? 'singleFactor', tenant.settings.leastStrength)
    const wanted = decision?.needs.strengths ?? []
    // The least is said only where no rule says more.
    const strengths = wanted.length === 0 ? [strengthByName(least)] : wanted
    return {
      id: clientId,
      displayName,
      homePageUrl,
      asks: strengths.map(({ id, displayName: named }) =>
        wanted.length === 0 ? { strength: least } : (knownAs.get(id) ?? { named }),
      ),
      also: [
        ...(decision?.needs.compliantDevice === true ? (['device'] as const) : []),
        ...((decision?.needs.terms.length ?? 0) > 0 ? (['terms'] as const) : []),
      ],
      blocked: decision?.outcome === 'blocked',
    }
  })
}

const knownAs: ReadonlyMap<string, ShownApp['asks'][number]> = new Map(
  (['singleFactor', 'multiFactor', 'passwordless', 'phishingResistant'] as const).map((strength) => [
    strengthIdOf[strength],
    { strength },
  ]),
)
