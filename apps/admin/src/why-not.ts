import { useBoot } from '@latchkey/front'
import { type Act, rolesThatMay } from '@latchkey/policy'
import { useSaid } from './said.ts'

/**
 * Why somebody here may not do something, by their roles; `undefined` if they may. The server decides: this only says it
 * before anybody tries.
 */
export function useWhyNot(act: Act): string | undefined {
  const { roles } = useBoot()
  const { shell } = useSaid()
  return rolesThatMay(act).some((role) => roles.includes(role)) ? undefined : shell.notPermitted
}
