import { ProblemNotice, usePageTitle } from '@latchkey/front'
import type { TermsDocument } from '@latchkey/policy'
import { Button, Card, CheckboxField, EmptyState, Modal, PageHead, TextField } from '@latchkey/ui'
import { Plus, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { useRules } from '../access/rules.ts'
import { AcceptancesCard } from './acceptances-card.tsx'
import { type TermsFields, type TextFields, toBody, toFields } from './terms-fields.ts'
import { TextCard } from './text-card.tsx'

const path = '/agreements'

/** Terms that are not there yet. */
export function NewTermsPage() {
  const { terms } = useSaidIn('rules')
  usePageTitle(terms.add)
  return (
    <>
      <PageHead title={terms.add} lead={terms.noneLead} />
      <TermsForm terms={undefined} />
    </>
  )
}

/** Terms of use, and what people said to them. */
export function OneTermsPage() {
  const { terms: words, access } = useSaidIn('rules')
  const { termsId } = useParams()
  const terms = useRules().terms.find(({ id }) => id === termsId)
  usePageTitle(terms?.displayName ?? words.title)
  if (terms === undefined) {
    return (
      <EmptyState icon={<ScrollText />} title={access.editor.notHere}>
        {words.lead}
      </EmptyState>
    )
  }
  return (
    <>
      <PageHead title={terms.displayName} lead={words.edition({ count: terms.latchkey_version })} />
      <TermsForm key={terms.modifiedDateTime} terms={terms} />
      <AcceptancesCard termsId={terms.id} />
    </>
  )
}

function TermsForm({ terms }: { readonly terms: TermsDocument | undefined }) {
  const { terms: words, frame, language } = useSaidIn('rules')
  const navigate = useNavigate()
  const whyNot = useWhyNot('change conditional access')
  const [fields, setFields] = useState(() => toFields(terms, language))
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const save = useRuleChange<TermsFields, { readonly id: string } | undefined>({
    request: (changed) =>
      terms === undefined
        ? { method: 'POST', path, body: toBody(changed) }
        : { method: 'PATCH', path: `${path}/${terms.id}`, body: toBody(changed) },
    done: words.saved,
    after: (made) => made && navigate(`/terms/${made.id}`),
  })
  const remove = useRuleChange({
    request: () => ({ method: 'DELETE', path: `${path}/${terms?.id}` }),
    done: words.removed,
    after: () => navigate('/terms'),
  })
  const change = (changed: Partial<TermsFields>) => setFields({ ...fields, ...changed })
  const changeText = (at: number, changed: Partial<TextFields>) =>
    change({
      texts: fields.texts.map((text, index) => {
        if (index === at) return { ...text, ...changed }
        return changed.isDefault === true ? { ...text, isDefault: false } : text
      }),
    })
  const days = Number(fields.againDays)
  const wrong = {
    name: fields.name.trim() === '' ? words.nameMissing : undefined,
    days:
      fields.againDays === '' || (Number.isInteger(days) && days >= 1 && days <= 3650)
        ? undefined
        : words.againWrong,
    text: fields.texts.some(({ text }) => text.trim() === '') ? words.textMissing : undefined,
  }
  const isRight = Object.values(wrong).every((each) => each === undefined)
  const problem = save.problem ?? remove.problem
  return (
    <div className="flex flex-col gap-6">
      <Card title={words.texts}>
        <div className="flex flex-col gap-6">
          <TextField
            label={words.name}
            value={fields.name}
            maxLength={256}
            error={tried ? wrong.name : undefined}
            onChange={({ target }) => change({ name: target.value })}
          />
          {fields.texts.map((text, at) => (
            <TextCard
              // biome-ignore lint/suspicious/noArrayIndexKey: languages are typed; the place is what stays.
              key={at}
              text={text}
              error={tried && text.text.trim() === '' ? words.textMissing : undefined}
              onChange={(changed) => changeText(at, changed)}
              onRemove={
                fields.texts.length === 1
                  ? undefined
                  : () => change({ texts: withDefault(fields.texts.filter((_, index) => index !== at)) })
              }
            />
          ))}
          <div>
            <Button
              icon={<Plus aria-hidden className="size-5" />}
              onClick={() =>
                change({ texts: [...fields.texts, { language: 'en', text: '', isDefault: false }] })
              }
            >
              {words.addLanguage}
            </Button>
          </div>
          <CheckboxField label={words.open} checked={fields.open} onCheck={(open) => change({ open })} />
          <div className="max-w-xs">
            <TextField
              label={words.again}
              hint={words.againHint}
              inputMode="numeric"
              value={fields.againDays}
              error={tried ? wrong.days : undefined}
              onChange={({ target }) => change({ againDays: target.value.trim() })}
            />
          </div>
          {terms !== undefined && (
            <CheckboxField
              label={words.major}
              hint={words.majorHint}
              checked={fields.major}
              onCheck={(major) => change({ major })}
            />
          )}
          {problem && <ProblemNotice problem={problem} />}
          <div className="flex flex-wrap gap-3">
            <Button
              look="primary"
              busy={save.busy ? frame.saving : undefined}
              unavailable={whyNot}
              onClick={() => {
                setTried(true)
                if (isRight) save.run(fields)
              }}
            >
              {frame.save}
            </Button>
            {terms !== undefined && (
              <Button look="danger" unavailable={whyNot} onClick={() => setRemoving(true)}>
                {frame.remove}
              </Button>
            )}
          </div>
        </div>
      </Card>
      {removing && terms !== undefined && (
        <Modal
          open
          title={words.removeTitle({ name: terms.displayName })}
          lead={words.removeLead}
          closeLabel={frame.close}
          onClose={() => setRemoving(false)}
          actions={
            <Button
              look="danger"
              busy={remove.busy ? frame.saving : undefined}
              onClick={() => {
                setRemoving(false)
                remove.run()
              }}
            >
              {frame.remove}
            </Button>
          }
        />
      )}
      {save.dialog}
      {remove.dialog}
    </div>
  )
}

/** One of them is shown where there is none in somebody's language. */
function withDefault(texts: readonly TextFields[]): readonly TextFields[] {
  if (texts.some(({ isDefault }) => isDefault)) return texts
  return texts.map((text, at) => (at === 0 ? { ...text, isDefault: true } : text))
}
