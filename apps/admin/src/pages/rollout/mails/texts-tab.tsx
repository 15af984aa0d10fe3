import { useClient } from '@latchkey/front'
import { SelectField } from '@latchkey/ui'
import { type Language, languages } from '@latchkey/words'
import type { CampaignMailName } from '@latchkey/words/campaign'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Choosable } from '../../../pickers/object-picker.tsx'
import { useSaidIn } from '../../../said.ts'
import { type MailText, mailParts, mailsKey, mailsPath } from './mails.ts'
import { TextEditor } from './text-editor.tsx'

/** What the mails say: chosen by kind and language, edited, and seen as somebody gets it. */
export function TextsTab() {
  const { rolloutMails, language: own } = useSaidIn('rollout')
  const { texts: said, kinds } = rolloutMails
  const client = useClient()
  const [kind, setKind] = useState<CampaignMailName>('T-7')
  const [language, setLanguage] = useState<Language>(own)
  // Kept here: whoever saves goes on looking at the same person.
  const [chosen, setChosen] = useState<readonly Choosable[]>([])
  const { data } = useQuery({
    queryKey: [...mailsKey, 'text', kind, language],
    queryFn: ({ signal }) =>
      client.get<MailText>(`${mailsPath}/texts/${encodeURIComponent(kind)}/${language}`, { signal }),
  })
  const languageNames = new Intl.DisplayNames([own], { type: 'language' })
  const isEdited = data !== undefined && mailParts.some((part) => data.edits[part] !== null)
  return (
    <div className="flex flex-col gap-6">
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <SelectField
          label={said.kind}
          value={kind}
          options={Object.entries(kinds).flatMap(([value, label]) =>
            isKind(value, kinds) ? [{ value, label }] : [],
          )}
          onChoose={(chosen) => setKind(chosen)}
        />
        <SelectField
          label={said.language}
          value={language}
          options={languages.map((value) => ({ value, label: languageNames.of(value) ?? value }))}
          onChoose={(chosen) => setLanguage(chosen)}
        />
      </div>
      {isEdited && <p className="font-semibold">{said.edited}</p>}
      {data !== undefined && (
        <TextEditor
          key={`${kind} ${language} ${JSON.stringify(data.edits)}`}
          kind={kind}
          language={language}
          text={data}
          isEdited={isEdited}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </div>
  )
}

const isKind = (kind: string, kinds: Readonly<Record<CampaignMailName, string>>): kind is CampaignMailName =>
  kind in kinds
