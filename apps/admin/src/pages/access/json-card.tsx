import { Button, Card, CopyButton, TextArea } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { type Draft, toDraft } from './policy.ts'

/** A policy as the API has it: to read, to copy, to change. */
export function JsonCard({ draft, onChange }: { readonly draft: Draft; onChange(draft: Draft): void }) {
  const { access, common } = useSaidIn('rules')
  const { editor } = access
  const written = JSON.stringify(draft, null, 2)
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const apply = () => {
    try {
      onChange(toDraft(JSON.parse(typed ?? written)))
      setTyped(undefined)
      setWrong(false)
    } catch {
      setWrong(true)
    }
  }
  return (
    <Card
      title={editor.json}
      lead={editor.jsonLead}
      actions={<CopyButton text={typed ?? written} words={common} />}
    >
      <details>
        <summary className="cursor-pointer py-2 font-semibold">{editor.json}</summary>
        <div className="mt-3 flex flex-col gap-3">
          <TextArea
            label={editor.json}
            value={typed ?? written}
            rows={18}
            spellCheck={false}
            autoComplete="off"
            error={wrong ? editor.jsonWrong : undefined}
            onChange={({ target }) => setTyped(target.value)}
          />
          {typed !== undefined && (
            <div>
              <Button onClick={apply}>{editor.apply}</Button>
            </div>
          )}
        </div>
      </details>
    </Card>
  )
}
