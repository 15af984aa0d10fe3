import { useClient, usePageTitle } from '@latchkey/front'
import { PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { type Branding, brandingPath } from './branding.ts'
import { ColourCard } from './colour-card.tsx'
import { LogoCard } from './logo-card.tsx'
import { Preview } from './preview.tsx'
import { SentenceCard } from './sentence-card.tsx'

/** How the organisation's pages look, and at once how that would be. */
export function BrandingPage() {
  const { branding: said } = useSaidIn('organisation')
  usePageTitle(said.title)
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['branding'],
    queryFn: ({ signal }) => client.get<Branding>(brandingPath, { signal }),
  })
  const [accent, setAccent] = useState(data.accent ?? '')
  const [sentence, setSentence] = useState(data.signInText ?? '')
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <LogoCard branding={data} />
          <ColourCard kept={data.accent} accent={accent} onAccent={setAccent} />
          <SentenceCard kept={data.signInText} sentence={sentence} onSentence={setSentence} />
          <p className="text-soft">
            <Link to="/settings" className="underline">
              {said.contact}
            </Link>
          </p>
        </div>
        <Preview branding={data} accent={accent} sentence={sentence} />
      </div>
    </>
  )
}
