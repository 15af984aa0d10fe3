import { Button, CheckboxField, TextArea, TextField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import type { TextFields } from './terms-fields.ts'

/** The text in one language. */
export function TextCard({
  text,
  error,
  onChange,
  onRemove,
}: {
  readonly text: TextFields
  readonly error: string | undefined
  onChange(changed: Partial<TextFields>): void
  /** Absent: it is the only one. */
  readonly onRemove: (() => void) | undefined
}) {
  const { terms: words, language } = useSaidIn('rules')
  const name = nameOf(text.language, language)
  return (
    <fieldset className="flex flex-col gap-4 rounded-2xl border border-line p-4">
      <legend className="px-1 font-semibold">{name}</legend>
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-40">
          <TextField
            label={words.language}
            value={text.language}
            list="languages"
            autoComplete="off"
            onChange={({ target }) => onChange({ language: target.value.trim() })}
          />
          <datalist id="languages">
            {['en', 'de', 'fr', 'es', 'ja'].map((code) => (
              <option key={code} value={code}>
                {nameOf(code, language)}
              </option>
            ))}
          </datalist>
        </div>
        {onRemove && (
          <Button onClick={onRemove} aria-label={`${words.removeLanguage}: ${name}`}>
            {words.removeLanguage}
          </Button>
        )}
      </div>
      <TextArea
        label={`${words.text}: ${name}`}
        lang={text.language}
        rows={10}
        value={text.text}
        error={error}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <CheckboxField
        label={words.isDefault}
        checked={text.isDefault}
        onCheck={(isDefault) => isDefault && onChange({ isDefault })}
      />
    </fieldset>
  )
}

function nameOf(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  } catch {
    // Half typed.
    return code
  }
}
