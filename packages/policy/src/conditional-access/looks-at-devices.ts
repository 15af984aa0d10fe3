import type { CompiledAccess } from './access-policy.ts'

/** Whether any policy that is not switched off looks at the device: whoever decides need not find out which it is if none does. */
export function looksAtDevices({ policies }: CompiledAccess): boolean {
  return policies.some(
    ({ state, deviceFilter, controls }) =>
      state !== 'disabled' &&
      (deviceFilter !== undefined ||
        controls.some(({ kind }) => kind === 'compliantDevice' || kind === 'domainJoinedDevice')),
  )
}
