import { Globe } from 'lucide-react'
import { useSurroundings } from '../surroundings.tsx'

/** Where the request comes from, as the browser knows it. */
export function SiteFact({ origin }: { readonly origin: string }) {
  const { said } = useSurroundings()
  return (
    <section
      aria-label={said.consent.site}
      className="flex items-center gap-3 rounded-2xl border border-line bg-ground px-4 py-3"
    >
      <Globe aria-hidden className="size-5 flex-none text-accent" />
      <div className="min-w-0">
        <p className="font-semibold break-all">{new URL(origin).host}</p>
        <p className="text-sm text-soft">{said.consent.siteChecked}</p>
      </div>
    </section>
  )
}
