import { usePageTitle } from '@latchkey/front'
import { buttonClass, CopyButton, Notice, PageHead } from '@latchkey/ui'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import type { MadeApp } from './app.ts'
import { SettingsToPaste } from './settings-to-paste.tsx'

/** An app that was just registered: its secret, for the only time, and what to paste. */
export function MadeAppPage({ app }: { readonly app: MadeApp }) {
  const { apps, common } = useSaidIn('organisation')
  const { made: said } = apps
  const title = said.title({ name: app.displayName })
  usePageTitle(title)
  return (
    <>
      <PageHead
        title={title}
        lead={said.lead}
        actions={
          <Link to={`/apps/${app.id}`} className={buttonClass('primary')}>
            {said.goOn}
          </Link>
        }
      />
      {app.secretText !== null && (
        <Notice tone="warn" title={said.secretTitle} live="polite">
          <p>{said.secretLead}</p>
          <div className="mt-3 flex flex-wrap items-center gap-3 rounded-xl border border-line bg-paper px-4 py-2.5">
            <code className="min-w-48 flex-1 break-all">{app.secretText}</code>
            <CopyButton text={app.secretText} words={common} />
          </div>
        </Notice>
      )}
      <SettingsToPaste app={app} secret={app.secretText ?? undefined} />
    </>
  )
}
