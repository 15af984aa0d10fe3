import { usePageTitle } from '@latchkey/front'
import { Badge, buttonClass, EmptyState, List, PageHead } from '@latchkey/ui'
import { Plus, ScrollText } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { useRules } from '../access/rules.ts'

/** The terms of use there are. */
export function TermsPage() {
  const { terms: words, language } = useSaidIn('rules')
  usePageTitle(words.title)
  const { terms } = useRules()
  const add = (
    <Link to="/terms/new" className={buttonClass('primary')}>
      <Plus aria-hidden className="size-5" />
      {words.add}
    </Link>
  )
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const isEmpty = terms.length === 0
  return (
    <>
      <PageHead title={words.title} lead={words.lead} {...(!isEmpty && { actions: add })} />
      {isEmpty ? (
        <EmptyState icon={<ScrollText />} title={words.none} action={add}>
          {words.noneLead}
        </EmptyState>
      ) : (
        <List label={words.list}>
          {terms.map((each) => (
            <li key={each.id} className="relative flex flex-wrap items-center gap-4 px-5 py-4 hover:bg-hover">
              <div className="min-w-48 flex-1">
                <Link to={`/terms/${each.id}`} className="font-semibold after:absolute after:inset-0">
                  {each.displayName}
                </Link>
                <p className="text-soft">
                  {words.languages({
                    languages: new Intl.ListFormat(language).format(
                      each.files.map((file) => names.of(file.language) ?? file.language),
                    ),
                  })}
                </p>
              </div>
              <Badge>{words.edition({ count: each.latchkey_version })}</Badge>
            </li>
          ))}
        </List>
      )}
    </>
  )
}
