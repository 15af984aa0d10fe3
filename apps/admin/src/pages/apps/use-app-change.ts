import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaid } from '../../said.ts'
import { type App, type AppChange, appsPath } from './app.ts'

/** Change an app. Asking more of a sign-in may shut people out: then a dialog asks first. */
export function useAppChange({ id }: Pick<App, 'id'>) {
  const { frame } = useSaid()
  return useRuleChange<AppChange>({
    request: (body) => ({ method: 'PATCH', path: `${appsPath}/${id}`, body }),
    refresh: [['apps']],
    done: frame.saved,
  })
}
