import type { Qr } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { Button, buttonClass, Card, QrCode, SelectField } from '@latchkey/ui'
import { type Language, languages } from '@latchkey/words'
import { loadCampaignWords } from '@latchkey/words/campaign'
import { useQuery } from '@tanstack/react-query'
import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../../said.ts'
import { mailsKey } from './mails.ts'

interface Poster {
  readonly organisation: string
  readonly address: string
  readonly qr: Qr
  readonly helpDesk: string
}

const papers = ['a4', 'letter'] as const
const path = '/latchkey/rollout/poster'

/** What hangs beside the coffee machine: the address of the guide as a big code, in the language of who comes by. */
export function PosterTab() {
  const { rolloutMails, language: own } = useSaidIn('rollout')
  const { poster: said } = rolloutMails
  const client = useClient()
  const [language, setLanguage] = useState<Language>(own)
  const [paper, setPaper] = useState<(typeof papers)[number]>('a4')
  const { data } = useQuery({
    queryKey: [...mailsKey, 'poster'],
    queryFn: ({ signal }) => client.get<Poster>(path, { signal }),
  })
  const { data: words } = useQuery({
    queryKey: ['campaign words', language],
    queryFn: () => loadCampaignWords(language),
  })
  const languageNames = new Intl.DisplayNames([own], { type: 'language' })
  return (
    <Card
      title={said.title}
      lead={said.lead}
      actions={
        <>
          <Button icon={<Printer aria-hidden className="size-5" />} onClick={() => print()}>
            {said.print}
          </Button>
          <a
            className={buttonClass()}
            href={`/admin/api/v1.0${path}/pdf?language=${language}&paper=${paper}`}
          >
            <Download aria-hidden className="size-5" />
            {said.pdf}
          </a>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
          <SelectField
            label={said.language}
            value={language}
            options={languages.map((value) => ({ value, label: languageNames.of(value) ?? value }))}
            onChoose={(chosen) => setLanguage(chosen)}
          />
          <SelectField
            label={said.paper}
            value={paper}
            options={papers.map((value) => ({ value, label: said.papers[value] }))}
            onChoose={(chosen) => setPaper(chosen)}
          />
        </div>
        {language === 'ja' && <p className="text-sm text-soft">{said.noJapanese}</p>}
        {data !== undefined && words !== undefined && (
          <article
            data-printed
            lang={language}
            className="mx-auto flex w-full max-w-xl flex-col items-center gap-5 rounded-2xl border border-line bg-white px-6 py-10 text-center text-[#101218] print:border-0"
          >
            <p className="text-lg font-semibold">{data.organisation}</p>
            <h3 className="text-4xl font-bold">{words.poster.title}</h3>
            <p className="text-lg">{words.poster.lead({ organisation: data.organisation })}</p>
            <div className="w-64 [&>svg]:w-full">
              <QrCode size={data.qr.size} path={data.qr.path} label={words.poster.qr} />
            </div>
            <ol className="flex list-inside list-decimal flex-col gap-2 text-lg font-semibold">
              {words.poster.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className="break-all">{words.poster.type({ address: data.address })}</p>
            {data.helpDesk !== '' && <p className="font-semibold">{data.helpDesk}</p>}
            <p className="text-sm">{words.poster.never}</p>
          </article>
        )}
      </div>
    </Card>
  )
}
