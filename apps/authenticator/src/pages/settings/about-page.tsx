import { usePageTitle } from '@latchkey/front'
import { Card } from '@latchkey/ui'
import { Check, Minus } from 'lucide-react'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'

/** What the app is good for, and what it cannot do. */
export function AboutPage() {
  const { shell, accounts } = useSaid()
  usePageTitle(shell.about)
  const item = 'flex gap-3'
  return (
    <>
      <BackLink to="/">{accounts.title}</BackLink>
      <h1 className="text-2xl font-bold text-balance">{shell.about}</h1>
      <Card title={shell.aboutDoes}>
        <ul className="flex flex-col gap-3">
          {Object.values(shell.aboutDoesList).map((each) => (
            <li key={each} className={item}>
              <Check aria-hidden className="mt-1 size-5 flex-none text-good" />
              {each}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={shell.aboutCannot}>
        <ul className="flex flex-col gap-3">
          {Object.values(shell.aboutCannotList).map((each) => (
            <li key={each} className={item}>
              <Minus aria-hidden className="mt-1 size-5 flex-none text-soft" />
              {each}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
