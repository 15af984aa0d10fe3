import { useClient, usePageTitle } from '@latchkey/front'
import { buttonClass, Card, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { HelpDeskCard } from './help-desk-card.tsx'
import { NameCard } from './name-card.tsx'
import { type OrganisationSettings, settingsPath } from './organisation.ts'
import { SessionsCard } from './sessions-card.tsx'
import { SignInCard } from './sign-in-card.tsx'

/** What holds everywhere in the organisation, beside the rules. */
export function SettingsPage() {
  const { settings: said } = useSaidIn('organisation')
  usePageTitle(said.title)
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => client.get<OrganisationSettings>(settingsPath, { signal }),
  })
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <NameCard settings={data} />
      <HelpDeskCard settings={data} />
      <SignInCard settings={data} />
      <SessionsCard settings={data} />
      <Card title={said.passes.title} lead={said.passes.lead}>
        <Link to="/requests" className={buttonClass()}>
          {said.passes.link}
        </Link>
      </Card>
    </>
  )
}
