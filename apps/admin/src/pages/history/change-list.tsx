import { Badge, type Tone } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import type { Change } from './changes.ts'

const tones: Readonly<Record<Change['change'], Tone>> = { added: 'good', changed: 'plain', removed: 'bad' }

/** What changed, in words; the JSON is behind. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { history } = useSaidIn('rules')
  return (
    <ul className="flex flex-col gap-4">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.id}`} className="min-w-0 rounded-xl border border-line p-4">
          <p className="flex flex-wrap items-center gap-2">
            <span className="text-soft">{history.kind[change.kind]}</span>
            <span className="font-semibold">{change.displayName ?? history.kind[change.kind]}</span>
            <Badge tone={tones[change.change]}>{history.change[change.change]}</Badge>
          </p>
          {change.document !== undefined && (
            <details className="mt-2 text-sm">
              <summary className="cursor-pointer text-soft">{history.asJson}</summary>
              <pre className="mt-2 overflow-x-auto rounded-lg bg-hover p-3 whitespace-pre-wrap">
                {JSON.stringify(change.document, null, 2)}
              </pre>
            </details>
          )}
          {change.properties.length > 0 && (
            <dl className="mt-3 flex flex-col gap-3">
              {change.properties.filter(isTelling).map((property) => (
                <Property key={property.path} property={property} />
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}

/** When a document was written stands above it anyway. */
function isTelling({ path }: Change['properties'][number]): boolean {
  return path !== 'modifiedDateTime' && path !== 'lastModifiedDateTime'
}

function Property({ property }: { readonly property: Change['properties'][number] }) {
  const { history } = useSaidIn('rules')
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(10rem,16rem)_1fr]">
      <dt className="text-sm break-words text-soft">{toWords(property.path)}</dt>
      <dd className="min-w-0">
        <p className="break-words">
          <del className="text-soft decoration-bad">{useValue(property.before)}</del>
          {' → '}
          <ins className="font-medium no-underline">{useValue(property.after)}</ins>
        </p>
        {isLong(property) && (
          <details className="mt-1 text-sm">
            <summary className="cursor-pointer text-soft">{history.asJson}</summary>
            <pre className="mt-2 overflow-x-auto rounded-lg bg-hover p-3 whitespace-pre-wrap">
              {`${JSON.stringify(property.before, null, 2)}\n→\n${JSON.stringify(property.after, null, 2)}`}
            </pre>
          </details>
        )}
      </dd>
    </div>
  )
}

const longest = 80

function isLong({ before, after }: Change['properties'][number]): boolean {
  return [before, after].some((value) => typeof value === 'object' && value !== null)
}

/** `conditions.users.includeUsers` as `conditions › users › include users`. */
function toWords(path: string): string {
  return path
    .split('.')
    .map((name) =>
      name.replace(/^latchkey_/, '').replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`),
    )
    .join(' › ')
}

function useValue(value: unknown): string {
  const { history, access } = useSaidIn('rules')
  const names: Readonly<Record<string, string>> = access.state
  const say = (each: unknown): string => {
    if (each === null || each === undefined || each === '') return history.nothing
    if (each === true) return history.yes
    if (each === false) return history.no
    if (Array.isArray(each)) return each.length === 0 ? history.nothing : each.map(say).join(', ')
    if (typeof each === 'object') return shorten(JSON.stringify(each))
    return names[String(each)] ?? shorten(String(each))
  }
  return say(value)
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text
}
