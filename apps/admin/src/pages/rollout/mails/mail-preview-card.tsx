import { ProblemNotice, useClient } from '@latchkey/front'
import { Card } from '@latchkey/ui'
import type { Language } from '@latchkey/words'
import type { CampaignMailName, CampaignMailParts } from '@latchkey/words/campaign'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { type Choosable, ObjectPicker } from '../../../pickers/object-picker.tsx'
import { peopleSource } from '../../../pickers/sources.ts'
import { useSaidIn } from '../../../said.ts'
import { type MailPart, type MailPreview, mailsKey, mailsPath } from './mails.ts'

/** A mail as somebody gets it, while it is being written. */
export function MailPreviewCard({
  kind,
  language,
  edits,
  chosen,
  onChoose,
}: {
  readonly kind: CampaignMailName
  readonly language: Language
  readonly edits: Readonly<Record<MailPart, string | null>>
  /** For whom; nobody: for whoever reads this. */
  readonly chosen: readonly Choosable[]
  onChoose(chosen: readonly Choosable[]): void
}) {
  const { rolloutMails } = useSaidIn('rollout')
  const { texts: said } = rolloutMails
  const client = useClient()
  const user = chosen.at(-1)?.id
  const asked = useDeferredValue(edits)
  const { data, error } = useQuery({
    queryKey: [...mailsKey, 'preview', kind, language, user, asked],
    queryFn: () =>
      client.send<MailPreview>('POST', `${mailsPath}/preview`, {
        body: { kind, language, edits: asked, ...(user !== undefined && { user }) },
      }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <Card title={said.preview} lead={said.previewLead}>
      <div className="flex flex-col gap-5">
        <ObjectPicker
          label={said.previewFor}
          source={peopleSource}
          chosen={chosen}
          onChange={(people) => onChoose(people.slice(-1))}
        />
        {error && <ProblemNotice problem={error} />}
        {data !== undefined && error === null && (
          <>
            {data.isExample && <p className="text-sm text-soft">{said.example}</p>}
            <ShownMail to={said.to({ to: data.to })} parts={data.parts} />
          </>
        )}
      </div>
    </Card>
  )
}

function ShownMail({ to, parts }: { readonly to: string; readonly parts: CampaignMailParts }) {
  const { subject, greeting, intro, note, guide, ways, closing, helpDesk, why } = parts
  return (
    <article lang={parts.language} className="overflow-hidden rounded-2xl border border-line" data-preview>
      <header className="border-b border-line bg-hover px-5 py-3">
        <p className="font-semibold">{subject}</p>
        <p className="text-sm break-all text-soft">{to}</p>
      </header>
      <div className="flex flex-col gap-4 px-5 py-5">
        <p>{greeting}</p>
        {intro.map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
        {note !== undefined && <p className="rounded-xl bg-hover px-4 py-3">{note}</p>}
        <p>
          <span className="inline-block rounded-xl bg-accent px-5 py-3 font-semibold text-on-accent">
            {guide.label}
          </span>
        </p>
        {ways !== undefined && (
          <div>
            <p className="font-semibold">{ways.title}</p>
            <ul className="list-disc pl-6">
              {ways.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        )}
        {closing.map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
        {helpDesk !== undefined && <p>{helpDesk}</p>}
        <p className="border-t border-line pt-4 text-sm text-soft">{why}</p>
      </div>
    </article>
  )
}
