import { Card } from '@latchkey/ui'
import { FileText, Plus } from 'lucide-react'
import { useSaidIn } from '../../said.ts'

/** What to begin with. */
export function TemplateChoice({
  templates,
  onChoose,
}: {
  readonly templates: readonly { readonly id: string; readonly name: string; readonly description: string }[]
  onChoose(id: string): void
}) {
  const { access } = useSaidIn('rules')
  const all = [
    ...templates.map((each) => ({ ...each, icon: <FileText aria-hidden className="size-5" /> })),
    {
      id: 'nothing',
      name: access.editor.templateEmpty,
      description: undefined,
      icon: <Plus aria-hidden className="size-5" />,
    },
  ]
  return (
    <Card title={access.editor.template}>
      <ul className="grid gap-3 md:grid-cols-2">
        {all.map(({ id, name, description, icon }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="flex h-full w-full items-start gap-3 rounded-2xl border border-edge p-4 text-left hover:bg-hover"
            >
              <span className="mt-0.5 text-accent">{icon}</span>
              <span>
                <span className="block font-semibold">{name}</span>
                {description !== undefined && <span className="block text-sm text-soft">{description}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
