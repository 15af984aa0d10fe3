import { usePageTitle } from '@latchkey/front'
import { PageHead, TabSet } from '@latchkey/ui'
import { useSearchParams } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { BriefTab } from './brief-tab.tsx'
import { CalendarTab } from './calendar-tab.tsx'
import { PosterTab } from './poster-tab.tsx'
import { TextsTab } from './texts-tab.tsx'

/** What people are told on the way to their passkey. */
export function MailsPage() {
  const { rolloutMails: said } = useSaidIn('rollout')
  usePageTitle(said.title)
  const [search, setSearch] = useSearchParams()
  const shown = search.get('part') ?? 'calendar'
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <TabSet
        label={said.parts}
        shown={shown}
        onShow={(part) => setSearch(part === 'calendar' ? {} : { part }, { replace: true })}
        tabs={[
          { name: 'calendar', label: said.tabs.calendar, content: <CalendarTab /> },
          { name: 'texts', label: said.tabs.texts, content: <TextsTab /> },
          { name: 'poster', label: said.tabs.poster, content: <PosterTab /> },
          { name: 'brief', label: said.tabs.brief, content: <BriefTab /> },
        ]}
      />
    </>
  )
}
