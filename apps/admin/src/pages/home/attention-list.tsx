import { useTimes } from '@latchkey/front'
import { Badge, buttonClass, EmptyState, List, ListRow, type Tone } from '@latchkey/ui'
import {
  BadgeAlert,
  BookOpenCheck,
  CalendarClock,
  CircleCheck,
  FlaskConical,
  Inbox,
  KeyRound,
  Siren,
  Ticket,
  Unplug,
} from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import type { Attention } from './home.ts'

/** What a row says, and where it leads. */
interface Row {
  readonly icon: ReactNode
  readonly title: string
  readonly about: string
  readonly to: string
}

/** What needs attention, the most urgent first. */
export function AttentionList({ attention }: { readonly attention: readonly Attention[] }) {
  const said = useSaid().home.attention
  const toRow = useRows()
  const id = useId()
  if (attention.length === 0) {
    return (
      <EmptyState icon={<CircleCheck className="size-7" />} title={said.nothing}>
        {said.nothingLead}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-lg font-bold">
        {said.title}
      </h2>
      <List label={said.title}>
        {attention.map((each) => {
          const { icon, title, about, to } = toRow(each)
          return (
            <ListRow
              key={title}
              icon={icon}
              title={title}
              about={about}
              badges={<Urgency of={each.urgency} />}
              actions={
                <Link to={to} className={buttonClass('quiet', 'small')} aria-label={`${said.look}: ${title}`}>
                  {said.look}
                </Link>
              }
            />
          )
        })}
      </List>
    </section>
  )
}

const tones: Readonly<Record<'now' | 'soon', Tone>> = { now: 'bad', soon: 'warn' }

function Urgency({ of }: { readonly of: Attention['urgency'] }) {
  const { attention } = useSaid().home
  return of === 'sometime' ? undefined : <Badge tone={tones[of]}>{attention[of]}</Badge>
}

function useRows(): (attention: Attention) => Row {
  const said = useSaid().home.attention
  const times = useTimes()
  return (one) => {
    switch (one.kind) {
      case 'badModel':
        return {
          icon: <BadgeAlert className="size-5" />,
          title: said.badModel({ name: one.displayName ?? one.aaGuid }),
          about: said.badModelAbout({ count: one.people, statuses: one.statuses.join(', ') }),
          to: `/models?search=${encodeURIComponent(one.displayName ?? one.aaGuid)}`,
        }
      case 'onlyPhishable':
        return {
          icon: <KeyRound className="size-5" />,
          title: said.onlyPhishable({ count: one.people }),
          about: said.onlyPhishableAbout,
          to: '/people',
        }
      case 'passesInUse':
        return {
          icon: <Ticket className="size-5" />,
          title: said.passesInUse({ count: one.count }),
          about:
            one.nextEndDateTime === null ? '' : said.passesAbout({ time: times.ago(one.nextEndDateTime) }),
          to: '/audits?activity=pass_issued',
        }
      case 'requestsWaiting':
        return {
          icon: <Inbox className="size-5" />,
          title: said.requestsWaiting({ count: one.count }),
          about: said.requestsAbout({ time: times.ago(one.oldestDateTime) }),
          to: '/requests',
        }
      case 'wouldFail':
        return {
          icon: <FlaskConical className="size-5" />,
          title: said.wouldFail({ name: one.displayName }),
          about: said.wouldFailAbout({ signIns: one.signIns, people: one.people }),
          to: `/sign-ins?period=week&wouldFail=yes&rule=${one.policyId}`,
        }
      case 'ends': {
        const over = new Date(one.endDateTime).getTime() <= Date.now()
        const time = over ? times.day(one.endDateTime) : times.ago(one.endDateTime)
        return {
          icon: <CalendarClock className="size-5" />,
          title:
            one.what === 'trustRoot'
              ? said.ends.trustRoot({ name: one.displayName ?? '' })
              : said.ends[one.what],
          about: over ? said.ended({ time }) : said.endsAt({ time }),
          to: '/models',
        }
      }
      case 'streamFailing':
        return {
          icon: <Unplug className="size-5" />,
          title: said.streamFailing({ name: one.displayName }),
          about: said.streamAbout({ time: times.ago(one.since) }),
          to: '/log-streams',
        }
      case 'noEmergencyAccount':
        return {
          icon: <Siren className="size-5" />,
          title: said.noEmergencyAccount,
          about: said.noEmergencyAbout,
          to: '/emergency',
        }
      case 'newerSystems':
        return {
          icon: <BookOpenCheck className="size-5" />,
          title: said.newerSystems({
            systems: one.systems.map(({ system, version }) => `${system} ${version}`).join(', '),
          }),
          about: said.newerSystemsAbout({ count: one.visits }),
          to: '/rollout/guide',
        }
    }
  }
}
