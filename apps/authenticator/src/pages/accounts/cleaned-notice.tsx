import { Notice } from '@latchkey/ui'
import type { Checked, Cleaned } from '../../phone/check-accounts.ts'
import { useSaid } from '../../said.ts'

/** What is gone from this phone, because it is gone at the organisation. */
export function CleanedNotice({ checks }: { readonly checks: ReadonlyMap<string, Checked> }) {
  const { accounts: text } = useSaid()
  const all = [...checks.values()].flatMap(({ cleaned }) => cleaned)
  if (all.length === 0) return null
  const say = (each: Cleaned) =>
    each.kind === 'passkey' ? text.cleaned.passkey(each) : text.cleaned[each.kind](each)
  return (
    <Notice title={text.cleanedTitle} live="polite">
      <ul className="flex flex-col gap-1">
        {all.map((each) => (
          <li key={say(each)}>{say(each)}</li>
        ))}
      </ul>
    </Notice>
  )
}
