import type { WaveKind } from '@latchkey/rollout'
import { by } from '../../attribution.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphCall, GraphPermissions } from '../../graph-route.ts'
import { keyOf } from '../../key-of.ts'
import { termsOf } from '../../policies/change-rule.ts'

const readers = [
  'Policy.Read.AuthenticationMethod',
  'Policy.ReadWrite.AuthenticationMethod',
  'Policy.Read.All',
]
const writers = ['Policy.ReadWrite.AuthenticationMethod']

/** What shows waves. */
export const waveReaders = {
  permissions: { delegated: readers, application: readers } satisfies GraphPermissions,
  act: 'read rules',
} as const

/** What opens a change of a wave; of an enforcement wave `requireWaveScopes` asks for more, and the use case for roles. */
export const waveWriters = {
  permissions: { delegated: writers, application: writers } satisfies GraphPermissions,
  act: 'read rules',
} as const

/** What an enforcement wave does by itself, it takes to plan one. @throws GraphRefusal `Authorization_RequestDenied` */
export function requireWaveScopes(call: GraphCall, kind: WaveKind): void {
  if (kind === 'registration') return
  requireEvery(call, ['Policy.ReadWrite.ConditionalAccess', 'GroupMember.ReadWrite.All'])
}

/** Taking a proposal makes groups. @throws GraphRefusal `Authorization_RequestDenied` */
export function requireGroupScopes(call: GraphCall): void {
  requireEvery(call, ['Group.ReadWrite.All'])
}

function requireEvery({ caller }: GraphCall, wanted: readonly string[]): void {
  const has = caller.kind === 'delegated' ? caller.scopes : caller.permissions
  const lacking = wanted.find((permission) => !has.has(permission))
  if (lacking === undefined) return
  throw new GraphRefusal(
    'Authorization_RequestDenied',
    `Insufficient privileges to complete the operation: it takes '${lacking}'.`,
  )
}

/** The wave of the path, on whose behalf, and what the caller accepts of the consequences. */
export function waveAskOf(call: GraphCall) {
  const { acknowledge } = termsOf(call)
  return {
    ...by(call),
    waveId: keyOf(call, 'wave').toLowerCase(),
    ...(acknowledge !== undefined && { acknowledge }),
  }
}
