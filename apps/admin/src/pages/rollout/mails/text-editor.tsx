import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card, Notice, TextArea, TextField } from '@latchkey/ui'
import type { Language } from '@latchkey/words'
import type { CampaignMailName } from '@latchkey/words/campaign'
import { useState } from 'react'
import type { Choosable } from '../../../pickers/object-picker.tsx'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { MailPreviewCard } from './mail-preview-card.tsx'
import { type MailPart, type MailText, mailParts, mailsKey, mailsPath } from './mails.ts'

/** Write one mail in one language. Fields hold what will be said; what is as we write it is kept as ours. */
export function TextEditor({
  kind,
  language,
  text,
  isEdited,
  ...preview
}: {
  readonly kind: CampaignMailName
  readonly language: Language
  readonly text: MailText
  readonly isEdited: boolean
  readonly chosen: readonly Choosable[]
  onChoose(chosen: readonly Choosable[]): void
}) {
  const { rolloutMails, frame } = useSaidIn('rollout')
  const { texts: said } = rolloutMails
  const client = useClient()
  const unavailable = useWhyNot('change the methods policy')
  const [parts, setParts] = useState(() => writtenOf(text))
  const edits = toEdits(parts, text)
  const unknown = findUnknown(parts, text.placeholders)
  const changed = mailParts.some((part) => edits[part] !== text.edits[part])
  const path = `${mailsPath}/texts/${encodeURIComponent(kind)}/${language}`
  const save = useChange({
    does: () => client.send('PUT', path, { body: edits }),
    refresh: [mailsKey],
    done: frame.saved,
  })
  const reset = useChange({
    does: () => client.send('DELETE', path),
    refresh: [mailsKey],
    done: frame.saved,
  })
  const set = (part: MailPart) => (value: string) => setParts({ ...parts, [part]: value })
  const sayUnknown = (name: string | undefined) => (name === undefined ? undefined : said.unknown({ name }))
  const problem = save.problem ?? reset.problem
  return (
    <div className="grid gap-6 xl:grid-cols-2 xl:items-start">
      <Card title={rolloutMails.kinds[kind]} lead={said.hint}>
        <form
          noValidate
          lang={language}
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            if (Object.keys(unknown).length === 0) save.run()
          }}
        >
          <TextField
            label={said.subject}
            error={sayUnknown(unknown.subject)}
            maxLength={200}
            value={parts.subject}
            onChange={({ target }) => set('subject')(target.value)}
          />
          <TextArea
            label={said.intro}
            hint={said.placeholders({ names: text.placeholders.map((name) => `{${name}}`).join(' ') })}
            error={sayUnknown(unknown.intro)}
            rows={10}
            maxLength={4000}
            value={parts.intro}
            onChange={({ target }) => set('intro')(target.value)}
          />
          <TextArea
            label={said.closing}
            error={sayUnknown(unknown.closing)}
            rows={4}
            maxLength={4000}
            value={parts.closing}
            onChange={({ target }) => set('closing')(target.value)}
          />
          {problem && <ProblemNotice problem={problem} />}
          <div className="flex flex-wrap gap-3">
            {changed && (
              <Button
                type="submit"
                look="primary"
                busy={save.busy ? frame.saving : undefined}
                unavailable={unavailable}
              >
                {frame.save}
              </Button>
            )}
            {isEdited && (
              <Button
                busy={reset.busy ? frame.saving : undefined}
                unavailable={unavailable}
                onClick={() => reset.run()}
              >
                {said.reset}
              </Button>
            )}
          </div>
        </form>
        <SendTest kind={kind} language={language} changed={changed} />
      </Card>
      <MailPreviewCard
        {...preview}
        kind={kind}
        language={language}
        edits={Object.keys(unknown).length === 0 ? edits : text.edits}
      />
    </div>
  )
}

function SendTest({
  kind,
  language,
  changed,
}: {
  readonly kind: CampaignMailName
  readonly language: Language
  readonly changed: boolean
}) {
  const { rolloutMails } = useSaidIn('rollout')
  const { texts: said } = rolloutMails
  const client = useClient()
  const whyNot = useWhyNot('change the methods policy')
  const [outcome, setOutcome] = useState<{ readonly to: string; readonly error: string | null }>()
  const test = useChange({
    does: () =>
      client.send<{ readonly to: string; readonly error: string | null }>('POST', `${mailsPath}/test`, {
        body: { kind, language },
      }),
    after: setOutcome,
  })
  return (
    <div className="mt-5 flex flex-col items-start gap-3 border-t border-line pt-5">
      <Button
        busy={test.busy ? said.testing : undefined}
        unavailable={whyNot ?? (changed ? said.saveFirst : undefined)}
        onClick={() => {
          setOutcome(undefined)
          test.run()
        }}
      >
        {said.test}
      </Button>
      {test.problem && <ProblemNotice problem={test.problem} />}
      {outcome?.error === null && (
        <Notice tone="good" title={said.tested({ to: outcome.to })} live="polite" />
      )}
      {outcome !== undefined && outcome.error !== null && (
        <Notice tone="bad" title={said.testFailed} live="polite">
          <p className="break-words">{outcome.error}</p>
        </Notice>
      )}
    </div>
  )
}

function writtenOf({ edits, ours }: MailText): Readonly<Record<MailPart, string>> {
  return {
    subject: edits.subject ?? ours.subject,
    intro: edits.intro ?? ours.intro,
    closing: edits.closing ?? ours.closing,
  }
}

/** What differs from our words; blank is ours, too. */
function toEdits(
  parts: Readonly<Record<MailPart, string>>,
  { ours }: MailText,
): Readonly<Record<MailPart, string | null>> {
  const edit = (part: MailPart) => {
    const written = parts[part].trim()
    return written === '' || written === ours[part] ? null : written
  }
  return { subject: edit('subject'), intro: edit('intro'), closing: edit('closing') }
}

/** The first name in braces of each part that nothing is filled in for. */
function findUnknown(
  parts: Readonly<Record<MailPart, string>>,
  placeholders: readonly string[],
): Partial<Readonly<Record<MailPart, string>>> {
  return Object.fromEntries(
    mailParts.flatMap((part) => {
      const names = [...parts[part].matchAll(/\{([^{}]*)\}/g)]
      const unknown = names.find(([, name = '']) => !placeholders.includes(name))
      return unknown === undefined ? [] : [[part, unknown[0]]]
    }),
  )
}
