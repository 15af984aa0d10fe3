import type { RuleDocuments, Situation } from '@latchkey/policy'
import type { App } from '../apps/app-store.ts'
import type { AdministratorRole } from '../people/role-store.ts'
import type { Impact, ImpactAsk } from '../rules/impact.ts'
import type { TenantSettings } from '../tenants/tenant.ts'
import type { LockOutFindings } from './lock-out-findings.ts'

/** People who are put into a group or given a role, or the other way round. */
export type Move = GroupMove | RoleMove

/** People who are put into a group, or taken out of it. */
export interface GroupMove {
  readonly groupId: string
  readonly to: 'in' | 'out'
  /** Absent: everybody who is in it. */
  readonly userIds?: readonly string[]
}

/** People who are given a role, or whom it is taken from. */
export interface RoleMove {
  readonly role: AdministratorRole
  readonly to: 'in' | 'out'
  readonly userIds: readonly string[]
}

/** An app, and the least it wants of a sign-in beside the rules. */
export type AppStrength = Pick<App, 'clientId' | 'displayName' | 'leastStrength'>

/** A change of what people are let in by. Plain data, so that it can be asked of another thread. */
export interface LockOutAsk {
  readonly tenantId: string
  readonly settings: Pick<TenantSettings, 'leastStrength' | 'passwordMayAddFirstPasskey'>
  /** What the organisation would decide beside the rules. Absent: as now. */
  readonly settingsAfter?: Pick<TenantSettings, 'leastStrength' | 'passwordMayAddFirstPasskey'>
  readonly before: RuleDocuments
  readonly after: RuleDocuments
  /** Absent: everybody is asked about. */
  readonly move?: Move
  /** An app as it would be. Absent: apps stay as they are. */
  readonly app?: AppStrength
}

/** What there is to learn of where somebody was, from what the log keeps. */
export type PlaceOf = (visit: {
  readonly ipAddress: string
  readonly userAgent: string
}) => Pick<Situation, 'platform' | 'country'>

/** How it is worked out whom a change shuts out. */
export interface LockOutMeans {
  readonly placeOf: PlaceOf
  /** Work it out where nobody waits for it, on what is committed: in another thread. Absent: here. */
  readonly analyse?: (ask: LockOutAsk) => Promise<LockOutFindings>
  /** The same for what a policy did to past sign-ins. */
  readonly impactOf?: (ask: ImpactAsk) => Promise<Impact>
}
