import { usePageTitle } from '@latchkey/front'
import { buttonClass, EmptyState, List, ListRow, PageHead } from '@latchkey/ui'
import { BadgeCheck, Plus, ShieldPlus } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { ownCombinations, type Strength, useStrengths } from './strength.ts'
import { useCombinationWords } from './use-combination-words.ts'
import { useStrengthWords } from './use-strength-words.ts'

/** How sure a sign-in can be: the strengths everybody has, and the organisation's own. */
export function StrengthsPage() {
  const { strengths: said } = useSaidIn('signIn')
  usePageTitle(said.title)
  const strengths = useStrengths()
  const custom = strengths.filter(({ policyType }) => policyType === 'custom')
  const add = (
    <Link to="/strengths/new" className={buttonClass('primary')}>
      <Plus aria-hidden className="size-5" />
      {said.add}
    </Link>
  )
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={custom.length > 0 && add} />
      <section className="flex flex-col gap-3" aria-labelledby="built-in">
        <h2 id="built-in" className="text-lg font-bold">
          {said.builtIn}
        </h2>
        <List label={said.builtIn}>
          {strengths
            .filter(({ policyType }) => policyType === 'builtIn')
            .map((strength) => (
              <StrengthRow key={strength.id} strength={strength} />
            ))}
        </List>
      </section>
      <section className="flex flex-col gap-3" aria-labelledby="custom">
        <h2 id="custom" className="text-lg font-bold">
          {said.custom}
        </h2>
        {custom.length === 0 ? (
          <EmptyState icon={<ShieldPlus className="size-6" />} title={said.none} action={add}>
            {said.noneLead}
          </EmptyState>
        ) : (
          <List label={said.custom}>
            {custom.map((strength) => (
              <StrengthRow key={strength.id} strength={strength} />
            ))}
          </List>
        )}
      </section>
    </>
  )
}

function StrengthRow({ strength }: { readonly strength: Strength }) {
  const { strengths: said, language } = useSaidIn('signIn')
  const { id, allowedCombinations, combinationConfigurations } = strength
  const { name, about } = useStrengthWords(strength)
  const say = useCombinationWords()
  const own = allowedCombinations.filter((each) => ownCombinations.includes(each))
  const others = allowedCombinations.length - own.length
  const models = combinationConfigurations.flatMap(({ allowedAAGUIDs }) => allowedAAGUIDs)
  const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(own.map(say))
  return (
    <ListRow
      icon={<BadgeCheck className="size-5" />}
      title={
        <Link to={`/strengths/${id}`} className="hover:underline">
          {name}
        </Link>
      }
      about={
        <>
          {about !== '' && <span className="block">{about}</span>}
          <span className="block text-ink">{own.length > 0 ? said.enough({ list }) : said.nothingHere}</span>
          {models.length > 0 && <span className="block">{said.onlyModels({ count: models.length })}</span>}
          {others > 0 && <span className="block">{said.others({ count: others })}</span>}
        </>
      }
      actions={
        <Link
          to={`/strengths/${id}`}
          aria-label={said.openNamed({ name })}
          className={`${buttonClass('quiet', 'small')} max-sm:hidden`}
        >
          {said.open}
        </Link>
      }
    />
  )
}
