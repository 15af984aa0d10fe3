import { Badge } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import type { Product } from './catalogue.ts'

/** What is to know of a product before it is chosen: what is wrong with it, what it is certified for, where its keys stay. */
export function ModelBadges({ product: { models } }: { readonly product: Product }) {
  const { models: said } = useSaidIn('signIn')
  const [first] = models
  const statuses = [...new Set(models.flatMap((model) => model.statuses))]
  const certified = models.map(({ certification }) => certification)
  const level = certified.every((each) => each === certified[0]) ? certified[0] : null
  const type = models.every(({ passkeyType }) => passkeyType === first?.passkeyType)
    ? first?.passkeyType
    : null
  return (
    <>
      {statuses.map((status) => (
        <Badge key={status} tone="bad">
          {wordOf(said.statuses, status)}
        </Badge>
      ))}
      {level != null && <Badge tone="good">{wordOf(said.certifications, level)}</Badge>}
      {type != null && <Badge>{said.types[type]}</Badge>}
    </>
  )
}

/** A word for a name of the metadata; the name itself if there is none. */
export function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name
}
