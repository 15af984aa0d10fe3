import { useClient, usePageTitle } from '@latchkey/front'
import { CopyButton, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Choosable } from '../../../pickers/object-picker.tsx'
import { useSaidIn } from '../../../said.ts'
import { ChoosePlaying } from './choose-playing.tsx'
import { type Guide, guidePath, type Playing, playableDevices } from './guide.ts'
import { NewerNotice } from './newer-notice.tsx'
import { PilotCard } from './pilot-card.tsx'
import { Player } from './player.tsx'

/** The setup guide: its address, what it looks like to anybody, and what the organisation says in it itself. */
export function GuidePage() {
  const { rolloutGuide: said, language } = useSaidIn('rollout')
  usePageTitle(said.title)
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['guide'],
    queryFn: ({ signal }) => client.get<Guide>(guidePath, { signal }),
  })
  const [search] = useSearchParams()
  const [playing, setPlaying] = useState<Playing>({
    device: playableDevices.find((device) => device === search.get('device')) ?? 'iphone',
    account: 'existing',
    way: '',
    language,
    groupIds: [],
  })
  const [groups, setGroups] = useState<readonly Choosable[]>([])
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <div className="flex flex-col gap-6">
        <p className="flex flex-wrap items-center gap-3">
          <code className="rounded-xl border border-line bg-paper px-3 py-2 break-all">{data.address}</code>
          <CopyButton text={data.address} words={said} />
          <a
            href={data.address}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 underline"
          >
            {said.open} <ExternalLink aria-hidden className="size-4" />
          </a>
        </p>
        {data.newerSystems.map((newer) => (
          <NewerNotice key={`${newer.system} ${newer.version}`} newer={newer} />
        ))}
        <ChoosePlaying
          playing={playing}
          groups={groups}
          onChange={setPlaying}
          onGroups={(chosen) => {
            setGroups(chosen)
            setPlaying({ ...playing, way: '', groupIds: chosen.map(({ id }) => id) })
          }}
        />
        <Player playing={playing} onWay={(way) => setPlaying({ ...playing, way })} />
        <PilotCard device={playing.device} />
      </div>
    </>
  )
}
