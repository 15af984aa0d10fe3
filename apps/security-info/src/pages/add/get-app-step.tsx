import type { Qr } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import type { Phone, Step, Wizard } from '@latchkey/guidance'
import { buttonClass, PageHead, QrCode, Skeleton } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useSaid } from '../../said.ts'
import { Onward } from './onward.tsx'

type GetApp = Extract<Step, { readonly id: 'getApp' }>

/** Get the app: by a link on the phone itself, by a code to scan beside a computer. */
export function GetAppStep({
  step,
  wizard,
  onNext,
}: {
  readonly step: GetApp
  readonly wizard: Wizard
  onNext(): void
}) {
  const { getApp: text } = useSaid().steps
  const { name, show, stores } = step
  return (
    <>
      <PageHead title={text.title({ name })} lead={show === 'code' ? text.scan : text.link} />
      <ul className="flex flex-wrap gap-4">
        {stores.map((store) => (
          <li
            key={store.phone}
            className="flex flex-col items-center gap-3 rounded-2xl border border-line bg-paper p-5 shadow-card"
          >
            <p className="font-semibold">{text[store.phone]}</p>
            {show === 'code' && wizard.kind === 'provider' && (
              <StoreCode provider={wizard.provider.id} phone={store.phone} />
            )}
            {store.appVersion !== undefined && (
              <p className="text-sm text-soft">{text.version({ version: store.appVersion })}</p>
            )}
            <a
              href={store.url}
              target="_blank"
              rel="noreferrer"
              className={buttonClass('quiet', show === 'code' ? 'small' : 'usual')}
            >
              {text.store}
            </a>
          </li>
        ))}
      </ul>
      <Onward onNext={onNext}>{text.have}</Onward>
    </>
  )
}

function StoreCode({ provider, phone }: { readonly provider: string; readonly phone: Phone }) {
  const { steps, frame } = useSaid()
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['store', provider, phone],
    queryFn: ({ signal }) => client.get<Qr>(`/providers/${provider}/${phone}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data === undefined ? (
    <Skeleton label={frame.loading} lines={3} />
  ) : (
    <QrCode {...data} label={steps.getApp.code} />
  )
}
