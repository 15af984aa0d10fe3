import { useSurroundings } from '@latchkey/front'
import type { CampaignDocument } from '@latchkey/policy'
import { KeyRound } from 'lucide-react'
import { useSaidIn } from '../../../said.ts'

/** The page people see, the first time they are asked. Its words are the page's own. */
export function NudgePreview({ campaign }: { readonly campaign: CampaignDocument }) {
  const { campaign: words, nudgePage: said } = useSaidIn('rollout')
  const { language } = useSurroundings().words
  const { latchkey_deadline: deadline, enforceRegistrationAfterAllowedSnoozes: limited } = campaign
  const day =
    deadline && new Date(deadline).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <section aria-label={words.nudge.preview} className="flex flex-col gap-3 xl:sticky xl:top-4">
      <h2 className="text-lg font-bold">{words.nudge.preview}</h2>
      <p className="text-soft">{words.nudge.previewLead}</p>
      <figure className="flex flex-col gap-4 rounded-2xl border border-line bg-paper p-6 shadow-card">
        <KeyRound aria-hidden className="size-10 self-center text-accent" />
        <p className="text-xl font-bold">{said.title}</p>
        <p className="text-soft">{said.reason}</p>
        <p className="rounded-xl bg-accent px-4 py-2.5 text-center font-semibold text-on-accent">
          {said.next}
        </p>
        <p className="rounded-xl border border-line px-4 py-2.5 text-center font-semibold">{said.others}</p>
        {day && <p className="text-sm text-soft">{said.until({ day })}</p>}
        <p className="text-center underline">{limited ? said.skipLeft({ left: 3 }) : said.skip}</p>
      </figure>
    </section>
  )
}
